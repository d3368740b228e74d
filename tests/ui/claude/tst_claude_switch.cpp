// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui_support/fake_claude.h"
#include "tests/ui_support/fake_doors.h"
#include "tests/ui_support/sample_world.h"
#include "ui/base/toggle_switch.h"
#include "ui/claude/claude_switch.h"
#include "ui/claude/claude_toggle.h"

#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

namespace qcc::test {

namespace {

TakeoverEdit someEdit()
{
    return {QStringLiteral("ANTHROPIC_BASE_URL"),
            QStringLiteral("http://127.0.0.1:7860"),
            QStringLiteral("https://other.example.com"),
            {}};
}

} // namespace

/// The one switch behind head, settings and tray.
class ClaudeSwitchTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void itCanBePressedWhereSomebodyAnswers_data();
    void itCanBePressedWhereSomebodyAnswers();
    void pressingConnectsAndPutsBack();
    void itWaitsForTheAnswer();
    void aRefusalIsTold();
    void whatBlocksIsShownBeforeAnythingIsTried();
    void editsAreDecidedByThePerson();
    void itLeadsNowhereWithoutAProxy_data();
    void itLeadsNowhereWithoutAProxy();
    void theToggleShowsHowItIs();
    void theToggleWarns_data();
    void theToggleWarns();

private:
    std::unique_ptr<FakeInstance> m_instance;
    std::unique_ptr<FakeDesktop> m_desktop;
    std::unique_ptr<FakeClaude> m_claude;
    std::unique_ptr<ClaudeSwitch> m_switch;
};

void ClaudeSwitchTest::init()
{
    m_switch.reset();
    m_instance = std::make_unique<FakeInstance>();
    m_desktop = std::make_unique<FakeDesktop>();
    m_claude = std::make_unique<FakeClaude>();
    m_instance->setSettings(sampleSettings());
    m_instance->setSnapshot(sampleSnapshot(SampleMood::AllWell));
    m_switch = std::make_unique<ClaudeSwitch>(*m_instance, *m_desktop, *m_claude);
}

void ClaudeSwitchTest::itCanBePressedWhereSomebodyAnswers_data()
{
    QTest::addColumn<InstanceLink>("link");
    QTest::addColumn<bool>("serving");
    QTest::addColumn<bool>("simulation");
    QTest::addColumn<bool>("off"); ///< may be pressed while it is off
    QTest::addColumn<bool>("on");  ///< while it is on
    QTest::newRow("hosted here") << InstanceLink::Hosting << true << false << true << true;
    QTest::newRow("of another process") << InstanceLink::Attached << true << false << true << true;
    QTest::newRow("the proxy is off") << InstanceLink::Hosting << false << false << false << true;
    QTest::newRow("it starts") << InstanceLink::Starting << true << false << false << true;
    QTest::newRow("it has ended") << InstanceLink::Lost << true << false << false << true;
    QTest::newRow("it can't start") << InstanceLink::Failed << true << false << false << true;
    QTest::newRow("simulated") << InstanceLink::Hosting << true << true << false << false;
}

void ClaudeSwitchTest::itCanBePressedWhereSomebodyAnswers()
{
    QFETCH(const InstanceLink, link);
    QFETCH(const bool, serving);
    QFETCH(const bool, simulation);
    ProxySnapshot snapshot = sampleSnapshot(SampleMood::AllWell);
    snapshot.serving = serving;
    m_instance->setSnapshot(snapshot);
    m_instance->setState({link, std::nullopt});
    m_desktop->simulation = simulation;
    QTEST(m_switch->canChange(), "off");
    QCOMPARE(m_switch->hindrance().isEmpty(), m_switch->canChange());
    m_claude->setConnected();
    QTEST(m_switch->canChange(), "on");
}

void ClaudeSwitchTest::pressingConnectsAndPutsBack()
{
    QVERIFY(!m_switch->isOn());
    m_switch->set(true);
    QTRY_VERIFY(m_switch->isOn());
    m_switch->set(true);
    m_switch->set(false);
    QTRY_VERIFY(!m_switch->isOn());
    QCOMPARE(m_claude->log, (QStringList{QStringLiteral("connect"), QStringLiteral("disconnect")}));
}

void ClaudeSwitchTest::itWaitsForTheAnswer()
{
    m_switch->set(true);
    QVERIFY(!m_switch->canChange());
    m_switch->set(true);
    QTRY_VERIFY(m_switch->canChange());
    QCOMPARE(m_claude->log, QStringList{QStringLiteral("connect")});
}

void ClaudeSwitchTest::aRefusalIsTold()
{
    QSignalSpy refused(m_switch.get(), &ClaudeSwitch::refused);
    m_claude->refusal = Refusal{RefusalCode::FileUnwritable, QStringLiteral("settings.json"), {}};
    m_switch->set(true);
    QTRY_COMPARE(refused.size(), 1);
    QCOMPARE(refused.front().front().value<Refusal>().code, RefusalCode::FileUnwritable);
    QVERIFY(!m_switch->isOn() && m_switch->canChange());
}

void ClaudeSwitchTest::whatBlocksIsShownBeforeAnythingIsTried()
{
    TakeoverStatus status = m_claude->status();
    status.findings.push_back({TakeoverFindingKind::ReadOnly, status.file, {}, true});
    m_claude->setStatus(status);
    const QSignalSpy details(m_switch.get(), &ClaudeSwitch::detailsWanted);
    m_switch->set(true);
    QCOMPARE(details.size(), 1);
    QVERIFY(m_claude->log.isEmpty());
}

