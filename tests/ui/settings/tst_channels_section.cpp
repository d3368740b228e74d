// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui_support/fake_claude.h"
#include "tests/ui_support/fake_doors.h"
#include "tests/ui_support/sample_channels.h"
#include "tests/ui_support/sample_world.h"
#include "ui/base/field_note.h"
#include "ui/base/style.h"
#include "ui/base/toggle_switch.h"
#include "ui/channels/channel_dialog.h"
#include "ui/claude/claude_switch.h"
#include "ui/settings/channel_row.h"
#include "ui/settings/channels_section.h"
#include "ui/settings/settings_page.h"

#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace qcc;
using namespace qcc::test;

namespace {

QString u(const char *text)
{
    return QString::fromUtf8(text);
}

TimePoint wallNow()
{
    return std::chrono::time_point_cast<milliseconds>(std::chrono::system_clock::now());
}

} // namespace

class TestChannelsSection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsHowEachDoes_data();
    void showsHowEachDoes();
    void followsSnapshots();
    void followsSettings();
    void rowsStayWhenOthersCome();
    void theSwitchIsOneCommand();
    void aRefusalTakesTheSwitchBack();
    void testsOnTheSpot();
    void aFailedTestSaysWhy();
    void everyKindCanBeAdded();
    void editsInADialog();
    void asksBeforeRemoving();
    void noneYet();
    void isShutWithoutAnInstance();
    void shots();

private:
    ChannelsSection *section() const { return m_page->channels(); }
    ChannelRow *row(size_t index) const { return section()->rows().at(index); }
    void setStates(const std::vector<ChannelSnapshot> &states);

    std::unique_ptr<FakeInstance> m_instance;
    std::unique_ptr<FakeDesktop> m_desktop;
    std::unique_ptr<FakeClaude> m_claude;
    std::unique_ptr<ClaudeSwitch> m_switch;
    std::unique_ptr<SettingsPage> m_page;
};

void TestChannelsSection::init()
{
    m_instance = std::make_unique<FakeInstance>();
    m_desktop = std::make_unique<FakeDesktop>();
    Settings settings = sampleSettings();
    settings.channels = sampleChannels();
    m_instance->setSettings(settings);
    setStates(sampleChannelStates(wallNow()));
    m_claude = std::make_unique<FakeClaude>();
    m_switch = std::make_unique<ClaudeSwitch>(*m_instance, *m_desktop, *m_claude);
    m_page = std::make_unique<SettingsPage>(*m_instance, *m_desktop, *m_switch);
    m_page->resize(700, 560);
    m_page->show();
}

void TestChannelsSection::cleanup()
{
    m_page.reset();
    m_switch.reset();
    m_claude.reset();
    m_desktop.reset();
    m_instance.reset();
}

void TestChannelsSection::setStates(const std::vector<ChannelSnapshot> &states)
{
    ProxySnapshot snapshot = sampleSnapshot(SampleMood::AllWell);
    snapshot.channels = states;
    m_instance->setSnapshot(snapshot);
}

void TestChannelsSection::showsHowEachDoes_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<QString>("state");
    QTest::addColumn<bool>("on");
    QTest::newRow("failing") << 0 << u("Failing since") << true;
    QTest::newRow("sent") << 1 << u("Last message") << true;
    QTest::newRow("off") << 2 << u("Off") << false;
    QTest::newRow("new") << 3 << u("Nothing sent yet") << true;
}

void TestChannelsSection::showsHowEachDoes()
{
    QFETCH(int, row);
    QFETCH(QString, state);
    QFETCH(bool, on);
    const ChannelRow *shown = this->row(static_cast<size_t>(row));
    QVERIFY2(shown->stateText().startsWith(state), qPrintable(shown->stateText()));
    QCOMPARE(shown->toggle()->isChecked(), on);
    QCOMPARE(shown->title(), sampleChannels()[static_cast<size_t>(row)].name);
}

void TestChannelsSection::followsSnapshots()
{
    QVERIFY(row(0)->stateText().contains(u("no_service")));
    std::vector<ChannelSnapshot> states = sampleChannelStates(wallNow());
    states[0].failingSince.reset();
    states[0].lastSent = wallNow();
    setStates(states);
    QTRY_VERIFY(row(0)->stateText().startsWith(u("Last message")));
}

void TestChannelsSection::followsSettings()
{
    Settings settings = m_instance->settings();
    settings.channels.erase(settings.channels.begin());
    settings.channels[0].name = u("myself");
    m_instance->setSettings(settings);
    QTRY_COMPARE(section()->rows().size(), size_t(3));
    QCOMPARE(row(0)->title(), u("myself"));
}

