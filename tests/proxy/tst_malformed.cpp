// SPDX-License-Identifier: GPL-3.0-or-later
// Malformed and ambiguous requests at the real proxy: refused, closed, and nothing of them forwarded.
#include "tests/proxy/proxy_stage.h"
#include "tests/support/malformed_requests.h"

#include <QRandomGenerator>

using namespace qcc;
using namespace qcc::test;

namespace {

enum class Split { Whole, Bytes, Random };

QByteArrayList pieces(const QByteArray &bytes, Split split, quint32 seed)
{
    if (split == Split::Whole)
        return {bytes};
    QRandomGenerator random(seed);
    const int longest =
        split == Split::Bytes ? 1 : static_cast<int>(std::max<qsizetype>(8, bytes.size() / 12));
    QByteArrayList parts;
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype size = std::min<qsizetype>(1 + random.bounded(longest), bytes.size() - at);
        parts += bytes.mid(at, size);
        at += size;
    }
    return parts;
}

} // namespace

class Malformed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isRefused_data();
    void isRefused();
    void afterAGoodOneIsRefused_data() { isRefused_data(); }
    void afterAGoodOneIsRefused();
    void cleanupTestCase();

private:
    std::unique_ptr<ProxyStage> m_stage;
};

void Malformed::initTestCase()
{
    m_stage = std::make_unique<ProxyStage>();
    m_stage->add(QStringLiteral("production"));
}

void Malformed::isRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    for (const MalformedRequest &row : malformedRequests())
        QTest::newRow(row.name) << addressed(row.bytes, m_stage->port(), TestHost::token()) << row.status;
}

void Malformed::isRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    constexpr qsizetype kByteByByte = 2048;
    for (const Split split : {Split::Whole, Split::Random, Split::Bytes}) {
        if (split == Split::Bytes && bytes.size() > kByteByByte)
            continue;
        RawClient client(m_stage->port());
        client.sendPieces(pieces(bytes, split, qHash(bytes) & 0xffffffffU));
        const RawAnswer answer = client.next();
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.field("connection"), QByteArray("close"));
        QVERIFY(answer.body.contains("\"type\":\"error\""));
        QVERIFY(client.waitForEnd());
        QVERIFY2(client.received().isEmpty(), "something behind the refusal was answered");
    }
    QVERIFY2(m_stage->sims[0]->log().empty(), "something reached the provider");
    QVERIFY(m_stage->host.started.empty());
}

void Malformed::afterAGoodOneIsRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    RawClient client(m_stage->port());
    client.send(m_stage->request() + bytes);
    const RawAnswer good = client.next();
    QCOMPARE(good.status, 200);
    QVERIFY(good.body.contains("message_stop"));
    const RawAnswer answer = client.next();
    QCOMPARE(answer.status, status);
    QVERIFY(client.waitForEnd());
    QVERIFY(client.received().isEmpty());
    QCOMPARE(m_stage->sims[0]->log().size(), size_t(1));
    m_stage->sims[0]->clearLog();
    m_stage->host.started.clear();
}

void Malformed::cleanupTestCase()
{
    QVERIFY(m_stage->servesWell());
    QCOMPARE(m_stage->sims[0]->log().size(), size_t(1));
    QVERIFY(eventually([this] { return m_stage->server->connectionCount() == 0; }));
    m_stage.reset();
}

QCC_PROXY_TEST_MAIN(Malformed)
#include "tst_malformed.moc"
