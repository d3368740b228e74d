// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/proxy/course_answer.h"

#include "models/rules/error_body.h"
#include "models/rules/header_rules.h"

namespace qcc {

namespace {

constexpr QByteArrayView kPing("event: ping\ndata: {\"type\": \"ping\"}\n\n");

HeaderFields joined(HeaderFields fields, const HeaderFields &more)
{
    fields.insert(fields.end(), more.begin(), more.end());
    return fields;
}

} // namespace

void CourseAnswer::begin(const ResponseHead &provider, const HeaderFields &marks,
                         std::optional<qint64> length)
{
    ResponseHead head = provider;
    head.fields = joined(clientFields(provider.fields), marks);
    m_begun = true;
    m_record.status = head.status;
    m_sink.beginAnswer(head, length);
}

void CourseAnswer::body(QByteArrayView bytes)
{
    m_record.bytesOut += static_cast<quint64>(bytes.size());
    m_sink.writeBody(bytes);
}

void CourseAnswer::ping(const ResponseHead *provider, const HeaderFields &marks)
{
    if (!m_begun) {
        ResponseHead head{
            200,
            "OK",
            1,
            {{"Content-Type", "text/event-stream; charset=utf-8"}, {"Cache-Control", "no-cache"}}};
        if (provider)
            head = *provider;
        removeFields(head.fields, "Content-Encoding");
        begin(head, marks, std::nullopt);
    }
    m_sink.writeBody(kPing);
    m_sink.flush();
}

void CourseAnswer::endWith(const OwnAnswer &answer)
{
    if (m_begun) {
        m_sink.writeBody(errorEvent(answer.body));
    } else {
        m_begun = true;
        m_sink.beginAnswer(answer.head, answer.body.size());
        m_sink.writeBody(answer.body);
    }
    m_sink.endAnswer();
}

void CourseAnswer::endWith(const ResponseHead &provider, const QByteArray &bytes, const HeaderFields &marks)
{
    if (!m_begun) {
        begin(provider, marks, bytes.size());
        body(bytes);
        return m_sink.endAnswer();
    }
    if (!isErrorObject(bytes))
        return endWith(errorAnswer(provider.status,
                                   QStringLiteral("QCC: the provider answered %1.").arg(provider.status)));
    body(errorEvent(bytes));
    m_sink.endAnswer();
}

} // namespace qcc
