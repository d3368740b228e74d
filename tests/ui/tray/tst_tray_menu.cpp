// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/translation.h"
#include "tests/ui_support/fake_claude.h"
#include "tests/ui_support/fake_doors.h"
#include "tests/ui_support/sample_world.h"
#include "ui/claude/claude_switch.h"
#include "ui/tray/tray_menu.h"

#include <QSignalSpy>
#include <QTest>

using namespace qcc;
using namespace qcc::test;

namespace {

QAction *item(const QMenu &menu, const QString &text)
{
    for (QAction *action : menu.actions()) {
        if (action->text() == text)
            return action;
    }
    return nullptr;
}

QMenu *pinMenu(const TrayMenu &menu)
{
    for (const QAction *action : menu.actions()) {
        if (action->menu())
            return action->menu();
    }
    return nullptr;
}

/// The items as lines: "(*) production", "( ) backup", "-- Primary" for what can't be chosen, "> Pin …".
QStringList lines(const QMenu &menu)
{
    QStringList all;
    for (const QAction *action : menu.actions()) {
        if (action->isSeparator() || !action->isVisible())
            continue;
        QString mark;
        if (action->isCheckable())
            mark = action->isChecked() ? QStringLiteral("(*) ") : QStringLiteral("( ) ");
        else if (action->menu())
            mark = QStringLiteral("> ");
        else if (!action->isEnabled())
            mark = QStringLiteral("-- ");
        all += mark + action->text();
    }
    return all;
}

} // namespace

class TestTrayMenu : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theContentFollowsTheState_data();
    void theContentFollowsTheState();
    void manyConfigsAreBounded();
    void choosingSwitches();
    void choosingTheActiveOneChangesNothing();
    void aRefusalIsTold();
    void theMarkWaitsForTheSwitch();
    void pinTimes_data();
    void pinTimes();
    void thePinIsReleased();
    void itemsAskForWhatTheySay_data();
    void itemsAskForWhatTheySay();
    void theProxyIsStoppedAndStarted();
    void nothingIsMadeAnewWithoutNeed();
    void nothingIsMadeAnewWhileOpen();
    void claudeCodeIsConnected();
    void claudeCodeIsPutBackAlsoWithoutAnInstance();
    void namesMayHoldAnAmpersand();
    void aLongHeadlineHasThreeLines();
    void theLanguageChangesLive();

private:
    void show(SampleMood mood)
    {
        m_instance->setSnapshot(sampleSnapshot(mood));
        QCoreApplication::processEvents();
    }

    std::unique_ptr<Translation> m_translation;
    std::unique_ptr<FakeInstance> m_instance;
    std::unique_ptr<TrayMenu> m_menu;
};

void TestTrayMenu::init()
{
    m_translation = std::make_unique<Translation>(Language::English);
    m_instance = std::make_unique<FakeInstance>();
    m_instance->setSettings(sampleSettings());
    m_instance->setSnapshot(sampleSnapshot(SampleMood::AllWell));
    m_menu = std::make_unique<TrayMenu>(*m_instance);
    m_menu->setHeadline(QStringLiteral("All is well."));
}

void TestTrayMenu::cleanup()
{
    m_menu.reset();
    m_instance.reset();
    m_translation.reset();
}

