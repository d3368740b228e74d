// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/sim_provider.h"
#include "tests/sim/raw_peer.h"

#include <QSignalSpy>
#include <QTest>

using namespace qcc::sim;
using namespace qcc::sim::test;
using End = RawPeer::End;

namespace {

constexpr int streamDeltas = 6;

Fault modified(FaultKind kind, const std::function<void(Fault &)> &change)
{
    Fault fault = faultOf(kind);
    change(fault);
    return fault;
}

} // namespace

/// Faults that show only over several requests, connections or moments.
class TestSimFaultCourses : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_provider.reset(); }

    void refusesConnectionsAndKeepsThePort();
    void saysWhyAPortCannotBeHad();
    void neverReadsAndLetsGo();
    void answersBeforeTheBody_data();
    void answersBeforeTheBody();
    void closesAnIdleConnection();
    void closesAReusedConnection();
    void waitsBeforeHeadAndEvents();
    void pingsUntilThePeerLeaves();
    void strikesOnlySomeRequests();
    void strikesOnlyOnePath();
    void leavesAnswersUnderWayAlone();

private:
    std::unique_ptr<SimProvider> m_provider;
};

void TestSimFaultCourses::init()
{
    SimOptions options;
    options.events = streamDeltas;
    m_provider = std::make_unique<SimProvider>(options);
    QVERIFY(m_provider->listen());
}

void TestSimFaultCourses::refusesConnectionsAndKeepsThePort()
{
    const quint16 port = m_provider->port();
    RawPeer idle(port);
    idle.send(post(plainBody));
    QTRY_VERIFY(idle.pump().received.contains("end_turn"));
    m_provider->setFault(FaultKind::Refuse);
    QVERIFY(!RawPeer(port).isConnected());
    QTRY_COMPARE(idle.pump().end, End::Closed);
    QCOMPARE(m_provider->port(), port);
    m_provider->setFault(FaultKind::None);
    RawPeer again(port);
    QVERIFY(again.isConnected());
    again.send(post(plainBody));
    QTRY_VERIFY(again.pump().received.contains("end_turn"));
}

void TestSimFaultCourses::saysWhyAPortCannotBeHad()
{
    SimProvider other;
    QVERIFY(!other.listen(QHostAddress(QHostAddress::LocalHost), m_provider->port()));
    QVERIFY(!other.listenControl(QHostAddress(QHostAddress::LocalHost), m_provider->port()));
    QVERIFY(!other.errorString().isEmpty());
}

void TestSimFaultCourses::neverReadsAndLetsGo()
{
    m_provider->setFault(FaultKind::HangAccept);
    QSignalSpy accepted(m_provider.get(), &SimProvider::connectionAccepted);
    RawPeer peer(m_provider->port());
    peer.send(post(QByteArray(32 * 1024 * 1024, ' ')));
    QTRY_COMPARE(accepted.size(), 1);
    QVERIFY(!QTest::qWaitFor([&] { return peer.pump().allSent(); }, 200)); // the kernel's buffers stay full
    QVERIFY(m_provider->log().empty());
    m_provider->setFault(FaultKind::None);
    QTRY_COMPARE(peer.pump().end, End::Reset);
    QTRY_COMPARE(m_provider->openConnections(), 0);
}

void TestSimFaultCourses::answersBeforeTheBody_data()
{
    QTest::addColumn<AfterAnswer>("after");
    QTest::addColumn<bool>("served");
    QTest::newRow("and reads on: the next request is served") << AfterAnswer::KeepReading << true;
    QTest::newRow("and closes") << AfterAnswer::Close << false;
}

void TestSimFaultCourses::answersBeforeTheBody()
{
    QFETCH(AfterAnswer, after);
    QFETCH(bool, served);
    m_provider->setFault(modified(FaultKind::EarlyAnswer, [&](Fault &f) {
        f.afterAnswer = after;
        f.requests = 1;
    }));
    RawPeer peer(m_provider->port());
    const QByteArray request = post(plainBody);
    peer.send(request.chopped(5));
    QTRY_VERIFY(peer.pump().received.contains("request_too_large"));
    QCOMPARE(takeAnswer(peer.received)->status, 413);
    if (served) {
        peer.send(request.last(5) + post(plainBody));
        QTRY_VERIFY(peer.pump().received.contains("end_turn"));
        QVERIFY(m_provider->log().at(0).complete);
    } else {
        QTRY_VERIFY(peer.pump().end != End::Open);
        QVERIFY(!m_provider->log().at(0).complete);
    }
    QCOMPARE(m_provider->fault().kind, FaultKind::None);
}