void ClaudeSwitchTest::editsAreDecidedByThePerson()
{
    m_claude->setConnected({someEdit()});
    QVERIFY(m_switch->isOn());
    const QSignalSpy details(m_switch.get(), &ClaudeSwitch::detailsWanted);
    m_switch->set(false);
    QCOMPARE(details.size(), 1);
    QVERIFY(m_claude->log.isEmpty());
    m_switch->putBackKeepingEdits();
    QTRY_VERIFY(!m_switch->isOn());
    QCOMPARE(m_claude->log, QStringList{QStringLiteral("disconnect, keep edits")});
}

void ClaudeSwitchTest::itLeadsNowhereWithoutAProxy_data()
{
    QTest::addColumn<InstanceLink>("link");
    QTest::addColumn<bool>("serving");
    QTest::addColumn<bool>("simulation");
    QTest::addColumn<bool>("nowhere");
    QTest::newRow("it answers") << InstanceLink::Hosting << true << false << false;
    QTest::newRow("the proxy is off") << InstanceLink::Hosting << false << false << true;
    QTest::newRow("another process's, switched off") << InstanceLink::Attached << false << false << true;
    QTest::newRow("another process has ended") << InstanceLink::Lost << true << false << true;
    QTest::newRow("it can't start") << InstanceLink::Failed << true << false << true;
    QTest::newRow("it starts") << InstanceLink::Starting << false << false << false;
    QTest::newRow("simulated") << InstanceLink::Hosting << false << true << false;
}

void ClaudeSwitchTest::itLeadsNowhereWithoutAProxy()
{
    QFETCH(const InstanceLink, link);
    QFETCH(const bool, serving);
    QFETCH(const bool, simulation);
    ProxySnapshot snapshot = sampleSnapshot(SampleMood::AllWell);
    snapshot.serving = serving;
    m_instance->setSnapshot(snapshot);
    m_instance->setState({link, std::nullopt});
    m_desktop->simulation = simulation;
    QVERIFY(!m_switch->leadsNowhere());
    const QSignalSpy useless(m_switch.get(), &ClaudeSwitch::becameUseless);
    m_claude->setConnected();
    QTEST(m_switch->leadsNowhere(), "nowhere");
    m_instance->setState({InstanceLink::Failed, std::nullopt});
    m_instance->setState({link, std::nullopt});
    QCOMPARE(useless.isEmpty(), simulation); // once, and then it is known
    if (m_switch->leadsNowhere())
        QCOMPARE(useless.size(), 1);
}

void ClaudeSwitchTest::theToggleShowsHowItIs()
{
    ClaudeToggle toggle(*m_switch);
    QCOMPARE(toggle.toggle()->accessibleName(), QStringLiteral("Claude Code uses QCC"));
    toggle.toggle()->click();
    QTRY_VERIFY(toggle.toggle()->isChecked() && toggle.toggle()->isEnabled());
    m_instance->setState({InstanceLink::Lost, std::nullopt});
    QVERIFY(toggle.toggle()->isEnabled()); // it can be put back
    toggle.toggle()->click();
    QTRY_VERIFY(!toggle.toggle()->isChecked());
    QTRY_VERIFY(!toggle.toggle()->isEnabled());
    QCOMPARE(toggle.toggle()->toolTip(), m_switch->hindrance());
    const QSignalSpy details(m_switch.get(), &ClaudeSwitch::detailsWanted);
    toggle.details()->click();
    QCOMPARE(details.size(), 1);
}

void ClaudeSwitchTest::theToggleWarns_data()
{
    QTest::addColumn<TakeoverState>("state");
    QTest::addColumn<std::optional<TakeoverFindingKind>>("found");
    QTest::addColumn<bool>("warns");
    const std::optional<TakeoverFindingKind> nothing;
    QTest::newRow("off") << TakeoverState::Off << nothing << false;
    QTest::newRow("on") << TakeoverState::On << nothing << false;
    QTest::newRow("edited") << TakeoverState::Edited << nothing << true;
    QTest::newRow("unusable") << TakeoverState::Unusable << nothing << true;
    QTest::newRow("a project wins") << TakeoverState::On << std::optional(TakeoverFindingKind::ProjectWins)
                                    << true;
    QTest::newRow("a link is no trouble")
        << TakeoverState::On << std::optional(TakeoverFindingKind::Symlink) << false;
}

void ClaudeSwitchTest::theToggleWarns()
{
    QFETCH(const TakeoverState, state);
    QFETCH(const std::optional<TakeoverFindingKind>, found);
    QFETCH(const bool, warns);
    TakeoverStatus status = m_claude->status();
    status.state = state;
    if (found)
        status.findings.push_back({*found, QStringLiteral("/some/file"), QStringLiteral("X"), false});
    m_claude->setStatus(status);
    const ClaudeToggle toggle(*m_switch);
    QCOMPARE(toggle.details()->accessibleName().contains(QStringLiteral("stands in the way")), warns);
}

} // namespace qcc::test

QTEST_MAIN(qcc::test::ClaudeSwitchTest)
#include "tst_claude_switch.moc"