void TestTrayMenu::theContentFollowsTheState_data()
{
    using Change = std::function<void(FakeInstance &)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<QStringList>("content");
    const auto row = [](const char *name, const Change &change, const char *content) {
        QTest::newRow(name) << change << QString::fromUtf8(content).split(QStringLiteral("; "));
    };
    const auto mood = [](SampleMood which) {
        return [which](FakeInstance &instance) { instance.setSnapshot(sampleSnapshot(which)); };
    };
    row("all is well", mood(SampleMood::AllWell),
        "-- All is well.; -- Primary; (*) production; ( ) team-gateway; -- Secondary; ( ) backup; ( ) "
        "reseller-eu; "
        "-- Fallback; ( ) emergency; > Pin current choice; Pause automation; Stop the proxy; Open QCC; Quit");
    row("failed over", mood(SampleMood::FailedOver),
        "-- All is well.; Why?; -- Primary; ( ) production (unhealthy); ( ) team-gateway (unhealthy); -- "
        "Secondary; "
        "(*) backup; ( ) reseller-eu; -- Fallback; ( ) emergency; > Pin current choice; Pause automation; "
        "Stop the proxy; Open QCC; Quit");
    row("pinned", mood(SampleMood::Pinned),
        "-- All is well.; -- Primary; ( ) production; ( ) team-gateway; -- Secondary; (*) backup; ( ) "
        "reseller-eu; "
        "-- Fallback; ( ) emergency; > Pin current choice; Release pin; Pause automation; Stop the proxy; "
        "Open QCC; "
        "Quit");
    row("the proxy is off", mood(SampleMood::ProxyOff),
        "-- All is well.; -- Primary; (*) production; ( ) team-gateway; -- Secondary; ( ) backup; ( ) "
        "reseller-eu; "
        "-- Fallback; ( ) emergency; > Pin current choice; Pause automation; Start the proxy; Open QCC; "
        "Quit");
    row(
        "automation is paused, and a group is switched off",
        [](FakeInstance &instance) {
            Settings settings = sampleSettings();
            settings.policy.autoFailoverEnabled = false;
            instance.setSettings(settings);
            ProxySnapshot snapshot = sampleSnapshot(SampleMood::AllWell);
            for (ConfigSnapshot &config : snapshot.failover.configs)
                config.groupEnabled = config.priority != Priority::Secondary;
            instance.setSnapshot(snapshot);
        },
        "-- All is well.; -- Primary; (*) production; ( ) team-gateway; -- Fallback; ( ) emergency; "
        "> Pin current choice; Resume automation; Stop the proxy; Open QCC; Quit");
    row(
        "nothing is set up",
        [](FakeInstance &instance) {
            instance.setSettings({});
            instance.setSnapshot(manySnapshot({}));
        },
        "-- All is well.; Pause automation; Stop the proxy; Open QCC; Quit");
    row(
        "nobody runs",
        [](FakeInstance &instance) {
            instance.setState({InstanceLink::Lost, std::nullopt});
        },
        "-- All is well.; Open QCC; Quit");
}

void TestTrayMenu::theContentFollowsTheState()
{
    QFETCH(std::function<void(FakeInstance &)>, change);
    QFETCH(QStringList, content);
    change(*m_instance);
    QTRY_COMPARE(lines(*m_menu), content);
}

void TestTrayMenu::manyConfigsAreBounded()
{
    const Settings settings = manySettings(40);
    ProxySnapshot snapshot = manySnapshot(settings);
    const auto last =
        std::find_if(snapshot.failover.configs.rbegin(), snapshot.failover.configs.rend(),
                     [](const ConfigSnapshot &one) { return one.priority == Priority::Fallback; });
    snapshot.failover.active = last->config;
    m_instance->setSettings(settings);
    m_instance->setSnapshot(snapshot);
    QTRY_VERIFY(item(*m_menu, QStringLiteral("More…")));
    const QStringList configs = lines(*m_menu).filter(QStringLiteral("provider"));
    QCOMPARE(configs.size(), qsizetype(kMostTrayConfigs));
    QCOMPARE(configs.filter(QStringLiteral("(*)")).size(), qsizetype(1));
    QVERIFY(configs.last().contains(last->config));
    QSignalSpy more(m_menu.get(), &TrayMenu::moreRequested);
    item(*m_menu, QStringLiteral("More…"))->trigger();
    QCOMPARE(more.size(), 1);
}

void TestTrayMenu::choosingSwitches()
{
    item(*m_menu, QStringLiteral("backup"))->trigger();
    QCOMPARE(m_instance->log, QStringList{QStringLiteral("switch backup")});
}

void TestTrayMenu::choosingTheActiveOneChangesNothing()
{
    item(*m_menu, QStringLiteral("production"))->trigger();
    QVERIFY(m_instance->log.isEmpty());
    QVERIFY(item(*m_menu, QStringLiteral("production"))->isChecked());
}

