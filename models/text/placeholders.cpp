// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/placeholders.h"

#include <QRegularExpression>

namespace qcc {

namespace {

const QRegularExpression &place()
{
    static const QRegularExpression kPlace(QStringLiteral("%([1-9])"));
    return kPlace;
}

} // namespace

QString filled(const QString &text, const QStringList &values)
{
    QString result;
    qsizetype end = 0;
    for (const QRegularExpressionMatch &match : place().globalMatch(text)) {
        result += QStringView(text).mid(end, match.capturedStart() - end);
        result += values.value(match.captured(1).toInt() - 1);
        end = match.capturedEnd();
    }
    return result + text.mid(end);
}

std::optional<QStringList> valuesIn(const QString &form, const QString &said)
{
    QString pattern;
    QList<int> numbers;
    qsizetype end = 0;
    for (const QRegularExpressionMatch &match : place().globalMatch(form)) {
        pattern += QRegularExpression::escape(form.mid(end, match.capturedStart() - end));
        pattern += QStringLiteral("(.*?)");
        numbers += match.captured(1).toInt();
        end = match.capturedEnd();
    }
    pattern += QRegularExpression::escape(form.mid(end));
    const QRegularExpression expression(QRegularExpression::anchoredPattern(pattern),
                                        QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch match = expression.match(said);
    if (!match.hasMatch())
        return std::nullopt;
    QStringList values(numbers.size());
    for (qsizetype i = 0; i < numbers.size(); ++i)
        values[numbers[i] - 1] = match.captured(static_cast<int>(i) + 1);
    return values;
}

} // namespace qcc
