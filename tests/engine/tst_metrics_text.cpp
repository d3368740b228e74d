// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/metrics_text.h"
#include "app/engine/metrics_writer.h"
#include "models/domain/words.h"

#include <QRegularExpression>
#include <QTest>

using namespace qcc;

namespace {

QString u(const char *text)
{
    return QString::fromUtf8(text);
}

using Labels = std::map<QString, QString>;

struct Family
{
    QString type;
    QString help;
    std::vector<std::tuple<QString, Labels, double>> samples; ///< whole name, labels, value
};

/// A strict reader of the text format 0.0.4; what it does not understand is a fault.
class Exposition
{
public:
    explicit Exposition(const QByteArray &text)
    {
        if (!text.endsWith('\n'))
            fail(u("the last line has no end"));
        const QStringList lines = QString::fromUtf8(text).chopped(1).split(u'\n');
        for (const QString &line : lines) {
            if (line.startsWith(u'#'))
                readComment(line);
            else
                readSample(line);
        }
        for (const auto &[name, family] : families) {
            if (family.type.isEmpty() || family.help.isEmpty())
                fail(u("no HELP or TYPE: ") + name);
        }
    }

    /// NaN: there is no such sample.
    double value(const char *name, const Labels &labels = {}) const
    {
        for (const auto &[family, content] : families) {
            for (const auto &[whole, its, number] : content.samples) {
                if (whole == u(name) && its == labels)
                    return number;
            }
        }
        return std::numeric_limits<double>::quiet_NaN();
    }

    QString fault;
    std::map<QString, Family> families;

private:
    void fail(const QString &why)
    {
        if (fault.isEmpty())
            fault = why;
    }

    void readComment(const QString &line)
    {
        static const QRegularExpression form(u("^# (HELP|TYPE) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)$"));
        const QRegularExpressionMatch match = form.match(line);
        if (!match.hasMatch())
            return fail(u("no comment: ") + line);
        const bool help = match.captured(1) == u("HELP");
        const QString name = match.captured(2);
        if (help && families.contains(name))
            return fail(u("twice: ") + name);
        Family &family = families[name];
        QString &part = help ? family.help : family.type;
        if (!part.isEmpty() || !family.samples.empty())
            return fail(u("twice or late: ") + line);
        part = match.captured(3);
        if (!help && !QStringList{u("counter"), u("gauge"), u("histogram")}.contains(part))
            fail(u("no type: ") + line);
        m_current = name;
    }

    void readSample(const QString &line)
    {
        static const QRegularExpression form(
            u("^([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{(.*)\\})? ([+-]?(?:[0-9.]+(?:e[+-]?[0-9]+)?|Inf)|NaN)$"));
        const QRegularExpressionMatch match = form.match(line);
        if (!match.hasMatch())
            return fail(u("no sample: ") + line);
        const QString name = match.captured(1);
        Family &family = families[m_current];
        const QString suffix = name.mid(m_current.size());
        const bool fits = family.type == u("histogram")
                              ? QStringList{u("_bucket"), u("_sum"), u("_count")}.contains(suffix)
                              : suffix.isEmpty();
        if (!name.startsWith(m_current) || !fits)
            return fail(u("outside of its family: ") + line);
        const Labels labels = readLabels(match.captured(3), line);
        for (const auto &[whole, its, number] : family.samples) {
            if (whole == name && its == labels)
                fail(u("twice: ") + line);
        }
        family.samples.emplace_back(name, labels, match.captured(4).toDouble());
    }

    Labels readLabels(QString rest, const QString &line)
    {
        static const QRegularExpression form(
            u("^([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\\n]|\\\\[\\\\\"n])*)\"(,(?=.)|$)"));
        Labels labels;
        while (!rest.isEmpty()) {
            const QRegularExpressionMatch match = form.match(rest);
            if (!match.hasMatch() || labels.contains(match.captured(1))) {
                fail(u("labels: ") + line);
                return labels;
            }
            labels[match.captured(1)] = unescaped(match.captured(2));
            rest = rest.mid(match.capturedLength());
        }
        return labels;
    }

    static QString unescaped(const QString &text)
    {
        QString plain;
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (text[i] != u'\\') {
                plain += text[i];
                continue;
            }
            ++i;
            plain += text[i] == u'n' ? u'\n' : text[i];
        }
        return plain;
    }