void TestTrayMenu::aRefusalIsTold()
{
    const Refusal refusal{RefusalCode::NotRoutable, QStringLiteral("backup"), QStringLiteral("no key")};
    m_instance->refusal = refusal;
    QSignalSpy refused(m_menu.get(), &TrayMenu::refused);
    item(*m_menu, QStringLiteral("backup"))->trigger();
    QVERIFY(refused.wait());
    QCOMPARE(refused.front().front().value<Refusal>(), refusal);
}

void TestTrayMenu::theMarkWaitsForTheSwitch()
{
    item(*m_menu, QStringLiteral("backup"))->trigger();
    QVERIFY(item(*m_menu, QStringLiteral("production"))->isChecked());
    QVERIFY(!item(*m_menu, QStringLiteral("backup"))->isChecked());
    m_instance->setSnapshot(sampleSnapshot(SampleMood::Pinned));
    QTRY_VERIFY(item(*m_menu, QStringLiteral("backup"))->isChecked());
    QVERIFY(!item(*m_menu, QStringLiteral("production"))->isChecked());
}

void TestTrayMenu::pinTimes_data()
{
    QTest::addColumn<int>("at");
    QTest::addColumn<QString>("asked");
    QTest::newRow("one hour") << 0 << QStringLiteral("switch production for 3600 s");
    QTest::newRow("four hours") << 1 << QStringLiteral("switch production for 14400 s");
    QTest::newRow("until released")
        << 2 << QStringLiteral("switch production for %1 s").arg(kUntilReleased.count());
}

void TestTrayMenu::pinTimes()
{
    QFETCH(int, at);
    QCOMPARE(pinMenu(*m_menu)->actions().size(), qsizetype(3));
    pinMenu(*m_menu)->actions().at(at)->trigger();
    QCOMPARE(m_instance->log.size(), qsizetype(1));
    QTEST(m_instance->log.front(), "asked");
}

void TestTrayMenu::thePinIsReleased()
{
    show(SampleMood::Pinned);
    item(*m_menu, QStringLiteral("Release pin"))->trigger();
    QCOMPARE(m_instance->log, QStringList{QStringLiteral("release pin")});
}

void TestTrayMenu::itemsAskForWhatTheySay_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("signal");
    QTest::newRow("open") << QStringLiteral("Open QCC") << QByteArray(SIGNAL(openRequested()));
    QTest::newRow("quit") << QStringLiteral("Quit") << QByteArray(SIGNAL(quitRequested()));
    QTest::newRow("why") << QStringLiteral("Why?") << QByteArray(SIGNAL(whyRequested()));
    QTest::newRow("pause") << QStringLiteral("Pause automation") << QByteArray(SIGNAL(pauseRequested(bool)));
}

void TestTrayMenu::itemsAskForWhatTheySay()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, signal);
    show(SampleMood::FailedOver);
    QSignalSpy spy(m_menu.get(), signal.constData());
    item(*m_menu, text)->trigger();
    QCOMPARE(spy.size(), 1);
    QVERIFY(spy.front().isEmpty() || spy.front().front().toBool());
}

void TestTrayMenu::theProxyIsStoppedAndStarted()
{
    item(*m_menu, QStringLiteral("Stop the proxy"))->trigger();
    show(SampleMood::ProxyOff);
    item(*m_menu, QStringLiteral("Start the proxy"))->trigger();
    QCOMPARE(m_instance->log, (QStringList{QStringLiteral("serve off"), QStringLiteral("serve on")}));
}

void TestTrayMenu::nothingIsMadeAnewWithoutNeed()
{
    const QList<QAction *> before = m_menu->actions();
    ProxySnapshot snapshot = sampleSnapshot(SampleMood::AllWell);
    snapshot.requestsServed += 7;
    m_instance->setSnapshot(snapshot);
    m_menu->setHeadline(QStringLiteral("Still well."));
    QCoreApplication::processEvents();
    QCOMPARE(m_menu->actions(), before);
    QCOMPARE(before.front()->text(), QStringLiteral("Still well."));
}

