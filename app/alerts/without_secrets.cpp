// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/alerts/without_secrets.h"

#include <QUrl>
#include <QUrlQuery>

namespace qcc {

namespace {

constexpr qsizetype kMostRead = 4'000; ///< of what a service says
constexpr qsizetype kShortestPart = 6; ///< of an address that counts as secret by itself

void addForms(QStringList &parts, const QString &secret)
{
    parts << secret << QString::fromLatin1(QUrl::toPercentEncoding(secret));
}

/// An address as a whole is found anyway; this adds what it is made of, but for its host.
void addAddress(QStringList &parts, const QString &address)
{
    const QUrl url(address);
    QStringList pieces = url.path().split(QLatin1Char('/'));
    for (const auto &[_, value] : QUrlQuery(url).queryItems(QUrl::FullyDecoded))
        pieces << value;
    pieces << url.userInfo() << url.path() << url.query();
    for (const QString &piece : pieces) {
        if (piece.size() >= kShortestPart)
            addForms(parts, piece);
    }
}

QStringList secretParts(const ChannelSecrets &secrets)
{
    QStringList parts;
    for (const auto &[kind, secret] : secrets) {
        const QString text = QString::fromUtf8(secret.reveal());
        if (text.isEmpty())
            continue;
        addForms(parts, text);
        if (kind == ChannelSecret::Url)
            addAddress(parts, text);
    }
    parts.removeAll(QString());
    std::sort(parts.begin(), parts.end(),
              [](const QString &a, const QString &b) { return a.size() > b.size(); });
    return parts;
}

QString oneLine(const QString &words)
{
    QString made = words;
    for (QChar &c : made) {
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format ||
            c.category() == QChar::Separator_Line || c.category() == QChar::Separator_Paragraph)
            c = QLatin1Char(' ');
    }
    return made.simplified();
}

} // namespace

QString withoutSecrets(const QString &words, const ChannelSecrets &secrets)
{
    QString made = words.left(kMostRead);
    for (const QString &part : secretParts(secrets))
        made.replace(part, Secret::toDisplay(), Qt::CaseInsensitive);
    made = oneLine(made);
    return made.size() <= kMostTroubleUnits ? made : made.left(kMostTroubleUnits - 1) + QChar(u'…');
}

} // namespace qcc