    QString m_current;
};

const EndpointId kFirst{u("00000001")};
const EndpointId kSecond{u("00000002")};
const QString kOdd = u("网关 \"a\\b\"\nend");

EndpointSnapshot endpoint(const QString &config, const EndpointId &id, const QString &name,
                          HealthStatus status, EndpointCondition condition = EndpointCondition::Ready)
{
    EndpointSnapshot shown;
    shown.config = config;
    shown.id = id;
    shown.name = name;
    shown.condition = condition;
    shown.health.status = status;
    return shown;
}

ProxySnapshot snapshot()
{
    ProxySnapshot shown;
    shown.version = u("1.2.3");
    shown.startedAt = TimePoint(milliseconds(1'767'323'045'500));
    shown.clientConnections = 7;
    shown.runningRequests = 3;
    shown.endpoints = {
        endpoint(u("production"), kFirst, u("api"), HealthStatus::Unhealthy, EndpointCondition::BreakerOpen),
        endpoint(kOdd, kSecond, u("gw"), HealthStatus::Degraded)};
    shown.failover.active = u("production");
    shown.failover.activePriority = Priority::Primary;
    ConfigSnapshot production;
    production.config = u("production");
    production.health.status = HealthStatus::Degraded;
    production.health.healthyEndpoints = 1;
    production.health.totalEndpoints = 4;
    ConfigSnapshot odd;
    odd.config = kOdd;
    shown.failover.configs = {production, odd};
    Alert alert;
    alert.kind = AlertKind::KeyRejected;
    shown.failover.alerts = {alert, alert};
    return shown;
}

RequestRecord served(std::vector<std::pair<EndpointId, OutcomeKind>> attempts, milliseconds firstByte)
{
    RequestRecord record;
    record.end = RequestEnd::Served;
    record.firstByte = firstByte;
    for (const auto &[id, kind] : attempts) {
        AttemptRecord attempt;
        attempt.config = id == kFirst ? u("production") : kOdd;
        attempt.endpoint = id;
        attempt.outcome.kind = kind;
        record.attempts.push_back(attempt);
    }
    record.spilledOver = attempts.size() > 1;
    return record;
}

} // namespace

class TestMetricsText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingYet();
    void everyFamilyIsThere_data();
    void everyFamilyIsThere();
    void requestsAreCounted();
    void attemptsAreCounted();
    void tokensAreCounted();
    void theHistogramIsCumulative();
    void firstBytesFallIntoTheirBucket_data();
    void firstBytesFallIntoTheirBucket();
    void theStateIsShown();
    void whatIsNotKnownIsLeftOut();
    void largeCountsStandAsTheyAre();
    void onlyWhatIsSetUpIsALabel();
    void countersAreBounded();
    void theReaderIsStrict_data();
    void theReaderIsStrict();
};

void TestMetricsText::nothingYet()
{
    const Exposition read(metricsText({}, {}));
    QCOMPARE(read.fault, QString());
    QCOMPARE(read.value("qcc_requests_total", {{u("end"), u("served")}}), 0.0);
    QCOMPARE(read.value("qcc_time_to_first_byte_seconds_count"), 0.0);
    QVERIFY(read.families.at(u("qcc_active_config_info")).samples.empty());
}

void TestMetricsText::everyFamilyIsThere_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("type");
    for (const char *name : {"qcc_requests_total", "qcc_spilled_over_total", "qcc_attempts_total",
                             "qcc_tokens_total", "qcc_failovers_total", "qcc_held_total",
                             "qcc_thinking_repairs_total"})
        QTest::newRow(name) << u(name) << u("counter");
    for (const char *name : {"qcc_active_config_info", "qcc_config_health_ratio", "qcc_endpoint_up",
                             "qcc_endpoint_breaker_open", "qcc_client_connections", "qcc_running_requests", "qcc_held_requests",
                             "qcc_build_info", "qcc_alert_active", "qcc_start_time_seconds"})
        QTest::newRow(name) << u(name) << u("gauge");
    QTest::newRow("first byte") << u("qcc_time_to_first_byte_seconds") << u("histogram");
}

