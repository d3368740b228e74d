// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/board_notices.h"

#include "models/domain/words.h"
#include "models/text/alert_text.h"
#include "models/text/text.h"
#include "ui/base/refusal_sentence.h"
#include "ui/board/board_text.h"

namespace qcc {

namespace {

NamedAction tryAgain(const QString &id)
{
    return {id, BoardText::tr("Try again"), true};
}

/// Another process may have run it: then it is begun in this one.
NamedAction restart(const InstanceState &link)
{
    const bool ended = link.trouble && link.trouble->code == RefusalCode::NotRunning;
    return ended ? NamedAction{notice_action::kTryAgain, BoardText::tr("Start it here"), true}
                 : tryAgain(notice_action::kTryAgain);
}

BoardNotice linkNotice(const InstanceState &link)
{
    return {QStringLiteral("link"),
            Severity::Bad,
            link.trouble ? refusalSentence(*link.trouble)
                         : BoardText::tr("The proxy may have ended, or be busy."),
            {restart(link)},
            {},
            false};
}

BoardNotice listenNotice(const Refusal &trouble)
{
    return {QStringLiteral("listen"),
            Severity::Bad,
            refusalSentence(trouble),
            {tryAgain(notice_action::kListen), {notice_action::kSettings, BoardText::tr("Settings…")}},
            {},
            false};
}

BoardNotice settingsNotice(const Refusal &trouble)
{
    return {QStringLiteral("settings"),
            Severity::Warn,
            paragraph({BoardText::tr("The last good settings stay in force."), refusalSentence(trouble)}),
            {},
            {},
            false};
}

BoardNotice plainKeyNotice(const QString &file)
{
    return {
        kPlainKeysNotice,
        Severity::Info,
        BoardText::tr("Keys lie in a plain file that only you can read, %1: no keyring can be reached here, "
                      "or none is wanted.")
            .arg(file),
        {},
        {},
        true};
}

Severity severityOf(AlertKind kind)
{
    switch (kind) {
    case AlertKind::AllDown:
    case AlertKind::NoFallback:
    case AlertKind::KeyRejected:
    case AlertKind::OutOfCredit:
        return Severity::Bad;
    case AlertKind::HourlyLimit:
    case AlertKind::AwayFromPrimary:
    case AlertKind::OwnNetwork:
    case AlertKind::HistoryUnavailable:
        return Severity::Warn;
    case AlertKind::Failover:
    case AlertKind::Recovery:
        return Severity::Info;
    }
    Q_UNREACHABLE();
}

BoardNotice alertNotice(const Alert &alert, TimePoint now)
{
    BoardNotice notice;
    notice.id = toWord(alert.kind) + QLatin1Char(':') + alert.subject;
    notice.severity = severityOf(alert.kind);
    notice.text = alertText(alert, now);
    if (alert.kind == AlertKind::KeyRejected || alert.kind == AlertKind::OutOfCredit) {
        notice.config = alert.subject.section(QLatin1Char('/'), 0, 0);
        notice.actions = {
            {notice_action::kEdit,
             BoardText::tr("Edit %1…")
                 .arg(QString(notice.config).replace(QLatin1Char('&'), QLatin1StringView("&&")))}};
    }
    return notice;
}

} // namespace

std::vector<BoardNotice> noticesOf(const InstanceState &link, const ProxySnapshot &snapshot, TimePoint now)
{
    std::vector<BoardNotice> notices;
    if (link.link == InstanceLink::Lost || link.link == InstanceLink::Failed)
        notices.push_back(linkNotice(link));
    if (snapshot.listenTrouble)
        notices.push_back(listenNotice(*snapshot.listenTrouble));
    if (snapshot.settingsTrouble)
        notices.push_back(settingsNotice(*snapshot.settingsTrouble));
    for (const Alert &alert : snapshot.failover.alerts)
        notices.push_back(alertNotice(alert, now));
    if (!snapshot.plainKeyFile.isEmpty())
        notices.push_back(plainKeyNotice(snapshot.plainKeyFile));
    return notices;
}

} // namespace qcc
