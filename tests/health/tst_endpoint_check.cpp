// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/health/health_stage.h"
#include "tests/support/dispatcher_main.h"

#include <QSignalSpy>

using namespace qcc;
using namespace qcc::test;
using sim::FaultKind;

Q_DECLARE_METATYPE(qcc::sim::Fault)

namespace {

const QString kId = QStringLiteral("0badcafe");
const QByteArray kModels = "/v1/models";
const QByteArray kCount = "/v1/messages/count_tokens";

sim::Fault at(const QByteArray &path, sim::Fault fault)
{
    fault.path = path;
    return fault;
}

char mark(CheckLayer layer)
{
    return layer == CheckLayer::Good ? '+' : layer == CheckLayer::Bad ? '-' : '?';
}

QByteArray layersOf(const CheckReport &report)
{
    return QByteArray() + mark(report.reachable) + mark(report.keyAccepted) + mark(report.modelAnswers);
}

/// A check of the stage's only endpoint, run to its end.
CheckReport run(HealthStage &stage, const HealthOptions &options = {})
{
    std::optional<CheckReport> report;
    const Endpoint &endpoint = stage.endpoint(kId);
    EndpointCheck check({endpoint, *stage.keyOf(endpoint.id),
                         CheckLadder(stage.stateOf(kId), options.spendTokens, stage.now()), 7},
                        options, stage, [&](const CheckReport &told) { report = told; });
    check.start();
    [&] { QTRY_VERIFY_WITH_TIMEOUT(report, 20'000); }();
    return report.value_or(CheckReport{});
}

/// How far QNetworkAccessManager does the same as the pooled transport.
enum class Over {
    Both,
    QnamRepeats, ///< it sends the request again by itself
    PooledOnly   ///< it does not tell, or its own way: docs/decisions/0006
};

struct AnswerRow
{
    const char *what = nullptr;
    sim::Fault fault;
    QByteArray paths;  ///< the last parts of those asked for
    QByteArray layers; ///< reachable, key, model
    OutcomeKind kind = OutcomeKind::Success;
    TransportFault transport = TransportFault::None;
    Over over = Over::Both;
    QByteArray missing = {};
    QByteArray open = {};
};

std::vector<AnswerRow> answersOfTheFirstRung()
{
    using K = OutcomeKind;
    using T = TransportFault;
    using F = FaultKind;
    const auto status = [](int code) { return sim::statusFault(code); };
    sim::Fault credit = status(400);
    credit.body = R"({"type":"error","error":{"type":"invalid_request_error",)"
                  R"("message":"Your credit balance is too low to access the Anthropic API."}})";
    return {
        {"well", {}, "models models", "++?", K::Success},
        {"405", at(kModels, status(405)), "models count_tokens count_tokens", "+++", K::Success},
        {"501", at(kModels, status(501)), "models count_tokens count_tokens", "+++", K::Success},
        {"403", at(kModels, status(403)), "models count_tokens count_tokens", "+++", K::Success},
        {"404 everywhere", status(404), "models count_tokens", "+??", K::Success},
        {"403 everywhere", status(403), "models count_tokens", "+??", K::KeyRejected},
        {"a redirect", status(302), "models count_tokens", "+??", K::PassedThrough},
        {"401", status(401), "models", "+-?", K::KeyRejected},
        {"402", status(402), "models", "++-", K::OutOfCredit},
        {"credit by words", credit, "models", "++-", K::OutOfCredit},
        {"429", status(429), "models", "++?", K::RateLimited},
        {"429 with a time", sim::statusFault(429, "60"), "models", "++?", K::RateLimitedUntil},
        {"529", status(529), "models", "+??", K::Overloaded},
        {"500", status(500), "models", "+??", K::ServerError},
        {"503", status(503), "models", "+??", K::ServerError},
        {"an HTML page", sim::faultOf(F::Html), "models", "+??", K::WrongContent},
        {"an empty answer", sim::faultOf(F::Empty), "models", "+??", K::WrongContent},
        {"an error under 200", sim::faultOf(F::JsonError), "models", "+??", K::WrongContent},
        {"refused", sim::faultOf(F::Refuse), "", "-??", K::ConnectFailure, T::Refused},
        {"reset", sim::faultOf(F::ResetBeforeHead), "models", "-??", K::ConnectionLost, T::Reset,
         Over::QnamRepeats},
        {"closed", sim::faultOf(F::CloseBeforeHead), "models", "-??", K::ConnectionLost, T::Reset,
         Over::QnamRepeats},
        {"cut off", sim::faultOf(F::Truncated), "models", "-??", K::ConnectionLost, T::Truncated},
        {"garbage", sim::faultOf(F::Garbage), "models", "-??", K::ProtocolViolation, T::Protocol,
         Over::PooledOnly},
    };
}

/// The first rung is not served.
std::vector<AnswerRow> answersFurtherUp()
{
    using K = OutcomeKind;
    const auto status = [](int code) { return at(kCount, sim::statusFault(code)); };
    std::vector<AnswerRow> rows{
        {"tokens: well", {}, "models count_tokens count_tokens", "+++", K::Success},
        {"tokens: 401", status(401), "models count_tokens", "+-?", K::KeyRejected},
        {"tokens: 402", status(402), "models count_tokens", "++-", K::OutOfCredit},
        {"tokens: 403", status(403), "models count_tokens", "+??", K::KeyRejected},
        {"tokens: 404", status(404), "models count_tokens", "+??", K::Success},
        {"tokens: 429", status(429), "models count_tokens", "++?", K::RateLimited},
        {"tokens: 529", status(529), "models count_tokens", "+??", K::Overloaded},
        {"tokens: 500", status(500), "models count_tokens", "+?-", K::ServerError},
        {"tokens: an HTML page", at(kCount, sim::faultOf(FaultKind::Html)), "models count_tokens", "+?-",
         K::WrongContent},
        // A reused connection that dies is tried once on a fresh one.
        {"tokens: reset", at(kCount, sim::faultOf(FaultKind::ResetBeforeHead)),
         "models count_tokens count_tokens", "-??", K::ConnectionLost, TransportFault::Reset,
         Over::PooledOnly},
    };
    for (AnswerRow &row : rows)
        row.missing = kModels;
    return rows;
}

std::vector<AnswerRow> allAnswers()
{
    std::vector<AnswerRow> rows = answersOfTheFirstRung();
    const std::vector<AnswerRow> more = answersFurtherUp();
    rows.insert(rows.end(), more.begin(), more.end());
    AnswerRow open{
        "public models", {}, "models models count_tokens count_tokens", "+++", OutcomeKind::Success};
    open.open = kModels;
    rows.push_back(open);
    open.what = "public models, the key is refused behind them";
    open.fault = at(kCount, sim::statusFault(401));
    open.paths = "models models count_tokens";
    open.layers = "+-?";
    open.kind = OutcomeKind::KeyRejected;
    rows.push_back(open);
    return rows;
}

} // namespace
Q_DECLARE_METATYPE(AnswerRow)

/// One check against a simulated provider that breaks on command.
class TestEndpointCheck : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachAnswerTellsSomething_data();
    void eachAnswerTellsSomething();
    void theRequestsAreThoseOfAnApiClient_data();
    void theRequestsAreThoseOfAnApiClient();
    void aModelIsAskedForByItsProvidersName_data();
    void aModelIsAskedForByItsProvidersName();
    void aConfigsHeadersAreSentToo();
    void messagesAreSentOnlyWhereChosen_data();
    void messagesAreSentOnlyWhereChosen();
    void aSlowProviderMeetsTheTimeLimit_data();
    void aSlowProviderMeetsTheTimeLimit();
    void theEndpointsOwnLimitMayBeShorter();
    void latencyIsThatOfTheHead();
    void longAnswersAreNotReadToTheirEnd();
    void codedAnswersAreLookedInto_data();
    void codedAnswersAreLookedInto();
    void keysAppearInNoReport_data();
    void keysAppearInNoReport();
    void mayBeDestroyedWhileRunning();
};

void TestEndpointCheck::eachAnswerTellsSomething_data()
{
    QTest::addColumn<bool>("http2");
    QTest::addColumn<AnswerRow>("row");
    for (const bool http2 : kTransports) {
        for (const AnswerRow &row : allAnswers()) {
            if (!http2 || row.over != Over::PooledOnly)
                QTest::addRow("%s: %s", http2 ? "qnam" : "pooled", row.what) << http2 << row;
        }
    }
}

void TestEndpointCheck::eachAnswerTellsSomething()
{
    QFETCH(bool, http2);
    QFETCH(AnswerRow, row);
    sim::SimOptions options;
    options.missing = {row.missing};
    options.open = {row.open};
    HealthStage stage;
    sim::SimProvider &provider = stage.addProvider(kId, QStringLiteral("main"), Priority::Primary, options);
    stage.endpoint(kId).http = http2 ? HttpVersion::Http2 : HttpVersion::Http1;
    provider.setFault(row.fault);
    const CheckReport report = run(stage);
    QByteArrayList parts;
    for (const QByteArray &path : pathsAt(provider))
        parts.append(path.sliced(path.lastIndexOf('/') + 1));
    const bool repeats = http2 && row.over == Over::QnamRepeats;
    QCOMPARE(parts.join(' '), repeats ? row.paths + ' ' + row.paths : row.paths);
    QCOMPARE(layersOf(report), row.layers);
    QCOMPARE(report.outcome.kind, row.kind);
    QCOMPARE(report.outcome.fault, row.transport);
    QCOMPARE(report.endpoint.value, kId);
    QVERIFY(report.endedAt >= report.startedAt && report.startedAt > TimePoint{});
}

void TestEndpointCheck::theRequestsAreThoseOfAnApiClient_data()
{
    QTest::addColumn<AuthForm>("auth");
    QTest::addColumn<QByteArray>("xApiKey");
    QTest::addColumn<QByteArray>("authorization");
    const QByteArray key = HealthStage::keyNamed(kId);
    QTest::newRow("x-api-key") << AuthForm::XApiKey << key << QByteArray();
    QTest::newRow("bearer") << AuthForm::Bearer << QByteArray() << QByteArray("Bearer " + key);
    QTest::newRow("both") << AuthForm::Both << key << QByteArray("Bearer " + key);
}

void TestEndpointCheck::theRequestsAreThoseOfAnApiClient()
{
    QFETCH(AuthForm, auth);
    HealthStage stage;
    sim::SimOptions options;
    options.basePath = "/relay/v1";
    options.missing = {kModels};
    sim::SimProvider &provider = stage.addProvider(kId, QStringLiteral("main"), Priority::Primary, options);
    provider.setOptions([&] {
        sim::SimOptions served = provider.options();
        served.basePath = "/relay"; // the base URL's own /v1 is not doubled
        return served;
    }());
    stage.endpoint(kId).auth = auth;
    run(stage);
    const std::vector<sim::ReceivedRequest> log = provider.log();
    QCOMPARE(log.size(), 3U);
    QCOMPARE(log[0].method, QByteArray("GET"));
    QCOMPARE(log[0].target, QByteArray("/relay/v1/models?limit=1"));
    QCOMPARE(log[1].method, QByteArray("POST"));
    QCOMPARE(log[1].target, QByteArray("/relay/v1/messages/count_tokens"));
    QCOMPARE(log[1].field("content-type"), QByteArray("application/json"));
    const QJsonObject body = QJsonDocument::fromJson(log[1].body).object();
    QCOMPARE(body[QStringLiteral("model")].toString().toUtf8(), HealthOptions{}.model);
    QVERIFY(body[QStringLiteral("messages")].isArray() && !body.contains(QStringLiteral("max_tokens")));
    for (const sim::ReceivedRequest &request : log) {
        QCOMPARE(request.field("user-agent"), QByteArray("qcc/" QCC_VERSION " (health check)"));
        QCOMPARE(request.field("anthropic-version"), QByteArray("2023-06-01"));
        QCOMPARE(request.field("via"), QByteArray("1.1 " + stage.via().value));
        QCOMPARE(request.count("host"), 1);
    }
    for (const size_t own : {size_t(0), size_t(1)}) {
        QTEST(log[own].field("x-api-key"), "xApiKey");
        QTEST(log[own].field("authorization"), "authorization");
    }
    QCOMPARE(log[2].count("x-api-key") + log[2].count("authorization"), 0); // as a stranger
}

void TestEndpointCheck::aModelIsAskedForByItsProvidersName_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QByteArray>("asked");
    QTest::newRow("a rule fits") << QStringLiteral("claude-3-5-haiku*") << QByteArray("vendor/haiku");
    QTest::newRow("no rule fits") << QStringLiteral("claude-opus*") << HealthOptions{}.model;
}

