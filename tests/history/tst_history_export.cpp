// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/event_import.h"
#include "app/history/history_export.h"
#include "tests/history/history_stage.h"

#include <QJsonDocument>

using namespace qcc;
using namespace qcc::test;

namespace {

QString sentence(const FailoverEvent &event)
{
    return event.reason.isEmpty() ? u("main failed 3 times") : event.reason;
}

QByteArray csvOfReason(const QString &reason)
{
    FailoverEvent event = failover("0badcafe", "main", "spare", kNoon);
    event.reason = reason;
    const std::vector events{event};
    const QByteArray line = eventsCsv(events, sentence).split('\n').at(1);
    return line.mid(line.indexOf("true,") + 5).chopped(1);
}

} // namespace

class TestHistoryExport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eventsHaveTheOldForm()
    {
        const std::vector events{failover("0badcafe", "main", "spare", kNoon)};
        const QJsonArray exported = exportEvents(events, sentence);
        const QJsonObject expected{{u("event_id"), u("0badcafe")},
                                   {u("event_type"), u("failover")},
                                   {u("from_config"), u("main")},
                                   {u("to_config"), u("spare")},
                                   {u("reason"), u("main failed 3 times")},
                                   {u("timestamp"), u("2026-03-01T12:00:00.000Z")},
                                   {u("success"), true}};
        QCOMPARE(exported, QJsonArray{expected});
    }

    void whatIsExportedCanBeImported()
    {
        std::vector events{failover("0badcafe", "main", "spare", kNoon),
                           failover("0badcaff", "spare", "main", kNoon + minutes(1))};
        events[1].type = FailoverEventType::Manual;
        const QByteArray text = QJsonDocument(exportEvents(events, sentence)).toJson();
        const auto read = readOldEvents(u("f"), text);
        QVERIFY(read.ok());
        for (FailoverEvent &event : events) {
            event.reason = sentence(event);
            event.decision.reset();
        }
        QCOMPARE(*read, events);
    }

    void theOldFormKnowsNoActivations()
    {
        std::vector events{failover("0badcafe", "", "main", kNoon)};
        events[0].type = FailoverEventType::Activation;
        QVERIFY(exportEvents(events, sentence).isEmpty());
        QVERIFY(eventsCsv(events, sentence).contains("activation"));
    }

    void cellsAreSafe_data()
    {
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QByteArray>("cell");
        QTest::newRow("plain") << u("out of credit") << QByteArray("out of credit");
        QTest::newRow("a comma") << u("a, b") << QByteArray("\"a, b\"");
        QTest::newRow("quotes") << u("say \"no\"") << QByteArray("\"say \"\"no\"\"\"");
        QTest::newRow("Chinese") << u("换一个") << u("换一个").toUtf8();
        QTest::newRow("a formula") << u("=HYPERLINK(\"x\")") << QByteArray("\"'=HYPERLINK(\"\"x\"\")\"");
        QTest::newRow("plus") << u("+1") << QByteArray("'+1");
        QTest::newRow("minus") << u("-1") << QByteArray("'-1");
        QTest::newRow("at") << u("@SUM(A1)") << QByteArray("'@SUM(A1)");
        QTest::newRow("a tab") << u("\t=1") << QByteArray("'\t=1");
    }
    void cellsAreSafe()
    {
        QFETCH(const QString, reason);
        QFETCH(const QByteArray, cell);
        QCOMPARE(csvOfReason(reason), cell);
    }

    void aLineBreakStaysInsideItsCell()
    {
        FailoverEvent event = failover("0badcafe", "main", "spare", kNoon);
        event.reason = u("two\r\nlines");
        const std::vector events{event};
        QVERIFY(eventsCsv(events, sentence).endsWith("true,\"two\r\nlines\"\r\n"));
    }

    void requestsAreLines()
    {
        RequestRecord spilled = served("spare", kNoon);
        spilled.attempts.insert(spilled.attempts.begin(),
                                attempt("main", "11111111", OutcomeKind::ConnectFailure, 0));
        spilled.held = milliseconds(35'400);
        spilled.removedThinking = 2;
        spilled.thinkingOff = true;
        RequestRecord untold = served("main", kNoon);
        untold.usage.reset();
        const std::vector requests{StoredRequest{4, spilled}, StoredRequest{5, untold}};
        const QList<QByteArray> lines = requestsCsv(requests).split('\n');
        QCOMPARE(lines.size(), 4);
        QCOMPARE(lines[0].count(','), 21);
        QCOMPARE(lines[1],
                 QByteArray(
                     "4,7,2026-03-01T12:00:00.000Z,messages,claude-sonnet-4-5,"
                     "5f0c1f0e-94a1-4a38-8d3e-0d2f6f6b8a11,served,200,spare,800,4200,61000,9000,10,200,30000,"
                     "400,false,35400,2,true,main/11111111.test: connect-failure; spare/0badcafe.test: "
                     "success 200\r"));
        QVERIFY(lines[2].contains(",9000,,,,,false,"));
        QVERIFY(lines[3].isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestHistoryExport)
#include "tst_history_export.moc"
