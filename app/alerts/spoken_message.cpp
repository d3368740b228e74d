// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/alerts/spoken_message.h"

#include "models/text/alert_message_text.h"

namespace qcc {

bool SpokenMessage::isGood() const
{
    if (message.form == AlertMessageForm::End)
        return true;
    if (message.form != AlertMessageForm::News || message.happenings.empty())
        return false;
    const AlertHappening &happening = message.happenings.front();
    return happening.alert.kind == AlertKind::Recovery || happening.ended;
}

SpokenMessage spoken(const AlertMessage &message, const QString &computer, TimePoint at)
{
    QStringList lines = alertMessageLines(message, at);
    lines += alertMessageOrigin(computer, at);
    return {alertMessageTitle(message), lines, message, computer, at};
}

} // namespace qcc