void TestEndpointCheck::aModelIsAskedForByItsProvidersName()
{
    QFETCH(QString, from);
    HealthStage stage;
    sim::SimOptions options;
    options.missing = {kModels};
    sim::SimProvider &provider = stage.addProvider(kId, QStringLiteral("main"), Priority::Primary, options);
    stage.settings.find(QStringLiteral("main"))->modelMappings = {{from, QStringLiteral("vendor/haiku")}};
    run(stage);
    QCOMPARE(pathsAt(provider).at(1), kCount);
    const QJsonObject body = QJsonDocument::fromJson(provider.log()[1].body).object();
    QTEST(body[QStringLiteral("model")].toString().toUtf8(), "asked");
}

void TestEndpointCheck::aConfigsHeadersAreSentToo()
{
    HealthStage stage;
    sim::SimProvider &provider = stage.addProvider(kId, QStringLiteral("main"), Priority::Primary);
    stage.settings.find(QStringLiteral("main"))->extraHeaders = {
        {QStringLiteral("X-Team"), QStringLiteral("compilers")}};
    run(stage);
    const std::vector<sim::Field> fields = provider.log().at(0).fields;
    QVERIFY(std::find(fields.begin(), fields.end(), sim::Field{"X-Team", "compilers"}) != fields.end());
}

