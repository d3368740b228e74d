// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/conversation_peek.h"

namespace qcc {
namespace {

constexpr QByteArrayView kSystemMessage{R"({"role":"system")"};

quint64 together(quint64 message, quint64 appended)
{
    ByteDigest both;
    both.add(QByteArrayView(reinterpret_cast<const char *>(&message), sizeof(message)));
    both.add(QByteArrayView(reinterpret_cast<const char *>(&appended), sizeof(appended)));
    return both.value();
}

} // namespace

void ConversationPeek::beginMessage()
{
    ++m_messages;
    m_message = ByteDigest();
    m_head.clear();
    m_carry.clear();
}

void ConversationPeek::add(QByteArrayView part)
{
    m_message.add(part);
    m_head.append(part.first(std::min(part.size(), kSystemMessage.size() - m_head.size())));
    if (m_messages > kSummaryMessages || m_summary)
        return;
    if (m_sum)
        addSummary(part);
    else
        lookForSummary(part);
}

void ConversationPeek::endMessage()
{
    const bool appended = m_last && m_head == kSystemMessage;
    m_last = appended ? together(*m_last, m_message.value()) : m_message.value();
    if (m_sum)
        closeSummary();
}

/// The mark may lie across the border of two parts.
void ConversationPeek::lookForSummary(QByteArrayView part)
{
    const qsizetype most = kSummaryMark.size() - 1;
    const qsizetype before = m_carry.size();
    m_carry.append(part.first(std::min(most, part.size())));
    const qsizetype across = QByteArrayView(m_carry).indexOf(kSummaryMark);
    const qsizetype found = across >= 0 ? across - before : part.indexOf(kSummaryMark);
    if (across >= 0 || found >= 0) {
        m_sum.emplace();
        m_sumLeft = kSummaryDigested;
        return addSummary(part.sliced(found + kSummaryMark.size()));
    }
    m_carry = part.size() > most ? part.last(most).toByteArray() : m_carry.right(most);
}

void ConversationPeek::addSummary(QByteArrayView part)
{
    const QByteArrayView some = part.first(std::min(m_sumLeft, part.size()));
    m_sum->add(some);
    m_sumLeft -= some.size();
    if (m_sumLeft == 0)
        closeSummary();
}

void ConversationPeek::closeSummary()
{
    m_summary = m_sum->value();
    m_sum.reset();
}

} // namespace qcc
