// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/translation.h"
#include "tests/ui_support/fake_doors.h"
#include "tests/ui_support/sample_world.h"
#include "ui/tray/notice_desk.h"

#include <QSignalSpy>
#include <QTest>

using namespace qcc;
using namespace qcc::test;

namespace {

Alert failover()
{
    Alert alert;
    alert.kind = AlertKind::Failover;
    alert.from = QStringLiteral("production");
    alert.to = alert.subject = QStringLiteral("backup");
    alert.since = sampleNow();
    return alert;
}

Alert recovery()
{
    Alert alert = failover();
    alert.kind = AlertKind::Recovery;
    std::swap(alert.from, alert.to);
    return alert;
}

const QString kSwitch = QStringLiteral("switch");

} // namespace

class TestNoticeDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aFailoverIsTold();
    void theReasonIsToldWheneverItComes_data();
    void theReasonIsToldWheneverItComes();
    void aRecoveryTakesItsPlace();
    void aConditionIsToldOnceAndWithdrawn();
    void anInstanceThatIsGoneTakesItsConditionsAlong();
    void buttonsAreObeyed_data();
    void buttonsAreObeyed();
    void whyNamesTheAlert();
    void strangeAnswersAreIgnored();
    void aRefusedSwitchIsTold();
    void silencedKindsStayAway();
    void quietHoursLetOnlyTheMostUrgentPass();
    void theEndOfTheQuietHoursTells();
    void theLanguageChangesLive();

private:
    NoticeMessage lastMessage() const { return m_shown->back().front().value<NoticeMessage>(); }
    void beQuietFor(milliseconds time);

    TimePoint m_now;
    std::unique_ptr<Translation> m_translation;
    std::unique_ptr<FakeInstance> m_instance;
    std::unique_ptr<FakeDesktop> m_desktop;
    std::unique_ptr<NoticeDesk> m_desk;
    std::unique_ptr<QSignalSpy> m_shown;
    std::unique_ptr<QSignalSpy> m_withdrawn;
};

void TestNoticeDesk::init()
{
    m_now = sampleNow();
    m_translation = std::make_unique<Translation>(Language::English);
    m_instance = std::make_unique<FakeInstance>();
    m_instance->setSettings(sampleSettings());
    m_desktop = std::make_unique<FakeDesktop>();
    m_desk = std::make_unique<NoticeDesk>(*m_instance, *m_desktop, [this] { return m_now; });
    m_shown = std::make_unique<QSignalSpy>(m_desk.get(), &NoticeDesk::noticeShown);
    m_withdrawn = std::make_unique<QSignalSpy>(m_desk.get(), &NoticeDesk::noticeWithdrawn);
}

void TestNoticeDesk::cleanup()
{
    m_withdrawn.reset();
    m_shown.reset();
    m_desk.reset();
    m_desktop.reset();
    m_instance.reset();
    m_translation.reset();
}

/// From a minute ago.
void TestNoticeDesk::beQuietFor(milliseconds time)
{
    const QTime local = QDateTime::fromMSecsSinceEpoch(m_now.time_since_epoch().count()).time();
    Preferences preferences = m_desktop->preferences();
    preferences.quietHours = {true, local.addSecs(-60), local.addMSecs(static_cast<int>(time.count()))};
    m_desktop->setPreferences(preferences);
}

void TestNoticeDesk::aFailoverIsTold()
{
    Q_EMIT m_instance->announced(failover());
    QCOMPARE(m_shown->size(), 1);
    const NoticeMessage message = lastMessage();
    QCOMPARE(message.key, kSwitch);
    QVERIFY(message.isNews);
    QCOMPARE(message.title, QStringLiteral("Failover to backup"));
    QCOMPARE(message.text, QStringLiteral("production failed: Claude Code is now served by backup."));
    QStringList labels;
    for (const NoticeMessage::Action &action : message.actions)
        labels += action.label;
    QCOMPARE(labels.join(QLatin1Char('|')), QStringLiteral("Open QCC|Switch back|Why?|Pause"));
}

