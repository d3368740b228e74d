// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/board/board_fixture.h"
#include "ui/base/toast.h"
#include "ui/base/toggle_switch.h"
#include "ui/board/card_delegate.h"
#include "ui/board/drag_picture.h"
#include "ui/board/drag_scroll.h"
#include "ui/board/remove_question.h"

#include <QAbstractButton>
#include <QDragEnterEvent>
#include <QHelpEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QToolTip>

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

void press(BoardFixture &board, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QWidget *focus = board.page.focusWidget();
    QTest::keyClick(focus ? focus : &board.page, key, modifiers);
}

RemoveQuestion *questionOf(BoardPage &page)
{
    return page.findChild<RemoveQuestion *>();
}

} // namespace

/// What is done with the cards: by drop, key and menu.
class BoardCardsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aDropIsOneCommandAndOneMove();
    void severalCardsAreOneCommand();
    void theChosenFollowTheirCards();
    void aRefusedDropSaysWhyAndChangesNothing();
    void aDropAtItsOwnPlaceAsksNothing();
    void theGapUnderThePointerIsTheRow();
    void dragsScrollNearTheEdges_data();
    void dragsScrollNearTheEdges();
    void aDragScrollsTheListAndThenThePage();
    void whatIsNotAConfigIsNotTaken();
    void keysMoveCards();
    void theLastMoveIsTakenBackByKey();
    void arrowsGoFromListToList();
    void enterEdits();
    void buttonsKeepTheirKeys();
    void spaceOpensTheSwitchMenu();
    void deleteAsksFirst();
    void aDotTellsOfItsEndpoint();
    void severalAreRemovedOneAfterTheOther();
    void removingStopsAtARefusal();
    void switchingPinsForAsLongAsChosen_data();
    void switchingPinsForAsLongAsChosen();
    void checkingTellsWhatItFound();
    void theMenuOffersWhatCanBeDone();
    void theDisabledShelfFolds();
    void theCarriedPictureCounts();
};

void BoardCardsTest::aDropIsOneCommandAndOneMove()
{
    BoardFixture board;
    const QAbstractItemModel *model = board.list(Priority::Primary)->model();
    const QSignalSpy moves(model, &QAbstractItemModel::rowsMoved);
    const QSignalSpy removals(model, &QAbstractItemModel::rowsRemoved);
    const QSignalSpy insertions(model, &QAbstractItemModel::rowsInserted);
    QVERIFY(board.drop({p("production")}, Priority::Secondary, 1));
    QTRY_COMPARE(board.names(Priority::Secondary),
                 (QStringList{p("backup"), p("production"), p("reseller-eu")}));
    QCOMPARE(board.instance.commands.size(), size_t(1));
    const auto command = board.commandAt<ArrangeConfigs>(0);
    QVERIFY(command.before == boardOrder(sampleSettings().groups));
    QVERIFY(command.after == boardOrder(board.instance.settings().groups));
    QCOMPARE(moves.size(), 1);
    QCOMPARE(removals.size() + insertions.size(), 0);
    QTRY_COMPARE(toastOf(board.page), p("Moved production to Secondary"));
}

void BoardCardsTest::severalCardsAreOneCommand()
{
    BoardFixture board;
    QVERIFY(board.drop({p("production"), p("emergency")}, Priority::Secondary, 0));
    QTRY_COMPARE(board.names(Priority::Secondary),
                 (QStringList{p("production"), p("emergency"), p("backup"), p("reseller-eu")}));
    QCOMPARE(board.instance.commands.size(), size_t(1));
}

void BoardCardsTest::theChosenFollowTheirCards()
{
    BoardFixture board;
    board.choose({p("production"), p("emergency")});
    QVERIFY(board.drop({p("production"), p("emergency")}, Priority::Secondary, 2));
    QTRY_COMPARE(board.names(Priority::Secondary).size(), 4);
    QCOMPARE(board.page.columns()->selectedNames(), (QStringList{p("production"), p("emergency")}));
    QCOMPARE(board.page.columns()->currentName(), p("production"));
    QCOMPARE(board.list(Priority::Secondary)->selectionModel()->selectedIndexes().size(), 2);
}

