// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/board/board_fixture.h"
#include "tests/ui_support/fake_claude.h"
#include "ui/base/banner.h"
#include "ui/base/copy_button.h"
#include "ui/base/toast.h"
#include "ui/base/toggle_switch.h"
#include "ui/board/balanced_label.h"
#include "ui/board/claude_notices.h"
#include "ui/board/notice_strip.h"
#include "ui/board/remove_question.h"
#include "ui/board/simulation_strip.h"
#include "ui/board/why_panel.h"
#include "ui/claude/claude_switch.h"
#include "ui/claude/claude_toggle.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

namespace qcc::test {

namespace {

QString p(const char *text)
{
    return QString::fromLatin1(text);
}

QString toastOf(BoardPage &page)
{
    return page.findChild<Toast *>()->text();
}

/// The board with the switch of Claude Code.
struct WithClaude
{
    explicit WithClaude(BoardFixture &board) : claudeSwitch(board.instance, desktop, claude)
    {
        board.page.setClaude(claudeSwitch);
    }
    FakeDesktop desktop;
    FakeClaude claude;
    ClaudeSwitch claudeSwitch;
};

std::vector<Banner *> bannersOf(BoardPage &page)
{
    return page.findChild<NoticeStrip *>()->banners();
}

QPushButton *buttonWith(QWidget &within, const QString &text)
{
    for (QPushButton *button : within.findChildren<QPushButton *>()) {
        if (button->text() == text && button->isVisibleTo(&within))
            return button;
    }
    return nullptr;
}

Alert alertOf(AlertKind kind, const QString &subject)
{
    Alert alert;
    alert.kind = kind;
    alert.subject = subject;
    alert.since = sampleNow();
    return alert;
}

} // namespace

/// The head of the board and what surrounds its cards.
class BoardPageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theHeadSaysHowThingsAre_data();
    void theHeadSaysHowThingsAre();
    void whatIsLostIsSaid_data();
    void whatIsLostIsSaid();
    void bannersComeBeforeTheLists();
    void theSimulationComesBeforeTheLists();
    void aWideScreenIsNotFilled();
    void theSentenceLeavesNoWordAlone_data();
    void theSentenceLeavesNoWordAlone();
    void itTicksOnlyForACountdownThatIsSeen();
    void pausingIsAskedFor();
    void theProxySwitchServes();
    void aRefusedSwitchGoesBack();
    void whyIsExplainedInPlace();
    void aPinCanBeReleased();
    void alertsBecomeBannersAndTheRestIsCounted();
    void troublesOfferAWayOut();
    void whatWasPutAwayStaysAwayUntilItEnds();
    void claudeCodeHasItsSwitch();
    void aNewcomerIsOfferedClaudeCode();
    void whatKeepsClaudeCodeAwayIsTold_data();
    void whatKeepsClaudeCodeAwayIsTold();
    void groupsAreSwitched();
    void listsFollowTheWidth_data();
    void listsFollowTheWidth();
    void emptyGroupsTeach();
    void aChangeOfLanguageReachesEverything();
    void everythingHasAName();
};

void BoardPageTest::theHeadSaysHowThingsAre_data()
{
    QTest::addColumn<SampleMood>("mood");
    QTest::addColumn<OverallState>("state");
    QTest::addColumn<QString>("part");
    QTest::newRow("all well") << SampleMood::AllWell << OverallState::AllWell << p("served by production");
    QTest::newRow("failed over") << SampleMood::FailedOver << OverallState::FailedOver << p("529 overloaded");
    QTest::newRow("chosen by hand") << SampleMood::Pinned << OverallState::AllWell << p("Chosen by hand");
    QTest::newRow("degraded") << SampleMood::Degraded << OverallState::Degraded << p("production");
    QTest::newRow("all down") << SampleMood::AllDown << OverallState::AllDown << p("all configs are down");
    QTest::newRow("own network") << SampleMood::OwnNetwork << OverallState::OwnNetwork
                                 << p("network is down");
    QTest::newRow("proxy off") << SampleMood::ProxyOff << OverallState::ProxyOff << p("The proxy is off");
}

