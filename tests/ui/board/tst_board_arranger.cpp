// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui_support/fake_doors.h"
#include "tests/ui_support/sample_world.h"
#include "ui/board/arrange_text.h"
#include "ui/board/board_arranger.h"

#include <QSignalSpy>
#include <QTest>

namespace qcc::test {

namespace {

QString p(const char *name)
{
    return QString::fromLatin1(name);
}

/// A board that is fed as the page feeds it.
struct World
{
    World()
    {
        instance.setSettings(sampleSettings());
        feed();
        QObject::connect(&instance, &InstanceDoor::settingsChanged, &model, [this] {
            feed();
            arranger.settingsSeen();
        });
    }
    void feed() { model.setState(instance.settings(), sampleSnapshot(SampleMood::AllWell), sampleNow()); }
    QString shown() const
    {
        QStringList groups;
        for (const auto &[priority, names] : model.order())
            groups << QStringList(names.begin(), names.end()).join(QLatin1Char(' '));
        return groups.join(QStringLiteral(" | "));
    }

    FakeInstance instance;
    BoardModel model;
    BoardArranger arranger{instance, model};
};

const auto kStart = QStringLiteral("production team-gateway | backup reseller-eu | emergency | old-key");

} // namespace

/// Cards that are moved by key, and moves that are taken back.
class BoardArrangerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void stepsMoveCards_data();
    void stepsMoveCards();
    void stepsWaitForTheOrderTheyBuildOn();
    void undoAndRedo();
    void aNewMoveForgetsWhatWasUndone();
    void whatWasDoneIsBounded();
    void aRefusalIsSaidAndStopsWhatWaits();
    void undoOnAnotherBoardIsRefusedOnce();
    void anotherHomeKnowsNothingOfTheLast();
    void anOrderThatIsNeverSeenStopsNothing();
    void itsTextsNameWhatMoved();
};

void BoardArrangerTest::stepsMoveCards_data()
{
    using Step = BoardArranger::Step;
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<int>("step");
    QTest::addColumn<QString>("shown");
    QTest::newRow("up") << QStringList{p("team-gateway")} << int(Step::Up)
                        << p("team-gateway production | backup reseller-eu | emergency | old-key");
    QTest::newRow("up at the top stays") << QStringList{p("production")} << int(Step::Up) << kStart;
    QTest::newRow("down") << QStringList{p("backup")} << int(Step::Down)
                          << p("production team-gateway | reseller-eu backup | emergency | old-key");
    QTest::newRow("down at the end stays") << QStringList{p("emergency")} << int(Step::Down) << kStart;
    QTest::newRow("to the next group's end")
        << QStringList{p("production")} << int(Step::WorseGroup)
        << p("team-gateway | backup reseller-eu production | emergency | old-key");
    QTest::newRow("to the better group")
        << QStringList{p("emergency")} << int(Step::BetterGroup)
        << p("production team-gateway | backup reseller-eu emergency |  | old-key");
    QTest::newRow("several at once")
        << QStringList{p("production"), p("team-gateway")} << int(Step::WorseGroup)
        << p(" | backup reseller-eu production team-gateway | emergency | old-key");
    QTest::newRow("beyond the best group stays")
        << QStringList{p("production")} << int(Step::BetterGroup) << kStart;
    QTest::newRow("beyond the last group stays")
        << QStringList{p("old-key")} << int(Step::WorseGroup) << kStart;
}

void BoardArrangerTest::stepsMoveCards()
{
    QFETCH(QStringList, names);
    QFETCH(int, step);
    QFETCH(QString, shown);
    World world;
    world.arranger.step(names, static_cast<BoardArranger::Step>(step));
    QTRY_COMPARE(world.shown(), shown);
    QCOMPARE(world.instance.commands.size(), size_t(shown == kStart ? 0 : 1));
}

void BoardArrangerTest::stepsWaitForTheOrderTheyBuildOn()
{
    World world;
    const QSignalSpy refused(&world.arranger, &BoardArranger::refused);
    world.arranger.step({p("production")}, BoardArranger::Step::WorseGroup);
    world.arranger.step({p("production")}, BoardArranger::Step::Up);
    world.arranger.step({p("production")}, BoardArranger::Step::Up);
    QCOMPARE(world.instance.commands.size(), size_t(1));
    QTRY_COMPARE(world.shown(), p("team-gateway | production backup reseller-eu | emergency | old-key"));
    QCOMPARE(world.instance.commands.size(), size_t(3));
    QCOMPARE(refused.size(), 0);
}

void BoardArrangerTest::undoAndRedo()
{
    World world;
    const QSignalSpy arranged(&world.arranger, &BoardArranger::arranged);
    const QSignalSpy unarranged(&world.arranger, &BoardArranger::unarranged);
    QVERIFY(!world.arranger.canUndo());
    world.arranger.moveTo({p("backup")}, Priority::Fallback);
    const QString moved = p("production team-gateway | reseller-eu | emergency backup | old-key");
    QTRY_COMPARE(world.shown(), moved);
    QTRY_VERIFY(world.arranger.canUndo());
    QCOMPARE(arranged.front().front().toString(), p("Moved backup to Fallback"));

    world.arranger.undo();
    QTRY_COMPARE(world.shown(), kStart);
    QTRY_VERIFY(world.arranger.canRedo());
    QVERIFY(!world.arranger.canUndo());
    QCOMPARE(unarranged.size(), 1);
    const auto &done = std::get<ArrangeConfigs>(world.instance.commands.at(0));
    const auto &undone = std::get<ArrangeConfigs>(world.instance.commands.at(1));
    QVERIFY(undone.before == done.after && undone.after == done.before);

    world.arranger.redo();
    QTRY_COMPARE(world.shown(), moved);
    QTRY_VERIFY(world.arranger.canUndo());
    QVERIFY(!world.arranger.canRedo());
}