void BoardCardsTest::aRefusedDropSaysWhyAndChangesNothing()
{
    BoardFixture board;
    board.instance.refusal = Refusal{RefusalCode::FileUnwritable, p("priority_config.json"), p("disk full")};
    QVERIFY(board.drop({p("production")}, Priority::Fallback, 0));
    QTRY_VERIFY(toastOf(board.page).contains(p("priority_config.json")));
    QCOMPARE(board.names(Priority::Primary).front(), p("production"));
    QVERIFY(!board.page.actionsOfCards()->action(BoardActions::Deed::Undo)->isEnabled());
}

void BoardCardsTest::aDropAtItsOwnPlaceAsksNothing()
{
    BoardFixture board;
    QVERIFY(board.drop({p("production")}, Priority::Primary, 1));
    QVERIFY(board.instance.commands.empty());
}

void BoardCardsTest::theGapUnderThePointerIsTheRow()
{
    BoardFixture board;
    const CardList *list = board.list(Priority::Primary);
    const QModelIndex first = list->model()->index(0, 0, list->rootIndex());
    const QRect card = list->visualRect(first);
    QCOMPARE(list->rowAt(card.center() - QPoint(0, 5)), 0);
    QCOMPARE(list->rowAt(card.center() + QPoint(0, 5)), 1);
    QCOMPARE(list->rowAt(QPoint(5, list->viewport()->height() - 1)), 2);
    const CardList *shelf = board.list(Priority::Disabled);
    const QRect tile = shelf->visualRect(shelf->model()->index(0, 0, shelf->rootIndex()));
    QCOMPARE(shelf->rowAt(tile.center() - QPoint(10, 0)), 0);
    QCOMPARE(shelf->rowAt(tile.center() + QPoint(10, 0)), 1);
}

void BoardCardsTest::dragsScrollNearTheEdges_data()
{
    QTest::addColumn<int>("y");
    QTest::addColumn<int>("height");
    QTest::addColumn<int>("direction");
    QTest::newRow("at the upper edge") << 0 << 400 << -1;
    QTest::newRow("not far from it") << 30 << 400 << -1;
    QTest::newRow("in the middle") << 200 << 400 << 0;
    QTest::newRow("at the lower edge") << 399 << 400 << 1;
    QTest::newRow("above") << -1 << 400 << 0;
    QTest::newRow("below") << 400 << 400 << 0;
    QTest::newRow("the middle of a low area") << 20 << 40 << 0;
    QTest::newRow("nothing to be in") << 0 << 0 << 0;
}

void BoardCardsTest::dragsScrollNearTheEdges()
{
    QFETCH(int, y);
    QFETCH(int, height);
    const int step = dragScrollStep(y, height);
    QTEST(step < 0 ? -1 : step > 0 ? 1 : 0, "direction");
    const int nearer = dragScrollStep(y < height / 2 ? 0 : height - 1, height);
    QVERIFY(step == 0 || std::abs(nearer) >= std::abs(step));
}

void BoardCardsTest::aDragScrollsTheListAndThenThePage()
{
    BoardFixture board(SampleMood::AllWell, {700, 420}); // the page is longer than the window
    auto *page = board.page.findChild<QScrollArea *>();
    QTRY_VERIFY(page->verticalScrollBar()->maximum() > 0);
    const QPoint low = page->viewport()->mapToGlobal(QPoint(150, page->viewport()->height() - 3));
    CardList *list = board.list(Priority::Primary);
    const QPoint inList = list->viewport()->mapFromGlobal(low);
    int steps = 0;
    while (scrollUnder(board.page, low))
        QVERIFY(++steps < 5000);
    QVERIFY(steps > 0);
    QCOMPARE(page->verticalScrollBar()->value(), page->verticalScrollBar()->maximum());
    if (list->viewport()->rect().contains(inList))
        QCOMPARE(list->verticalScrollBar()->value(), list->verticalScrollBar()->maximum());
    QVERIFY(!scrollUnder(board.page, page->viewport()->mapToGlobal(page->viewport()->rect().center())));
}

