// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/event_rows.h"
#include "app/history/schema.h"
#include "tests/history/history_stage.h"

using namespace qcc;
using namespace qcc::test;

namespace {

QStringList tablesOf(SqlConnection &connection)
{
    QStringList tables;
    SqlRows rows = connection.rows(u("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"));
    while (rows.next())
        tables << rows.text(0);
    return tables;
}

} // namespace

class TestSchema : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fromEveryVersionTheSameTablesCome_data()
    {
        QTest::addColumn<int>("version");
        for (int version = 0; version <= schemaVersion(); ++version)
            QTest::addRow("from version %d", version) << version;
    }
    void fromEveryVersionTheSameTablesCome()
    {
        QFETCH(const int, version);
        const HistoryStage stage;
        SqlConnection fresh;
        fresh.open(u(":memory:"), SqlConnection::Access::ReadWrite);
        QVERIFY(migrate(fresh, schemaVersion()));
        SqlConnection connection;
        connection.open(stage.path(), SqlConnection::Access::ReadWrite);
        QVERIFY(migrate(connection, version));
        QCOMPARE(versionOf(connection), version);
        QVERIFY(migrate(connection, schemaVersion()));
        QCOMPARE(versionOf(connection), schemaVersion());
        QCOMPARE(tablesOf(connection), tablesOf(fresh));
    }

    /// A database as the first version left it, with a switch and a state in it.
    void theServiceBringsAnOldDatabaseUpToDateAndKeepsWhatIsInIt()
    {
        HistoryStage stage;
        FailoverEvent event = failover("0badcafe", "main", "spare", kNoon);
        {
            SqlConnection connection;
            connection.open(stage.path(), SqlConnection::Access::ReadWrite);
            QVERIFY(migrate(connection, 1));
            storeEvent(connection, event);
            QVERIFY(!connection.fault());
        }
        const auto early = HistoryReader::open(stage.home());
        QVERIFY(!early.ok());
        QVERIFY(early.refusal().detail.contains(u("of version 1")));

        const auto service = stage.service();
        QSignalSpy opened(service.get(), &HistoryService::opened);
        QSignalSpy unavailable(service.get(), &HistoryService::unavailable);
        service->open();
        service->append(served("spare", kNoon));
        service->flush();
        QCOMPARE(unavailable.size(), 0);
        QCOMPARE(opened[0][0].value<RememberedState>().activeBefore, u("main"));
        QCOMPARE(stage.storedEvents(), std::vector{event});
        QCOMPARE(stage.storedRequests(), 1);
    }

    /// Requests as version 3 has stored them neither waited nor were they repaired.
    void requestsOfVersionThreeStayAsTheyWere()
    {
        HistoryStage stage;
        {
            SqlConnection connection;
            connection.open(stage.path(), SqlConnection::Access::ReadWrite);
            QVERIFY(migrate(connection, 3));
            QVERIFY(connection.runOnce(
                u("INSERT INTO requests(number, kind, started_at, first_byte, duration, outcome, status,"
                  " bytes_in, bytes_out, spilled_over, config) VALUES(7, 0, %1, 400, 900, 0, 200, 1, 2, 1, "
                  "0)")
                    .arg(kNoon.time_since_epoch().count())));
        }
        const auto service = stage.service();
        service->open();
        service->append(served("spare", kNoon + seconds(1)));
        service->flush();
        const std::vector<StoredRequest> stored = *stage.reader()->requests({});
        QCOMPARE(stored.size(), size_t(2));
        const RequestRecord &old = stored[1].record;
        QCOMPARE(old.number, quint64(7));
        QCOMPARE(old.duration, milliseconds(900));
        QVERIFY(old.spilledOver);
        QCOMPARE(old.held, milliseconds(0));
        QCOMPARE(old.removedThinking, 0);
        QVERIFY(!old.thinkingOff);
    }

    void aStepThatFailsLeavesTheVersionBefore_data()
    {
        QTest::addColumn<int>("version");
        QTest::newRow("a new database: its first step does not stay alone") << 0;
        QTest::newRow("an old database") << 1;
    }
    void aStepThatFailsLeavesTheVersionBefore()
    {
        QFETCH(const int, version);
        const HistoryStage stage;
        SqlConnection connection;
        connection.open(stage.path(), SqlConnection::Access::ReadWrite);
        QVERIFY(migrate(connection, version));
        QVERIFY(connection.runOnce(u("CREATE TABLE texts(somebody_elses)")));
        QVERIFY(!migrate(connection, schemaVersion()));
        QVERIFY(connection.takeFault().has_value());
        connection.close();
        connection.open(stage.path(), SqlConnection::Access::ReadWrite);
        QCOMPARE(versionOf(connection), version);
        QCOMPARE(connection.number(u("SELECT count(*) FROM sqlite_master WHERE name = 'names'")), 0);
    }
};

QTEST_GUILESS_MAIN(TestSchema)
#include "tst_schema.moc"
