// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/offline_store.h"
#include "tests/history/history_stage.h"

using namespace qcc;
using namespace qcc::test;

class TestHistoryService : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_stage = std::make_unique<HistoryStage>(); }

    void aNewHomeGetsAPrivateDatabase()
    {
        const auto service = m_stage->service();
        QSignalSpy opened(service.get(), &HistoryService::opened);
        service->open();
        service->append(served("main", kNoon));
        service->flush();
        QCOMPARE(opened.size(), 1);
        const auto remembered = opened[0][0].value<RememberedState>();
        QVERIFY(!remembered.state);
        QVERIFY(remembered.activeBefore.isEmpty());
        QCOMPARE(m_stage->files(), QStringList({u("history.db"), u("history.db-shm"), u("history.db-wal")}));
        for (const QString &name : m_stage->files()) {
            const auto all = QFile::permissions(m_stage->path() + name.mid(int(qstrlen("history.db"))));
            QVERIFY2(!(all & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)),
                     qPrintable(name));
        }
    }

    void theLastTurnsOfConversationsComeBack()
    {
        const auto service = m_stage->service();
        service->open();
        const auto turn = [](const char *config, const char *session, const char *model, int second) {
            RequestRecord record = served(config, kNoon + seconds(second));
            record.session = session;
            record.model = model;
            return record;
        };
        RequestRecord slow = turn("spare", "a", "opus", 0);
        slow.duration = seconds(90);
        RequestRecord failed = turn("main", "a", "opus", 3);
        failed.end = RequestEnd::Failed;
        RequestRecord broken = turn("main", "a", "opus", 4);
        broken.end = RequestEnd::Broken;
        RequestRecord counted = turn("main", "a", "opus", 5);
        counted.kind = RequestKind::CountTokens;
        for (const RequestRecord &record : {slow, turn("main", "a", "haiku", 1), turn("main", "b", "", 2),
                                            failed, broken, counted, turn("main", "", "opus", 6)})
            service->append(record);
        service->flush();
        const auto again = m_stage->service();
        QSignalSpy opened(again.get(), &HistoryService::opened);
        again->open();
        const milliseconds usual = served("main", kNoon).duration;
        const std::vector<ServedTurn> expected{{"a", "haiku", u("main"), kNoon + seconds(1) + usual},
                                               {"b", "", u("main"), kNoon + seconds(2) + usual},
                                               {"a", "opus", u("spare"), kNoon + seconds(90)}};
        QVERIFY(opened[0][0].value<RememberedState>().turns == expected);
    }

    void aDatabaseThatOthersMayReadIsClosedToThem()
    {
        m_stage->service()->open();
        QVERIFY(
            QFile::setPermissions(m_stage->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
        m_stage->service()->open();
        QVERIFY(!(QFile::permissions(m_stage->path()) & QFile::ReadOther));
    }

    void anEventComesBackAsItWas()
    {
        const auto service = m_stage->service();
        service->open();
        FailoverEvent event = failover("0badcafe", "main", "spare", kNoon);
        event.reason = u("a person's words, 也可以");
        service->commit(event, stateWithActive("spare"));
        QCOMPARE(m_stage->storedEvents(), std::vector{event});
        QCOMPARE(*m_stage->reader()->event(u("0badcafe")), std::optional(event));
        QVERIFY(!*m_stage->reader()->event(u("ffffffff")));
    }

    /// spec: events are committed before they are shown.
    void committedIsSaidWhenAnotherConnectionCanReadTheEvent()
    {
        const auto service = m_stage->service();
        service->open();
        size_t readable = 0;
        connect(service.get(), &HistoryService::committed, this, [&](const FailoverEvent &event) {
            readable += m_stage->reader()->event(event.id)->has_value() ? 1 : 0;
        });
        for (int i = 0; i < 5; ++i)
            service->commit(failover(qPrintable(u("0000000%1").arg(i)), "a", "b", kNoon + seconds(i)),
                            stateWithActive("b"));
        QCOMPARE(readable, size_t(5));
    }

    void aSecondEventWithTheSameIdGetsItsOwn()
    {
        const auto service = m_stage->service();
        service->open();
        QSignalSpy committed(service.get(), &HistoryService::committed);
        service->commit(failover("ffffffff", "a", "b", kNoon), stateWithActive("b"));
        service->commit(failover("ffffffff", "b", "c", kNoon + seconds(1)), stateWithActive("c"));
        QCOMPARE(committed[1][0].value<FailoverEvent>().id, u("00000000"));
        QCOMPARE(m_stage->storedEvents().size(), size_t(2));
        QCOMPARE(m_stage->reader()->event(u("00000000"))->value().to, u("c"));
    }

    void requestsAreWrittenTogetherAfterAWhile()
    {
        const auto service = m_stage->service();
        service->open();
        service->append(served("main", kNoon));
        service->append(served("main", kNoon + seconds(1)));
        service->appendSample(sample("main", kNoon, 1, 1));
        QCOMPARE(m_stage->storedRequests(), 0);
        QTRY_COMPARE(m_stage->storedRequests(), 2);
        QCOMPARE(m_stage->reader()->health(u("main"), kNoon, kNoon + minutes(1), 1)->size(), size_t(1));
    }

    void aRequestComesBackAsItWas_data()
    {
        QTest::addColumn<RequestRecord>("record");
        QTest::newRow("served at once") << served("main", kNoon);
        RequestRecord spilled = served("spare", kNoon);
        spilled.attempts.insert(spilled.attempts.begin(),
                                attempt("main", "11111111", OutcomeKind::RateLimitedUntil, 429));
        Outcome &limited = spilled.attempts[0].outcome;
        limited.effect = HealthEffect::Limited;
        limited.tryNext = true;
        limited.until = kNoon + seconds(40);
        limited.errorType = u("rate_limit_error");
        spilled.spilledOver = true;
        QTest::newRow("spilled over") << spilled;
        RequestRecord repaired = served("main", kNoon);
        repaired.held = milliseconds(35'400);
        repaired.removedThinking = 12;
        repaired.thinkingOff = true;
        QTest::newRow("held and repaired") << repaired;
        RequestRecord failed = served("main", kNoon);
        failed.end = RequestEnd::Failed;
        failed.attempts[0].outcome = {.kind = OutcomeKind::ConnectFailure,
                                      .tryNext = true,
                                      .effect = HealthEffect::Failure,
                                      .until = {},
                                      .status = 0,
                                      .fault = TransportFault::Refused,
                                      .errorType = {}};
        failed.usage.reset();
        QTest::newRow("failed without an answer") << failed;
        RequestRecord gone;
        gone.startedAt = kNoon;
        gone.end = RequestEnd::ClientGone;
        gone.number = 1ULL << 60;
        gone.model = "\xff\xfe not UTF-8";
        QTest::newRow("nobody was asked, with odd bytes") << gone;
    }
    void aRequestComesBackAsItWas()
    {
        QFETCH(const RequestRecord, record);
        const auto service = m_stage->service();
        service->open();
        service->append(record);
        service->flush();
        const std::vector<StoredRequest> stored = *m_stage->reader()->requests({});
        QCOMPARE(stored.size(), size_t(1));
        QVERIFY(stored[0].record == record);
    }

    void aClientsLongNamesAreCut()
    {
        RequestRecord record = served("main", kNoon);
        record.model = QByteArray(100'000, 'm');
        record.session = QByteArray(100'000, 's');
        const auto service = m_stage->service();
        service->open();
        service->append(record);
        service->flush();
        const RequestRecord stored = m_stage->reader()->requests({})->at(0).record;
        QCOMPARE(stored.model, QByteArray(TextTable::kLongest, 'm'));
        QCOMPARE(stored.session, QByteArray(TextTable::kLongest, 's'));
    }

    void aRestartFindsStateAndTheActiveConfigBefore()
    {
        {
            const auto service = m_stage->service();
            service->open();
            service->commit(failover("00000001", "main", "spare", kNoon), stateWithActive("spare"));
            FailoverEvent inVain = failover("00000002", "spare", "", kNoon + seconds(1));
            inVain.success = false;
            service->commit(inVain, stateWithActive("spare"));
            service->saveState(stateWithActive("later"));
            service->flush();
        }
        const auto service = m_stage->service();
        QSignalSpy opened(service.get(), &HistoryService::opened);
        service->open();
        const auto remembered = opened[0][0].value<RememberedState>();
        QVERIFY(remembered.state.has_value());
        QCOMPARE(remembered.state->active, u("later"));
        QCOMPARE(remembered.activeBefore, u("main"));
    }

    void aStateThatCannotBeReadIsNone()
    {
        {
            const auto service = m_stage->service();
            service->open();
            service->saveState(stateWithActive("spare"));
            service->flush();
        }
        SqlConnection connection;
        connection.open(m_stage->path(), SqlConnection::Access::ReadWrite);
        QVERIFY(connection.run(u("UPDATE state SET value = '{\"active\": 3}'")));
        connection.close();
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u("can't be read: field \"active\"")));
        const auto service = m_stage->service();
        QSignalSpy opened(service.get(), &HistoryService::opened);
        service->open();
        QVERIFY(!opened[0][0].value<RememberedState>().state);
    }

    void aCommandStoresWhileNoInstanceRuns()
    {
        QVERIFY(!rememberedState(m_stage->home())->state);
        QVERIFY(m_stage->files().isEmpty()); // looking makes nothing
        QVERIFY(
            storeOffline(m_stage->home(), {failover("", "main", "spare", kNoon)}, *stateWithActive("spare"))
                .ok());
        const Result<RememberedState> remembered = rememberedState(m_stage->home());
        QVERIFY(remembered.ok());
        QCOMPARE(remembered->state->active, u("spare"));
        QCOMPARE(remembered->activeBefore, u("main"));
        QCOMPARE(m_stage->storedEvents().at(0).id.size(), 8);
        m_stage->write("history.db", QByteArray(5000, 'x'));
        QCOMPARE(rememberedState(m_stage->home()).refusal().code, RefusalCode::HistoryUnavailable);
        QCOMPARE(storeOffline(m_stage->home(), {}, {}).refusal().subject, m_stage->path());
        QCOMPARE(m_stage->read("history.db"), QByteArray(5000, 'x')); // left as it is
    }

    void aReaderSeesWhatComesWhileItIsOpen()
    {
        const auto service = m_stage->service();
        service->open();
        const auto reader = m_stage->reader();
        for (int i = 1; i <= 3; ++i) {
            service->append(served("main", kNoon));
            service->flush();
            QCOMPARE(reader->requests({})->size(), size_t(i));
        }
    }

    void whatComesBeforeOpenIsNotLost()
    {
        const auto service = m_stage->service();
        service->append(served("main", kNoon));
        service->open();
        service->flush();
        QCOMPARE(m_stage->storedRequests(), 1);
    }

    void itWorksOnAThreadOfItsOwn()
    {
        QThread thread;
        auto *service = new HistoryService(m_stage->home());
        service->moveToThread(&thread);
        connect(&thread, &QThread::finished, service, &QObject::deleteLater);
        QObject here;
        std::vector<FailoverEvent> committed;
        connect(service, &HistoryService::committed, &here,
                [&](const FailoverEvent &event) { committed.push_back(event); });
        thread.start();
        const FailoverEvent event = failover("0badcafe", "main", "spare", kNoon);
        QMetaObject::invokeMethod(service, &HistoryService::open);
        QMetaObject::invokeMethod(service, [service, event] { service->commit(event, {}); });
        // A loaded disk syncs slowly.
        const bool came = QTest::qWaitFor([&] { return !committed.empty(); }, 60'000);
        thread.quit();
        QVERIFY(thread.wait());
        QVERIFY(came);
        QCOMPARE(committed, std::vector{event});
        QCOMPARE(m_stage->storedEvents(), std::vector{event});
    }

private:
    std::unique_ptr<HistoryStage> m_stage;
};

QTEST_GUILESS_MAIN(TestHistoryService)
#include "tst_history_service.moc"