void TestEndpointCheck::messagesAreSentOnlyWhereChosen_data()
{
    QTest::addColumn<bool>("spend");
    QTest::addColumn<QByteArray>("lastPath");
    QTest::addColumn<QByteArray>("layers");
    QTest::newRow("not chosen") << false << kCount << QByteArray("+??");
    QTest::newRow("chosen") << true << QByteArray("/v1/messages") << QByteArray("+++");
}

void TestEndpointCheck::messagesAreSentOnlyWhereChosen()
{
    QFETCH(bool, spend);
    HealthStage stage;
    sim::SimOptions served;
    served.missing = {kModels, kCount};
    sim::SimProvider &provider = stage.addProvider(kId, QStringLiteral("main"), Priority::Primary, served);
    HealthOptions options;
    options.spendTokens = spend;
    const CheckReport report = run(stage, options);
    QTEST(pathsAt(provider).last(), "lastPath");
    QTEST(layersOf(report), "layers");
    if (spend) {
        const QJsonObject body = QJsonDocument::fromJson(provider.log().back().body).object();
        QCOMPARE(body[QStringLiteral("max_tokens")].toInt(), 1);
    }
}

void TestEndpointCheck::aSlowProviderMeetsTheTimeLimit_data()
{
    QTest::addColumn<FaultKind>("fault");
    QTest::addColumn<int>("headLimit");
    QTest::addColumn<int>("totalLimit");
    QTest::addColumn<OutcomeKind>("kind");
    QTest::addColumn<TransportFault>("transport");
    using K = OutcomeKind;
    using T = TransportFault;
    QTest::newRow("no head in time") << FaultKind::Hang << 100 << 5'000 << K::HeaderTimeout
                                     << T::HeaderTimeout;
    QTest::newRow("no head in all the time there is")
        << FaultKind::Hang << 5'000 << 100 << K::HeaderTimeout << T::HeaderTimeout;
    QTest::newRow("a body that never ends")
        << FaultKind::Stalled << 5'000 << 200 << K::TimedOut << T::TotalTimeout;
}

