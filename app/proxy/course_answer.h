// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/proxy/answer_sink.h"
#include "app/proxy/own_answers.h"

namespace qcc {

/// The client's side of a request's course: one head, at once or for our own pings, and an end in the form
/// that fits what has been sent. Knows no candidates. Engine thread.
class CourseAnswer
{
public:
    /// @p record gets the status and the bytes that the client sees.
    CourseAnswer(AnswerSink &sink, RequestRecord &record) : m_sink(sink), m_record(record) {}

    bool begun() const { return m_begun; }
    qsizetype waitingBytes() const { return m_sink.waitingBytes(); }

    /// A provider's head, with @p marks added.
    void begin(const ResponseHead &provider, const HeaderFields &marks, std::optional<qint64> length);
    void body(QByteArrayView bytes);
    void flush() { m_sink.flush(); }
    /// Our own ping in a stream without content; begins the stream where need be: with @p provider's fields
    /// when it is one, without their coding.
    void ping(const ResponseHead *provider, const HeaderFields &marks);

    void end() { m_sink.endAnswer(); }
    void breakOff() { m_sink.breakOff(); }
    /// A whole answer of our own; an event where the head is out already.
    void endWith(const OwnAnswer &answer);
    /// A whole answer of a provider's; an error event where the head is out already.
    void endWith(const ResponseHead &provider, const QByteArray &bytes, const HeaderFields &marks);
    /// The status that endWith() will show.
    int statusFor(int wanted) const { return m_begun ? m_record.status : wanted; }

private:
    AnswerSink &m_sink;
    RequestRecord &m_record;
    bool m_begun = false;
};

} // namespace qcc
