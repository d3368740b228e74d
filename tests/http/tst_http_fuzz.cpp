// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/http1.h"

#include <QRandomGenerator>
#include <QTest>

using namespace qcc;

namespace {

constexpr int kRounds = 100'000; ///< of each kind
constexpr quint32 kSeed = 0x51cc51cc;

/// What attackers put in between.
const QByteArray kMorsels[] = {"\r",
                               "\n",
                               "\r\n",
                               " ",
                               "\t",
                               QByteArray(1, '\0'),
                               ":",
                               ",",
                               ";",
                               "\x0b",
                               "\x7f",
                               "\xff",
                               "0",
                               "0x",
                               "+",
                               "\r\n\r\n",
                               "\r\n ",
                               "\n\n",
                               "chunked",
                               "Content-Length: 5\r\n",
                               "Transfer-Encoding: chunked\r\n",
                               "Host: b\r\n",
                               "HTTP/1.0",
                               "HTTP/1.1",
                               "0\r\n\r\n"};

const QByteArray kRequests[] = {
    "GET / HTTP/1.1\r\nHost: a\r\n\r\n",
    "POST /v1/messages?beta=true HTTP/1.1\r\nHost: 127.0.0.1:7860\r\nContent-Length: 12\r\nX-A: b\tc, "
    "d\r\nConnection: close\r\n\r\n",
    "POST / HTTP/1.1\r\nHost: [::1]:1\r\nTransfer-Encoding: chunked\r\nExpect: 100-continue\r\n\r\n",
    "HEAD /api/hello HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"};
const QByteArray kResponses[] = {
    "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n",
    "HTTP/1.1 529\r\nContent-Length: 120\r\nretry-after: 2\r\n\r\n", "HTTP/1.0 200 OK\r\nX: y\r\n\r\n"};
const QByteArray kChunkedBodies[] = {"5\r\nabcde\r\n3;a=b\r\nxyz\r\n0\r\n\r\n",
                                     "1\r\na\r\n0\r\nX-T: u\r\nY:\r\n\r\n",
                                     "0000000a\r\n\r\n\r\n\r\n\r\n\r\n\r\n000\r\n\r\n"};

template <std::size_t N> const QByteArray &pick(QRandomGenerator &random, const QByteArray (&from)[N])
{
    return from[random.bounded(int(N))];
}

QByteArray mutated(QRandomGenerator &random, QByteArray bytes)
{
    for (int changes = random.bounded(1, 4); changes > 0; --changes) {
        const qsizetype at = random.bounded(bytes.size() + 1);
        const qsizetype length = std::min(qsizetype(random.bounded(1, 8)), bytes.size() - at);
        switch (random.bounded(5)) {
        case 0:
            bytes.insert(at, pick(random, kMorsels));
            break;
        case 1:
            bytes.remove(at, length);
            break;
        case 2:
            bytes.replace(at, length, pick(random, kMorsels));
            break;
        case 3:
            bytes.insert(at, bytes.mid(at, length));
            break;
        default:
            bytes.insert(at, char(random.bounded(256)));
        }
    }
    return bytes;
}

/// The plainest possible check, written without any parser: CRLF only, no controls, no folding.
bool looksClean(const QByteArray &head)
{
    for (qsizetype i = 0; i < head.size(); ++i) {
        const auto c = static_cast<unsigned char>(head[i]);
        const bool ending = (c == '\r' && i + 1 < head.size() && head[i + 1] == '\n') ||
                            (c == '\n' && i > 0 && head[i - 1] == '\r');
        if (!ending && ((c < 0x20 && c != '\t') || c == 0x7f))
            return false;
    }
    return !head.contains("\r\n ") && !head.contains("\r\n\t");
}

/// The size of the head that @p bytes begin with, 0 for none; the same however they are split.
qsizetype scannedHead(QRandomGenerator &random, const QByteArray &bytes)
{
    HeadScanner whole(kRequestHeadLimits);
    const HeadScanner::Status status = whole.scan(bytes);
    HeadScanner split(kRequestHeadLimits);
    split.scan(QByteArrayView(bytes).first(random.bounded(bytes.size() + 1)));
    if (split.scan(bytes) != status || split.fault() != whole.fault() || split.headSize() != whole.headSize())
        return -1;
    if (whole.headSize() > bytes.size() ||
        (status == HeadScanner::Status::Bad) != (whole.fault() != HttpFault::None))
        return -1;
    return status == HeadScanner::Status::Complete ? whole.headSize() : 0;
}

struct Decoded
{
    ChunkedDecoder::Status status = ChunkedDecoder::Status::NeedMore;
    qsizetype consumed = 0;
    QByteArray data;
    bool operator==(const Decoded &) const = default;
};

/// Decodes in pieces of up to @p piece bytes.
Decoded decode(const QByteArray &bytes, qsizetype piece)
{
    ChunkedDecoder decoder;
    Decoded decoded;
    while (decoded.consumed < bytes.size() && decoded.status == ChunkedDecoder::Status::NeedMore) {
        const QByteArrayView rest = QByteArrayView(bytes).sliced(decoded.consumed);
        const ChunkedDecoder::Step step = decoder.next(rest.first(std::min(piece, rest.size())));
        decoded.status = step.status;
        decoded.consumed += step.consumed;
        decoded.data += step.data;
        if (step.consumed == 0)
            break;
    }
    return decoded;
}

} // namespace

