// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/text/text_bench.h"

#include <QRegularExpression>
#include <QSet>
#include <QTimeZone>

namespace qcc::test {

TimePoint at(int hour, int minute, int second)
{
    const QDateTime moment(QDate(2026, 11, 23), QTime(hour, minute, second), QTimeZone::utc());
    return TimePoint(milliseconds(moment.toMSecsSinceEpoch()));
}

void useUtc()
{
    qputenv("TZ", "UTC");
}

QString faultOf(const QString &text)
{
    static const QRegularExpression kKey(QStringLiteral("_|::|[a-z][A-Z]|%[0-9nL]|\\(s\\)|\\(es\\)"));
    if (text.trimmed().isEmpty())
        return QStringLiteral("it is empty");
    if (text != text.trimmed())
        return QStringLiteral("\"%1\" has spaces around it").arg(text);
    return kKey.match(text).hasMatch() ? QStringLiteral("\"%1\" is no text for people").arg(text) : QString();
}

QString faultOf(const QStringList &names)
{
    for (const QString &name : names) {
        if (const QString fault = faultOf(name); !fault.isEmpty())
            return fault;
    }
    const bool distinct = QSet<QString>(names.begin(), names.end()).size() == names.size();
    return distinct ? QString() : QStringLiteral("not distinct: ") + names.join(QStringLiteral(", "));
}

} // namespace qcc::test
