// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/health/probe_desk.h"
#include "tests/health/health_stage.h"
#include "tests/support/dispatcher_main.h"

using namespace qcc;
using namespace qcc::test;
using namespace std::chrono_literals;

/// Drafts of endpoints against simulated providers.
class TestProbeDesk : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void tellsOfADraft_data();
    void tellsOfADraft();
    void asksTheDraftAndNotWhatIsStored();
    void asksForModelsByTheNamesOfTheStoredConfig();
    void refusesWhatCannotBeAsked_data();
    void refusesWhatCannotBeAsked();
    void nobodyElseLearnsOfIt();
    void onlySoManyAtOnce();
    void endsWithItsAsker();
    void leavesNoConnection();

private:
    ProbeEndpoint draft(std::optional<QByteArray> key = {}) const;
    void ask(ProbeEndpoint draft);

    std::unique_ptr<HealthStage> m_stage;
    sim::SimProvider *m_sim = nullptr;
    std::unique_ptr<ProbeDesk> m_desk;
    std::unique_ptr<QObject> m_asker;
    std::vector<Result<CheckReport>> m_answers;
};

namespace {

const QString kId = QStringLiteral("0badcafe");

} // namespace

void TestProbeDesk::init()
{
    m_stage = std::make_unique<HealthStage>();
    m_sim = &m_stage->addProvider(kId);
    m_desk = std::make_unique<ProbeDesk>(*m_stage, HealthOptions{});
    HealthStage &stage = *m_stage;
    connect(m_desk.get(), &ProbeDesk::wayEnded, m_desk.get(),
            [&stage](const EndpointId &way) { stage.transportFor(Endpoint()).forget(way); });
    m_asker = std::make_unique<QObject>();
}

void TestProbeDesk::cleanup()
{
    m_asker.reset();
    m_desk.reset();
    m_stage.reset();
    m_answers.clear();
}

ProbeEndpoint TestProbeDesk::draft(std::optional<QByteArray> key) const
{
    ProbeEndpoint draft;
    draft.endpoint = m_stage->endpoint(kId);
    if (key)
        draft.key = Secret(*key);
    return draft;
}

void TestProbeDesk::ask(ProbeEndpoint draft)
{
    m_desk->probe(std::move(draft), *m_asker,
                  [this](const Result<CheckReport> &answer) { m_answers.push_back(answer); });
}

void TestProbeDesk::tellsOfADraft_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("key"); // empty: the stored one
    QTest::addColumn<bool>("accepted");
    QTest::newRow("with the stored key") << kId << QByteArray() << true;
    QTest::newRow("with a key of its own") << kId << HealthStage::keyNamed(kId) << true;
    QTest::newRow("with a wrong key") << kId << QByteArray("sk-wrong") << false;
    QTest::newRow("not stored yet") << QString() << HealthStage::keyNamed(kId) << true;
}

void TestProbeDesk::tellsOfADraft()
{
    QFETCH(QString, id);
    QFETCH(QByteArray, key);
    QFETCH(bool, accepted);
    ProbeEndpoint asked = draft();
    asked.endpoint.id.value = id;
    if (!key.isEmpty())
        asked.key = Secret(key);
    ask(std::move(asked));
    QVERIFY(m_answers.empty());
    QTRY_COMPARE(m_answers.size(), size_t(1));
    QVERIFY(m_answers[0]);
    QCOMPARE(m_answers[0]->endpoint.value, id);
    QCOMPARE(m_answers[0]->reachable, CheckLayer::Good);
    QCOMPARE(m_answers[0]->keyAccepted, accepted ? CheckLayer::Good : CheckLayer::Bad);
}

void TestProbeDesk::asksTheDraftAndNotWhatIsStored()
{
    sim::SimProvider &other = m_stage->addProvider(QStringLiteral("0000beef"));
    ask(draft()); // leaves a connection to the stored address, were it to be kept
    QTRY_COMPARE(m_answers.size(), size_t(1));
    ProbeEndpoint moved = draft(HealthStage::keyNamed(QStringLiteral("0000beef")));
    moved.endpoint.url = other.url();
    ask(std::move(moved));
    QTRY_COMPARE(m_answers.size(), size_t(2));
    QCOMPARE(m_answers[1]->keyAccepted, CheckLayer::Good);
    QVERIFY(!other.log().empty());
}

