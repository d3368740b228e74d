// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/event_export.h"

#include "app/history/history_export.h"
#include "app/history/history_reader.h"
#include "app/secrets/private_file.h"
#include "models/text/decision_text.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace qcc {

Result<qint64> writeEvents(const HistoryReader &reader, EventFilter filter, ExportFormat format,
                           const QString &path)
{
    filter.offset = 0;
    filter.limit = kMostExported;
    filter.sortedBy = EventColumn::Time;
    filter.order = Qt::DescendingOrder;
    Result<std::vector<FailoverEvent>> events = reader.events(filter);
    if (!events)
        return events.refusal();
    std::reverse(events->begin(), events->end());
    const auto reasonOf = [](const FailoverEvent &event) { return reasonLine(event); };
    auto count = static_cast<qint64>(events->size());
    QByteArray content;
    if (format == ExportFormat::Json) {
        const QJsonArray list = exportEvents(*events, reasonOf);
        count = list.size(); // the old form knows no activations
        content = QJsonDocument(list).toJson(QJsonDocument::Indented);
    } else {
        content = eventsCsv(*events, reasonOf);
    }
    if (const Result<Done> written = writePrivateFile(path, content); !written)
        return written.refusal();
    return count;
}

} // namespace qcc