void TestEndpointCheck::aSlowProviderMeetsTheTimeLimit()
{
    QFETCH(FaultKind, fault);
    QFETCH(int, headLimit);
    QFETCH(int, totalLimit);
    HealthStage stage;
    sim::SimProvider &provider = stage.addProvider(kId);
    provider.setFault(fault);
    QSignalSpy gone(&provider, &sim::SimProvider::peerGone);
    HealthOptions options;
    options.headLimit = milliseconds(headLimit);
    options.totalLimit = milliseconds(totalLimit);
    const CheckReport report = run(stage, options);
    QTEST(report.outcome.kind, "kind");
    QTEST(report.outcome.fault, "transport");
    QCOMPARE(report.outcome.effect, HealthEffect::Failure);
    QTRY_COMPARE(gone.size(), 1);
}

void TestEndpointCheck::theEndpointsOwnLimitMayBeShorter()
{
    HealthStage stage;
    stage.addProvider(kId).setFault(FaultKind::Hang);
    stage.endpoint(kId).limits.header = milliseconds(100);
    QElapsedTimer watch;
    watch.start();
    QCOMPARE(run(stage).outcome.kind, OutcomeKind::HeaderTimeout);
    QVERIFY(watch.elapsed() < HealthOptions{}.headLimit.count() / 2);
}

