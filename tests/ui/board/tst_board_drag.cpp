// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/board/board_fixture.h"

#include <QGuiApplication>
#include <QSignalSpy>
#include <QTimer>
#include <QWindow>

namespace qcc::test {

/// A real drag with a mouse. Needs a display: the offscreen platform has no drag.
class BoardDragTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aCardIsDraggedToAnotherList();
    void escapeLeavesEverythingAsItIs();

private:
    /// Presses on the first card of Primary, moves to @p target and does @p end inside the drag's own loop.
    static void drag(BoardFixture &board, const QPoint &target, const std::function<void(QWindow *)> &end);
};

void BoardDragTest::initTestCase()
{
    if (QGuiApplication::platformName() == QStringLiteral("offscreen"))
        QSKIP("no drag and drop on this platform");
}

void BoardDragTest::drag(BoardFixture &board, const QPoint &target, const std::function<void(QWindow *)> &end)
{
    QVERIFY(QTest::qWaitForWindowExposed(&board.page));
    QWindow *window = board.page.windowHandle();
    QWidget *from = board.list(Priority::Primary)->viewport();
    const QPoint start = from->mapTo(&board.page, QPoint(120, 20));
    QTimer::singleShot(300, &board.page, [window, target, end] {
        QTest::mouseMove(window, target - QPoint(0, 6));
        QTest::mouseMove(window, target);
        end(window);
    });
    QTest::mousePress(window, Qt::LeftButton, Qt::NoModifier, start);
    QTest::mouseMove(window, start + QPoint(6, 6));
    QTest::mouseMove(window, start + QPoint(30, 30));
}

void BoardDragTest::aCardIsDraggedToAnotherList()
{
    BoardFixture board;
    QTRY_VERIFY(board.list(Priority::Secondary)->isVisible());
    QWidget *to = board.list(Priority::Secondary)->viewport();
    drag(board, to->mapTo(&board.page, QPoint(100, 8)), [&board, to](QWindow *window) {
        QTest::mouseRelease(window, Qt::LeftButton, Qt::NoModifier, to->mapTo(&board.page, QPoint(100, 8)));
    });
    QTRY_COMPARE(board.names(Priority::Secondary).front(), QStringLiteral("production"));
    QCOMPARE(board.instance.commands.size(), size_t(1));
    QCOMPARE(board.page.columns()->selectedNames(), QStringList{QStringLiteral("production")});
}

void BoardDragTest::escapeLeavesEverythingAsItIs()
{
    BoardFixture board;
    QTRY_VERIFY(board.list(Priority::Secondary)->isVisible());
    QWidget *to = board.list(Priority::Secondary)->viewport();
    drag(board, to->mapTo(&board.page, QPoint(100, 8)),
         [](QWindow *window) { QTest::keyClick(window, Qt::Key_Escape); });
    QCOMPARE(board.names(Priority::Primary).front(), QStringLiteral("production"));
    QVERIFY(board.instance.commands.empty());
}

} // namespace qcc::test

QTEST_MAIN(qcc::test::BoardDragTest)
#include "tst_board_drag.moc"