void TestNoticeDesk::theReasonIsToldWheneverItComes_data()
{
    QTest::addColumn<bool>("before");
    QTest::addColumn<int>("ago"); // seconds
    QTest::addColumn<QString>("reason");
    const QString reason = QStringLiteral(" (529 overloaded)");
    QTest::newRow("before the announcement") << true << 1 << reason;
    QTest::newRow("after it") << false << 1 << reason;
    QTest::newRow("an older switch's is another") << true << 3600 << QString();
}

void TestNoticeDesk::theReasonIsToldWheneverItComes()
{
    QFETCH(bool, before);
    QFETCH(int, ago);
    QFETCH(QString, reason);
    FailoverEvent event;
    event.from = failover().from;
    event.to = failover().to;
    event.at = sampleNow() - seconds(ago);
    event.reason = QStringLiteral("529 overloaded");
    if (before)
        Q_EMIT m_instance->eventHappened(event);
    Q_EMIT m_instance->announced(failover());
    if (!before)
        Q_EMIT m_instance->eventHappened(event);
    QCOMPARE(m_shown->size(), before ? 1 : 2);
    QCOMPARE(lastMessage().isNews, before);
    QCOMPARE(lastMessage().text,
             QStringLiteral("production failed: Claude Code is now served by backup.") + reason);
}

void TestNoticeDesk::aRecoveryTakesItsPlace()
{
    Q_EMIT m_instance->announced(failover());
    Q_EMIT m_instance->announced(recovery());
    QCOMPARE(m_shown->size(), 2);
    QCOMPARE(lastMessage().key, kSwitch);
    QCOMPARE(lastMessage().title, QStringLiteral("Back on production"));
    QVERIFY(m_withdrawn->isEmpty());
}

void TestNoticeDesk::aConditionIsToldOnceAndWithdrawn()
{
    m_instance->setSnapshot(sampleSnapshot(SampleMood::AllDown));
    m_instance->setSnapshot(sampleSnapshot(SampleMood::AllDown));
    QCOMPARE(m_shown->size(), 1);
    QCOMPARE(lastMessage().title, QStringLiteral("All configs are down"));
    QCOMPARE(lastMessage().urgency, NoticeUrgency::Critical);
    m_instance->setSnapshot(sampleSnapshot(SampleMood::AllWell));
    QCOMPARE(m_shown->size(), 1);
    QCOMPARE(m_withdrawn->size(), 1);
    QCOMPARE(m_withdrawn->front().front().toString(), QStringLiteral("all-down"));
}

void TestNoticeDesk::anInstanceThatIsGoneTakesItsConditionsAlong()
{
    m_instance->setSnapshot(sampleSnapshot(SampleMood::AllDown));
    m_instance->setState({InstanceLink::Starting, std::nullopt});
    m_instance->setSnapshot({});
    QVERIFY(m_withdrawn->isEmpty());
    m_instance->setState({InstanceLink::Lost, std::nullopt});
    QCOMPARE(m_withdrawn->size(), 1);
    QCOMPARE(m_withdrawn->front().front().toString(), QStringLiteral("all-down"));
}

void TestNoticeDesk::buttonsAreObeyed_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QByteArray>("signal");
    QTest::addColumn<QString>("asked");
    QTest::newRow("the notice itself")
        << QStringLiteral("default") << QByteArray(SIGNAL(openRequested())) << QString();
    QTest::newRow("pause") << QStringLiteral("pause") << QByteArray(SIGNAL(pauseRequested(bool)))
                           << QString();
    QTest::newRow("switch back") << QStringLiteral("switch-back") << QByteArray()
                                 << QStringLiteral("switch production");
    QTest::newRow("check now") << QStringLiteral("check-now") << QByteArray() << QStringLiteral("check ");
}

