// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/conversation_peek.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace qcc {

/// Where something stands in a text: bytes from its beginning.
struct ByteRange
{
    qint64 offset = 0;
    qint64 size = 0;
    bool operator==(const ByteRange &) const = default;
};

/// Reads the top-level members `model` (string), `stream` (true/false) and `messages` (see ConversationPeek)
/// of a JSON object while its bytes pass, in any chunking, without building or changing it. Nested members of
/// these names do not count; the first top-level one wins, so that a body need not be read to its end once
/// all are known. Keys and the model's name may be escaped. Keeps at most kStringLimit bytes; a longer model
/// name is not told. Anything that can't be a JSON object ends it with broken(); what is nested in a member
/// is passed over, not validated. One value per request body; one thread.
class RequestPeek
{
public:
    static constexpr qsizetype kStringLimit = 256;

    void feed(QByteArrayView bytes);

    /// The model's name, unescaped, once its string is complete.
    std::optional<QByteArray> model() const { return m_model; }
    /// Where its string stands in the body, with its quotes; whenever model() is told.
    std::optional<ByteRange> modelRange() const { return m_model ? std::optional(m_range) : std::nullopt; }
    std::optional<bool> stream() const { return m_stream; }
    /// Of the messages that have passed so far.
    const ConversationPeek &conversation() const { return m_conversation; }
    /// Nothing more will be learnt: all members were met, the object is complete, or it cannot be one.
    bool finished() const { return m_place == Place::Done || m_place == Place::Broken; }
    bool broken() const { return m_place == Place::Broken; }

private:
    /// Where the next byte stands. Only the members of the outermost object are told apart:
    ///
    ///   BeforeObject -{-> BeforeFirstKey -"-> InKey -"-> BeforeColon -:-> BeforeValue
    ///   BeforeValue -> InString | InNested | InScalar -> AfterValue -,-> BeforeKey -"-> InKey
    ///   BeforeFirstKey | AfterValue -}-> Done          whatever does not fit -> Broken
    enum class Place {
        BeforeObject,
        BeforeFirstKey,
        BeforeKey,
        InKey,
        BeforeColon,
        BeforeValue,
        InString,
        InNested,
        InScalar,
        AfterValue,
        Done,
        Broken
    };
    enum class Member { Model, Stream, Messages, Another };

    void step(char c);
    void openValue(char c);
    void closeValue();
    void closeKey();
    qsizetype passString(QByteArrayView bytes, qsizetype at);
    qsizetype passNested(QByteArrayView bytes, qsizetype at);
    qsizetype passNestedString(QByteArrayView bytes, qsizetype at);
    bool inMessage() const { return m_member == Member::Messages && !m_messagesMet && m_depth > 1; }
    void keep(QByteArrayView part);

    Place m_place = Place::BeforeObject;
    Member m_member = Member::Another;
    bool m_inNestedString = false;
    bool m_escaped = false; ///< the byte before was a backslash inside a string
    bool m_tooLong = false;
    qint64 m_depth = 0;  ///< of what is nested in the member's value
    QByteArray m_text;   ///< raw content of the key, string or scalar at hand
    qint64 m_passed = 0; ///< bytes read so far
    ByteRange m_range;   ///< of the string at hand, then of the model
    bool m_modelMet = false;
    bool m_streamMet = false;
    bool m_messagesMet = false;
    ConversationPeek m_conversation;
    std::optional<QByteArray> m_model;
    std::optional<bool> m_stream;
};

} // namespace qcc
