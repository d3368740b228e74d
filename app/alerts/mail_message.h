// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/alerts/spoken_message.h"

namespace qcc {

/// One that can stand in a header and in an SMTP command: ASCII, one "@", no space, quote, bracket, comma or
/// control character.
bool isPlainAddress(const QString &address);

struct MailAddresses
{
    QString sender;
    QStringList recipients;
};

/// A whole message (RFC 5322) with CRLF line ends: a UTF-8 text in base64, and a subject in encoded words
/// (RFC 2047) where it needs them. Addresses must be plain. @p unique makes its Message-ID.
QByteArray mailMessage(const MailAddresses &addresses, const SpokenMessage &said, const QByteArray &unique);

/// The value of a header that is free text, folded: never a line end that is not followed by a space.
QByteArray encodedHeaderText(const QString &text);

} // namespace qcc