void BoardCardsTest::whatIsNotAConfigIsNotTaken()
{
    BoardFixture board;
    QMimeData text;
    text.setText(p("production"));
    QDragEnterEvent strange(QPoint(10, 10), Qt::MoveAction, &text, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(board.list(Priority::Fallback)->viewport(), &strange);
    QVERIFY(!strange.isAccepted());

    QMimeData config;
    config.setData(BoardModel::mimeType(), "production");
    QDragEnterEvent enter(QPoint(10, 10), Qt::MoveAction, &config, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(board.list(Priority::Fallback)->viewport(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(10, 10), Qt::MoveAction, &config, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(board.list(Priority::Fallback)->viewport(), &drop);
    QVERIFY(drop.isAccepted());
    QTRY_COMPARE(board.names(Priority::Fallback), (QStringList{p("production"), p("emergency")}));
    QCOMPARE(board.instance.commands.size(), size_t(1));
}

void BoardCardsTest::keysMoveCards()
{
    BoardFixture board;
    QVERIFY(QTest::qWaitForWindowActive(&board.page));
    board.choose({p("production")});
    board.list(Priority::Primary)->setFocus();
    press(board, Qt::Key_Down, Qt::AltModifier);
    QTRY_COMPARE(board.names(Priority::Primary), (QStringList{p("team-gateway"), p("production")}));
    press(board, Qt::Key_Right, Qt::AltModifier);
    QTRY_COMPARE(board.names(Priority::Secondary).back(), p("production"));
    QVERIFY(board.list(Priority::Secondary)->hasFocus());
    press(board, Qt::Key_Up, Qt::AltModifier);
    QTRY_COMPARE(board.names(Priority::Secondary).at(1), p("production"));
    press(board, Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE(board.names(Priority::Primary), (QStringList{p("team-gateway"), p("production")}));
    QCOMPARE(board.page.columns()->selectedNames(), QStringList{p("production")});
}

void BoardCardsTest::theLastMoveIsTakenBackByKey()
{
    BoardFixture board;
    QVERIFY(QTest::qWaitForWindowActive(&board.page));
    board.list(Priority::Primary)->setFocus();
    QVERIFY(board.drop({p("production")}, Priority::Fallback, 0));
    QTRY_VERIFY(board.page.actionsOfCards()->action(BoardActions::Deed::Undo)->isEnabled());
    press(board, Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(board.names(Priority::Primary).front(), p("production"));
    QTRY_VERIFY(board.page.actionsOfCards()->action(BoardActions::Deed::Redo)->isEnabled());
    press(board, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(board.names(Priority::Fallback).front(), p("production"));
}

void BoardCardsTest::arrowsGoFromListToList()
{
    BoardFixture board;
    board.choose({p("team-gateway")});
    board.list(Priority::Primary)->setFocus();
    press(board, Qt::Key_Right);
    QCOMPARE(board.page.columns()->selectedNames(), QStringList{p("reseller-eu")});
    QVERIFY(board.list(Priority::Secondary)->hasFocus());
    press(board, Qt::Key_Up);
    QCOMPARE(board.page.columns()->selectedNames(), QStringList{p("backup")});
    press(board, Qt::Key_Left);
    QCOMPARE(board.page.columns()->selectedNames(), QStringList{p("production")});
    press(board, Qt::Key_Left);
    QCOMPARE(board.page.columns()->selectedNames(), QStringList{p("production")});
    press(board, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(board.page.columns()->selectedNames(), (QStringList{p("production"), p("team-gateway")}));
}

void BoardCardsTest::enterEdits()
{
    BoardFixture board;
    QVERIFY(QTest::qWaitForWindowActive(&board.page));
    const QSignalSpy edit(&board.page, &BoardPage::editRequested);
    board.choose({p("backup")});
    board.list(Priority::Secondary)->setFocus();
    press(board, Qt::Key_Return);
    QCOMPARE(edit.size(), 1);
    QCOMPARE(edit.front().front().toString(), p("backup"));
    const QModelIndex emergency = board.list(Priority::Fallback)->indexAt(QPoint(20, 20));
    Q_EMIT board.list(Priority::Fallback)->doubleClicked(emergency);
    QCOMPARE(edit.back().front().toString(), p("emergency"));
}

void BoardCardsTest::buttonsKeepTheirKeys()
{
    BoardFixture board;
    QVERIFY(QTest::qWaitForWindowActive(&board.page));
    board.choose({p("backup")});
    auto *toggle = board.page.columns()->panel(Priority::Secondary)->findChild<ToggleSwitch *>();
    toggle->setFocus();
    QTest::keyClick(toggle, Qt::Key_Space);
    QCOMPARE(board.instance.commands.size(), size_t(1));
    QVERIFY(!board.commandAt<SetGroupEnabled>(0).enabled);
    QVERIFY(!board.page.actionsOfCards()->switchMenu()->isVisible());
}

void BoardCardsTest::spaceOpensTheSwitchMenu()
{
    BoardFixture board;
    QVERIFY(QTest::qWaitForWindowActive(&board.page));
    board.choose({p("backup")});
    board.list(Priority::Secondary)->setFocus();
    press(board, Qt::Key_Space);
    QTRY_VERIFY(board.page.actionsOfCards()->switchMenu()->isVisible());
    board.page.actionsOfCards()->switchMenu()->close();
    QVERIFY(board.instance.log.isEmpty());
}

void BoardCardsTest::aDotTellsOfItsEndpoint()
{
    BoardFixture board(SampleMood::Degraded);
    CardList *list = board.list(Priority::Primary);
    const QModelIndex card = list->model()->index(0, 0, list->rootIndex());
    auto *delegate = qobject_cast<CardDelegate *>(list->itemDelegate());
    QStyleOptionViewItem option;
    option.initFrom(list);
    option.widget = list;
    option.rect = list->visualRect(card);
    const CardLayout places = delegate->layout(option, card);
    const auto tipAt = [&](const QPoint &at) {
        QHelpEvent help(QEvent::ToolTip, at, list->viewport()->mapToGlobal(at));
        delegate->helpEvent(&help, list, option, card);
        return QToolTip::text();
    };
    QVERIFY(tipAt(places.dots.at(1).center()).startsWith(p("us-east<br>")));
    QVERIFY(tipAt(places.name.center()).contains(p("Company contract")));
    QToolTip::hideText();
}

void BoardCardsTest::deleteAsksFirst()
{
    BoardFixture board;
    QVERIFY(QTest::qWaitForWindowActive(&board.page));
    board.choose({p("production")});
    board.list(Priority::Primary)->setFocus();
    press(board, Qt::Key_Delete);
    QPointer<RemoveQuestion> question = questionOf(board.page);
    QVERIFY(question && question->isVisible());
    QVERIFY(question->text().contains(p("production")));
    QVERIFY(question->informativeText().contains(p("keys are deleted too")));
    QVERIFY(question->informativeText().contains(p("production is active")));
    question->button(QMessageBox::Cancel)->click();
    QTRY_VERIFY(!question);
    QVERIFY(board.instance.commands.empty());

    board.page.actionsOfCards()->action(BoardActions::Deed::Remove)->trigger();
    question = questionOf(board.page);
    QVERIFY(question);
    for (QAbstractButton *button : question->buttons()) {
        if (question->buttonRole(button) == QMessageBox::DestructiveRole)
            button->click();
    }
    QTRY_COMPARE(board.names(Priority::Primary), QStringList{p("team-gateway")});
    QCOMPARE(board.commandAt<RemoveConfig>(0).name, p("production"));
    QTRY_COMPARE(toastOf(board.page), p("Removed production"));
}

void BoardCardsTest::severalAreRemovedOneAfterTheOther()
{
    BoardFixture board;
    board.choose({p("backup"), p("old-key")});
    board.page.actionsOfCards()->action(BoardActions::Deed::Remove)->trigger();
    RemoveQuestion *question = questionOf(board.page);
    QVERIFY(question->informativeText().contains(p("backup\nold-key")));
    Q_EMIT question->confirmed({p("backup"), p("old-key")});
    QTRY_COMPARE(board.instance.settings().configs.size(), size_t(4));
    QCOMPARE(board.instance.commands.size(), size_t(2));
    QTRY_VERIFY(toastOf(board.page).startsWith(p("Removed 2")));
}

void BoardCardsTest::removingStopsAtARefusal()
{
    BoardFixture board;
    board.choose({p("backup"), p("old-key")});
    board.page.actionsOfCards()->action(BoardActions::Deed::Remove)->trigger();
    board.instance.refusal = Refusal{RefusalCode::UnknownConfig, p("backup"), {}};
    Q_EMIT questionOf(board.page)->confirmed({p("backup"), p("old-key")});
    QTRY_VERIFY(toastOf(board.page).contains(p("backup")));
    QCOMPARE(board.instance.commands.size(), size_t(1));
}

void BoardCardsTest::switchingPinsForAsLongAsChosen_data()
{
    QTest::addColumn<int>("item");
    QTest::addColumn<QString>("asked");
    QTest::newRow("until released") << 0 << p("switch backup");
    QTest::newRow("for an hour") << 1 << p("switch backup for 3600 s");
    QTest::newRow("for four hours") << 2 << p("switch backup for 14400 s");
}

void BoardCardsTest::switchingPinsForAsLongAsChosen()
{
    QFETCH(int, item);
    QFETCH(QString, asked);
    BoardFixture board;
    board.choose({p("backup")});
    board.page.actionsOfCards()->switchMenu()->actions().at(item)->trigger();
    QCOMPARE(board.instance.log, QStringList{asked});
    QTRY_VERIFY(toastOf(board.page).contains(p("backup")));
}

void BoardCardsTest::checkingTellsWhatItFound()
{
    BoardFixture board;
    QVERIFY(QTest::qWaitForWindowActive(&board.page));
    CheckReport report;
    report.endpoint = EndpointId{p("0000e001")};
    report.reachable = report.keyAccepted = CheckLayer::Good;
    report.latency = milliseconds(240);
    board.instance.reports = {report};
    board.choose({p("emergency")});
    board.list(Priority::Fallback)->setFocus();
    press(board, Qt::Key_F5);
    QCOMPARE(board.instance.log, QStringList{p("check emergency")});
    QVERIFY(toastOf(board.page).contains(p("Checking emergency")));
    QTRY_VERIFY(toastOf(board.page).contains(p("key accepted: yes")));
    QVERIFY(toastOf(board.page).contains(p("emergency/pay-as-you-go")));
    QVERIFY(toastOf(board.page).contains(p("240 ms")));
}

void BoardCardsTest::theMenuOffersWhatCanBeDone()
{
    using Deed = BoardActions::Deed;
    BoardFixture board(SampleMood::Pinned);
    BoardActions *actions = board.page.actionsOfCards();
    board.choose({});
    QVERIFY(!actions->action(Deed::Remove)->isVisible() && actions->action(Deed::Add)->isEnabled());
    board.choose({p("production")});
    QVERIFY(actions->action(Deed::Edit)->isEnabled() && actions->action(Deed::Release)->isVisible());
    QVERIFY(!actions->action(Deed::MoveLeft)->isEnabled() && actions->action(Deed::MoveRight)->isEnabled());
    QVERIFY(actions->switchMenu()->menuAction()->isEnabled());
    QVERIFY(!actions->moveAction(Priority::Primary)->isEnabled());
    board.choose({p("production"), p("backup")});
    QVERIFY(!actions->action(Deed::Edit)->isEnabled() && actions->action(Deed::Remove)->isEnabled());
    QVERIFY(!actions->switchMenu()->menuAction()->isEnabled());
    board.choose({p("old-key")});
    QVERIFY(!actions->switchMenu()->menuAction()->isEnabled());
    QVERIFY(!actions->action(Deed::MoveRight)->isEnabled());
    board.instance.setState({InstanceLink::Lost, std::nullopt});
    QVERIFY(!actions->action(Deed::Remove)->isEnabled() && !actions->action(Deed::Add)->isEnabled());
}

void BoardCardsTest::theDisabledShelfFolds()
{
    BoardFixture board;
    GroupPanel *shelf = board.page.columns()->panel(Priority::Disabled);
    QVERIFY(board.list(Priority::Disabled)->isVisible());
    shelf->setFolded(true);
    QVERIFY(!board.list(Priority::Disabled)->isVisible());
    QMimeData config;
    config.setData(BoardModel::mimeType(), "production");
    QDragEnterEvent over(QPoint(10, 10), Qt::MoveAction, &config, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(shelf, &over);
    QVERIFY(board.list(Priority::Disabled)->isVisible());
}

void BoardCardsTest::theCarriedPictureCounts()
{
    BoardFixture board;
    const CardList *list = board.list(Priority::Primary);
    const auto *delegate = qobject_cast<const CardDelegate *>(list->itemDelegate());
    QStyleOptionViewItem option;
    option.initFrom(list);
    option.rect = QRect(0, 0, 280, 0);
    const QModelIndex held = list->model()->index(0, 0, list->rootIndex());
    const DragPicture one = dragPicture(*delegate, option, held, 1);
    const DragPicture three = dragPicture(*delegate, option, held, 3);
    QVERIFY(!one.pixmap.isNull() && one.pixmap.size() == three.pixmap.size());
    QVERIFY(one.pixmap.toImage() != three.pixmap.toImage());
    QVERIFY(QRect(QPoint(), one.pixmap.deviceIndependentSize().toSize()).contains(one.hotSpot));
}

} // namespace qcc::test

QTEST_MAIN(qcc::test::BoardCardsTest)
#include "tst_board_cards.moc"