void TestChannelsSection::rowsStayWhenOthersCome()
{
    ChannelRow *const me = row(1);
    Settings settings = m_instance->settings();
    std::reverse(settings.channels.begin(), settings.channels.end());
    settings.channels.pop_back();
    m_instance->setSettings(settings);
    QTRY_COMPARE(section()->rows().size(), size_t(3));
    QCOMPARE(row(2), me);
}

void TestChannelsSection::theSwitchIsOneCommand()
{
    row(2)->toggle()->click();
    QVERIFY(!row(2)->toggle()->isEnabled());
    QTRY_VERIFY(m_instance->settings().channels[2].enabled);
    QCOMPARE(m_instance->commands.size(), size_t(1));
    QTRY_VERIFY(row(2)->toggle()->isEnabled() && row(2)->toggle()->isChecked());
}

void TestChannelsSection::aRefusalTakesTheSwitchBack()
{
    m_instance->refusal =
        Refusal{RefusalCode::FileUnwritable, u("/home/me/.qcc/configs.json"), u("No space left on device")};
    row(1)->toggle()->click();
    QTRY_VERIFY(row(1)->note()->isFault());
    QVERIFY(row(1)->toggle()->isChecked());
}

void TestChannelsSection::testsOnTheSpot()
{
    row(1)->testButton()->click();
    QVERIFY(!row(1)->testButton()->isEnabled());
    QTRY_COMPARE(row(1)->note()->text(), u("The test message was sent."));
    QVERIFY(row(1)->testButton()->isEnabled());
    QVERIFY(m_instance->log.contains(u("test channel me")));
}

void TestChannelsSection::aFailedTestSaysWhy()
{
    m_instance->refusal = Refusal{RefusalCode::ChannelFailed, u("team"), u("404: no_service")};
    row(0)->testButton()->click();
    QTRY_VERIFY(row(0)->note()->isFault());
    QVERIFY(row(0)->note()->text().contains(u("no_service")));
}

void TestChannelsSection::everyKindCanBeAdded()
{
    const QList<QAction *> kinds = section()->kinds()->actions();
    QCOMPARE(kinds.size(), qsizetype(10));
    for (QAction *kind : kinds) {
        kind->trigger();
        QPointer dialog = m_page->findChild<ChannelDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        dialog->reject();
        QTRY_VERIFY(!dialog);
    }
}

void TestChannelsSection::editsInADialog()
{
    row(3)->editButton()->click();
    QPointer dialog = m_page->findChild<ChannelDialog *>();
    QVERIFY(dialog);
    QVERIFY(dialog->windowTitle().contains(u("log")));
    dialog->reject();
    QTRY_VERIFY(!dialog);
}

void TestChannelsSection::asksBeforeRemoving()
{
    row(1)->removeButton()->click();
    QPointer question = m_page->findChild<QMessageBox *>();
    QVERIFY(question && question->text().contains(u("me")));
    QVERIFY(m_instance->commands.empty());
    for (QAbstractButton *button : question->buttons()) {
        if (question->buttonRole(button) == QMessageBox::DestructiveRole)
            button->click();
    }
    QTRY_COMPARE(m_instance->settings().channels.size(), size_t(3));
    QCOMPARE(std::get<RemoveChannel>(m_instance->commands.at(0)).id, u("0000000b"));
    QTRY_COMPARE(section()->rows().size(), size_t(3));
}

void TestChannelsSection::noneYet()
{
    Settings settings = m_instance->settings();
    settings.channels.clear();
    m_instance->setSettings(settings);
    QTRY_VERIFY(section()->rows().empty());
    QVERIFY(section()->addButton()->isEnabled());
}

void TestChannelsSection::isShutWithoutAnInstance()
{
    m_instance->setState({InstanceLink::Lost, std::nullopt});
    QTRY_VERIFY(!section()->isEnabled());
}

/// For people: QCC_SHOTS=folder draws the section there.
void TestChannelsSection::shots()
{
    const QString folder = qEnvironmentVariable("QCC_SHOTS");
    if (folder.isEmpty())
        QSKIP("only drawn on request");
    m_instance->refusal = Refusal{RefusalCode::ChannelFailed, u("me"), u("535 5.7.8 authentication failed")};
    row(1)->testButton()->click();
    QTRY_VERIFY(row(1)->note()->isFault());
    for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
        applyTheme(*qApp, theme, Density::Comfortable, Lightness::Light);
        const QString mood = theme == ThemeChoice::Light ? u("light") : u("dark");
        for (const QSize size : {QSize(700, 560), QSize(1100, 760)}) {
            m_page->resize(size);
            QCoreApplication::processEvents();
            m_page->showSection(SettingsPage::Section::Channels);
            QCoreApplication::processEvents();
            QVERIFY(m_page->grab().save(u("%1/channels-%2-%3.png").arg(folder).arg(size.width()).arg(mood)));
        }
    }
}

QTEST_MAIN(TestChannelsSection)
#include "tst_channels_section.moc"
