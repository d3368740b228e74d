// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/proxy/answer_writer.h"

#include "app/http/http1.h"
#include "app/io/byte_stream.h"

namespace qcc {

namespace {

bool neverHasBody(int status)
{
    return status < 200 || status == 204 || status == 304;
}

} // namespace

void AnswerWriter::begin(const ResponseHead &head, std::optional<qint64> length)
{
    m_begun = true;
    HeaderFields fields = head.fields;
    if (neverHasBody(head.status)) {
        m_framing = Framing::None;
    } else if (length) {
        m_framing = Framing::Length;
        m_remaining = *length;
        fields.push_back({"Content-Length", QByteArray::number(*length)});
    } else if (m_form.http10) {
        m_framing = Framing::UntilClose;
        m_form.keepAlive = m_form.headRequest && m_form.keepAlive;
    } else {
        m_framing = Framing::Chunked;
        fields.push_back({"Transfer-Encoding", "chunked"});
    }
    if (m_form.headRequest)
        m_framing = Framing::None;
    if (!m_form.keepAlive)
        fields.push_back({"Connection", "close"});
    else if (m_form.http10)
        fields.push_back({"Connection", "keep-alive"});
    m_batch += serializeResponseHead(head.status, head.reason, fields);
}

void AnswerWriter::body(QByteArrayView bytes)
{
    if (bytes.isEmpty() || m_framing == Framing::None)
        return;
    if (m_framing == Framing::Chunked) {
        m_batch += chunkHeader(bytes.size());
        m_batch.append(bytes.data(), bytes.size());
        m_batch += "\r\n";
        return;
    }
    if (m_framing == Framing::Length) {
        bytes = bytes.first(static_cast<qsizetype>(std::min<qint64>(bytes.size(), m_remaining)));
        m_remaining -= bytes.size();
    }
    m_batch.append(bytes.data(), bytes.size());
}

void AnswerWriter::flush()
{
    if (m_batch.isEmpty())
        return;
    m_stream.write(m_batch);
    m_written += m_batch.size();
    if (m_batch.capacity() > kKeptBuffer)
        m_batch = QByteArray();
    else
        m_batch.resize(0);
}

bool AnswerWriter::end()
{
    if (m_framing == Framing::Chunked)
        m_batch += "0\r\n\r\n";
    flush();
    m_batch = QByteArray();
    return m_framing != Framing::Length || m_remaining == 0;
}

} // namespace qcc
