// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/history/history_stage.h"

#include <csignal>
#include <sys/resource.h>

using namespace qcc;
using namespace qcc::test;

namespace {

/// Makes every file of this process end at @p most bytes, as a full disk would: writing on fails.
class SmallDisk
{
public:
    explicit SmallDisk(rlim_t most)
    {
        ::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        set(most);
    }
    ~SmallDisk() { set(m_before.rlim_cur); }

private:
    void set(rlim_t most)
    {
        const rlimit limit{most, m_before.rlim_max};
        if (::setrlimit(RLIMIT_FSIZE, &limit) != 0)
            qFatal("RLIMIT_FSIZE");
    }
    rlimit m_before{};
};

} // namespace

class TestHistoryTroubles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_stage = std::make_unique<HistoryStage>();
        m_service = m_stage->service();
        m_unavailable = std::make_unique<QSignalSpy>(m_service.get(), &HistoryService::unavailable);
        m_mended = std::make_unique<QSignalSpy>(m_service.get(), &HistoryService::mended);
        m_committed = std::make_unique<QSignalSpy>(m_service.get(), &HistoryService::committed);
        m_opened = std::make_unique<QSignalSpy>(m_service.get(), &HistoryService::opened);
    }
    void cleanup()
    {
        m_service.reset();
        m_stage.reset();
    }

    void garbageInsteadOfADatabaseIsKeptAside()
    {
        const QByteArray garbage = QByteArray(5000, 'x');
        m_stage->write("history.db", garbage);
        m_service->open();
        QCOMPARE(m_opened->size(), 1);
        checkKeptAside();
        QCOMPARE(m_stage->read("history.db.broken-20260301-120000"), garbage);
        m_service->commit(failover("00000001", "a", "b", kNoon), stateWithActive("b"));
        QCOMPARE(m_stage->storedEvents().size(), size_t(1));
    }

    void aSecondBrokenFileOfTheSameSecondGetsItsOwnName()
    {
        m_stage->write("history.db", QByteArray(5000, 'x'));
        m_stage->write("history.db.broken-20260301-120000", "an earlier one");
        m_service->open();
        QCOMPARE(m_stage->read("history.db.broken-20260301-120000"), QByteArray("an earlier one"));
        QCOMPARE(m_stage->read("history.db.broken-20260301-120000-2").size(), 5000);
    }

    void damageFoundWhileRunningLosesNothingNew()
    {
        {
            const auto before = m_stage->service();
            before->open();
            before->commit(failover("00000001", "a", "b", kNoon), stateWithActive("b"));
            before->append(served("a", kNoon));
            before->flush();
        }
        damageTable("requests");
        m_service->open();
        QCOMPARE(m_unavailable->size(), 0);
        m_service->append(served("b", kNoon + seconds(1)));
        m_service->appendSample(sample("b", kNoon, 1, 1));
        m_service->commit(failover("00000002", "b", "c", kNoon + seconds(1)), stateWithActive("c"));
        QCOMPARE(m_committed->size(), 1);
        checkKeptAside();
        QCOMPARE(m_stage->storedEvents().size(), size_t(1));
        QCOMPARE(m_stage->storedRequests(), 1);
        m_service.reset();
        QCOMPARE(rememberedNow().state->active, u("c"));
    }

    void theStateSurvivesTheLossOfTheFile()
    {
        {
            const auto before = m_stage->service();
            before->open();
            before->saveState(stateWithActive("b"));
            before->append(served("a", kNoon));
            before->flush();
        }
        damageTable("requests");
        m_service->open();
        m_service->append(served("b", kNoon));
        m_service->flush();
        m_service.reset();
        QCOMPARE(rememberedNow().state->active, u("b"));
    }

    void aDatabaseOfALaterVersionIsLeftAlone()
    {
        {
            const auto before = m_stage->service();
            before->open();
        }
        SqlConnection connection;
        connection.open(m_stage->path(), SqlConnection::Access::ReadWrite);
        QVERIFY(connection.runOnce(u("PRAGMA user_version = 99")));
        connection.close();
        const QByteArray file = m_stage->read("history.db");

        m_service->open();
        QCOMPARE(m_opened->size(), 1);
        m_service->append(served("a", kNoon));
        m_service->commit(failover("00000001", "a", "b", kNoon), stateWithActive("b"));
        m_service->flush();
        m_service->rollUp();
        QCOMPARE(m_committed->size(), 1);
        QCOMPARE(m_unavailable->size(), 1);
        QVERIFY(reason().detail.contains(u("version 99")));
        QCOMPARE(m_service->dropped(), quint64(2));
        QCOMPARE(m_stage->read("history.db"), file);
        const auto reader = HistoryReader::open(m_stage->home());
        QVERIFY(!reader.ok());
        QCOMPARE(reader.refusal().code, RefusalCode::HistoryUnavailable);
        QVERIFY(reader.refusal().detail.contains(u("version 99")));
    }

    void aFullDiskIsSaidOnceAndNothingIsLostWhenThereIsRoomAgain()
    {
        m_service->open();
        m_service->commit(failover("00000001", "a", "b", kNoon), stateWithActive("b"));
        {
            const SmallDisk disk(rlim_t(QFile(m_stage->path("history.db-wal")).size()));
            m_service->append(served("a", kNoon));
            m_service->flush();
            m_service->commit(failover("00000002", "b", "c", kNoon + seconds(1)), stateWithActive("c"));
            QCOMPARE(m_committed->size(), 2); // the person hears of it
            QCOMPARE(m_unavailable->size(), 1);
            QCOMPARE(reason().subject, m_stage->path());
            QCOMPARE(m_stage->storedEvents().size(), size_t(1));
            QVERIFY(QTest::qWaitFor([&] { return m_mended->size() > 0; }, 100) == false); // retries in vain
            QCOMPARE(m_unavailable->size(), 1);
        }
        QTRY_COMPARE(m_mended->size(), 1);
        QCOMPARE(m_stage->storedEvents().size(), size_t(2));
        QCOMPARE(m_stage->storedRequests(), 1);
        QCOMPARE(m_service->dropped(), quint64(0));
    }

    void onAFullDiskTheOldestRowsGo()
    {
        m_service->open();
        m_service->commit(failover("00000001", "a", "b", kNoon), stateWithActive("b"));
        {
            const SmallDisk disk(1);
            m_service->append(served("a", kNoon));
            m_service->flush();
            QCOMPARE(m_unavailable->size(), 1);
            for (size_t i = 0; i < HistoryService::kMaxWaiting; ++i)
                m_service->append(served("b", kNoon + seconds(1)));
            m_service->commit(failover("00000002", "b", "c", kNoon), stateWithActive("c"));
        }
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u("2 rows were lost")));
        QTRY_COMPARE(m_mended->size(), 1);
        QCOMPARE(m_service->dropped(), quint64(2));
        QCOMPARE(m_stage->storedEvents().size(), size_t(2));
        RequestFilter oldest;
        oldest.config = u("a");
        QVERIFY(m_stage->reader()->requests(oldest)->empty());
    }

    void aHomeThatCannotBeWrittenIsTriedAgain()
    {
        // Root may write anywhere, so it is a file that stands in the way.
        const QString home = m_stage->path("home");
        m_stage->write("home", "a file");
        HistoryService service(home, nullptr, {{}, milliseconds(20)});
        QSignalSpy opened(&service, &HistoryService::opened);
        QSignalSpy unavailable(&service, &HistoryService::unavailable);
        QSignalSpy mended(&service, &HistoryService::mended);
        service.open();
        service.append(served("a", kNoon));
        service.flush();
        QCOMPARE(opened.size(), 1);
        QCOMPARE(unavailable.size(), 1);
        QVERIFY(QFile::remove(home));
        QVERIFY(QDir().mkdir(home));
        QTRY_COMPARE(mended.size(), 1);
        QCOMPARE(HistoryReader::open(home).value()->requests({})->size(), size_t(1));
    }

    void aLockedDatabaseIsWaitedFor()
    {
        m_service->open();
        SqlConnection other;
        other.open(m_stage->path(), SqlConnection::Access::ReadWrite);
        QVERIFY(other.runOnce(u("BEGIN IMMEDIATE")));
        QTimer::singleShot(0, this, [&] { other.close(); });
        m_service->append(served("a", kNoon));
        m_service->flush(); // waits in vain
        QCOMPARE(m_unavailable->size(), 1);
        QTRY_COMPARE(m_mended->size(), 1);
        QCOMPARE(m_stage->storedRequests(), 1);
    }

    void theEndDoesNotWaitForTheNextRetry()
    {
        HistoryService service(m_stage->home(), nullptr, HistoryTiming{{}, std::chrono::hours(1)});
        service.open();
        SqlConnection other;
        other.open(m_stage->path(), SqlConnection::Access::ReadWrite);
        QVERIFY(other.runOnce(u("BEGIN IMMEDIATE")));
        QSignalSpy unavailable(&service, &HistoryService::unavailable);
        service.append(served("a", kNoon));
        service.flush(); // waits in vain
        QCOMPARE(unavailable.size(), 1);
        other.close();
        service.flush();
        QCOMPARE(m_stage->storedRequests(), 1);
    }

    void aFileThatWasTakenAwayIsMadeAnew()
    {
        m_service->open();
        m_service->saveState(stateWithActive("b"));
        m_service->flush();
        for (const char *name : {"history.db", "history.db-wal", "history.db-shm"})
            QFile::remove(m_stage->path(name));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u("was moved or replaced")));
        m_service->append(served("a", kNoon));
        m_service->flush();
        QCOMPARE(m_stage->storedRequests(), 1);
        m_service.reset();
        QCOMPARE(rememberedNow().state->active, u("b"));
    }

    void aCorruptFileHasNoReader()
    {
        m_stage->write("history.db", QByteArray(5000, 'x'));
        const auto reader = HistoryReader::open(m_stage->home());
        QVERIFY(!reader.ok());
        QCOMPARE(reader.refusal().code, RefusalCode::HistoryUnavailable);
        QCOMPARE(reader.refusal().subject, m_stage->path());
    }

