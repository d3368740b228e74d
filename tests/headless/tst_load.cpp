// SPDX-License-Identifier: GPL-3.0-or-later
// Crowds that mean no good: others are served on, and memory stays flat (gateway.md section 5).
#include "app/io/file_limit.h"
#include "tests/headless/program_stage.h"

#include <QTest>

#include <csignal>

using namespace qcc;
using namespace qcc::test;
using namespace std::chrono_literals;

namespace {

constexpr int kSlowHeads = 500;
constexpr int kChurn = 10'000;
constexpr int kBatch = 100;
constexpr int kStalledReaders = 50;
constexpr qint64 kMostGrowth = 64 * 1024; // KiB

using Clients = std::vector<std::unique_ptr<RawClient>>;

/// A line of /proc/PID/status, in KiB.
qint64 statusValue(qint64 pid, const QByteArray &name)
{
    QFile file(QStringLiteral("/proc/%1/status").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(name + ':'))
            return line.sliced(name.size() + 1).simplified().split(' ').first().toLongLong();
    }
    return -1;
}

} // namespace

class TestLoad : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void slowHeads();
    void churn();
    void stalledReaders();

private:
    bool othersAreServed(int requests = 3);
    void drip(Clients &clients);

    std::unique_ptr<ProgramStage> m_stage;
    qint64 m_before = 0;
};

void TestLoad::initTestCase()
{
    raiseOpenFileLimit();
    QCOMPARE(statusValue(QCoreApplication::applicationPid(), "Pid"), QCoreApplication::applicationPid());
}

void TestLoad::init()
{
    m_stage = std::make_unique<ProgramStage>();
    m_stage->add("production", "primary");
    QVERIFY(m_stage->start());
    QVERIFY(othersAreServed(20));
    m_before = statusValue(m_stage->pid(), "VmRSS");
    QVERIFY(m_before > 0);
}

/// Peak memory and an orderly end.
void TestLoad::cleanup()
{
    [[maybe_unused]] const qint64 growth = statusValue(m_stage->pid(), "VmHWM") - m_before;
#ifndef QCC_SANITIZED // their shadow and quarantine are not the proxy's memory
    QVERIFY2(growth < kMostGrowth, qPrintable(QStringLiteral("grew by %1 KiB").arg(growth)));
#endif
    QVERIFY(othersAreServed());
    QCOMPARE(m_stage->stop(SIGTERM), 0);
    m_stage.reset();
}

bool TestLoad::othersAreServed(int requests)
{
    for (int i = 0; i < requests; ++i) {
        if (m_stage->servedBy() != "production")
            return false;
    }
    return true;
}

/// One more byte of a head that never ends.
void TestLoad::drip(Clients &clients)
{
    for (const auto &client : clients) {
        if (client->end() == RawClient::End::Open)
            client->send("x");
    }
}

void TestLoad::slowHeads()
{
    Clients slow;
    for (int i = 0; i < kSlowHeads; ++i) {
        slow.push_back(std::make_unique<RawClient>(m_stage->port()));
        QVERIFY(slow.back()->isConnected());
        slow.back()->send("POST /v1/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nx-slow: ");
    }
    QTimer timer;
    timer.callOnTimeout(this, [&] { drip(slow); });
    timer.start(500ms);
    QVERIFY(othersAreServed());
    // The limit is on the whole head: drops do not move it.
    QVERIFY(eventually(
        [&] {
            return std::ranges::none_of(slow, [](const auto &c) { return c->end() == RawClient::End::Open; });
        },
        60s));
    QVERIFY(othersAreServed());
}

void TestLoad::churn()
{
    const QByteArrayList beginnings{"",
                                    "POST /v1/messages HT",
                                    "X\r\n\r\n",
                                    "HEAD /api/hello HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
                                    m_stage->request().chopped(20),
                                    m_stage->request()};
    for (int done = 0; done < kChurn; done += kBatch) {
        Clients batch;
        for (int i = 0; i < kBatch; ++i) {
            batch.push_back(std::make_unique<RawClient>(m_stage->port()));
            QVERIFY(batch.back()->isConnected());
            batch.back()->send(beginnings[i % beginnings.size()]);
        }
        QVERIFY(eventually(
            [&] { return std::ranges::all_of(batch, [](const auto &c) { return c->allSent(); }); }));
        for (int i = 0; i < kBatch; i += 2)
            batch[static_cast<size_t>(i)]->resetNow(); // the others close as they go
        if (done % 1000 == 0)
            QVERIFY(othersAreServed());
    }
}

void TestLoad::stalledReaders()
{
    sim::SimOptions options = m_stage->sims[0]->options();
    options.events = 500;
    options.padding = 16 * 1024;
    m_stage->sims[0]->setOptions(options); // 8 MB an answer
    Clients stalled;
    for (int i = 0; i < kStalledReaders; ++i) {
        stalled.push_back(std::make_unique<RawClient>(m_stage->port(), 4096));
        stalled.back()->setReading(false);
        stalled.back()->send(m_stage->request());
    }
    QVERIFY(eventually([&] { return m_stage->sims[0]->log().size() >= 20 + kStalledReaders; }, 30s));
    options.events = 12;
    options.padding = 0;
    m_stage->sims[0]->setOptions(options);
    QVERIFY(othersAreServed(20));
    for (const auto &client : stalled)
        QVERIFY(client->end() == RawClient::End::Open);
    stalled.front()->setReading(true); // nothing was lost
    QCOMPARE(test::servedBy(stalled.front()->next(false, kProgramPatience)), QByteArray("production"));
    stalled.clear();
    QVERIFY(eventually(
        [&] {
            return std::ranges::all_of(m_stage->sims[0]->log(),
                                       [](const auto &r) { return r.answered || r.abortedByPeerAt; });
        },
        30s));
}

QTEST_GUILESS_MAIN(TestLoad)
#include "tst_load.moc"