void BoardPageTest::theHeadSaysHowThingsAre()
{
    QFETCH(SampleMood, mood);
    QFETCH(OverallState, state);
    QFETCH(QString, part);
    BoardFixture board(mood);
    QCOMPARE(board.page.header()->state(), state);
    QVERIFY2(board.page.header()->sentence().contains(part), qPrintable(board.page.header()->sentence()));
}

void BoardPageTest::whatIsLostIsSaid_data()
{
    QTest::addColumn<InstanceLink>("link");
    QTest::addColumn<OverallState>("state");
    QTest::addColumn<int>("banners");
    QTest::newRow("starting") << InstanceLink::Starting << OverallState::Starting << 0;
    QTest::newRow("lost") << InstanceLink::Lost << OverallState::Lost << 1;
    QTest::newRow("failed") << InstanceLink::Failed << OverallState::Failed << 1;
}

void BoardPageTest::whatIsLostIsSaid()
{
    QFETCH(InstanceLink, link);
    QFETCH(OverallState, state);
    QFETCH(int, banners);
    BoardFixture board;
    board.instance.setState({link, Refusal{RefusalCode::NotRunning, p("/home/ada/.qcc"), {}}});
    QCOMPARE(board.page.header()->state(), state);
    QVERIFY(!board.page.columns()->isEnabled());
    QCOMPARE(int(bannersOf(board.page).size()), banners);
    if (banners == 0)
        return;
    QPushButton *again = buttonWith(*bannersOf(board.page).front(), p("Start it here"));
    QVERIFY(again);
    again->click();
    QCOMPARE(board.instance.log, QStringList{p("try again")});
}

void BoardPageTest::bannersComeBeforeTheLists()
{
    BoardFixture board;
    board.instance.setState({InstanceLink::Lost, Refusal{RefusalCode::NotRunning, p("/home/ada/.qcc"), {}}});
    QWidget *again = buttonWith(*bannersOf(board.page).front(), p("Start it here"));
    QVERIFY(again);
    const QWidget *lists = board.page.columns();
    for (QWidget *next = again->nextInFocusChain(); !lists->isAncestorOf(next);
         next = next->nextInFocusChain())
        QVERIFY2(next != again && !board.page.header()->isAncestorOf(next), "the header comes first");
}

void BoardPageTest::theSimulationComesBeforeTheLists()
{
    BoardFixture board;
    FakeDesktop desktop;
    desktop.simulation = true;
    auto *strip = new SimulationStrip(board.instance, desktop, &board.page);
    board.page.setStrip(strip);
    Settings more = sampleSettings();
    more.configs.front().name = p("another");
    board.instance.setSettings(more); // its button is made later
    QStringList tabbed;
    const QWidget *first = board.page.findChild<CopyButton *>();
    for (QWidget *next = first->nextInFocusChain(); !board.page.columns()->isAncestorOf(next);
         next = next->nextInFocusChain()) {
        QVERIFY2(next != first, "the lists come first");
        if (strip->isAncestorOf(next) && next->focusPolicy() & Qt::TabFocus)
            tabbed << static_cast<QPushButton *>(next)->text();
    }
    QCOMPARE(tabbed.size(), strip->findChildren<QPushButton *>().size());
    QCOMPARE(tabbed.back(), p("End the simulation"));
}

void BoardPageTest::aWideScreenIsNotFilled()
{
    BoardFixture board(SampleMood::AllWell, {3600, 900});
    QTRY_VERIFY(board.page.columns()->width() <= 2000);
    QTRY_VERIFY(std::abs(board.page.header()->geometry().center().x() - 1800) <= 1);
}

void BoardPageTest::theSentenceLeavesNoWordAlone_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("English") << QStringLiteral(
        "Claude Code is served by backup (secondary) since 14:30:10 – production is "
        "down: 529 overloaded. Recovery possible in 3:20.");
    QTest::newRow("Chinese") << QStringLiteral(
        "Claude Code 由 backup（次要）提供服务，自 14:30:10 起 – production "
        "已停止：529 过载。可在 3:20 后恢复。");
    QTest::newRow("a single long word") << QString(90, QLatin1Char('w'));
}