void TestNoticeDesk::buttonsAreObeyed()
{
    QFETCH(QString, action);
    QFETCH(QByteArray, signal);
    QFETCH(QString, asked);
    Q_EMIT m_instance->announced(failover());
    if (signal.isEmpty()) {
        m_desk->actionInvoked(kSwitch, action);
    } else {
        QSignalSpy spy(m_desk.get(), signal.constData());
        m_desk->actionInvoked(kSwitch, action);
        QCOMPARE(spy.size(), 1);
    }
    QCOMPARE(m_instance->log.join(QLatin1Char(';')), asked);
}

void TestNoticeDesk::whyNamesTheAlert()
{
    QSignalSpy why(m_desk.get(), &NoticeDesk::whyRequested);
    Q_EMIT m_instance->announced(failover());
    m_desk->actionInvoked(kSwitch, QStringLiteral("why"));
    QCOMPARE(why.size(), 1);
    QCOMPARE(why.front().front().value<Alert>(), failover());
}

void TestNoticeDesk::strangeAnswersAreIgnored()
{
    QSignalSpy open(m_desk.get(), &NoticeDesk::openRequested);
    Q_EMIT m_instance->announced(failover());
    m_desk->actionInvoked(kSwitch, QStringLiteral("snooze"));
    m_desk->actionInvoked(QStringLiteral("all-down"), QStringLiteral("switch-back"));
    QVERIFY(m_instance->log.isEmpty());
    QVERIFY(open.isEmpty());
}

void TestNoticeDesk::aRefusedSwitchIsTold()
{
    m_instance->refusal = Refusal{RefusalCode::UnknownConfig, QStringLiteral("production"), QString()};
    QSignalSpy refused(m_desk.get(), &NoticeDesk::refused);
    Q_EMIT m_instance->announced(failover());
    m_desk->actionInvoked(kSwitch, QStringLiteral("switch-back"));
    QVERIFY(refused.wait());
    QCOMPARE(refused.front().front().value<Refusal>().code, RefusalCode::UnknownConfig);
}

void TestNoticeDesk::silencedKindsStayAway()
{
    Preferences preferences;
    preferences.silenced = {AlertKind::Failover};
    m_desktop->setPreferences(preferences);
    Q_EMIT m_instance->announced(failover());
    QVERIFY(m_shown->isEmpty());
    m_instance->setSnapshot(sampleSnapshot(SampleMood::AllDown));
    QCOMPARE(m_shown->size(), 1);
    preferences.silenced = {AlertKind::AllDown};
    m_desktop->setPreferences(preferences);
    QCOMPARE(m_withdrawn->size(), 1);
}

void TestNoticeDesk::quietHoursLetOnlyTheMostUrgentPass()
{
    beQuietFor(milliseconds(600'000));
    Q_EMIT m_instance->announced(failover());
    m_instance->setSnapshot(sampleSnapshot(SampleMood::Degraded)); // a key is rejected
    QVERIFY(m_shown->isEmpty());
    m_instance->setSnapshot(sampleSnapshot(SampleMood::AllDown));
    QCOMPARE(m_shown->size(), 1);
    QCOMPARE(lastMessage().kind, AlertKind::AllDown);
}

void TestNoticeDesk::theEndOfTheQuietHoursTells()
{
    beQuietFor(milliseconds(30));
    m_instance->setSnapshot(sampleSnapshot(SampleMood::Degraded));
    QVERIFY(m_shown->isEmpty());
    m_now += milliseconds(30);
    QVERIFY(m_shown->wait());
    QCOMPARE(lastMessage().kind, AlertKind::KeyRejected);
}

void TestNoticeDesk::theLanguageChangesLive()
{
    Q_EMIT m_instance->announced(failover());
    m_instance->setSnapshot(sampleSnapshot(SampleMood::AllDown));
    m_desk->closed(QStringLiteral("all-down"));
    m_translation->use(Language::Chinese);
    m_desk->retranslate();
    QCOMPARE(m_shown->size(), 3);
    QCOMPARE(lastMessage().key, kSwitch);
    QVERIFY(!lastMessage().isNews);
    QVERIFY(lastMessage().title != QStringLiteral("Failover to backup"));
}

QTEST_MAIN(TestNoticeDesk)
#include "tst_notice_desk.moc"