void TestEndpointCheck::latencyIsThatOfTheHead()
{
    HealthStage stage;
    sim::Fault slow = sim::faultOf(FaultKind::Slow);
    slow.delay = milliseconds(150);
    slow.requests = 1; // the key's request; that without a key is quick
    stage.addProvider(kId).setFault(slow);
    const CheckReport report = run(stage);
    QCOMPARE(report.outcome.kind, OutcomeKind::Success);
    QVERIFY2(report.latency >= milliseconds(140), qPrintable(QString::number(report.latency.count())));
}

void TestEndpointCheck::longAnswersAreNotReadToTheirEnd()
{
    HealthStage stage;
    sim::SimProvider &provider = stage.addProvider(kId);
    sim::Fault endless = sim::statusFault(200);
    endless.body = "{\"data\":[\"" + QByteArray(8 * 1024 * 1024, 'x') + "\"]}";
    endless.requests = 1;
    provider.setFault(endless);
    QSignalSpy gone(&provider, &sim::SimProvider::peerGone);
    QCOMPARE(run(stage).outcome.kind, OutcomeKind::Success);
    QTRY_COMPARE(gone.size(), 1);
}

void TestEndpointCheck::codedAnswersAreLookedInto_data()
{
    QTest::addColumn<sim::Fault>("fault");
    QTest::addColumn<OutcomeKind>("kind");
    sim::Fault gibberish = sim::statusFault(200);
    gibberish.headers = {{"content-encoding", "gzip"}};
    sim::Fault unknown = sim::statusFault(200);
    unknown.headers = {{"content-encoding", "rot13"}};
    unknown.requests = 1;
    QTest::newRow("gzip, though not asked for") << sim::faultOf(FaultKind::Gzip) << OutcomeKind::Success;
    QTest::newRow("not the coding that it says") << gibberish << OutcomeKind::ConnectionLost;
    QTest::newRow("an unknown coding: the transport's word") << unknown << OutcomeKind::Success;
}

void TestEndpointCheck::codedAnswersAreLookedInto()
{
    QFETCH(sim::Fault, fault);
    HealthStage stage;
    stage.addProvider(kId).setFault(fault);
    const CheckReport report = run(stage);
    if (fault.headers.size() == 1 && fault.headers[0].value == "gzip") {
        QCOMPARE(report.outcome.fault, TransportFault::Protocol);
        QCOMPARE(report.outcome.effect, HealthEffect::Failure);
        return;
    }
    QTEST(report.outcome.kind, "kind");
}

void TestEndpointCheck::keysAppearInNoReport_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {400, 401, 402, 403, 404, 429, 500})
        QTest::addRow("an error text that repeats the key, under %d", status) << status;
}

void TestEndpointCheck::keysAppearInNoReport()
{
    QFETCH(int, status);
    const QByteArray key = HealthStage::keyNamed(kId);
    sim::Fault fault = sim::statusFault(status);
    fault.body =
        "{\"type\":\"error\",\"error\":{\"type\":\"" + key + " is bad\",\"message\":\"" + key + "\"}}";
    HealthStage stage;
    stage.addProvider(kId).setFault(fault);
    const CheckReport report = run(stage);
    QCOMPARE(report.outcome.status, status);
    QVERIFY(!report.outcome.errorType.contains(QString::fromLatin1(key)));
}

void TestEndpointCheck::mayBeDestroyedWhileRunning()
{
    HealthStage stage;
    sim::SimProvider &provider = stage.addProvider(kId);
    provider.setFault(FaultKind::Hang);
    QSignalSpy received(&provider, &sim::SimProvider::requestReceived);
    QSignalSpy gone(&provider, &sim::SimProvider::peerGone);
    bool told = false;
    const Endpoint &endpoint = stage.endpoint(kId);
    auto check = std::make_unique<EndpointCheck>(
        EndpointCheck::Order{endpoint, *stage.keyOf(endpoint.id), CheckLadder({}, false, stage.now()), 1},
        HealthOptions{}, stage, [&](const CheckReport &) { told = true; });
    check->start();
    QTRY_COMPARE(received.size(), 1);
    check.reset();
    QTRY_COMPARE(gone.size(), 1);
    QVERIFY(!told);
}

QCC_DISPATCHER_TEST_MAIN(TestEndpointCheck)
#include "tst_endpoint_check.moc"
