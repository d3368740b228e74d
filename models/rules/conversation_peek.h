// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/byte_digest.h"

#include <QByteArray>

#include <optional>

namespace qcc {

/// What tells one state of a conversation from another, read while the bytes of its messages pass. Keeps
/// digests only, and at most kSummaryMark's length of what was said. One value per request body; any thread.
class ConversationPeek
{
public:
    /// After a compaction (/compact, or when the context is full) Claude Code's conversation begins with a
    /// message that says so; the summary follows. Measured with 2.1.197, and in its older issues
    /// since 1.0.67.
    static constexpr QByteArrayView kSummaryMark{
        "This session is being continued from a previous conversation"};
    /// The sentence stands in the first message; one that stands later sums up only what came after others,
    /// whose prompt cache still counts.
    static constexpr int kSummaryMessages = 2;
    static constexpr qsizetype kSummaryDigested = 4096;

    void beginMessage();
    void add(QByteArrayView part);
    void endMessage();

    /// The digest of the last message that has ended, with those of the role "system" that follow it: these
    /// (lists of skills, of agents) are the same under many a question.
    std::optional<quint64> lastMessage() const { return m_last; }
    /// The digest of the summary's beginning; none: the conversation begins without one, so far.
    std::optional<quint64> summary() const { return m_summary; }

private:
    void lookForSummary(QByteArrayView part);
    void addSummary(QByteArrayView part);
    void closeSummary();

    int m_messages = 0;
    ByteDigest m_message;
    QByteArray m_head; ///< of the message, as far as it tells the role
    std::optional<quint64> m_last;
    QByteArray m_carry;              ///< what the mark may begin with, at the end of the last part
    std::optional<ByteDigest> m_sum; ///< of the summary while it passes
    qsizetype m_sumLeft = 0;
    std::optional<quint64> m_summary;
};

} // namespace qcc
