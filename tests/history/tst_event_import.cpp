// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/event_import.h"
#include "tests/history/history_stage.h"

using namespace qcc;
using namespace qcc::test;

namespace {

const char *const kOldFile = R"([
  {"event_id": "a1b2c3d4", "event_type": "failover", "from_config": "production", "to_config": "backup",
   "reason": "3 consecutive failures", "timestamp": "2026-03-01T12:00:00.250000+00:00", "success": true},
  {"event_id": "a1b2c3d5", "event_type": "recovery", "from_config": "backup", "to_config": "production",
   "reason": "", "timestamp": "2026-03-01T13:00:00Z", "success": false, "extra": [1]}
])";

} // namespace

class TestEventImport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "Asia/Shanghai"); }

    void anOldFileIsReadAsItIs()
    {
        const auto events = readOldEvents(u("f"), kOldFile);
        QVERIFY(events.ok());
        QCOMPARE(events->size(), size_t(2));
        const FailoverEvent &first = events->at(0);
        QCOMPARE(first.id, u("a1b2c3d4"));
        QCOMPARE(first.type, FailoverEventType::Failover);
        QCOMPARE(first.from, u("production"));
        QCOMPARE(first.to, u("backup"));
        QCOMPARE(first.reason, u("3 consecutive failures"));
        QCOMPARE(first.at, kNoon + milliseconds(250));
        QVERIFY(first.success && !first.decision);
        QVERIFY(!events->at(1).success);
        QCOMPARE(events->at(1).type, FailoverEventType::Recovery);
    }

    void timestampsMayHaveAnyForm_data()
    {
        QTest::addColumn<QString>("timestamp");
        QTest::addColumn<qint64>("offset");
        QTest::newRow("UTC") << u("2026-03-01T12:00:00Z") << qint64(0);
        QTest::newRow("with an offset") << u("2026-03-01T20:00:00+08:00") << qint64(0);
        QTest::newRow("without a zone: local time") << u("2026-03-01T20:00:00") << qint64(0);
        QTest::newRow("local time with microseconds") << u("2026-03-01T20:00:00.123456") << qint64(123);
        QTest::newRow("milliseconds") << u("2026-03-01T12:00:00.007Z") << qint64(7);
    }
    void timestampsMayHaveAnyForm()
    {
        QFETCH(const QString, timestamp);
        QFETCH(const qint64, offset);
        const auto events = readOldEvents(
            u("f"),
            QStringLiteral("[{\"event_type\": \"manual\", \"timestamp\": \"%1\"}]").arg(timestamp).toUtf8());
        QVERIFY(events.ok());
        QCOMPARE(events->at(0).at, kNoon + milliseconds(offset));
        QVERIFY(events->at(0).success);
        QCOMPARE(events->at(0).id.size(), 8);
    }

    void aBrokenFileIsToldWithThePlace_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("detail");
        QTest::newRow("no JSON") << QByteArray("[{]") << u("line 1, column 3");
        QTest::newRow("nothing") << QByteArray() << u("line 1, column 1");
        QTest::newRow("an object") << QByteArray("{}") << u("a list [ … ] is needed");
        QTest::newRow("a number in the list") << QByteArray("[\n 3]") << u("line 2, column 2: [0]");
        QTest::newRow("an unknown type")
            << QByteArray("[{\"timestamp\": \"2026-03-01T12:00:00Z\",\n\"event_type\": \"party\"}]")
            << u("line 2, column 15: [0].event_type");
        QTest::newRow("no timestamp")
            << QByteArray("[{\"event_type\": \"manual\"}]") << u("[0]: timestamp is missing");
        QTest::newRow("a bad timestamp")
            << QByteArray("[{\"event_type\": \"manual\", \"timestamp\": \"soon\"}]") << u("[0].timestamp");
        QTest::newRow("a number as a name")
            << QByteArray("[{\"event_type\": \"manual\", \"timestamp\": \"2026-03-01T12:00:00Z\","
                          " \"to_config\": 3}]")
            << u("[0].to_config: a text is needed");
    }
    void aBrokenFileIsToldWithThePlace()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, detail);
        const auto events = readOldEvents(u("/x/failover_events.json"), text);
        QVERIFY(!events.ok());
        QCOMPARE(events.refusal().code, RefusalCode::FileBroken);
        QCOMPARE(events.refusal().subject, u("/x/failover_events.json"));
        QVERIFY2(events.refusal().detail.contains(detail), qPrintable(events.refusal().detail));
    }

    void itIsImportedOnce()
    {
        HistoryStage stage;
        stage.write("failover_events.json", kOldFile);
        stage.service()->open();
        QCOMPARE(stage.storedEvents().size(), size_t(2));
        stage.write("failover_events.json", QByteArray(kOldFile).replace("a1b2c3d4", "00000000"));
        stage.service()->open();
        QCOMPARE(stage.storedEvents().size(), size_t(2));
        QVERIFY(!*stage.reader()->event(u("00000000")));
    }

    void aBrokenOneIsLeftAloneAndTriedAtTheNextStart()
    {
        HistoryStage stage;
        stage.write("failover_events.json", "[{");
        {
            const auto service = stage.service();
            QSignalSpy failed(service.get(), &HistoryService::importFailed);
            QSignalSpy opened(service.get(), &HistoryService::opened);
            service->open();
            QCOMPARE(failed.size(), 1);
            QCOMPARE(failed[0][0].value<Refusal>().code, RefusalCode::FileBroken);
            QCOMPARE(opened.size(), 1);
            service->commit(failover("00000001", "a", "b", kNoon), {});
        }
        QCOMPARE(stage.read("failover_events.json"), QByteArray("[{"));
        stage.write("failover_events.json", kOldFile);
        const auto service = stage.service();
        QSignalSpy failed(service.get(), &HistoryService::importFailed);
        service->open();
        QCOMPARE(failed.size(), 0);
        QCOMPARE(stage.storedEvents().size(), size_t(3));
    }

    void twoOldEventsWithOneIdAreBothKept()
    {
        HistoryStage stage;
        stage.write("failover_events.json", QByteArray(kOldFile).replace("a1b2c3d5", "a1b2c3d4"));
        stage.service()->open();
        QCOMPARE(stage.storedEvents().size(), size_t(2));
    }
};

QTEST_GUILESS_MAIN(TestEventImport)
#include "tst_event_import.moc"