void TestProbeDesk::asksForModelsByTheNamesOfTheStoredConfig()
{
    sim::SimOptions options = m_sim->options();
    options.missing = {"/v1/models"};
    m_sim->setOptions(options);
    m_stage->settings.configs.front().modelMappings = {
        {QStringLiteral("claude-3-5-haiku*"), QStringLiteral("vendor/haiku")}};
    ask(draft());
    QTRY_COMPARE(m_answers.size(), size_t(1));
    const QJsonObject body = QJsonDocument::fromJson(m_sim->log()[1].body).object();
    QCOMPARE(body[QStringLiteral("model")].toString(), QStringLiteral("vendor/haiku"));
}

void TestProbeDesk::refusesWhatCannotBeAsked_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<RefusalCode>("code");
    QTest::newRow("no URL") << QStringLiteral("url") << RefusalCode::InvalidUrl;
    QTest::newRow("a time limit of nothing") << QStringLiteral("limit") << RefusalCode::InvalidTimeLimit;
    QTest::newRow("a proxy of another kind") << QStringLiteral("proxy") << RefusalCode::InvalidProxy;
    QTest::newRow("an empty key") << QStringLiteral("empty key") << RefusalCode::EmptyKey;
    QTest::newRow("a key with a line break") << QStringLiteral("bad key") << RefusalCode::InvalidValue;
    QTest::newRow("a new endpoint without key") << QStringLiteral("new") << RefusalCode::EmptyKey;
    QTest::newRow("the key of nobody") << QStringLiteral("nobody") << RefusalCode::UnknownEndpoint;
    QTest::newRow("a stored endpoint without key") << QStringLiteral("keyless") << RefusalCode::EmptyKey;
}

void TestProbeDesk::refusesWhatCannotBeAsked()
{
    QFETCH(QString, what);
    QFETCH(RefusalCode, code);
    ProbeEndpoint asked = draft();
    if (what == u"url")
        asked.endpoint.url = QUrl();
    else if (what == u"limit")
        asked.endpoint.limits.connect = 0ms;
    else if (what == u"proxy")
        asked.endpoint.outboundProxy = QUrl(QStringLiteral("ftp://h:1"));
    else if (what == u"empty key")
        asked.key = Secret("");
    else if (what == u"bad key")
        asked.key = Secret("sk-\nx");
    else if (what == u"new")
        asked.endpoint.id.value.clear();
    else if (what == u"nobody")
        asked.endpoint.id.value = QStringLiteral("ffffffff");
    else if (what == u"keyless")
        m_stage->keys.clear();
    ask(std::move(asked));
    QCOMPARE(m_answers.size(), size_t(1));
    QVERIFY(!m_answers[0]);
    QCOMPARE(m_answers[0].refusal().code, code);
    QCOMPARE(m_desk->running() + m_desk->waiting(), size_t(0));
}

void TestProbeDesk::nobodyElseLearnsOfIt()
{
    ask(draft(QByteArray("sk-wrong")));
    QTRY_COMPARE(m_answers.size(), size_t(1));
    QVERIFY(m_stage->told.empty());
    QVERIFY(m_stage->state.endpoints.empty());
}

void TestProbeDesk::onlySoManyAtOnce()
{
    for (int i = 0; i < kParallelProbes + 3; ++i)
        ask(draft());
    QCOMPARE(m_desk->running(), size_t(kParallelProbes));
    QCOMPARE(m_desk->waiting(), size_t(3));
    QTRY_COMPARE(m_answers.size(), size_t(kParallelProbes + 3));
    QCOMPARE(m_desk->running() + m_desk->waiting(), size_t(0));
}

void TestProbeDesk::endsWithItsAsker()
{
    m_sim->setFault(sim::FaultKind::Hang);
    for (int i = 0; i < kParallelProbes + 1; ++i)
        ask(draft());
    QTRY_COMPARE(m_sim->openConnections(), qsizetype(kParallelProbes));
    m_asker.reset();
    QCOMPARE(m_desk->running() + m_desk->waiting(), size_t(0));
    QTRY_COMPARE(m_sim->openConnections(), qsizetype(0));
    QVERIFY(m_answers.empty());
    m_asker = std::make_unique<QObject>();
    m_sim->setFault(sim::FaultKind::None);
    ask(draft());
    QTRY_COMPARE(m_answers.size(), size_t(1));
}

void TestProbeDesk::leavesNoConnection()
{
    ask(draft());
    QTRY_COMPARE(m_answers.size(), size_t(1));
    QTRY_COMPARE(m_sim->openConnections(), qsizetype(0));
}

QCC_DISPATCHER_TEST_MAIN(TestProbeDesk)
#include "tst_probe_desk.moc"
