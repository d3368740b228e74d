// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/status_line.h"
#include "tests/text/text_bench.h"

#include <QTest>

using namespace qcc;
using namespace qcc::test;

namespace {

const TimePoint kNow = at(14, 35);

ConfigSnapshot config(const char *name, Priority priority, HealthStatus status)
{
    ConfigSnapshot shown;
    shown.config = QString::fromLatin1(name);
    shown.priority = priority;
    shown.health.status = status;
    return shown;
}

ProxySnapshot well()
{
    ProxySnapshot snapshot;
    snapshot.activeConfig = QStringLiteral("production");
    snapshot.failover.active = QStringLiteral("production");
    snapshot.failover.activePriority = Priority::Primary;
    snapshot.failover.configs = {config("production", Priority::Primary, HealthStatus::Healthy),
                                 config("backup", Priority::Secondary, HealthStatus::Healthy)};
    return snapshot;
}

ProxySnapshot away()
{
    ProxySnapshot snapshot = well();
    snapshot.activeConfig = QStringLiteral("backup");
    snapshot.failover.active = QStringLiteral("backup");
    snapshot.failover.activePriority = Priority::Secondary;
    snapshot.failover.configs[0].health.status = HealthStatus::Unhealthy;
    return snapshot;
}

using Change = std::function<void(ProxySnapshot &)>;

} // namespace

Q_DECLARE_METATYPE(qcc::ProxySnapshot)

class TestStatusLine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { useUtc(); }
    void saysItInFewWords_data();
    void saysItInFewWords();
};

void TestStatusLine::saysItInFewWords_data()
{
    QTest::addColumn<ProxySnapshot>("snapshot");
    QTest::addColumn<int>("tone");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, ProxySnapshot snapshot, const Change &change, StatusTone tone,
                        const char *text) {
        change(snapshot);
        QTest::newRow(name) << snapshot << int(tone) << QString::fromUtf8(text);
    };
    const Change same = [](ProxySnapshot &) {};
    row("all is well", well(), same, StatusTone::Well, "● production · all well");
    row("another serves", away(), same, StatusTone::Strained, "▲ backup (secondary) – production is down");
    row(
        "chosen by hand", well(), [](ProxySnapshot &s) { s.failover.pinned = true; }, StatusTone::Well,
        "● production · all well · pinned");
    row(
        "chosen for a time", well(),
        [](ProxySnapshot &s) {
            s.failover.pinned = true;
            s.failover.pinnedUntil = at(14, 38, 20);
        },
        StatusTone::Well, "● production · all well · pinned for 3:20");
    row(
        "requests wait", well(),
        [](ProxySnapshot &s) {
            s.heldRequests = 2;
            s.heldUntil = at(14, 35, 35);
        },
        StatusTone::Strained, "▲ production · waiting: 2, for 0:35");
    row(
        "our own network", well(), [](ProxySnapshot &s) { s.failover.networkDown = true; },
        StatusTone::Failing, "✖ production – this computer's network is down");
    row(
        "nothing works", well(),
        [](ProxySnapshot &s) {
            Alert alert;
            alert.kind = AlertKind::AllDown;
            s.failover.alerts = {alert};
        },
        StatusTone::Failing, "✖ production – all configs are down");
    row(
        "switched off", well(), [](ProxySnapshot &s) { s.serving = false; }, StatusTone::Failing,
        "✖ QCC: the proxy is switched off");
    row("nothing is set up", ProxySnapshot(), same, StatusTone::Failing, "✖ QCC: no config is active");
    row(
        "nothing was asked yet", well(), [](ProxySnapshot &s) { s.failover.active.clear(); },
        StatusTone::Strained, "▲ production – not tried yet");
}

void TestStatusLine::saysItInFewWords()
{
    QFETCH(const ProxySnapshot, snapshot);
    QFETCH(const int, tone);
    QFETCH(const QString, text);
    const StatusLine line = statusLine(snapshot, kNow);
    QCOMPARE(line.text, text);
    QCOMPARE(int(line.tone), tone);
}

QTEST_GUILESS_MAIN(TestStatusLine)
#include "tst_status_line.moc"
