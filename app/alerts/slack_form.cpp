// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/alerts/service_parts.h"

#include <QJsonArray>

namespace qcc {

namespace {

constexpr qsizetype kMostSectionUnits = 2900; ///< of the 3000 that a section's text may have

/// Whether the sign at @p at may begin or end bold, italic, struck or code text.
bool isFormatting(const QString &text, qsizetype at)
{
    const QChar c = text[at];
    if (c == u'_') // within a word it is a letter
        return at == 0 || at + 1 == text.size() || !text[at - 1].isLetterOrNumber() ||
               !text[at + 1].isLetterOrNumber();
    return c == u'*' || c == u'~' || c == u'`';
}

/// "Formatting text for app surfaces": &, < and > are Slack's own, everywhere. There is no escape for the
/// other signs, but a zero-width space before one leaves it as it is.
QString escaped(const QString &text)
{
    QString made;
    made.reserve(text.size() + 16);
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text[at];
        if (c == u'&')
            made += QLatin1String("&amp;");
        else if (c == u'<')
            made += QLatin1String("&lt;");
        else if (c == u'>')
            made += QLatin1String("&gt;");
        else if (isFormatting(text, at))
            made += QChar(u'\u200b');
        if (c != u'&' && c != u'<' && c != u'>')
            made += c;
    }
    return made;
}

/// Cut so that it fits once it is escaped, for half an entity would be read otherwise.
QString escapedTo(const QString &text, qsizetype most)
{
    QString plain = text;
    while (escaped(plain).size() > most)
        plain = fitUnits(plain, plain.size() - std::max<qsizetype>(1, (escaped(plain).size() - most) / 6));
    return escaped(plain);
}

} // namespace

HttpAsk slackAsk(const Addressed &to)
{
    const QString title = escapedTo(to.said.title, 150);
    const QString body = escapedTo(to.said.text(), kMostSectionUnits - title.size() - 3);
    const QJsonObject section{
        {QStringLiteral("type"), QStringLiteral("section")},
        {QStringLiteral("text"),
         QJsonObject{{QStringLiteral("type"), QStringLiteral("mrkdwn")},
                     {QStringLiteral("text"), QStringLiteral("*%1*\n").arg(title) + body},
                     {QStringLiteral("verbatim"), true}}}};
    return jsonAsk(to.secretUrl(), {{QStringLiteral("text"), title}, // what a notification shows
                                    {QStringLiteral("blocks"), QJsonArray{section}}});
}

} // namespace qcc