void TestSimFaultCourses::closesAnIdleConnection()
{
    m_provider->setFault(
        modified(FaultKind::CloseIdle, [](Fault &f) { f.delay = std::chrono::milliseconds(30); }));
    RawPeer peer(m_provider->port());
    peer.send(post(plainBody));
    QTRY_VERIFY(peer.pump().received.contains("end_turn"));
    QCOMPARE(peer.end, End::Open);
    QTRY_COMPARE(peer.pump().end, End::Closed);
    QCOMPARE(takeAnswer(peer.received)->status, 200);
    QVERIFY(peer.received.isEmpty());
}

void TestSimFaultCourses::closesAReusedConnection()
{
    m_provider->setFault(modified(FaultKind::CloseOnReuse, [](Fault &f) { f.requests = 1; }));
    RawPeer peer(m_provider->port());
    peer.send(post(plainBody));
    QCOMPARE(nextAnswer(peer).status, 200);
    peer.send(post(plainBody));
    QTRY_VERIFY(peer.pump().end != End::Open);
    QVERIFY(peer.received.isEmpty());
    QCOMPARE(m_provider->log().at(0).fault, FaultKind::None);
    QCOMPARE(m_provider->log().at(1).fault, FaultKind::CloseOnReuse);
    RawPeer fresh(m_provider->port());
    fresh.send(post(plainBody));
    QCOMPARE(nextAnswer(fresh).status, 200);
}

void TestSimFaultCourses::waitsBeforeHeadAndEvents()
{
    m_provider->setFault(modified(FaultKind::Slow, [](Fault &f) {
        f.delay = std::chrono::milliseconds(80);
        f.eventDelay = std::chrono::milliseconds(10);
    }));
    QElapsedTimer timer;
    timer.start();
    RawPeer peer(m_provider->port());
    peer.send(post(streamBody));
    QTRY_VERIFY(!peer.pump().received.isEmpty());
    QVERIFY(timer.elapsed() >= 78);
    QTRY_VERIFY(peer.pump().received.endsWith("0\r\n\r\n"));
    constexpr int events = streamDeltas + 6;
    QVERIFY(timer.elapsed() >= 80 + events * 10 - 12);
}

void TestSimFaultCourses::pingsUntilThePeerLeaves()
{
    m_provider->setFault(
        modified(FaultKind::PingOnly, [](Fault &f) { f.eventDelay = std::chrono::milliseconds(1); }));
    QSignalSpy gone(m_provider.get(), &SimProvider::peerGone);
    RawPeer peer(m_provider->port());
    peer.send(post(streamBody));
    QTRY_VERIFY(peer.pump().received.count("event: ping") >= 20);
    QVERIFY(!peer.received.contains("content_block"));
    peer.close();
    QTRY_COMPARE(gone.size(), 1);
}

void TestSimFaultCourses::strikesOnlySomeRequests()
{
    m_provider->setFault(modified(FaultKind::Status, [](Fault &f) { f.requests = 2; }));
    QSignalSpy changed(m_provider.get(), &SimProvider::faultChanged);
    RawPeer peer(m_provider->port());
    for (const int status : {500, 500, 200}) {
        peer.send(post(plainBody));
        const Answer answer = nextAnswer(peer);
        QCOMPARE(answer.status, status);
    }
    QCOMPARE(changed.size(), 1);
}

void TestSimFaultCourses::strikesOnlyOnePath()
{
    m_provider->setFault(modified(FaultKind::Status, [](Fault &f) {
        f.status = 404;
        f.path = "/v1/messages/count_tokens";
    }));
    RawPeer peer(m_provider->port());
    peer.send(post(plainBody) + post(plainBody, "/v1/messages/count_tokens?beta=true"));
    const Answer message = nextAnswer(peer);
    QCOMPARE(message.status, 200);
    const Answer count = nextAnswer(peer);
    QCOMPARE(count.status, 404);
}

void TestSimFaultCourses::leavesAnswersUnderWayAlone()
{
    SimOptions options;
    options.events = streamDeltas;
    options.interval = std::chrono::milliseconds(20);
    m_provider->setOptions(options);
    RawPeer peer(m_provider->port());
    peer.send(post(streamBody));
    QTRY_VERIFY(peer.pump().received.contains("content_block_delta"));
    m_provider->setFault(FaultKind::Refuse);
    QTRY_COMPARE(peer.pump().end, End::Closed);
    QVERIFY(peer.received.endsWith("0\r\n\r\n"));
    QVERIFY(peer.received.contains("message_stop"));
}

QTEST_GUILESS_MAIN(TestSimFaultCourses)
#include "tst_sim_fault_courses.moc"
