// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/request_log.h"

namespace qcc::sim {

quint64 RequestLog::add(ReceivedRequest request)
{
    if (m_entries.size() == maxEntries) {
        m_bodyBytes -= m_entries.front().body.size();
        m_entries.pop_front();
    }
    request.sequence = m_next++;
    m_entries.push_back(std::move(request));
    return m_entries.back().sequence;
}

ReceivedRequest *RequestLog::entry(quint64 sequence)
{
    if (m_entries.empty() || sequence < m_entries.front().sequence || sequence > m_entries.back().sequence)
        return nullptr;
    return &m_entries[std::size_t(sequence - m_entries.front().sequence)];
}

const ReceivedRequest *RequestLog::find(quint64 sequence) const
{
    return const_cast<RequestLog *>(this)->entry(sequence);
}

void RequestLog::appendBody(quint64 sequence, QByteArrayView bytes)
{
    ReceivedRequest *request = entry(sequence);
    if (!request)
        return;
    request->bodySize += bytes.size();
    if (sequence <= m_bodiesShedUpTo)
        return;
    const qsizetype kept =
        std::min(bytes.size(), qsizetype(ReceivedRequest::maxKeptBody) - request->body.size());
    request->body.append(bytes.first(kept));
    m_bodyBytes += kept;
    shedBodies();
}

/// Drops the oldest kept bodies until the rest is within maxBodyBytes.
void RequestLog::shedBodies()
{
    while (m_bodyBytes > maxBodyBytes && m_bodiesShedUpTo < m_entries.back().sequence) {
        m_bodiesShedUpTo = std::max(m_bodiesShedUpTo + 1, m_entries.front().sequence);
        ReceivedRequest *oldest = entry(m_bodiesShedUpTo);
        m_bodyBytes -= oldest->body.size();
        oldest->body = QByteArray();
    }
}

void RequestLog::markComplete(quint64 sequence, const QByteArray &sha256, SteadyTime now)
{
    if (ReceivedRequest *request = entry(sequence)) {
        request->complete = true;
        request->bodySha256 = sha256;
        request->completedAt = now;
    }
}

void RequestLog::markAnswered(quint64 sequence)
{
    if (ReceivedRequest *request = entry(sequence))
        request->answered = true;
}

void RequestLog::markAborted(quint64 sequence, SteadyTime now)
{
    if (ReceivedRequest *request = entry(sequence))
        request->abortedByPeerAt = now;
}

void RequestLog::clear()
{
    m_entries.clear();
    m_bodyBytes = 0;
}

namespace {

/// Credentials stay out of what is printed: a person may have pointed a real key at the simulation.
QString shownValue(const Field &field)
{
    static const QByteArrayList secret = {"x-api-key", "authorization", "proxy-authorization", "cookie"};
    return secret.contains(field.name.toLower()) ? QStringLiteral("•••") : QString::fromLatin1(field.value);
}

QString framingWord(BodyFraming framing)
{
    switch (framing) {
    case BodyFraming::None:
        return QStringLiteral("none");
    case BodyFraming::Length:
        return QStringLiteral("length");
    case BodyFraming::Chunked:
        return QStringLiteral("chunked");
    }
    return {};
}

qint64 millisecondsBefore(SteadyTime now, SteadyTime then)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(now - then).count();
}

QJsonObject toJson(const ReceivedRequest &request, SteadyTime now)
{
    QJsonArray fields;
    for (const Field &field : request.fields)
        fields.append(QJsonArray{QString::fromLatin1(field.name), shownValue(field)});
    QJsonObject json{
        {QStringLiteral("sequence"), qint64(request.sequence)},
        {QStringLiteral("connection"), qint64(request.connection)},
        {QStringLiteral("request_on_connection"), request.requestOnConnection},
        {QStringLiteral("method"), QString::fromLatin1(request.method)},
        {QStringLiteral("target"), QString::fromLatin1(request.target)},
        {QStringLiteral("version"), QString::fromLatin1(request.version)},
        {QStringLiteral("fields"), fields},
        {QStringLiteral("framing"), framingWord(request.framing)},
        {QStringLiteral("body_size"), request.bodySize},
        {QStringLiteral("body_sha256"), QString::fromLatin1(request.bodySha256)},
        {QStringLiteral("complete"), request.complete},
        {QStringLiteral("answered"), request.answered},
        {QStringLiteral("fault"), QString::fromLatin1(wordOf(request.fault))},
        {QStringLiteral("received_ms_ago"), millisecondsBefore(now, request.receivedAt)},
        {QStringLiteral("aborted_by_peer"), request.abortedByPeerAt.has_value()},
    };
    if (request.abortedByPeerAt)
        json.insert(QStringLiteral("aborted_ms_ago"), millisecondsBefore(now, *request.abortedByPeerAt));
    return json;
}

} // namespace

QJsonArray toJson(const std::vector<ReceivedRequest> &entries, SteadyTime now)
{
    QJsonArray array;
    for (const ReceivedRequest &request : entries)
        array.append(toJson(request, now));
    return array;
}

} // namespace qcc::sim
