// SPDX-License-Identifier: GPL-3.0-or-later
// The model's name is exchanged for each candidate, and nothing else of the body.
#include "app/proxy/request_course.h"
#include "tests/proxy/proxy_stage.h"

using namespace qcc;
using namespace qcc::test;
using namespace std::chrono_literals;

namespace {

constexpr qsizetype kKiB = 1024;

/// A body of some @p size whose other bytes anything that parses and writes JSON anew would change.
QByteArray bodyOf(const QByteArray &model, qsizetype size = 0, bool modelLast = false)
{
    const QByteArray member = "\t\"model\" :\n \"" + model + "\"";
    const QByteArray others = R"("max_tokens":64, "stream":false,"odd" : "\u00e9\/ é","temperature":1.0e0,)"
                              R"("metadata":{"model":"claude-opus-4-1"},"messages":[])";
    QByteArray fill(std::max<qsizetype>(size, 1), Qt::Uninitialized);
    quint32 state = 7; // xorshift: without a pattern that blocks could repeat
    for (char &c : fill) {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        c = static_cast<char>('a' + (state & 15));
    }
    const QByteArray filling = ",\"fill\":\"" + fill + "\"";
    return modelLast ? "{" + others + filling + "," + member + "}"
                     : "{" + member + "," + others + filling + "} ";
}

ProxyLimits patientLimits()
{
    ProxyLimits limits = shortLimits();
    limits.allTries = limits.unstreamedAnswer = limits.bodySilence = 60s;
    return limits;
}

/// Three configs that know the model by different names; the last one by the client's.
void addThreeWithNames(ProxyStage &stage, bool qnam)
{
    stage.addThree(qnam ? HttpVersion::Http2 : HttpVersion::Http1);
    for (const EndpointId &id : stage.ids)
        stage.host.endpoint(id).limits = TimeLimits{30s, 30s, 30s};
    const auto map = [&](size_t config, const char *to) {
        stage.host.settings.configs[config].modelMappings = {
            {QStringLiteral("claude-opus-*"), QString::fromUtf8(to)}};
    };
    map(0, "m");
    map(1, "a-much-longer-name/of-a \"model\"\\备用");
}

const QByteArray kClientsName = "claude-opus-4-1";
const QByteArray kFirstName = "m";
const QByteArray kSecondName = R"(a-much-longer-name/of-a \"model\"\\备用)";

} // namespace

class ModelMappingOnTheWay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCandidateGetsItsName_data();
    void everyCandidateGetsItsName();
    void isSentOnWhileItArrives_data();
    void isSentOnWhileItArrives();
    void whatIsNotConcernedStaysAsItIs_data();
    void whatIsNotConcernedStaysAsItIs();
    void aNameThatComesLaterIsExchangedForTheNext();
    void aReusedConnectionGetsTheSame();
};

void ModelMappingOnTheWay::everyCandidateGetsItsName_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<qsizetype>("size");
    QTest::addColumn<bool>("chunked");
    QTest::addColumn<bool>("qnam");
    for (const bool qnam : kTransports) {
        for (const bool chunked : {false, true}) {
            for (const qsizetype size : {qsizetype(0), 300 * kKiB, 3 * 1024 * kKiB}) {
                for (const char *target : {"/v1/messages?beta=true", "/v1/messages/count_tokens"})
                    QTest::addRow("%s, %lld KiB%s, %s", target, static_cast<long long>(size / kKiB),
                                  chunked ? " chunked" : "", qnam ? "qnam" : "pooled")
                        << QByteArray(target) << size << chunked << qnam;
            }
        }
    }
}

void ModelMappingOnTheWay::everyCandidateGetsItsName()
{
    QFETCH(QByteArray, target);
    QFETCH(qsizetype, size);
    QFETCH(bool, chunked);
    QFETCH(bool, qnam);
    ProxyStage stage(patientLimits());
    addThreeWithNames(stage, qnam);
    stage.sims[0]->setFault(sim::statusFault(500));
    stage.sims[1]->setFault(sim::statusFault(529));
    Ask ask;
    ask.target = target;
    ask.chunked = chunked;
    ask.body = bodyOf(kClientsName, size);
    const RawAnswer answer = stage.ask(ask);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.field("x-qcc-attempts"), QByteArray("3"));
    const QByteArray names[] = {kFirstName, kSecondName, kClientsName};
    for (size_t i = 0; i < 3; ++i) {
        const auto log = stage.sims[i]->log();
        QCOMPARE(log.size(), size_t(1));
        const QByteArray expected = bodyOf(names[i], size);
        QCOMPARE(log[0].bodySize, expected.size());
        QCOMPARE(log[0].bodySha256, sha256(expected));
        QCOMPARE(log[0].count("content-length"), 1);
    }
    QVERIFY(stage.requestsEnded(1));
    const RequestRecord &record = stage.host.requests[0];
    QCOMPARE(record.model, kClientsName);
    QCOMPARE(record.attempts.size(), size_t(3));
    QCOMPARE(record.attempts[0].model, QByteArray("m"));
    QCOMPARE(record.attempts[1].model, QByteArray("a-much-longer-name/of-a \"model\"\\备用"));
    QCOMPARE(record.attempts[2].model, QByteArray());
}

