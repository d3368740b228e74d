// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/raw_client.h"

namespace qcc::test {

/// What a Messages request to a running instance differs in.
struct Ask
{
    QByteArray session{}; ///< x-claude-code-session-id; empty: none
    QByteArray model = "claude-haiku-4-5";
    QByteArray messages = R"({"role":"user","content":"hi"})";
    bool stream = true;
};

/// The request's bytes, to a proxy at @p port of loopback.
QByteArray messagesRequest(quint16 port, const QByteArray &token, const Ask &ask = {});

/// The config that served a whole answer; the status where none did.
QByteArray servedBy(const RawAnswer &answer);

} // namespace qcc::test