void TestMetricsText::everyFamilyIsThere()
{
    QFETCH(QString, name);
    TrafficCounters counters;
    counters.add(served({{kFirst, OutcomeKind::Success}}, milliseconds(1)));
    const Exposition read(metricsText(snapshot(), counters));
    QCOMPARE(read.fault, QString());
    QVERIFY(read.families.contains(name));
    QTEST(read.families.at(name).type, "type");
    QVERIFY(!read.families.at(name).samples.empty());
    QCOMPARE(read.families.size(), size_t(18));
}

void TestMetricsText::requestsAreCounted()
{
    TrafficCounters counters;
    counters.add(served({{kFirst, OutcomeKind::Success}}, milliseconds(1)));
    counters.add(
        served({{kFirst, OutcomeKind::ServerError}, {kSecond, OutcomeKind::Success}}, milliseconds(1)));
    RequestRecord other;
    for (const RequestEnd end : {RequestEnd::Failed, RequestEnd::Broken, RequestEnd::ClientGone}) {
        other.end = end;
        counters.add(other);
    }
    other.held = milliseconds(20'000);
    other.thinkingOff = true;
    counters.add(other);
    counters.add(FailoverEventType::Recovery);
    const Exposition read(metricsText(snapshot(), counters));
    QCOMPARE(read.fault, QString());
    QCOMPARE(read.value("qcc_requests_total", {{u("end"), u("served")}}), 2.0);
    QCOMPARE(read.value("qcc_requests_total", {{u("end"), u("failed")}}), 1.0);
    QCOMPARE(read.value("qcc_requests_total", {{u("end"), u("broken")}}), 1.0);
    QCOMPARE(read.value("qcc_requests_total", {{u("end"), u("client_gone")}}), 2.0);
    QCOMPARE(read.value("qcc_spilled_over_total"), 1.0);
    QCOMPARE(read.value("qcc_held_total"), 1.0);
    QCOMPARE(read.value("qcc_thinking_repairs_total"), 1.0);
    QCOMPARE(read.value("qcc_failovers_total", {{u("type"), u("recovery")}}), 1.0);
    QCOMPARE(read.value("qcc_failovers_total", {{u("type"), u("failover")}}), 0.0);
}

void TestMetricsText::attemptsAreCounted()
{
    TrafficCounters counters;
    for (int i = 0; i < 3; ++i)
        counters.add(
            served({{kFirst, OutcomeKind::ServerError}, {kSecond, OutcomeKind::Success}}, milliseconds(1)));
    const Exposition read(metricsText(snapshot(), counters));
    QCOMPARE(read.fault, QString());
    const auto attempts = [&](const QString &config, const char *name, const char *outcome) {
        return read.value("qcc_attempts_total",
                          {{u("config"), config}, {u("endpoint"), u(name)}, {u("outcome"), u(outcome)}});
    };
    QCOMPARE(attempts(u("production"), "api", "server_error"), 3.0);
    QCOMPARE(attempts(u("production"), "api", "success"), 0.0);
    QVERIFY(std::isnan(attempts(u("production"), "api", "overloaded")));
    QCOMPARE(attempts(kOdd, "gw", "success"), 3.0); // and its name came back as it was
}

void TestMetricsText::tokensAreCounted()
{
    TrafficCounters counters;
    RequestRecord record =
        served({{kFirst, OutcomeKind::ServerError}, {kSecond, OutcomeKind::Success}}, milliseconds(1));
    record.usage = TokenUsage{1, 20, 300, 4000};
    counters.add(record);
    counters.add(record);
    const Exposition read(metricsText(snapshot(), counters));
    const auto tokens = [&](const QString &config, const char *kind) {
        return read.value("qcc_tokens_total", {{u("config"), config}, {u("kind"), u(kind)}});
    };
    QCOMPARE(tokens(kOdd, "input"), 2.0);
    QCOMPARE(tokens(kOdd, "output"), 40.0);
    QCOMPARE(tokens(kOdd, "cache_read"), 600.0);
    QCOMPARE(tokens(kOdd, "cache_creation"), 8000.0);
    QCOMPARE(tokens(u("production"), "input"), 0.0);
}

void TestMetricsText::theHistogramIsCumulative()
{
    TrafficCounters counters;
    for (const int ms : {1, 50, 51, 700, 700, 130'000})
        counters.add(served({{kFirst, OutcomeKind::Success}}, milliseconds(ms)));
    RequestRecord failed;
    failed.end = RequestEnd::Failed;
    failed.firstByte = milliseconds(9);
    counters.add(failed);
    const Exposition read(metricsText(snapshot(), counters));
    QCOMPARE(read.fault, QString());
    double last = 0;
    double lastBound = 0;
    int buckets = 0;
    for (const auto &[name, labels, value] : read.families.at(u("qcc_time_to_first_byte_seconds")).samples) {
        if (name != u("qcc_time_to_first_byte_seconds_bucket"))
            continue;
        const QString le = labels.at(u("le"));
        const double bound = le == u("+Inf") ? std::numeric_limits<double>::infinity() : le.toDouble();
        QVERIFY(value >= last && bound > lastBound);
        last = value;
        lastBound = bound;
        ++buckets;
    }
    QCOMPARE(buckets, int(FirstByteHistogram::kBoundsMs.size()) + 1);
    QVERIFY(std::isinf(lastBound));
    QCOMPARE(last, 6.0);
    QCOMPARE(read.value("qcc_time_to_first_byte_seconds_bucket", {{u("le"), u("0.05")}}), 2.0);
    QCOMPARE(read.value("qcc_time_to_first_byte_seconds_bucket", {{u("le"), u("1")}}), 5.0);
    QCOMPARE(read.value("qcc_time_to_first_byte_seconds_count"), 6.0);
    QCOMPARE(read.value("qcc_time_to_first_byte_seconds_sum"), 131.502);
}

void TestMetricsText::firstBytesFallIntoTheirBucket_data()
{
    QTest::addColumn<int>("ms");
    QTest::addColumn<int>("bucket");
    QTest::newRow("less than nothing") << -5 << 0;
    QTest::newRow("nothing") << 0 << 0;
    QTest::newRow("a bound belongs to its bucket") << 100 << 1;
    QTest::newRow("above it") << 101 << 2;
    QTest::newRow("the last bound") << 120'000 << 11;
    QTest::newRow("beyond") << 120'001 << 12;
}

void TestMetricsText::firstBytesFallIntoTheirBucket()
{
    QFETCH(int, ms);
    QFETCH(int, bucket);
    FirstByteHistogram histogram;
    histogram.add(milliseconds(ms));
    for (size_t i = 0; i < histogram.counts.size(); ++i)
        QCOMPARE(histogram.counts[i], quint64(int(i) == bucket ? 1 : 0));
    QCOMPARE(histogram.sumMs, quint64(std::max(ms, 0)));
}

void TestMetricsText::theStateIsShown()
{
    const Exposition read(metricsText(snapshot(), {}));
    QCOMPARE(read.fault, QString());
    QCOMPARE(
        read.value("qcc_active_config_info", {{u("config"), u("production")}, {u("priority"), u("primary")}}),
        1.0);
    QCOMPARE(read.value("qcc_config_health_ratio", {{u("config"), u("production")}}), 0.25);
    const Labels api{{u("config"), u("production")}, {u("endpoint"), u("api")}};
    const Labels gw{{u("config"), kOdd}, {u("endpoint"), u("gw")}};
    QCOMPARE(read.value("qcc_endpoint_up", api), 0.0);
    QCOMPARE(read.value("qcc_endpoint_up", gw), 1.0);
    QCOMPARE(read.value("qcc_endpoint_breaker_open", api), 1.0);
    QCOMPARE(read.value("qcc_endpoint_breaker_open", gw), 0.0);
    QCOMPARE(read.value("qcc_client_connections"), 7.0);
    QCOMPARE(read.value("qcc_running_requests"), 3.0);
    QCOMPARE(read.value("qcc_alert_active", {{u("kind"), u("key_rejected")}}), 2.0);
    QCOMPARE(read.value("qcc_alert_active", {{u("kind"), u("all_down")}}), 0.0);
    QCOMPARE(read.value("qcc_start_time_seconds"), 1'767'323'045.5);
    QCOMPARE(read.value("qcc_build_info", {{u("version"), u("1.2.3")}}), 1.0);
}

void TestMetricsText::whatIsNotKnownIsLeftOut()
{
    ProxySnapshot shown = snapshot();
    shown.endpoints[0].health.status = HealthStatus::Unknown;
    const Exposition read(metricsText(shown, {}));
    QVERIFY(std::isnan(
        read.value("qcc_endpoint_up", {{u("config"), u("production")}, {u("endpoint"), u("api")}})));
    QVERIFY(std::isnan(read.value("qcc_config_health_ratio", {{u("config"), kOdd}})));
}

void TestMetricsText::largeCountsStandAsTheyAre()
{
    TrafficCounters counters;
    RequestRecord record = served({{kFirst, OutcomeKind::Success}}, milliseconds(1));
    record.usage = TokenUsage{9'007'199'254'740'991, 0, 0, 0};
    counters.add(record);
    QVERIFY(metricsText(snapshot(), counters)
                .contains("qcc_tokens_total{config=\"production\",kind=\"input\"} 9007199254740991\n"));
}

void TestMetricsText::onlyWhatIsSetUpIsALabel()
{
    TrafficCounters counters;
    RequestRecord record = served({{EndpointId{u("gone")}, OutcomeKind::Success}}, milliseconds(1));
    record.attempts[0].config = u("removed");
    record.attempts[0].endpointName = u("removed-endpoint");
    record.model = "model-of-the-client";
    record.session = "session-of-the-client";
    record.usage = TokenUsage{1, 2, 3, 4};
    counters.add(record);
    const QByteArray text = metricsText(snapshot(), counters);
    for (const char *word : {"removed", "of-the-client"})
        QVERIFY(!text.contains(word));
}

void TestMetricsText::countersAreBounded()
{
    TrafficCounters counters;
    for (size_t i = 0; i < 2 * TrafficCounters::kMostCounted; ++i) {
        RequestRecord record =
            served({{EndpointId{QString::number(i)}, OutcomeKind::Success}}, milliseconds(1));
        record.attempts[0].config = QString::number(i);
        record.usage = TokenUsage{1, 1, 1, 1};
        counters.add(record);
    }
    const EndpointId last{QString::number(TrafficCounters::kMostCounted)};
    QCOMPARE(counters.attempts(EndpointId{u("0")}, OutcomeKind::Success), quint64(1));
    QCOMPARE(counters.attempts(last, OutcomeKind::Success), quint64(0));
    QCOMPARE(counters.requests(RequestEnd::Served), quint64(2 * TrafficCounters::kMostCounted));

    Settings settings;
    Config config;
    config.name = u("7");
    Endpoint kept;
    kept.id = EndpointId{u("7")};
    config.endpoints = {kept};
    settings.configs = {config};
    counters.keepOnly(settings);
    QCOMPARE(counters.attempts(kept.id, OutcomeKind::Success), quint64(1));
    QCOMPARE(counters.attempts(EndpointId{u("0")}, OutcomeKind::Success), quint64(0));
    QCOMPARE(counters.tokens(u("7")), (TokenUsage{1, 1, 1, 1}));
    QCOMPARE(counters.tokens(u("8")), TokenUsage());
}

void TestMetricsText::theReaderIsStrict_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray head = "# HELP a_total Counts.\n# TYPE a_total counter\n";
    QTest::newRow("no end of line") << head + "a_total 1";
    QTest::newRow("no HELP") << QByteArray("# TYPE a_total counter\na_total 1\n");
    QTest::newRow("HELP twice") << head + "# HELP a_total Again.\na_total 1\n";
    QTest::newRow("another family's sample") << head + "b_total 1\n";
    QTest::newRow("a sample twice") << head + "a_total 1\na_total 2\n";
    QTest::newRow("an unescaped quote") << head + "a_total{b=\"c\"d\"} 1\n";
    QTest::newRow("an unknown escape") << head + "a_total{b=\"\\t\"} 1\n";
    QTest::newRow("a comma at the end") << head + "a_total{b=\"c\",} 1\n";
    QTest::newRow("a label twice") << head + "a_total{b=\"c\",b=\"d\"} 1\n";
    QTest::newRow("a value in words") << head + "a_total many\n";
    QTest::newRow("an empty line") << head + "\na_total 1\n";
}

/// Else it would prove nothing.
void TestMetricsText::theReaderIsStrict()
{
    QFETCH(QByteArray, text);
    QVERIFY(!Exposition(text).fault.isEmpty());
}

QTEST_APPLESS_MAIN(TestMetricsText)
#include "tst_metrics_text.moc"