void ModelMappingOnTheWay::isSentOnWhileItArrives_data()
{
    QTest::addColumn<bool>("qnam");
    for (const bool qnam : kTransports)
        QTest::newRow(qnam ? "qnam" : "pooled") << qnam;
}

void ModelMappingOnTheWay::isSentOnWhileItArrives()
{
    QFETCH(bool, qnam);
    ProxyStage stage(patientLimits());
    addThreeWithNames(stage, qnam);
    Ask ask;
    ask.body = bodyOf(kClientsName, 900 * kKiB);
    const QByteArray request = stage.request(ask);
    RawClient client(stage.port());
    client.send(request.first(500 * kKiB));
    QTRY_COMPARE(stage.host.started.size(), size_t(1)); // before the body is here
    client.send(request.sliced(500 * kKiB));
    QCOMPARE(client.next(false, 60s).status, 200);
    const auto log = stage.sims[0]->log();
    QCOMPARE(log.size(), size_t(1));
    QCOMPARE(log[0].bodySha256, sha256(bodyOf(kFirstName, 900 * kKiB)));
}

void ModelMappingOnTheWay::whatIsNotConcernedStaysAsItIs_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("another model") << QByteArray("/v1/messages") << bodyOf("claude-haiku-4-5");
    QTest::newRow("another path") << QByteArray("/v1/messages/batches") << bodyOf(kClientsName);
    QTest::newRow("no model") << QByteArray("/v1/messages")
                              << QByteArray(R"({"max_tokens":1,"messages":[]})");
    QTest::newRow("a model that is no string")
        << QByteArray("/v1/messages") << QByteArray(R"({"model":["claude-opus-4-1"],"messages":[]})");
    QTest::newRow("a model only further down")
        << QByteArray("/v1/messages") << QByteArray(R"({"messages":[{"model":"claude-opus-4-1"}]})");
    QTest::newRow("no JSON") << QByteArray("/v1/messages") << QByteArray("model=claude-opus-4-1");
}

void ModelMappingOnTheWay::whatIsNotConcernedStaysAsItIs()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, body);
    ProxyStage stage;
    addThreeWithNames(stage, false);
    Ask ask;
    ask.target = target;
    ask.body = body;
    stage.ask(ask);
    const auto log = stage.sims[0]->log();
    QCOMPARE(log.size(), size_t(1));
    QCOMPARE(log[0].body, body);
}

/// Behind more than what is looked at before the first try, it is not known in time for that.
void ModelMappingOnTheWay::aNameThatComesLaterIsExchangedForTheNext()
{
    ProxyStage stage(patientLimits());
    addThreeWithNames(stage, false);
    stage.sims[0]->setFault(sim::statusFault(500));
    const qsizetype size = 2 * RequestCourse::kGatherLimit;
    Ask ask;
    ask.body = bodyOf(kClientsName, size, true);
    QCOMPARE(stage.ask(ask).status, 200);
    QCOMPARE(stage.sims[0]->log()[0].bodySha256, sha256(ask.body));
    QCOMPARE(stage.sims[1]->log()[0].bodySha256, sha256(bodyOf(kSecondName, size, true)));
}

void ModelMappingOnTheWay::aReusedConnectionGetsTheSame()
{
    ProxyStage stage(patientLimits());
    addThreeWithNames(stage, false);
    Ask ask;
    ask.body = bodyOf(kClientsName);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(stage.ask(ask).status, 200);
    const auto log = stage.sims[0]->log();
    QCOMPARE(log.size(), size_t(3));
    for (const auto &received : log)
        QCOMPARE(received.body, bodyOf(kFirstName));
}

QCC_PROXY_TEST_MAIN(ModelMappingOnTheWay)
#include "tst_model_mapping.moc"