void BoardPageTest::theSentenceLeavesNoWordAlone()
{
    QFETCH(QString, text);
    BalancedLabel label;
    label.setText(text);
    const auto height = [&](int width) {
        return label.fontMetrics().boundingRect(0, 0, width, 10000, Qt::TextWordWrap, text).height();
    };
    for (const int width : {300, 520, 700, 2000}) {
        const int balanced = label.balancedWidth(width);
        QVERIFY(balanced <= width);
        QVERIFY(height(balanced) <= height(width));
    }
}

void BoardPageTest::itTicksOnlyForACountdownThatIsSeen()
{
    BoardFixture board(SampleMood::FailedOver);
    QVERIFY(board.page.ticks());
    const QString before = board.page.header()->sentence();
    board.now += seconds(1);
    QTRY_VERIFY(board.page.header()->sentence() != before);
    board.page.hide();
    QVERIFY(!board.page.ticks());
    board.page.show();
    QVERIFY(board.page.ticks());
    board.instance.setSnapshot(sampleSnapshot(SampleMood::AllWell));
    QVERIFY(!board.page.ticks());
}

void BoardPageTest::pausingIsAskedFor()
{
    BoardFixture board;
    const QSignalSpy asked(&board.page, &BoardPage::pauseRequested);
    buttonWith(board.page, p("Pause automation"))->click();
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.front().front().toBool(), true);
    Settings paused = sampleSettings();
    paused.policy.autoFailoverEnabled = false;
    board.instance.setSettings(paused);
    QCOMPARE(board.page.header()->state(), OverallState::Paused);
    QVERIFY(board.page.header()->sentence().contains(p("until you resume")));
    buttonWith(board.page, p("Resume automation"))->click();
    QCOMPARE(asked.back().front().toBool(), false);
}

void BoardPageTest::theProxySwitchServes()
{
    BoardFixture board;
    auto *toggle = board.page.header()->findChild<ToggleSwitch *>();
    QVERIFY(toggle->isChecked());
    toggle->click();
    QCOMPARE(board.instance.log, QStringList{p("serve off")});
    QTRY_COMPARE(toastOf(board.page), p("The proxy is off"));
    board.instance.setSnapshot(sampleSnapshot(SampleMood::ProxyOff));
    QVERIFY(!toggle->isChecked());
}

void BoardPageTest::aRefusedSwitchGoesBack()
{
    BoardFixture board;
    board.instance.refusal = Refusal{RefusalCode::ListenFailed, p("127.0.0.1:7860"), p("in use")};
    auto *toggle = board.page.header()->findChild<ToggleSwitch *>();
    toggle->click();
    QTRY_VERIFY(toastOf(board.page).contains(p("7860")));
    QVERIFY(toggle->isChecked());
}

void BoardPageTest::whyIsExplainedInPlace()
{
    BoardFixture board(SampleMood::FailedOver);
    const QSignalSpy history(&board.page, &BoardPage::historyRequested);
    auto *panel = board.page.findChild<WhyPanel *>();
    QVERIFY(panel->isHidden());
    buttonWith(board.page, p("Why?"))->click();
    QVERIFY(panel->isVisible());
    QVERIFY(panel->sentences().join(QLatin1Char(' ')).contains(p("production")));
    buttonWith(*panel, p("Show history"))->click();
    QCOMPARE(history.size(), 1);
    buttonWith(board.page, p("Why?"))->click();
    QVERIFY(panel->isHidden());
    board.page.showWhy();
    QVERIFY(panel->isVisible() && buttonWith(board.page, p("Why?"))->isChecked());
    QTest::keyClick(&board.page, Qt::Key_Escape);
    QVERIFY(!panel->isVisible() && !buttonWith(board.page, p("Why?"))->isChecked());
}

