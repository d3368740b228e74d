// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/translation.h"
#include "tests/ui_support/fake_claude.h"
#include "tests/ui_support/fake_doors.h"
#include "tests/ui_support/sample_world.h"
#include "ui/base/banner.h"
#include "ui/board/board_page.h"
#include "ui/board/notice_strip.h"
#include "ui/board/welcome_page.h"
#include "ui/claude/claude_dialog.h"
#include "ui/editing/config_dialog.h"
#include "ui/window/closing_rule.h"
#include "ui/window/main_window.h"
#include "ui/window/navigation_bar.h"

#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTest>

using namespace qcc;
using namespace qcc::test;

namespace {

/// A window over a sample world.
struct Shown
{
    FakeInstance instance;
    FakeHistory history;
    FakeDesktop desktop;
    FakeClaude claude;
    std::unique_ptr<MainWindow> window;

    explicit Shown(const Settings &settings = sampleSettings())
    {
        instance.setSettings(settings);
        instance.setSnapshot(sampleSnapshot(SampleMood::AllWell));
        Preferences known = desktop.preferences();
        known.toldAboutClaude = true;
        desktop.setPreferences(known);
        history.storedEvents = sampleEvents(20);
        history.storedRequests = sampleRequests(20);
        window = std::make_unique<MainWindow>(instance, history, desktop, claude);
        window->restore();
    }
    template <typename T> T *part() const { return window->findChild<T *>(); }
};

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void closingFollowsTheTray_data();
    void closingFollowsTheTray();
    void hidesIntoTheTrayAndTellsOnce();
    void minimisesWithoutATrayAndTellsOnce();
    void comesBackWhenTheTrayIsLost();
    void quitsWhereAPersonChoseThat();
    void aClickOnTheTrayOnlyHides();
    void endsWithItsDialogs();
    void pagesAreMadeWhenTheyAreShown();
    void keysLeadToPages();
    void theFirstPageHasTheFocus_data();
    void theFirstPageHasTheFocus();
    void remembersPageAndGeometry();
    void welcomesWhereNothingIsConfigured();
    void opensTheConfigDialog();
    void pausesAndComesBackToWhatWas_data();
    void pausesAndComesBackToWhatWas();
    void pausingTwiceForgetsNothing();
    void aPauseLeavesOtherPreferencesAlone();
    void aRefusedPauseIsTold();
    void whereKeysLieIsToldUntilItIsKnown();
    void claudeCodeIsOfferedUntilThatIsKnown();
    void claudeCodesDetailsAreOneDialog();
    void foldsItsNavigationWhenNarrow();
    void speaksTheOtherLanguageAtOnce();
    void tellsWhetherItIsSeen();
    void comesAndGoesAHundredTimes();
};

void TestMainWindow::closingFollowsTheTray_data()
{
    QTest::addColumn<bool>("closesToTray");
    QTest::addColumn<bool>("trayIsShown");
    QTest::addColumn<int>("closing");
    QTest::newRow("into the tray") << true << true << int(Closing::Hide);
    QTest::newRow("no tray: it stays where it is found") << true << false << int(Closing::Minimise);
    QTest::newRow("as chosen, with a tray") << false << true << int(Closing::Quit);
    QTest::newRow("as chosen, without one") << false << false << int(Closing::Quit);
}

void TestMainWindow::closingFollowsTheTray()
{
    QFETCH(bool, closesToTray);
    QFETCH(bool, trayIsShown);
    Preferences preferences;
    preferences.closesToTray = closesToTray;
    QTEST(int(closingOf(preferences, trayIsShown)), "closing");
}

void TestMainWindow::hidesIntoTheTrayAndTellsOnce()
{
    Shown shown;
    shown.window->setTrayShown(true);
    shown.window->show();
    QSignalSpy hidden(shown.window.get(), &MainWindow::hiddenToTray);
    shown.window->close();
    QVERIFY(!shown.window->isVisible());
    QCOMPARE(hidden.size(), 1);
    QVERIFY(hidden.takeFirst().first().toBool());
    shown.window->comeForward();
    shown.window->close();
    QVERIFY(!hidden.takeFirst().first().toBool());
    QVERIFY(shown.desktop.preferences().toldAboutTray);
    QVERIFY(!shown.desktop.log.contains(QStringLiteral("quit")));
}

