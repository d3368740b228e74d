// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/items/board_bench.h"

#include <QTest>

using namespace qcc;
using namespace qcc::test;

/// The order after a drop, as rows of boards.
class TestBoardOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMoveGivesTheOrder_data();
    void aMoveGivesTheOrder();
    void asManyAsPossibleStay_data();
    void asManyAsPossibleStay();
};

namespace {

QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

QStringList words(const QString &line)
{
    return line.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

void TestBoardOrder::aMoveGivesTheOrder_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("names");
    QTest::addColumn<Priority>("target");
    QTest::addColumn<int>("row");
    QTest::addColumn<QString>("after");
    const auto row = [](const char *title, const char *before, const char *names, Priority target, int at,
                        const char *after) {
        QTest::newRow(title) << text(before) << text(names) << target << at << text(after);
    };
    using enum Priority;
    row("to another list, at its end", "a b | c |  | ", "a", Secondary, 1, "b | c a |  | ");
    row("to another list, at its top", "a b | c |  | ", "a", Secondary, 0, "b | a c |  | ");
    row("between two others", "a | c d |  | ", "a", Secondary, 1, " | c a d |  | ");
    row("into an empty list", "a b |  |  | ", "b", Fallback, 0, "a |  | b | ");
    row("to the shelf", "a b |  |  | x", "b", Disabled, 1, "a |  |  | x b");
    row("back from the shelf", "a |  |  | x y", "y", Primary, 0, "y a |  |  | x");
    row("down by one in its list", "a b c |  |  | ", "a", Primary, 2, "b a c |  |  | ");
    row("to the end of its list", "a b c |  |  | ", "a", Primary, 3, "b c a |  |  | ");
    row("up in its list", "a b c |  |  | ", "c", Primary, 0, "c a b |  |  | ");
    row("before itself changes nothing", "a b c |  |  | ", "b", Primary, 1, "a b c |  |  | ");
    row("behind itself changes nothing", "a b c |  |  | ", "b", Primary, 2, "a b c |  |  | ");
    row("two neighbours down", "a b c d |  |  | ", "a b", Primary, 3, "c a b d |  |  | ");
    row("two that are apart come together", "a b c d |  |  | ", "a c", Primary, 4, "b d a c |  |  | ");
    row("two around the place", "a b c |  |  | ", "a c", Primary, 1, "a c b |  |  | ");
    row("two in the order of the board, not of the names", "a b | c |  | ", "b a", Secondary, 0,
        " | a b c |  | ");
    row("from several lists", "a b | c | d | x", "a c x", Fallback, 1, "b |  | d a c x | ");
    row("all of a list to its own place", "a b |  |  | ", "a b", Primary, 1, "a b |  |  | ");
    row("all of a list to another", "a b | c |  | ", "a b", Secondary, 1, " | c a b |  | ");
    row("a row beyond the end is the end", "a | c |  | ", "a", Secondary, 99, " | c a |  | ");
    row("a row before the top is the top", "a | c |  | ", "a", Secondary, -5, " | a c |  | ");
    row("an unknown name is passed over", "a | c |  | ", "z a", Secondary, 0, " | a c |  | ");
    row("no name changes nothing", "a | c |  | ", "", Secondary, 0, "a | c |  | ");
    row("a name twice moves once", "a b | c |  | ", "a a", Secondary, 0, "b | a c |  | ");
}

void TestBoardOrder::aMoveGivesTheOrder()
{
    QFETCH(QString, before);
    QFETCH(QString, names);
    QFETCH(Priority, target);
    QFETCH(int, row);
    QFETCH(QString, after);
    QCOMPARE(toText(moved(orderFrom(before), words(names), target, row)), after);
}

void TestBoardOrder::asManyAsPossibleStay_data()
{
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("then");
    QTest::addColumn<QString>("movers");
    QTest::addColumn<QString>("staying");
    const auto row = [](const char *title, const char *now, const char *then, const char *movers,
                        const char *staying) {
        QTest::newRow(title) << text(now) << text(then) << text(movers) << text(staying);
    };
    row("nothing changes", "a b c", "a b c", "", "a b c");
    row("nothing at all", "", "", "", "");
    row("one to the end", "a b c", "b c a", "", "b c");
    row("one to the top", "a b c", "c a b", "", "a b");
    row("of two that change places, the mover", "a b", "b a", "a", "b");
    row("of two that change places, the other mover", "a b", "b a", "b", "a");
    row("a mover that is cheaper to leave stays", "a b c", "c a b", "a b", "a b");
    row("others have gone and come", "a x b", "b y a", "a", "b");
    row("one remains after all is turned round", "a b c d", "d c b a", "b c d", "a");
}

void TestBoardOrder::asManyAsPossibleStay()
{
    QFETCH(QString, now);
    QFETCH(QString, then);
    QFETCH(QString, movers);
    QFETCH(QString, staying);
    const auto list = [](const QString &line) {
        const QStringList all = words(line);
        return std::vector<QString>(all.begin(), all.end());
    };
    const QStringList moving = words(movers);
    const std::set<QString> stay = stayers(list(now), list(then), {moving.begin(), moving.end()});
    QCOMPARE(QStringList(stay.begin(), stay.end()).join(QLatin1Char(' ')), staying);
}

QTEST_GUILESS_MAIN(TestBoardOrder)
#include "tst_board_order.moc"
