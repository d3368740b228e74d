// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/notice.h"

#include "models/domain/enumerator.h"
#include "models/domain/words.h"

namespace qcc {

QString toWord(NoticeButton button)
{
    switch (button) {
    case NoticeButton::Open:
        return QStringLiteral("default");
    case NoticeButton::SwitchBack:
        return QStringLiteral("switch-back");
    case NoticeButton::Why:
        return QStringLiteral("why");
    case NoticeButton::Pause:
        return QStringLiteral("pause");
    case NoticeButton::CheckNow:
        return QStringLiteral("check-now");
    }
    Q_UNREACHABLE();
}

std::optional<NoticeButton> noticeButtonFromWord(const QString &word)
{
    return enumeratorFor(word, NoticeButton::CheckNow);
}

NoticeUrgency urgencyOf(AlertKind kind)
{
    switch (kind) {
    case AlertKind::AllDown:
        return NoticeUrgency::Critical;
    case AlertKind::OwnNetwork:
        return NoticeUrgency::Low;
    case AlertKind::Failover:
    case AlertKind::Recovery:
    case AlertKind::NoFallback:
    case AlertKind::HourlyLimit:
    case AlertKind::AwayFromPrimary:
    case AlertKind::KeyRejected:
    case AlertKind::OutOfCredit:
    case AlertKind::HistoryUnavailable:
        return NoticeUrgency::Normal;
    }
    Q_UNREACHABLE();
}

QString noticeKey(const Alert &alert)
{
    if (alert.kind == AlertKind::Failover || alert.kind == AlertKind::Recovery)
        return QStringLiteral("switch");
    const QString kind = toWord(alert.kind);
    return alert.subject.isEmpty() ? kind : kind + QLatin1Char(':') + alert.subject;
}

} // namespace qcc