class TestHttpFuzz : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requests();
    void responses();
    void chunks();
};

void TestHttpFuzz::requests()
{
    QRandomGenerator random(kSeed);
    int accepted = 0;
    for (int round = 0; round < kRounds; ++round) {
        const QByteArray bytes = mutated(random, pick(random, kRequests));
        const qsizetype size = scannedHead(random, bytes);
        QVERIFY2(size >= 0, bytes.toPercentEncoding().constData());
        const QByteArray head = bytes.first(size);
        const ParsedRequest parsed = parseRequestHead(head);
        if (parsed.fault != HttpFault::None)
            continue;
        ++accepted;
        QVERIFY2(looksClean(head), head.toPercentEncoding().constData());
        QVERIFY(countFields(parsed.head.fields, "content-length") +
                    countFields(parsed.head.fields, "transfer-encoding") <=
                1);
        if (parsed.head.minorVersion == 0)
            continue; // written as HTTP/1.1, for which other rules hold
        const ParsedRequest again = parseRequestHead(
            serializeRequestHead(parsed.head.method, parsed.head.target, parsed.head.fields));
        QCOMPARE(again.fault, HttpFault::None);
        QVERIFY2(again.head == parsed.head && again.framing == parsed.framing &&
                     again.keepAlive == parsed.keepAlive,
                 head.toPercentEncoding().constData());
    }
    QVERIFY(accepted > kRounds / 20 && accepted < kRounds);
}

void TestHttpFuzz::responses()
{
    QRandomGenerator random(kSeed + 1);
    int accepted = 0;
    for (int round = 0; round < kRounds; ++round) {
        const QByteArray bytes = mutated(random, pick(random, kResponses));
        const qsizetype size = scannedHead(random, bytes);
        QVERIFY2(size >= 0, bytes.toPercentEncoding().constData());
        const QByteArray head = bytes.first(size);
        const ParsedResponse parsed = parseResponseHead(head, "POST");
        if (parsed.fault != HttpFault::None)
            continue;
        ++accepted;
        QVERIFY2(looksClean(head), head.toPercentEncoding().constData());
        QVERIFY(parsed.head.status >= 100 && parsed.head.status <= 599);
        if (parsed.head.minorVersion == 0)
            continue;
        const ParsedResponse again = parseResponseHead(
            serializeResponseHead(parsed.head.status, parsed.head.reason, parsed.head.fields), "POST");
        QCOMPARE(again.fault, HttpFault::None);
        QVERIFY2(again.head == parsed.head && again.framing == parsed.framing &&
                     again.keepAlive == parsed.keepAlive,
                 head.toPercentEncoding().constData());
    }
    QVERIFY(accepted > kRounds / 20 && accepted < kRounds);
}

void TestHttpFuzz::chunks()
{
    QRandomGenerator random(kSeed + 2);
    int accepted = 0;
    for (int round = 0; round < kRounds; ++round) {
        const QByteArray bytes = mutated(random, pick(random, kChunkedBodies));
        const Decoded whole = decode(bytes, bytes.size() + 1);
        const Decoded split = decode(bytes, random.bounded(1, 12));
        QVERIFY2(whole == split, bytes.toPercentEncoding().constData());
        QVERIFY(whole.consumed <= bytes.size() && whole.data.size() <= whole.consumed);
        if (whole.status == ChunkedDecoder::Status::Done) {
            ++accepted;
            QVERIFY(bytes.first(whole.consumed).endsWith("\r\n"));
        }
    }
    QVERIFY(accepted > kRounds / 50 && accepted < kRounds);
}

QTEST_GUILESS_MAIN(TestHttpFuzz)
#include "tst_http_fuzz.moc"
