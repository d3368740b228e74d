// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/alerts/mail_message.h"

#include <QDateTime>
#include <QLocale>

namespace qcc {

namespace {

constexpr qsizetype kMostPlainHeader = 65;  ///< with the header's name it stays within 78 (RFC 5322 2.1.1)
constexpr qsizetype kEncodedWordBytes = 42; ///< 56 in base64, within the 75 of an encoded word
constexpr qsizetype kBase64Line = 57;       ///< 76 in base64 (RFC 2045 6.8)
constexpr qsizetype kMostSubject = 200;

bool isPlainHeader(const QString &text)
{
    const bool ascii = std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u' ' && c <= u'~'; });
    return ascii && text.size() <= kMostPlainHeader && !text.contains(QLatin1String("=?")) &&
           text == text.trimmed();
}

/// The start of @p utf8 with at most @p most bytes that is whole characters.
qsizetype wholeCharacters(const QByteArray &utf8, qsizetype most)
{
    if (utf8.size() <= most)
        return utf8.size();
    while (most > 0 && (uchar(utf8[most]) & 0xC0) == 0x80)
        --most;
    return most;
}

QByteArray base64Lines(const QByteArray &bytes)
{
    QByteArray made;
    for (qsizetype at = 0; at < bytes.size(); at += kBase64Line)
        made += bytes.mid(at, kBase64Line).toBase64() + "\r\n";
    return made;
}

/// RFC 5322 3.3, in UTC.
QByteArray dateHeader(TimePoint at)
{
    const QDateTime utc = QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), Qt::UTC);
    return QLocale::c().toString(utc, QStringLiteral("ddd, d MMM yyyy HH:mm:ss")).toLatin1() + " +0000";
}

QByteArray joined(const QStringList &addresses)
{
    return addresses.join(QStringLiteral(",\r\n ")).toLatin1();
}

} // namespace

bool isPlainAddress(const QString &address)
{
    static const QString kUnsafe = QStringLiteral("<>(),;:\\\"[]");
    const bool safe = std::all_of(address.begin(), address.end(),
                                  [](QChar c) { return c > u' ' && c < u'\x7f' && !kUnsafe.contains(c); });
    const qsizetype at = address.indexOf(QLatin1Char('@'));
    return safe && address.size() <= 254 && at > 0 && at < address.size() - 1 &&
           address.count(QLatin1Char('@')) == 1;
}

QByteArray encodedHeaderText(const QString &text)
{
    if (isPlainHeader(text))
        return text.toLatin1();
    QString clean = text.left(kMostSubject);
    for (QChar &c : clean) {
        if (c < u' ')
            c = QLatin1Char(' ');
    }
    QByteArray rest = clean.toUtf8();
    QByteArray made;
    while (!rest.isEmpty()) {
        const qsizetype size = wholeCharacters(rest, kEncodedWordBytes);
        if (!made.isEmpty())
            made += "\r\n ";
        made += "=?UTF-8?B?" + rest.left(size).toBase64() + "?=";
        rest.remove(0, size);
    }
    return made;
}

QByteArray mailMessage(const MailAddresses &addresses, const SpokenMessage &said, const QByteArray &unique)
{
    const QByteArray domain = addresses.sender.section(QLatin1Char('@'), 1).toLatin1();
    QByteArray made;
    made += "Date: " + dateHeader(said.at) + "\r\n";
    made += "From: QCC <" + addresses.sender.toLatin1() + ">\r\n";
    made += "To: " + joined(addresses.recipients) + "\r\n";
    made += "Message-ID: <" + unique + "@" + domain + ">\r\n";
    made += "Subject: " + encodedHeaderText(said.title) + "\r\n";
    made += "MIME-Version: 1.0\r\n";
    made += "Content-Type: text/plain; charset=utf-8\r\n";
    made += "Content-Transfer-Encoding: base64\r\n";
    made += "Auto-Submitted: auto-generated\r\n"; // RFC 3834: no out-of-office answers
    if (said.message.isCritical() && !said.isGood())
        made += "Importance: high\r\n";
    QString text = said.text() + QLatin1Char('\n');
    text.replace(QLatin1Char('\n'), QStringLiteral("\r\n"));
    return made + "\r\n" + base64Lines(text.toUtf8());
}

} // namespace qcc