private:
    Refusal reason() const { return m_unavailable->at(0)[0].value<Refusal>(); }

    void checkKeptAside() const
    {
        QCOMPARE(m_unavailable->size(), 1);
        QCOMPARE(reason().code, RefusalCode::HistoryUnavailable);
        QCOMPARE(reason().subject, m_stage->path());
        QVERIFY2(reason().detail.contains(u("kept aside as history.db.broken-20260301-120000")),
                 qPrintable(reason().detail));
        QCOMPARE(m_mended->size(), 1);
        QVERIFY(m_stage->files().contains(u("history.db.broken-20260301-120000")));
    }

    /// Overwrites the root page of a table of a closed database.
    void damageTable(const char *table) const
    {
        SqlConnection connection;
        connection.open(m_stage->path(), SqlConnection::Access::ReadOnly);
        const qint64 page =
            connection.number(u("SELECT rootpage FROM sqlite_master WHERE name = ?"), {u(table)});
        const qint64 size = connection.number(u("PRAGMA page_size"));
        connection.close();
        QVERIFY(page > 1);
        QFile file(m_stage->path());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek((page - 1) * size));
        QCOMPARE(file.write(QByteArray(qsizetype(size), '\xff')), size);
    }

    RememberedState rememberedNow()
    {
        const auto service = m_stage->service();
        QSignalSpy opened(service.get(), &HistoryService::opened);
        service->open();
        return opened[0][0].value<RememberedState>();
    }

    std::unique_ptr<HistoryStage> m_stage;
    std::unique_ptr<HistoryService> m_service;
    std::unique_ptr<QSignalSpy> m_unavailable;
    std::unique_ptr<QSignalSpy> m_mended;
    std::unique_ptr<QSignalSpy> m_committed;
    std::unique_ptr<QSignalSpy> m_opened;
};

QTEST_GUILESS_MAIN(TestHistoryTroubles)
#include "tst_history_troubles.moc"