void BoardPageTest::aPinCanBeReleased()
{
    BoardFixture board(SampleMood::AllWell);
    QVERIFY(!buttonWith(board.page, p("Release pin")));
    board.instance.setSnapshot(sampleSnapshot(SampleMood::Pinned));
    buttonWith(board.page, p("Release pin"))->click();
    QCOMPARE(board.instance.log, QStringList{p("release pin")});
}

void BoardPageTest::alertsBecomeBannersAndTheRestIsCounted()
{
    BoardFixture board;
    ProxySnapshot snapshot = sampleSnapshot(SampleMood::AllWell);
    const QStringList subjects{p("production/a"), p("production/b"), p("backup/c"), p("backup/d"),
                               p("backup/e")};
    for (const QString &subject : subjects)
        snapshot.failover.alerts.push_back(alertOf(AlertKind::KeyRejected, subject));
    board.instance.setSnapshot(snapshot);
    QCOMPARE(bannersOf(board.page).size(), NoticeStrip::kShown);
    QVERIFY(bannersOf(board.page).back()->text().startsWith(p("3 more")));
    const QSignalSpy edit(&board.page, &BoardPage::editRequested);
    buttonWith(*bannersOf(board.page).front(), QStringLiteral("Edit production…"))->click();
    QCOMPARE(edit.front().front().toString(), p("production"));
    buttonWith(*bannersOf(board.page).back(), p("Show all"))->click();
    QCOMPARE(bannersOf(board.page).size(), size_t(5));
    snapshot.failover.alerts.clear();
    board.instance.setSnapshot(snapshot);
    QVERIFY(bannersOf(board.page).empty());
}

void BoardPageTest::troublesOfferAWayOut()
{
    BoardFixture board;
    ProxySnapshot snapshot = sampleSnapshot(SampleMood::ProxyOff);
    snapshot.listenTrouble = Refusal{RefusalCode::ListenFailed, p("127.0.0.1:7860"), p("in use")};
    snapshot.settingsTrouble = Refusal{RefusalCode::FileBroken, p("configs.json"), p("line 3, column 1: x")};
    board.instance.setSnapshot(snapshot);
    QCOMPARE(bannersOf(board.page).size(), size_t(2));
    QVERIFY(bannersOf(board.page).at(1)->text().contains(p("configs.json")));
    const QSignalSpy settings(&board.page, &BoardPage::settingsRequested);
    buttonWith(*bannersOf(board.page).front(), QStringLiteral("Settings…"))->click();
    QCOMPARE(settings.size(), 1);
    buttonWith(*bannersOf(board.page).front(), p("Try again"))->click();
    QCOMPARE(board.instance.log, QStringList{p("serve on")});
}

void BoardPageTest::whatWasPutAwayStaysAwayUntilItEnds()
{
    BoardFixture board;
    ProxySnapshot snapshot = sampleSnapshot(SampleMood::AllWell);
    snapshot.plainKeyFile = p("/home/ada/.qcc/secrets.json");
    board.instance.setSnapshot(snapshot);
    QCOMPARE(bannersOf(board.page).size(), size_t(1));
    QVERIFY(bannersOf(board.page).front()->text().contains(snapshot.plainKeyFile));
    Q_EMIT bannersOf(board.page).front()->dismissed();
    QVERIFY(bannersOf(board.page).empty());
    board.instance.setSnapshot(snapshot);
    QVERIFY(bannersOf(board.page).empty());
    board.instance.setSnapshot(sampleSnapshot(SampleMood::AllWell));
    board.instance.setSnapshot(snapshot);
    QCOMPARE(bannersOf(board.page).size(), size_t(1));
}

void BoardPageTest::claudeCodeHasItsSwitch()
{
    BoardFixture board;
    WithClaude with(board);
    auto *toggle = board.page.findChild<ClaudeToggle *>();
    QVERIFY(toggle);
    toggle->toggle()->click();
    QTRY_VERIFY(toggle->toggle()->isChecked());
    QVERIFY(bannersOf(board.page).empty());
}

