// SPDX-License-Identifier: GPL-3.0-or-later
// What several services' forms share.
#pragma once

#include "app/alerts/services.h"

#include <QJsonObject>

namespace qcc {

/// With the headers that every request has.
HttpAsk jsonAsk(const QUrl &url, const QJsonObject &body);

/// HMAC with SHA-256 (RFC 2104).
QByteArray hmacSha256(const QByteArray &key, const QByteArray &text);

/// @p text cut at a character so that it has at most @p most bytes of UTF-8, with "…" if it was cut.
QString fitBytes(const QString &text, qsizetype most);
/// The same in UTF-16 code units.
QString fitUnits(const QString &text, qsizetype most);

/// Empty where it is none.
QJsonObject jsonBody(const HttpAnswer &answer);

/// By the status alone: 2xx arrived; 408, 425, 429 and 5xx may pass; the others will not.
SendEnd endByStatus(int status);
/// "HTTP 404: …" and the like, with what the service said.
SendOutcome failedByStatus(const HttpAnswer &answer, const QString &words);
/// An error code that stands in the body of an answer.
SendOutcome failedByCode(SendEnd end, qint64 code, const QString &words);
/// A success status, and nothing of the form that its documentation tells.
SendOutcome notItsForm();

} // namespace qcc
