// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace qcc {

/// What the body of a provider's error answer says. Bodies may be cut off. Pure; any thread.

/// error.type of an Anthropic (or OpenAI-like) error body, else error.code; empty when there is none. Only
/// what looks like an identifier is returned, so that no free text, and no secret in it, reaches a log or a
/// person.
QString errorTypeOf(QByteArrayView body);

/// True when an error text speaks of credit, balance or quota ("credit balance is too low",
/// "insufficient_quota", "余额不足", …).
bool speaksOfCredit(QByteArrayView body);

/// True for a JSON object that is an error in itself: "type":"error", an "error" member that is an object or
/// a text, or "success":false, as resellers answer under status 200.
bool isErrorObject(QByteArrayView body);

} // namespace qcc