void BoardPageTest::aNewcomerIsOfferedClaudeCode()
{
    BoardFixture board;
    WithClaude with(board);
    board.page.setOffersClaude(true);
    QCOMPARE(bannersOf(board.page).size(), size_t(1));
    const QSignalSpy known(&board.page, &BoardPage::claudeOfferKnown);
    Q_EMIT bannersOf(board.page).front()->actionTriggered(notice_action::kConnectClaude);
    QCOMPARE(known.size(), 1);
    QTRY_COMPARE(with.claude.status().state, TakeoverState::On);
    QVERIFY(bannersOf(board.page).empty());
    board.page.setOffersClaude(false);
    with.claude.setStatus({});
    QVERIFY(bannersOf(board.page).empty());
}

void BoardPageTest::whatKeepsClaudeCodeAwayIsTold_data()
{
    using Change = std::function<void(BoardFixture &, FakeClaude &)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("part");
    QTest::addColumn<QStringList>("asked");
    const auto found = [](TakeoverFindingKind kind) {
        return [kind](BoardFixture &, FakeClaude &claude) {
            claude.setConnected();
            TakeoverStatus status = claude.status();
            status.findings.push_back(
                {kind, p("/work/x/.claude/settings.json"), p("ANTHROPIC_BASE_URL"), false});
            claude.setStatus(status);
        };
    };
    QTest::newRow("a project wins") << Change(found(TakeoverFindingKind::ProjectWins))
                                    << p("/work/x/.claude/settings.json") << QStringList{};
    QTest::newRow("a link is no trouble")
        << Change(found(TakeoverFindingKind::Symlink)) << QString() << QStringList{};
    QTest::newRow("another hand") << Change([](BoardFixture &, FakeClaude &claude) {
        claude.setConnected({{p("ANTHROPIC_BASE_URL"), p("a"), p("b"), {}}});
    }) << p("has changed what QCC wrote")
                                  << QStringList{};
    QTest::newRow("the proxy is off") << Change([](BoardFixture &board, FakeClaude &claude) {
        claude.setConnected();
        board.instance.setSnapshot(sampleSnapshot(SampleMood::ProxyOff));
    }) << p("meets nobody") << QStringList{p("disconnect")};
}

void BoardPageTest::whatKeepsClaudeCodeAwayIsTold()
{
    QFETCH(const std::function<void(BoardFixture &, FakeClaude &)>, change);
    QFETCH(const QString, part);
    QFETCH(const QStringList, asked);
    BoardFixture board;
    WithClaude with(board);
    change(board, with.claude);
    const std::vector<Banner *> banners = bannersOf(board.page);
    QCOMPARE(banners.empty(), part.isEmpty());
    if (part.isEmpty())
        return;
    QVERIFY2(banners.front()->text().contains(part), qPrintable(banners.front()->text()));
    const QSignalSpy details(&with.claudeSwitch, &ClaudeSwitch::detailsWanted);
    if (asked.isEmpty()) {
        Q_EMIT banners.front()->actionTriggered(notice_action::kClaudeDetails);
        QCOMPARE(details.size(), 1);
    } else {
        Q_EMIT banners.front()->actionTriggered(notice_action::kDisconnectClaude);
        QTRY_VERIFY(bannersOf(board.page).empty());
    }
    QCOMPARE(with.claude.log, asked);
}

void BoardPageTest::groupsAreSwitched()
{
    BoardFixture board;
    auto *toggle = board.page.columns()->panel(Priority::Secondary)->findChild<ToggleSwitch *>();
    QVERIFY(toggle->isChecked());
    toggle->click();
    const auto command = board.commandAt<SetGroupEnabled>(0);
    QVERIFY(command.priority == Priority::Secondary && !command.enabled);
    QTRY_COMPARE(toastOf(board.page), p("Secondary is switched off"));
    QVERIFY(!toggle->isChecked());
    board.instance.refusal = Refusal{RefusalCode::FileUnwritable, p("/x"), p("read only")};
    toggle->click();
    QTRY_VERIFY(toastOf(board.page).contains(p("/x")));
    QVERIFY(!toggle->isChecked());
    QVERIFY(!board.page.columns()->panel(Priority::Disabled)->findChild<ToggleSwitch *>());
}