void TestTrayMenu::nothingIsMadeAnewWhileOpen()
{
    const QPointer<QAction> backup = item(*m_menu, QStringLiteral("backup"));
    m_menu->popup(QPoint());
    show(SampleMood::FailedOver);
    QVERIFY(backup);
    m_menu->hide();
    QTRY_VERIFY(!backup);
    QVERIFY(item(*m_menu, QStringLiteral("backup"))->isChecked());
}

void TestTrayMenu::claudeCodeIsConnected()
{
    FakeDesktop desktop;
    FakeClaude claude;
    ClaudeSwitch claudeSwitch(*m_instance, desktop, claude);
    m_menu->setClaude(claudeSwitch);
    QTRY_VERIFY(item(*m_menu, claudeSwitchName()));
    QVERIFY(!item(*m_menu, claudeSwitchName())->isChecked());
    item(*m_menu, claudeSwitchName())->trigger();
    QTRY_VERIFY(item(*m_menu, claudeSwitchName())->isChecked());
    item(*m_menu, claudeSwitchName())->trigger();
    QTRY_VERIFY(!item(*m_menu, claudeSwitchName())->isChecked());
    QCOMPARE(claude.log, (QStringList{QStringLiteral("connect"), QStringLiteral("disconnect")}));
}

void TestTrayMenu::claudeCodeIsPutBackAlsoWithoutAnInstance()
{
    FakeDesktop desktop;
    FakeClaude claude;
    claude.setConnected();
    ClaudeSwitch claudeSwitch(*m_instance, desktop, claude);
    m_menu->setClaude(claudeSwitch);
    m_instance->setState({InstanceLink::Lost, std::nullopt});
    QTRY_VERIFY(!item(*m_menu, QStringLiteral("Pause automation")));
    QVERIFY(item(*m_menu, claudeSwitchName())->isEnabled());
    item(*m_menu, claudeSwitchName())->trigger();
    QTRY_VERIFY(!item(*m_menu, claudeSwitchName())->isEnabled()); // nobody to lead it to
}

void TestTrayMenu::namesMayHoldAnAmpersand()
{
    ProxySnapshot snapshot = sampleSnapshot(SampleMood::AllWell);
    snapshot.failover.configs.front().config = QStringLiteral("you & me");
    m_instance->setSnapshot(snapshot);
    QTRY_VERIFY(item(*m_menu, QStringLiteral("you && me")));
    item(*m_menu, QStringLiteral("you && me"))->trigger();
    QCOMPARE(m_instance->log, QStringList{QStringLiteral("switch you & me")});
}

void TestTrayMenu::aLongHeadlineHasThreeLines()
{
    const QString word = QStringLiteral("R&D ");
    m_menu->setHeadline(word.repeated(100));
    const QList<QAction *> actions = m_menu->actions();
    QVERIFY(actions[0]->text().startsWith(QStringLiteral("R&&D R&&D")));
    for (const int line : {1, 2}) {
        QVERIFY(actions[line]->isVisible() && !actions[line]->isEnabled());
        QVERIFY(actions[line]->text().startsWith(QStringLiteral("R&&D")));
        QCOMPARE(actions[line]->toolTip(), word.repeated(100));
    }
    QVERIFY(actions[2]->text().endsWith(QStringLiteral("…")));
    m_menu->setHeadline(QStringLiteral("Short."));
    QVERIFY(!actions[1]->isVisible() && !actions[2]->isVisible());
}

void TestTrayMenu::theLanguageChangesLive()
{
    QSignalSpy changed(m_menu.get(), &TrayMenu::languageChanged);
    m_translation->use(Language::Chinese);
    QVERIFY(changed.wait());
    QTRY_VERIFY(!lines(*m_menu).contains(QStringLiteral("-- Primary")));
    m_translation->use(Language::English);
    QTRY_VERIFY(lines(*m_menu).contains(QStringLiteral("-- Primary")));
}

QTEST_MAIN(TestTrayMenu)
#include "tst_tray_menu.moc"
