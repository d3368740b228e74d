// SPDX-License-Identifier: GPL-3.0-or-later
// The primary dies in the middle of the work: nobody but the streams that had content already notices.
#include "tests/headless/failover_stage.h"

#include <QElapsedTimer>
#include <QTest>

#include <csignal>

using namespace qcc;
using namespace qcc::test;
using namespace std::chrono_literals;

namespace {

constexpr int kStreams = 50;
constexpr int kLongestRun = 2000; ///< requests of the worker, at most

sim::SimOptions slowStream()
{
    sim::SimOptions options;
    options.events = 40;
    options.interval = 50ms;
    return options;
}

/// One client that asks again as soon as it has its answer.
class Worker
{
public:
    explicit Worker(ProgramStage &stage) : m_stage(stage) {}

    void askOn()
    {
        if (!m_client || m_client->end() != RawClient::End::Open)
            m_client = std::make_unique<RawClient>(m_stage.port());
        m_client->send(m_stage.request());
        m_asked.start();
    }

    /// Takes answers as they come; false when there is none yet.
    bool take()
    {
        const RawAnswer answer = m_client->peek();
        if (!answer.whole && m_client->end() == RawClient::End::Open)
            return false;
        served.push_back(test::servedBy(answer));
        took.push_back(std::chrono::milliseconds(m_asked.elapsed()));
        m_client->forgetReceived();
        return true;
    }

    std::vector<QByteArray> served; ///< by whom, or the status
    std::vector<std::chrono::milliseconds> took;

private:
    ProgramStage &m_stage;
    std::unique_ptr<RawClient> m_client;
    QElapsedTimer m_asked;
};

} // namespace

class TestPrimaryDies : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void underLoad();
};

void TestPrimaryDies::underLoad()
{
    FailoverStage stage;
    sim::SimProvider &production = stage.add("production", "primary", slowStream());
    stage.add("backup", "secondary");
    stage.policy("--check-interval 5");
    QVERIFY(stage.startWatching());
    QVERIFY(stage.lastEventBecomes(QStringLiteral("activation >production")));

    std::vector<std::unique_ptr<RawClient>> streams;
    for (int i = 0; i < kStreams; ++i) {
        streams.push_back(std::make_unique<RawClient>(stage.port()));
        streams.back()->send(stage.request());
    }
    const auto hasContent = [](const auto &client) {
        return client->received().contains("content_block_delta");
    };
    QVERIFY(eventually([&] { return std::ranges::all_of(streams, hasContent); }, kProgramPatience));

    QElapsedTimer sinceDeath;
    production.setFault(sim::FaultKind::Refuse);
    sim::SimProvider *dying = &production;
    dying->close(); // every stream of its is cut in the middle
    sinceDeath.start();

    Worker worker(stage);
    worker.askOn();
    qint64 firstAnswer = -1;
    const bool moved = eventually(
        [&] {
            if (worker.take()) {
                if (firstAnswer < 0)
                    firstAnswer = sinceDeath.elapsed();
                if (worker.served.size() < kLongestRun)
                    worker.askOn();
            }
            return worker.served.size() >= 20 && stage.events().size() == 2;
        },
        kProgramPatience);
    QVERIFY(moved);
    for (const QByteArray &config : worker.served)
        QCOMPARE(config, QByteArray("backup")); // nobody saw an error
    // Past their content: broken off, so that the client can tell.
    QVERIFY(eventually([&] {
        return std::ranges::none_of(streams,
                                    [](const auto &client) { return client->end() == RawClient::End::Open; });
    }));
    for (const auto &client : streams)
        QVERIFY(!client->peek().whole);

    QCOMPARE(stage.events().last(), QStringLiteral("failover production>backup"));
    QVERIFY(stage.printed(QStringLiteral("Failover from production to backup")));
    QCOMPARE(stage.countPrinted(QStringLiteral("Failover from")), 1);
    const auto switched = stage.eventList().back();
    qInfo("from the death to the first answer of the next config: %lld ms; requests until the active config "
          "moved: %lld; "
          "slowest request: %lld ms; failures when it moved: %d",
          static_cast<long long>(firstAnswer), static_cast<long long>(worker.served.size()),
          static_cast<long long>(std::ranges::max(worker.took).count()),
          switched.decision ? switched.decision->failures : 0);
    QCOMPARE(stage.stop(SIGTERM), 0);
}

QTEST_GUILESS_MAIN(TestPrimaryDies)
#include "tst_primary_dies.moc"