void BoardPageTest::listsFollowTheWidth_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<BoardColumns::Form>("form");
    QTest::newRow("narrow") << QSize(700, 560) << BoardColumns::Form::Grid;
    QTest::newRow("usual") << QSize(1100, 700) << BoardColumns::Form::Three;
    QTest::newRow("very wide") << QSize(2400, 1300) << BoardColumns::Form::Four;
}

void BoardPageTest::listsFollowTheWidth()
{
    QFETCH(QSize, size);
    QFETCH(BoardColumns::Form, form);
    BoardFixture board(SampleMood::AllWell, size);
    QTRY_COMPARE(board.page.columns()->form(), form);
    QVERIFY(board.page.width() == size.width() && board.page.height() == size.height());
    for (const Priority priority : kPriorities) {
        const QRect card = board.list(priority)->visualRect(board.list(priority)->indexAt(QPoint(10, 10)));
        QVERIFY2(card.isValid(), "the first card is in sight");
        QVERIFY(card.right() <= board.list(priority)->viewport()->width());
    }
    const GroupPanel *primary = board.page.columns()->panel(Priority::Primary);
    const GroupPanel *secondary = board.page.columns()->panel(Priority::Secondary);
    QVERIFY(std::abs(primary->width() - secondary->width()) <= 1);
}

void BoardPageTest::emptyGroupsTeach()
{
    BoardFixture board;
    board.instance.setSettings(Settings{});
    const QSignalSpy add(&board.page, &BoardPage::addRequested);
    for (const Priority priority : kPriorities) {
        QVERIFY(board.names(priority).isEmpty());
        QVERIFY(board.list(priority)->hint().contains(p("Drag a config here")));
    }
    board.page.actionsOfCards()->action(BoardActions::Deed::Add)->trigger();
    QCOMPARE(add.size(), 1);
}

void BoardPageTest::aChangeOfLanguageReachesEverything()
{
    BoardFixture board(SampleMood::FailedOver);
    for (QLabel *label : board.page.findChildren<QLabel *>()) {
        if (label->text() == p("Failed over"))
            label->setText(p("in another language"));
    }
    for (QPushButton *button : board.page.findChildren<QPushButton *>())
        button->setText(p("in another language"));
    board.page.actionsOfCards()->action(BoardActions::Deed::Remove)->setText(p("in another language"));
    QEvent change(QEvent::LanguageChange);
    for (QWidget *widget : board.page.findChildren<QWidget *>())
        QCoreApplication::sendEvent(widget, &change);
    QCoreApplication::sendEvent(&board.page, &change);
    for (const QPushButton *button : board.page.header()->findChildren<QPushButton *>())
        QVERIFY(button->text() != p("in another language"));
    for (const QLabel *label : board.page.header()->findChildren<QLabel *>())
        QVERIFY(label->text() != p("in another language"));
    QVERIFY(board.page.actionsOfCards()->action(BoardActions::Deed::Remove)->text() !=
            p("in another language"));
}

void BoardPageTest::everythingHasAName()
{
    BoardFixture board(SampleMood::Pinned);
    for (const QAbstractButton *button : board.page.findChildren<QAbstractButton *>()) {
        if (button->isVisible())
            QVERIFY2(!button->accessibleName().isEmpty() || !button->text().isEmpty() ||
                         !button->toolTip().isEmpty(),
                     button->metaObject()->className());
    }
    for (const Priority priority : kPriorities) {
        QVERIFY(!board.list(priority)->accessibleName().isEmpty());
        const QModelIndex card =
            board.list(priority)->model()->index(0, 0, board.list(priority)->rootIndex());
        QVERIFY(!card.data(Qt::AccessibleTextRole).toString().isEmpty());
    }
}

} // namespace qcc::test

QTEST_MAIN(qcc::test::BoardPageTest)
#include "tst_board_page.moc"
