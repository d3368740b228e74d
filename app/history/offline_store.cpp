// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/offline_store.h"

#include "app/history/history_file.h"

#include <QFileInfo>
#include <QRandomGenerator>

namespace qcc {

namespace {

Refusal unusable(const QString &path, const DatabaseTrouble &trouble)
{
    return {RefusalCode::HistoryUnavailable, path, trouble.detail};
}

QString newEventId()
{
    return QStringLiteral("%1").arg(QRandomGenerator::system()->generate(), 8, 16, QLatin1Char('0'));
}

} // namespace

Result<RememberedState> rememberedState(const QString &home)
{
    const QString path = historyPath(home);
    if (!QFileInfo::exists(path))
        return RememberedState{};
    HistoryDatabase database(path);
    if (const MaybeTrouble trouble = database.open())
        return unusable(path, *trouble);
    MaybeTrouble trouble;
    RememberedState found = database.remembered(trouble);
    return trouble ? Result<RememberedState>(unusable(path, *trouble)) : std::move(found);
}

Result<Done> storeOffline(const QString &home, const std::vector<FailoverEvent> &events,
                          const FailoverState &state)
{
    const QString path = historyPath(home);
    HistoryDatabase database(path);
    if (const MaybeTrouble trouble = database.open())
        return unusable(path, *trouble);
    WaitingRows rows;
    rows.events.assign(events.begin(), events.end());
    for (FailoverEvent &event : rows.events)
        event.id = newEventId();
    rows.state = std::make_shared<const FailoverState>(state);
    if (const MaybeTrouble trouble = database.write(rows, HistoryDatabase::Durability::PowerCut))
        return unusable(path, *trouble);
    return Done{};
}

} // namespace qcc
