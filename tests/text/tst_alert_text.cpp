// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/alert_text.h"
#include "models/text/translation.h"
#include "tests/text/text_bench.h"

#include <QTest>

using namespace qcc;
using namespace qcc::test;

class TestAlertText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void alerts_data();
    void alerts();
    void chineseSentencesStandWithoutSpaces();

private:
    std::unique_ptr<Translation> m_translation;
};

void TestAlertText::initTestCase()
{
    useUtc();
    m_translation = std::make_unique<Translation>(Language::English);
}

void TestAlertText::alerts_data()
{
    QTest::addColumn<Alert>("alert");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, AlertKind kind, const char *subject, std::optional<TimePoint> until,
                        const char *title, const char *text) {
        Alert alert;
        alert.kind = kind;
        alert.subject = QString::fromLatin1(subject);
        alert.since = at(14, 30);
        alert.until = until;
        alert.from = QStringLiteral("production");
        alert.to = QStringLiteral("backup");
        QTest::newRow(name) << alert << QString::fromUtf8(title) << QString::fromUtf8(text);
    };
    row("failover", AlertKind::Failover, "backup", {}, "Failover to backup",
        "production failed: Claude Code is now served by backup.");
    row("recovery", AlertKind::Recovery, "backup", {}, "Back on backup",
        "backup is well again: Claude Code is served by it instead of production.");
    row("all down", AlertKind::AllDown, "", {}, "All configs are down",
        "No config has worked since 14:30:00. Requests get an error until one is back; QCC checks more "
        "often.");
    row("no fallback", AlertKind::NoFallback, "production", {}, "Nothing to fail over to",
        "production has been down since 14:30:00, and no other config is set up to take over.");
    row("the limit", AlertKind::HourlyLimit, "", at(14, 35, 10), "Hourly limit of switches reached",
        "QCC has switched as often as one hour permits. The active config stays; requests that fail there go "
        "to "
        "other configs if spill-over is on. The next automatic switch is possible at 14:35:10 (in 3:20).");
    row("away", AlertKind::AwayFromPrimary, "", {}, "Away from the primary group for long",
        "Claude Code has not been served by the primary group for a long time (noticed at 14:30:00).");
    row("a rejected key", AlertKind::KeyRejected, "production/api", at(15, 0), "Key rejected: production/api",
        "The provider does not accept the key of production/api (since 14:30:00). Give it a new one. It is "
        "tried "
        "again at 15:00:00 (in 28:10).");
    row("no credit", AlertKind::OutOfCredit, "production/api", {}, "Out of credit: production/api",
        "The account behind production/api has had no credit since 14:30:00. Top it up.");
    row("the own network", AlertKind::OwnNetwork, "", {}, "Your network is down",
        "This computer has not reached any provider since 14:30:00. Nothing is switched and nobody is "
        "blamed; "
        "everything is checked once the network is back.");
    row("an end that has passed is left out", AlertKind::KeyRejected, "a/b", at(14, 31), "Key rejected: a/b",
        "The provider does not accept the key of a/b (since 14:30:00). Give it a new one.");
}

void TestAlertText::alerts()
{
    QFETCH(const Alert, alert);
    QTEST(alertTitle(alert), "title");
    QTEST(alertText(alert, at(14, 31, 50)), "text");
}

void TestAlertText::chineseSentencesStandWithoutSpaces()
{
    const Translation translation(Language::Chinese);
    Alert alert{AlertKind::HistoryUnavailable,
                QStringLiteral("/h"),
                QStringLiteral("disk full"),
                at(14, 30),
                {},
                {},
                {}};
    QCOMPARE(alertText(alert, at(14, 31)),
             QStringLiteral("无法使用 /h：现在发生的事情不会被记录。代理继续工作。（disk full）"));
}

QTEST_GUILESS_MAIN(TestAlertText)
#include "tst_alert_text.moc"
