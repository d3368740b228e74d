// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/text.h"

namespace qcc {

QString paragraph(const QStringList &sentences)
{
    QString all = sentences.value(0);
    for (const QString &next : sentences.mid(1))
        all = Text::tr("%1 %2", "two sentences").arg(all, next);
    return all;
}

QString plainTip(const QString &text)
{
    if (!text.contains(QLatin1Char('<')))
        return text;
    return QStringLiteral("<qt>") +
           text.toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1StringView("<br>")) +
           QStringLiteral("</qt>");
}

} // namespace qcc