void TestMainWindow::minimisesWithoutATrayAndTellsOnce()
{
    Shown shown;
    shown.window->show();
    shown.window->close();
    QVERIFY(shown.window->isVisible());
    auto *box = shown.part<QMessageBox>();
    QVERIFY(box && box->isVisible());
    QTest::keyClick(box, Qt::Key_Escape);
    QTRY_VERIFY(shown.window->isMinimized());
    QVERIFY(shown.desktop.preferences().toldAboutNoTray);
    shown.window->comeForward();
    shown.window->close();
    QTRY_VERIFY(shown.window->isMinimized());
    QVERIFY(!shown.desktop.log.contains(QStringLiteral("quit")));
}

void TestMainWindow::comesBackWhenTheTrayIsLost()
{
    Shown shown;
    shown.window->setTrayShown(true);
    shown.window->show();
    shown.window->close();
    QVERIFY(!shown.window->isVisible());
    shown.window->setTrayShown(false);
    QVERIFY(shown.window->isVisible());
    QVERIFY(shown.window->isMinimized());
}

void TestMainWindow::quitsWhereAPersonChoseThat()
{
    Shown shown;
    Preferences preferences;
    preferences.closesToTray = false;
    shown.desktop.setPreferences(preferences);
    shown.window->show();
    shown.window->close();
    QVERIFY(shown.desktop.log.contains(QStringLiteral("quit")));
    QVERIFY(shown.window->isVisible()); // until the program ends
}

void TestMainWindow::aClickOnTheTrayOnlyHides()
{
    Shown shown;
    Preferences preferences;
    preferences.closesToTray = false;
    shown.desktop.setPreferences(preferences);
    shown.window->setTrayShown(true);
    shown.window->show();
    QVERIFY(QTest::qWaitForWindowActive(shown.window.get()));
    shown.window->toggle();
    QVERIFY(!shown.window->isVisible());
    QVERIFY(!shown.desktop.log.contains(QStringLiteral("quit")));
    QVERIFY(!shown.desktop.preferences().windowGeometry.isEmpty());
    shown.window->toggle();
    QVERIFY(shown.window->isVisible());
}

void TestMainWindow::endsWithItsDialogs()
{
    Shown shown;
    shown.window->show();
    shown.window->close(); // without a tray it says where it stays
    shown.window->editConfig(QStringLiteral("backup"));
    const QList<QDialog *> dialogs = shown.window->findChildren<QDialog *>();
    QCOMPARE(dialogs.size(), 2);
    shown.window->setEnding();
    for (const QDialog *dialog : dialogs)
        QVERIFY(!dialog->isVisible());
    QVERIFY(!shown.desktop.log.contains(QStringLiteral("quit")));
}

void TestMainWindow::pagesAreMadeWhenTheyAreShown()
{
    Shown shown;
    auto *stack = shown.part<QStackedWidget>();
    QCOMPARE(stack->count(), 1);
    for (const Page page : kPages)
        shown.window->showPage(page);
    QCOMPARE(stack->count(), int(kPages.size()));
    for (const Page page : kPages)
        shown.window->showPage(page);
    QCOMPARE(stack->count(), int(kPages.size()));
}

void TestMainWindow::theFirstPageHasTheFocus_data()
{
    QTest::addColumn<Settings>("settings");
    QTest::addColumn<QString>("page");
    QTest::newRow("the board") << sampleSettings() << QStringLiteral("board");
    QTest::newRow("the welcome") << Settings{} << QStringLiteral("board");
    QTest::newRow("the settings") << sampleSettings() << QStringLiteral("settings");
}

void TestMainWindow::theFirstPageHasTheFocus()
{
    QFETCH(Settings, settings);
    QFETCH(QString, page);
    Shown shown(settings);
    Preferences preferences = shown.desktop.preferences();
    preferences.page = page;
    shown.desktop.setPreferences(preferences);
    shown.window->restore();
    shown.window->show();
    QApplication::setActiveWindow(shown.window.get());
    const QWidget *pages = shown.part<QStackedWidget>();
    QTRY_VERIFY(pages->isAncestorOf(shown.window->focusWidget()));
    QVERIFY(shown.window->focusWidget()->isVisible());
}

void TestMainWindow::keysLeadToPages()
{
    Shown shown;
    shown.window->show();
    QVERIFY(QTest::qWaitForWindowActive(shown.window.get()));
    for (const Page page : kPages) {
        QTest::keyClick(shown.window.get(), static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(page)),
                        Qt::ControlModifier);
        QCOMPARE(shown.window->page(), page);
    }
    QTest::keyClick(shown.window.get(), Qt::Key_Q, Qt::ControlModifier);
    QVERIFY(shown.desktop.log.contains(QStringLiteral("quit")));
}

