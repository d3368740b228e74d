// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/alert_message_text.h"
#include "models/text/translation.h"
#include "tests/text/text_bench.h"

#include <QTest>

using namespace qcc;
using namespace qcc::test;

class TestAlertMessageText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void messages_data();
    void messages();
    void everyKindHasWords_data();
    void everyKindHasWords();

private:
    std::unique_ptr<Translation> m_translation;
};

namespace {

AlertHappening happening(AlertKind kind, std::optional<TimePoint> ended = {})
{
    AlertHappening made;
    made.alert.kind = kind;
    made.alert.subject = QStringLiteral("prod/main");
    made.alert.from = QStringLiteral("production");
    made.alert.to = QStringLiteral("backup");
    made.alert.since = at(14, 30);
    made.at = at(14, 30);
    made.ended = ended;
    return made;
}

AlertMessage digest()
{
    AlertMessage message;
    message.form = AlertMessageForm::Digest;
    message.digest.from = at(8, 0);
    message.digest.to = at(15, 0);
    message.digest.failovers = 2;
    message.digest.recoveries = 1;
    message.digest.away = minutes{90};
    message.digest.shortestAway = minutes{60};
    message.digest.lastSwitch = happening(AlertKind::Failover).alert;
    message.digest.raised = {{AlertKind::AllDown, 1}, {AlertKind::KeyRejected, 3}};
    message.digest.stands = {happening(AlertKind::KeyRejected).alert};
    return message;
}

} // namespace

void TestAlertMessageText::initTestCase()
{
    useUtc();
    m_translation = std::make_unique<Translation>(Language::English);
}

void TestAlertMessageText::messages_data()
{
    QTest::addColumn<AlertMessage>("message");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("lines");
    const auto row = [](const char *name, const AlertMessage &message, const char *title, const char *lines) {
        QTest::newRow(name) << message << QString::fromUtf8(title) << QString::fromUtf8(lines);
    };
    using Form = AlertMessageForm;
    row("a switch", {Form::News, {happening(AlertKind::Failover)}, 0, {}}, "Failover to backup",
        "production failed: Claude Code is now served by backup.");
    row("a condition, and what to do", {Form::News, {happening(AlertKind::NoFallback)}, 0, {}},
        "Nothing to fail over to",
        "prod/main has been down since 14:30:00, and no other config is set up to take over.\n"
        "Add a second config, or switch one on: qcc priority set NAME secondary");
    row("with its end, in one", {Form::News, {happening(AlertKind::AllDown, at(14, 42))}, 0, {}},
        "Over: All configs are down", "It began at 14:30:00 and was over at 14:42:00, after 12 min.");
    row("its end alone", {Form::End, {happening(AlertKind::AllDown, at(14, 42))}, 0, {}},
        "Over: All configs are down", "It began at 14:30:00 and was over at 14:42:00, after 12 min.");
    row("a test", {Form::Test, {}, 0, {}}, "Test message", "Alerts arrive here.");
    row("a digest", digest(), "QCC since 2026-11-23 08:00:00",
        "Failovers: 2, recoveries: 1\n"
        "Last automatic switch: to backup at 14:30:00\n"
        "Away from the primary group: 1 h 30 min (times of less than 1 h are not counted)\n"
        "All configs are down: 1 ×\n"
        "Key rejected: 3 ×\n"
        "Now: Key rejected: prod/main (since 14:30:00)\n"
        "Counted since 2026-11-23 08:00:00 while QCC was running; switches by hand are not in it.");
    AlertMessage quiet = digest();
    quiet.digest = {};
    quiet.digest.from = at(8, 0);
    quiet.digest.shortestAway = minutes{60};
    row("a digest of nothing", quiet, "QCC since 2026-11-23 08:00:00",
        "Failovers: 0, recoveries: 0\n"
        "Away from the primary group: 0 s (times of less than 1 h are not counted)\n"
        "Now: all is well.\n"
        "Counted since 2026-11-23 08:00:00 while QCC was running; switches by hand are not in it.");
}

void TestAlertMessageText::messages()
{
    QFETCH(AlertMessage, message);
    QFETCH(QString, title);
    QFETCH(QString, lines);
    QCOMPARE(alertMessageTitle(message), title);
    QCOMPARE(alertMessageLines(message, at(15, 0)).join(u'\n'), lines);
    QCOMPARE(alertMessageOrigin(QStringLiteral("desk-7"), at(15, 0)),
             QStringLiteral("QCC on desk-7, 2026-11-23 15:00:00"));

    const AlertMessage summary{AlertMessageForm::Summary,
                               {happening(AlertKind::Failover), happening(AlertKind::AllDown, at(14, 42))},
                               0,
                               {}};
    QCOMPARE(alertMessageLines(summary, at(15, 0)),
             (QStringList{QStringLiteral("14:30:00 Failover to backup"),
                          QStringLiteral("14:30:00 – 14:42:00 All configs are down")}));
}

void TestAlertMessageText::everyKindHasWords_data()
{
    QTest::addColumn<AlertKind>("kind");
    for (int i = 0; i <= int(AlertKind::HistoryUnavailable); ++i)
        QTest::addRow("%d", i) << AlertKind(i);
}

void TestAlertMessageText::everyKindHasWords()
{
    QFETCH(AlertKind, kind);
    const AlertMessage news{AlertMessageForm::News, {happening(kind)}, 0, {}};
    QCOMPARE(faultOf(alertMessageTitle(news)), QString());
    for (const QString &line : alertMessageLines(news, at(15, 0)))
        QCOMPARE(faultOf(line), QString());
}

QTEST_GUILESS_MAIN(TestAlertMessageText)
#include "tst_alert_message_text.moc"
