// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui_support/fake_claude.h"
#include "tests/ui_support/fake_doors.h"
#include "tests/ui_support/sample_world.h"
#include "ui/base/banner.h"
#include "ui/claude/claude_dialog.h"
#include "ui/claude/finding_list.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

namespace qcc::test {

namespace {

TakeoverEdit edit(const char *variable, const char *now)
{
    return {
        QString::fromLatin1(variable), QStringLiteral("http://127.0.0.1:7860"), QString::fromLatin1(now), {}};
}

QPushButton *button(const QWidget &dialog, const QString &text)
{
    for (QPushButton *one : dialog.findChildren<QPushButton *>())
        if (one->text() == text && one->isVisibleTo(&dialog))
            return one;
    return nullptr;
}

QStringList labels(const QWidget &dialog)
{
    QStringList texts;
    for (const QLabel *one : dialog.findChildren<QLabel *>())
        if (one->isVisibleTo(&dialog))
            texts += one->text();
    return texts;
}

} // namespace

/// The dialog about Claude Code's settings.
class ClaudeDialogTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void itFollowsTheState();
    void differencesAreATable();
    void editsAreLeftAsTheyAre();
    void findingsAreSentences();
    void aRefusalStands();

private:
    std::unique_ptr<FakeInstance> m_instance;
    std::unique_ptr<FakeDesktop> m_desktop;
    std::unique_ptr<FakeClaude> m_claude;
    std::unique_ptr<ClaudeSwitch> m_switch;
};

void ClaudeDialogTest::init()
{
    m_switch.reset();
    m_instance = std::make_unique<FakeInstance>();
    m_desktop = std::make_unique<FakeDesktop>();
    m_claude = std::make_unique<FakeClaude>();
    m_instance->setSettings(sampleSettings());
    m_instance->setSnapshot(sampleSnapshot(SampleMood::AllWell));
    m_switch = std::make_unique<ClaudeSwitch>(*m_instance, *m_desktop, *m_claude);
}

void ClaudeDialogTest::itFollowsTheState()
{
    ClaudeDialog dialog(*m_switch);
    QVERIFY(labels(dialog).contains(m_claude->status().file));
    QPushButton *connectIt = button(dialog, QStringLiteral("Connect Claude Code"));
    QVERIFY(connectIt);
    connectIt->click();
    QTRY_VERIFY(button(dialog, QStringLiteral("Disconnect and put back")));
    QVERIFY(labels(dialog).contains(QStringLiteral("Claude Code uses QCC")));
    button(dialog, QStringLiteral("Disconnect and put back"))->click();
    QTRY_VERIFY(button(dialog, QStringLiteral("Connect Claude Code")));
    m_desktop->simulation = true;
    m_instance->setState({InstanceLink::Attached, std::nullopt});
    QVERIFY(!button(dialog, QStringLiteral("Connect Claude Code"))->isEnabled());
}

void ClaudeDialogTest::differencesAreATable()
{
    m_claude->setConnected(
        {edit("ANTHROPIC_BASE_URL", "https://other.example.com"), edit("ANTHROPIC_AUTH_TOKEN", "")});
    ClaudeDialog dialog(*m_switch);
    const auto *table = dialog.findChild<QTreeWidget *>();
    QVERIFY(table->isVisibleTo(&dialog));
    QCOMPARE(table->topLevelItemCount(), 2);
    QCOMPARE(table->topLevelItem(0)->text(2), QStringLiteral("https://other.example.com"));
    QCOMPARE(table->topLevelItem(1)->text(2), QStringLiteral("taken out"));
    m_claude->setConnected();
    QVERIFY(!table->isVisibleTo(&dialog));
}

void ClaudeDialogTest::editsAreLeftAsTheyAre()
{
    m_claude->setConnected({edit("ANTHROPIC_BASE_URL", "https://other.example.com")});
    ClaudeDialog dialog(*m_switch);
    QVERIFY(button(dialog, QStringLiteral("Keep connected")));
    button(dialog, QStringLiteral("Leave these edits and disconnect"))->click();
    QTRY_COMPARE(m_claude->status().state, TakeoverState::Off);
    QCOMPARE(m_claude->log, QStringList{QStringLiteral("disconnect, keep edits")});
}

void ClaudeDialogTest::findingsAreSentences()
{
    TakeoverStatus status = m_claude->status();
    status.findings.push_back({TakeoverFindingKind::ProjectWins,
                               QStringLiteral("/work/<b>/.claude/settings.json"),
                               QStringLiteral("ANTHROPIC_BASE_URL"), false});
    ClaudeDialog dialog(*m_switch);
    m_claude->setStatus(status);
    const QString all = labels(dialog).join(QLatin1Char('\n'));
    QVERIFY(all.contains(QStringLiteral("/work/<b>/.claude/settings.json")));
    QVERIFY(all.contains(QStringLiteral("ANTHROPIC_BASE_URL")));
}

void ClaudeDialogTest::aRefusalStands()
{
    ClaudeDialog dialog(*m_switch);
    m_claude->refusal = Refusal{RefusalCode::FileUnwritable, QStringLiteral("settings.json"), {}};
    button(dialog, QStringLiteral("Connect Claude Code"))->click();
    const auto *banner = dialog.findChild<Banner *>();
    QTRY_VERIFY(banner->isVisibleTo(&dialog));
    QVERIFY(banner->text().contains(QStringLiteral("settings.json")));
}

} // namespace qcc::test

QTEST_MAIN(qcc::test::ClaudeDialogTest)
#include "tst_claude_dialog.moc"