void TestMainWindow::remembersPageAndGeometry()
{
    Shown shown;
    shown.window->setTrayShown(true);
    shown.window->resize(1'003, 701);
    shown.window->showPage(Page::Requests);
    shown.window->show();
    shown.window->close();
    QCOMPARE(shown.desktop.preferences().page, QStringLiteral("requests"));
    MainWindow next(shown.instance, shown.history, shown.desktop, shown.claude);
    next.restore();
    QCOMPARE(next.page(), Page::Requests);
    QCOMPARE(next.size(), QSize(1'003, 701));
}

void TestMainWindow::welcomesWhereNothingIsConfigured()
{
    Shown shown{Settings()};
    shown.window->show();
    QVERIFY(shown.part<WelcomePage>());
    QVERIFY(shown.part<WelcomePage>()->isVisible());
    shown.instance.setSettings(sampleSettings());
    QVERIFY(shown.part<BoardPage>()->isVisible());
    QVERIFY(!shown.part<WelcomePage>()->isVisible());
    // While nothing is known it is the board that says so.
    shown.instance.setSettings({});
    shown.instance.setState({InstanceLink::Lost, Refusal{RefusalCode::NotRunning, {}, {}}});
    QVERIFY(shown.part<BoardPage>()->isVisible());
}

void TestMainWindow::opensTheConfigDialog()
{
    Shown shown;
    shown.window->show();
    shown.window->editConfig(QStringLiteral("backup"));
    auto *dialog = shown.part<ConfigDialog>();
    QVERIFY(dialog && dialog->isVisible());
    dialog->reject();
    QTRY_VERIFY(!shown.part<ConfigDialog>());
}

void TestMainWindow::pausesAndComesBackToWhatWas_data()
{
    QTest::addColumn<bool>("recovery");
    QTest::newRow("automatic recovery was on") << true;
    QTest::newRow("it was off") << false;
}

void TestMainWindow::pausesAndComesBackToWhatWas()
{
    QFETCH(bool, recovery);
    Settings settings = sampleSettings();
    settings.policy.autoRecoveryEnabled = recovery;
    Shown shown(settings);
    const auto policy = [&]() -> const FailoverPolicy & { return shown.instance.settings().policy; };
    shown.window->pauseAutomation(true);
    QTRY_VERIFY(!policy().autoFailoverEnabled);
    QVERIFY(!policy().autoRecoveryEnabled);
    QTRY_COMPARE(shown.desktop.preferences().recoveryBeforePause, std::optional(recovery));
    shown.window->pauseAutomation(false);
    QTRY_VERIFY(policy().autoFailoverEnabled);
    QCOMPARE(policy().autoRecoveryEnabled, recovery);
    QTRY_VERIFY(!shown.desktop.preferences().recoveryBeforePause);
}

void TestMainWindow::pausingTwiceForgetsNothing()
{
    Settings settings = sampleSettings();
    settings.policy.autoRecoveryEnabled = true;
    Shown shown(settings);
    shown.window->pauseAutomation(true);
    QTRY_COMPARE(shown.desktop.preferences().recoveryBeforePause, std::optional(true));
    const size_t asked = shown.instance.commands.size();
    shown.window->pauseAutomation(true); // a notice's button, for example
    QCOMPARE(shown.instance.commands.size(), asked);
    shown.window->pauseAutomation(false);
    QTRY_VERIFY(shown.instance.settings().policy.autoRecoveryEnabled);
}

void TestMainWindow::aPauseLeavesOtherPreferencesAlone()
{
    Shown shown;
    shown.instance.silent = true;
    shown.window->pauseAutomation(true);
    Preferences preferences = shown.desktop.preferences();
    preferences.theme = ThemeChoice::Dark; // before the answer is there
    shown.desktop.setPreferences(preferences);
    shown.instance.answerAll();
    QTRY_VERIFY(shown.desktop.preferences().recoveryBeforePause);
    QCOMPARE(shown.desktop.preferences().theme, ThemeChoice::Dark);
}

void TestMainWindow::aRefusedPauseIsTold()
{
    Shown shown;
    shown.window->show();
    shown.instance.refusal = Refusal{RefusalCode::FileUnwritable, QStringLiteral("/full/disk"), {}};
    shown.window->pauseAutomation(true);
    const auto told = [&] {
        const QList<QLabel *> labels = shown.window->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->isVisible() && label->text().contains(QStringLiteral("/full/disk"));
        });
    };
    QTRY_VERIFY(told());
    QVERIFY(shown.instance.settings().policy.autoFailoverEnabled);
    QVERIFY(!shown.desktop.preferences().recoveryBeforePause);
}

void TestMainWindow::whereKeysLieIsToldUntilItIsKnown()
{
    const auto banners = [](const Shown &shown) { return shown.part<NoticeStrip>()->banners(); };
    const auto withKeysIn = [](Shown &shown, const char *file) {
        ProxySnapshot snapshot = sampleSnapshot(SampleMood::AllWell);
        snapshot.plainKeyFile = QString::fromLatin1(file);
        shown.instance.setSnapshot(snapshot);
        shown.window->show();
    };
    Shown first;
    withKeysIn(first, "/home/ada/.qcc/secrets.json");
    QTRY_COMPARE(banners(first).size(), size_t(1));
    Q_EMIT banners(first).front()->dismissed();
    QCOMPARE(first.desktop.preferences().toldAboutKeysIn, QStringLiteral("/home/ada/.qcc/secrets.json"));

    FakeDesktop desktop;
    desktop.setPreferences(first.desktop.preferences());
    MainWindow second(first.instance, first.history, desktop, first.claude);
    second.show();
    QVERIFY(second.findChild<NoticeStrip *>()->banners().empty());
    withKeysIn(first, "/elsewhere/secrets.json");
    QTRY_COMPARE(second.findChild<NoticeStrip *>()->banners().size(), size_t(1));
}

void TestMainWindow::claudeCodeIsOfferedUntilThatIsKnown()
{
    Shown shown;
    const auto banners = [&] { return shown.part<NoticeStrip>()->banners().size(); };
    shown.window->show();
    QCOMPARE(banners(), size_t(0));
    shown.desktop.setPreferences({});
    QTRY_COMPARE(banners(), size_t(1));
    Q_EMIT shown.part<NoticeStrip>()->banners().front()->dismissed();
    QVERIFY(shown.desktop.preferences().toldAboutClaude);
    QTRY_COMPARE(banners(), size_t(0));
}

void TestMainWindow::claudeCodesDetailsAreOneDialog()
{
    Shown shown;
    shown.window->show();
    shown.window->showClaude();
    Q_EMIT shown.window->claudeSwitch().detailsWanted();
    QCOMPARE(shown.window->findChildren<ClaudeDialog *>().size(), 1);
    QVERIFY(shown.part<ClaudeDialog>()->isVisible());
    QCOMPARE(shown.claude.log, (QStringList{QStringLiteral("refresh"), QStringLiteral("refresh")}));
    shown.part<ClaudeDialog>()->reject();
    QTRY_VERIFY(!shown.part<ClaudeDialog>());
}

void TestMainWindow::foldsItsNavigationWhenNarrow()
{
    Shown shown;
    shown.window->show();
    shown.window->resize(1'200, 700);
    QTRY_VERIFY(shown.part<NavigationBar>()->isExpanded());
    shown.window->resize(760, 600);
    QTRY_VERIFY(!shown.part<NavigationBar>()->isExpanded());
}

void TestMainWindow::speaksTheOtherLanguageAtOnce()
{
    Translation translation(Language::English);
    Shown shown;
    for (const Page page : kPages)
        shown.window->showPage(page);
    const QString english = shown.window->windowTitle();
    translation.use(Language::Chinese);
    QTRY_VERIFY(shown.window->windowTitle() != english);
    translation.use(Language::English);
    QTRY_COMPARE(shown.window->windowTitle(), english);
}

void TestMainWindow::tellsWhetherItIsSeen()
{
    Shown shown;
    QSignalSpy seen(shown.window.get(), &MainWindow::seenChanged);
    shown.window->show();
    QCOMPARE(seen.takeFirst().first().toBool(), true);
    shown.window->hide();
    QCOMPARE(seen.takeFirst().first().toBool(), false);
    QVERIFY(seen.isEmpty());
}

void TestMainWindow::comesAndGoesAHundredTimes()
{
    for (int i = 0; i < 100; ++i) {
        Shown shown;
        shown.window->show();
        for (const Page page : kPages)
            shown.window->showPage(page);
        shown.window->editConfig(QStringLiteral("production"));
        QCoreApplication::processEvents();
    }
}

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