void BoardArrangerTest::aNewMoveForgetsWhatWasUndone()
{
    World world;
    world.arranger.moveTo({p("backup")}, Priority::Fallback);
    world.arranger.undo();
    QTRY_VERIFY(world.arranger.canRedo());
    world.arranger.step({p("backup")}, BoardArranger::Step::Down);
    QTRY_VERIFY(world.arranger.canUndo());
    QVERIFY(!world.arranger.canRedo());
}

void BoardArrangerTest::whatWasDoneIsBounded()
{
    World world;
    for (int i = 0; i < BoardArranger::kUndoLimit + 5; ++i) {
        const size_t before = world.instance.commands.size();
        world.arranger.step({p("backup")}, i % 2 == 0 ? BoardArranger::Step::Down : BoardArranger::Step::Up);
        QTRY_COMPARE(world.instance.commands.size(), before + 1);
        QCoreApplication::processEvents();
    }
    int undone = 0;
    while (world.arranger.canUndo()) {
        const size_t before = world.instance.commands.size();
        world.arranger.undo();
        QTRY_COMPARE(world.instance.commands.size(), before + 1);
        QCoreApplication::processEvents();
        ++undone;
    }
    QCOMPARE(undone, int(BoardArranger::kUndoLimit));
}

void BoardArrangerTest::aRefusalIsSaidAndStopsWhatWaits()
{
    World world;
    QSignalSpy refused(&world.arranger, &BoardArranger::refused);
    world.instance.refusal = Refusal{RefusalCode::FileUnwritable, p("/etc/x"), p("read only")};
    world.arranger.step({p("backup")}, BoardArranger::Step::Down);
    world.arranger.step({p("backup")}, BoardArranger::Step::Up);
    QVERIFY(refused.wait());
    QCOMPARE(world.instance.commands.size(), size_t(1));
    QCOMPARE(world.shown(), kStart);
    QVERIFY(!world.arranger.canUndo());
    world.arranger.step({p("backup")}, BoardArranger::Step::Down);
    QCOMPARE(world.instance.commands.size(), size_t(2));
}

void BoardArrangerTest::undoOnAnotherBoardIsRefusedOnce()
{
    World world;
    QSignalSpy refused(&world.arranger, &BoardArranger::refused);
    world.arranger.moveTo({p("backup")}, Priority::Fallback);
    QTRY_VERIFY(world.arranger.canUndo());
    Settings other = world.instance.settings();
    other.groups.place(p("production"), Priority::Disabled);
    world.instance.setSettings(other);
    world.arranger.undo();
    QVERIFY(refused.wait());
    QCOMPARE(refused.front().front().value<Refusal>().code, RefusalCode::ChangedMeanwhile);
    QVERIFY(!world.arranger.canUndo());
}

void BoardArrangerTest::anotherHomeKnowsNothingOfTheLast()
{
    World world;
    world.arranger.moveTo({p("backup")}, Priority::Fallback);
    QTRY_VERIFY(world.arranger.canUndo());
    QSignalSpy changed(&world.arranger, &BoardArranger::historyChanged);
    world.instance.setState({InstanceLink::Starting, std::nullopt});
    QVERIFY(!world.arranger.canUndo());
    QCOMPARE(changed.size(), 1);
    world.instance.setState({InstanceLink::Hosting, std::nullopt});
    const size_t asked = world.instance.commands.size();
    world.arranger.undo();
    QCOMPARE(world.instance.commands.size(), asked);
}

void BoardArrangerTest::anOrderThatIsNeverSeenStopsNothing()
{
    World world;
    QSignalSpy arranged(&world.arranger, &BoardArranger::arranged);
    world.instance.silent = true;
    world.arranger.moveTo({p("backup")}, Priority::Fallback);
    // Another hand changed it in the same moment: the order that was asked for is never told.
    QCoreApplication::removePostedEvents(&world.instance, QEvent::MetaCall);
    Settings other = world.instance.settings();
    other.groups.place(p("backup"), Priority::Fallback);
    other.groups.place(p("production"), Priority::Disabled);
    world.instance.setSettings(other);
    world.instance.silent = false;
    world.instance.answerAll();
    QCOMPARE(arranged.size(), 1);
    world.arranger.moveTo({p("production")}, Priority::Primary);
    QTRY_VERIFY(world.shown().startsWith(p("team-gateway production")));
}

void BoardArrangerTest::itsTextsNameWhatMoved()
{
    const BoardOrder start = boardOrder(sampleSettings().groups);
    QCOMPARE(arrangedText({start, moved(start, {p("backup")}, Priority::Primary, 0)}),
             p("Moved backup to Primary"));
    QCOMPARE(arrangedText({start, moved(start, {p("backup")}, Priority::Secondary, 2)}),
             p("Changed the order in Secondary"));
    QVERIFY(arrangedText({start, moved(start, {p("backup"), p("emergency")}, Priority::Primary, 0)})
                .contains(p("to Primary")));
}

} // namespace qcc::test

QTEST_MAIN(qcc::test::BoardArrangerTest)
#include "tst_board_arranger.moc"
