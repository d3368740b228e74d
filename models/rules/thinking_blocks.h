// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/splice.h"

#include <QByteArrayView>

#include <optional>
#include <vector>

namespace qcc {

/// The repair of a conversation whose thinking blocks another provider has signed. A provider checks the
/// signature of every `thinking` and `redacted_thinking` block that comes back to it, and answers 400 when
/// one is not its own; the conversation is stuck then. Without these blocks it is accepted. Pure; any thread.
/// docs/decisions/0012 says what is known of the API's rules, and from where.

/// Does an answer with this status and decoded body refuse a request for its thinking blocks? Known wordings:
/// "Invalid `signature` in `thinking` block", "… `signature`: Field required", "Invalid `data` in
/// `redacted_thinking` block", "`thinking` or `redacted_thinking` blocks in the latest assistant message
/// cannot be modified", "Expected `thinking` or `redacted_thinking`, but found `tool_use`. When `thinking` is
/// enabled, a final `assistant` message must start with a thinking block"; also escaped inside another error.
bool refusesThinking(int status, QByteArrayView body);

/// What is to be exchanged in a request's body, by rising offset.
struct ThinkingRepair
{
    std::vector<Splice> splices;
    int removedBlocks = 0;
    bool thinkingOff = false; ///< the request asks for an answer without thinking now
    bool operator==(const ThinkingRepair &) const = default;
};

/// A body of the Messages API without any thinking block of its assistant messages; all other bytes stay. A
/// message of which nothing would be left gets the text "(no content)": an empty one is refused. Inside a
/// tool's turn manual thinking (`"type":"enabled"`) demands that the turn begins with a thinking block, so it
/// is disabled for this request, and `clear_thinking_…` edits, which need it, are taken out; adaptive
/// thinking knows no such rule and stays. Nothing: there is nothing to repair, or the body is no JSON.
std::optional<ThinkingRepair> withoutThinking(QByteArrayView body);

} // namespace qcc
