// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/translation.h"
#include "tests/items/board_bench.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

#include <memory>
#include <random>

using namespace qcc;
using namespace qcc::test;

/// The board as a model: each difference between two states as exact signals.
class TestBoardModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aDifferenceIsToldExactly_data();
    void aDifferenceIsToldExactly();
    void aCrossListDropIsOneMove();
    void persistentIndexesFollowTheirConfig();
    void whatChangedOnACardIsTold_data();
    void whatChangedOnACardIsTold();
    void aDropBecomesACommand_data();
    void aDropBecomesACommand();
    void aForeignDropIsRefused();
    void theDraggedAreNamed();
    void ownMovesAreMarked();
    void aCardTellsAll();
    void anySequenceOfStatesIsShown_data();
    void anySequenceOfStatesIsShown();

private:
    void show(const Settings &settings, const ProxySnapshot &snapshot = {});
    QModelIndex group(Priority priority) const { return m_model->groupIndex(priority); }
    static std::unique_ptr<QMimeData> dragged(const QStringList &names);

    std::unique_ptr<BoardModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

namespace {

constexpr TimePoint kNow{seconds(1'800'000'000)};

QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

/// "a=b" pairs: config and the id of its endpoint.
QMap<QString, QString> idsFrom(const QString &line)
{
    QMap<QString, QString> ids;
    for (const QString &pair : line.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        ids.insert(pair.section(QLatin1Char('='), 0, 0), pair.section(QLatin1Char('='), 1));
    return ids;
}

} // namespace

void TestBoardModel::init()
{
    m_tester.reset();
    m_model = std::make_unique<BoardModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void TestBoardModel::show(const Settings &settings, const ProxySnapshot &snapshot)
{
    m_model->setState(settings, snapshot, kNow);
}

std::unique_ptr<QMimeData> TestBoardModel::dragged(const QStringList &names)
{
    auto data = std::make_unique<QMimeData>();
    data->setData(BoardModel::mimeType(), names.join(QLatin1Char('\n')).toUtf8());
    return data;
}

void TestBoardModel::aDifferenceIsToldExactly_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("ids"); // of both
    QTest::addColumn<QStringList>("told");
    const auto row = [](const char *title, const char *before, const char *after, const char *ids,
                        const QStringList &told) {
        QTest::newRow(title) << text(before) << text(after) << text(ids) << told;
    };
    row("nothing", "a b | c | d | x", "a b | c | d | x", "", {});
    row("to another list", "a b | c |  | ", "b | c a |  | ", "",
        {text("moved primary 0 to secondary 1"), text("changed a")});
    row("to an earlier list", "a | c d |  | ", "a d | c |  | ", "",
        {text("moved secondary 1 to primary 1"), text("changed d")});
    row("down in a list", "a b c |  |  | ", "b c a |  |  | ", "", {text("moved primary 0 to primary 3")});
    row("up in a list", "a b c |  |  | ", "c a b |  |  | ", "", {text("moved primary 2 to primary 0")});
    row("two to another list", "a b | c |  | ", " | a b c |  | ", "",
        {text("moved primary 0 to secondary 0"), text("moved primary 0 to secondary 1"), text("changed a"),
         text("changed b")});
    row("two change places over lists", "a | b |  | ", "b | a |  | ", "",
        {text("moved secondary 0 to primary 0"), text("moved primary 1 to secondary 0"), text("changed a"),
         text("changed b")});
    row("one is added", "a | c |  | ", "a b | c |  | ", "", {text("inserted primary 1 (1)")});
    row("one is removed", "a b | c |  | ", "a | c |  | ", "", {text("removed primary 1 (1)")});
    row("several come and go", "a b | c |  | ", "n a | m c |  | ", "",
        {text("removed primary 1 (1)"), text("inserted primary 0 (1)"), text("inserted secondary 0 (1)")});
    row("all at first", "", "a b |  |  | x", "",
        {text("inserted primary 0 (1)"), text("inserted primary 1 (1)"), text("inserted disabled 0 (1)")});
    row("another name for the same endpoint", "a b |  |  | ", "a z |  |  | ", "b=1 z=1", {text("changed z")});
    row("another name and another place", "a b | c |  | ", "a | c z |  | ", "b=1 z=1",
        {text("changed z"), text("moved primary 1 to secondary 1")});
    row("another name without endpoints, at its place", "a b |  |  | ", "a z |  |  | ",
        "b= z=", {text("changed z")});
    row("without endpoints elsewhere it is another config", "a b |  |  | ", "a | z |  | ",
        "b= z=", {text("removed primary 1 (1)"), text("inserted secondary 0 (1)")});
    row("another endpoint at the same place is another config", "a b |  |  | ", "a z |  |  | ", "",
        {text("removed primary 1 (1)"), text("inserted primary 1 (1)")});
    row("two change their names", "a b |  |  | ", "y z |  |  | ", "a=1 b=2 y=1 z=2",
        {text("changed y"), text("changed z")});
}

void TestBoardModel::aDifferenceIsToldExactly()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(QString, ids);
    QFETCH(QStringList, told);
    show(settingsFrom(before, idsFrom(ids)));
    const SignalLog log(*m_model);
    show(settingsFrom(after, idsFrom(ids)));
    QCOMPARE(log.lines, told);
    QCOMPARE(shown(*m_model), toText(orderFrom(after)));
    QCOMPARE(m_model->order(), orderFrom(after));
}

void TestBoardModel::aCrossListDropIsOneMove()
{
    show(settingsFrom(text("production team | backup |  | ")));
    QSignalSpy movedSpy(m_model.get(), &QAbstractItemModel::rowsMoved);
    QSignalSpy removedSpy(m_model.get(), &QAbstractItemModel::rowsRemoved);
    QSignalSpy insertedSpy(m_model.get(), &QAbstractItemModel::rowsInserted);
    QSignalSpy resetSpy(m_model.get(), &QAbstractItemModel::modelReset);
    QSignalSpy layoutSpy(m_model.get(), &QAbstractItemModel::layoutChanged);
    QSignalSpy wantedSpy(m_model.get(), &BoardModel::arrangeWanted);
    const auto data = dragged({text("production")});
    QVERIFY(m_model->dropMimeData(data.get(), Qt::MoveAction, -1, -1, group(Priority::Secondary)));
    QVERIFY(!m_model->removeRows(0, 1, group(Priority::Primary))); // what a view does after a move
    QCOMPARE(movedSpy.size(), 0); // nothing happens before the settings say so
    QCOMPARE(wantedSpy.size(), 1);
    const auto wanted = wantedSpy.first().first().value<ArrangeConfigs>();
    QCOMPARE(toText(wanted.after), text("team | backup production |  | "));
    show(settingsFrom(toText(wanted.after)));
    QCOMPARE(movedSpy.size(), 1);
    QCOMPARE(removedSpy.size() + insertedSpy.size() + resetSpy.size() + layoutSpy.size(), 0);
}

void TestBoardModel::persistentIndexesFollowTheirConfig()
{
    show(settingsFrom(text("a b c | d |  | "), idsFrom(text("b=1 z=1"))));
    const QPersistentModelIndex followed = m_model->configIndex(text("b"));
    const QPersistentModelIndex neighbour = m_model->configIndex(text("c"));
    show(settingsFrom(text("c a |  | d b | "), idsFrom(text("b=1 z=1"))));
    QCOMPARE(followed.data().toString(), text("b"));
    QCOMPARE(QModelIndex(followed), m_model->index(1, 0, group(Priority::Fallback)));
    show(settingsFrom(text("c a |  | z d | "), idsFrom(text("b=1 z=1"))));
    QCOMPARE(followed.data().toString(), text("z"));
    QCOMPARE(neighbour.data().toString(), text("c"));
    QCOMPARE(neighbour.row(), 0);
    show(settingsFrom(text("c a |  | d | ")));
    QVERIFY(!followed.isValid());
    QVERIFY(neighbour.isValid());
}

void TestBoardModel::whatChangedOnACardIsTold_data()
{
    QTest::addColumn<std::function<void(Settings &, ProxySnapshot &)>>("change");
    QTest::addColumn<QStringList>("told");
    const auto row = [](const char *title, std::function<void(Settings &, ProxySnapshot &)> change,
                        const QStringList &told) { QTest::newRow(title) << change << told; };
    row("nothing", [](Settings &, ProxySnapshot &) {}, {});
    row("a description", [](Settings &s, ProxySnapshot &) { s.configs[1].description = text("new"); },
        {text("changed b")});
    row("a group", [](Settings &s, ProxySnapshot &) { s.groups.setEnabled(Priority::Secondary, false); },
        {text("changed c"), text("changed secondary")});
    row("an empty group",
        [](Settings &s, ProxySnapshot &) { s.groups.setEnabled(Priority::Fallback, false); },
        {text("changed fallback")});
    row("the active config", [](Settings &, ProxySnapshot &p) { p.activeConfig = text("c"); },
        {text("changed a"), text("changed c")});
    row("a pin", [](Settings &, ProxySnapshot &p) { p.failover.pinned = true; }, {text("changed a")});
    row("a latency",
        [](Settings &, ProxySnapshot &p) {
            ConfigSnapshot config;
            config.config = text("b");
            config.latency = milliseconds(70);
            p.failover.configs = {config};
        },
        {text("changed b")});
    row("an endpoint",
        [](Settings &, ProxySnapshot &p) {
            EndpointSnapshot endpoint;
            endpoint.config = text("c");
            endpoint.id = EndpointId{text("c")};
            endpoint.condition = EndpointCondition::Limited;
            p.endpoints = {endpoint};
        },
        {text("changed c")});
    row("what no card shows",
        [](Settings &s, ProxySnapshot &p) {
            s.policy.failureThreshold = 7;
            p.requestsServed = 99;
        },
        {});
}

void TestBoardModel::whatChangedOnACardIsTold()
{
    using Change = std::function<void(Settings &, ProxySnapshot &)>;
    QFETCH(Change, change);
    QFETCH(QStringList, told);
    Settings settings = settingsFrom(text("a b | c |  | "));
    ProxySnapshot snapshot;
    snapshot.pid = 1;
    snapshot.activeConfig = text("a");
    show(settings, snapshot);
    const SignalLog log(*m_model);
    change(settings, snapshot);
    show(settings, snapshot);
    QCOMPARE(log.lines, told);
}

void TestBoardModel::aDropBecomesACommand_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<Priority>("target");
    QTest::addColumn<QString>("before"); // the config dropped upon; empty: upon the list
    QTest::addColumn<int>("row");
    QTest::addColumn<QString>("after"); // empty: none
    const auto row = [](const char *title, const QStringList &names, Priority target, const char *before,
                        int at, const char *after) {
        QTest::newRow(title) << names << target << text(before) << at << text(after);
    };
    using enum Priority;
    row("between two rows", {text("a")}, Secondary, "", 1, "b | c a d |  | x");
    row("upon the empty part of a list", {text("a")}, Secondary, "", -1, "b | c d a |  | x");
    row("upon a config", {text("a")}, Secondary, "d", -1, "b | c a d |  | x");
    row("several", {text("a"), text("x")}, Fallback, "", 0, "b | c d | a x | ");
    row("at its own place", {text("a")}, Primary, "", 0, "");
    row("upon its own list's end, from there", {text("d")}, Secondary, "", -1, "");
    row("of nobody known", {text("z")}, Secondary, "", 0, "");
}

void TestBoardModel::aDropBecomesACommand()
{
    QFETCH(QStringList, names);
    QFETCH(Priority, target);
    QFETCH(QString, before);
    QFETCH(int, row);
    QFETCH(QString, after);
    show(settingsFrom(text("a b | c d |  | x")));
    QSignalSpy spy(m_model.get(), &BoardModel::arrangeWanted);
    const auto data = dragged(names);
    const QModelIndex upon = before.isEmpty() ? group(target) : m_model->configIndex(before);
    QVERIFY(m_model->dropMimeData(data.get(), Qt::MoveAction, row, 0, upon));
    QCOMPARE(spy.size(), after.isEmpty() ? 0 : 1);
    if (after.isEmpty())
        return;
    const auto command = spy.first().first().value<ArrangeConfigs>();
    QCOMPARE(toText(command.before), text("a b | c d |  | x"));
    QCOMPARE(toText(command.after), after);
}

void TestBoardModel::aForeignDropIsRefused()
{
    show(settingsFrom(text("a | b |  | ")));
    QSignalSpy spy(m_model.get(), &BoardModel::arrangeWanted);
    QMimeData foreign;
    foreign.setText(text("a"));
    const auto own = dragged({text("a")});
    const QModelIndex secondary = group(Priority::Secondary);
    QVERIFY(!m_model->dropMimeData(&foreign, Qt::MoveAction, 0, 0, secondary));
    QVERIFY(!m_model->dropMimeData(own.get(), Qt::CopyAction, 0, 0, secondary));
    QVERIFY(!m_model->dropMimeData(own.get(), Qt::MoveAction, 0, 0, {}));
    QVERIFY(!m_model->dropMimeData(nullptr, Qt::MoveAction, 0, 0, secondary));
    QCOMPARE(spy.size(), 0);
}

void TestBoardModel::theDraggedAreNamed()
{
    show(settingsFrom(text("a b | c |  | ")));
    const std::unique_ptr<QMimeData> data(
        m_model->mimeData({m_model->configIndex(text("b")), m_model->configIndex(text("c"))}));
    QCOMPARE(data->data(BoardModel::mimeType()), QByteArray("b\nc"));
    QVERIFY(!m_model->mimeData({group(Priority::Primary)}));
    QVERIFY(m_model->flags(group(Priority::Primary)) & Qt::ItemIsDropEnabled);
    QVERIFY(!(m_model->flags(group(Priority::Primary)) & Qt::ItemIsDragEnabled));
    QVERIFY(m_model->flags(m_model->configIndex(text("b"))) & Qt::ItemIsDragEnabled);
}

void TestBoardModel::ownMovesAreMarked()
{
    show(settingsFrom(text("a b | c |  | ")));
    const auto isMarked = [this](const char *name) {
        return m_model->configIndex(text(name)).data(BoardModel::MovedNowRole).toBool();
    };
    show(settingsFrom(text("b | c a |  | "))); // somebody else did it
    QVERIFY(!isMarked("a"));
    QVERIFY(m_model->arrange({text("b")}, Priority::Fallback, 0));
    QVERIFY(!isMarked("b"));
    show(settingsFrom(text(" | c a | b | ")));
    QVERIFY(isMarked("b"));
    QVERIFY(!m_model->arrange({text("b")}, Priority::Fallback, 0));
    QVERIFY(m_model->arrange({text("c")}, Priority::Secondary, 2));
    show(settingsFrom(text(" | a c | b | ")));
    QVERIFY(isMarked("c"));
    QVERIFY(!isMarked("b"));
}

void TestBoardModel::aCardTellsAll()
{
    const Translation english(Language::English);
    Settings settings = settingsFrom(text("a | b |  | "));
    settings.configs[0].description = text("Company contract");
    ProxySnapshot snapshot;
    snapshot.pid = 1;
    snapshot.activeConfig = text("a");
    snapshot.failover.pinned = true;
    EndpointSnapshot endpoint;
    endpoint.config = text("a");
    endpoint.id = EndpointId{text("a")};
    endpoint.name = text("main");
    endpoint.condition = EndpointCondition::KeyRejected;
    snapshot.endpoints = {endpoint};
    show(settings, snapshot);
    const QString told = m_model->configIndex(text("a")).data(Qt::ToolTipRole).toString();
    QCOMPARE(told, QString::fromUtf8("a – Company contract\n"
                                     "Active: requests go here first, because a person chose it.\n"
                                     "It can't serve now: key rejected.\n"
                                     "Health: not checked yet (0 of 1 endpoint healthy).\n"
                                     "main: key rejected"));
    const BoardCard *card = m_model->card(m_model->configIndex(text("a")));
    QVERIFY(card && card->active && card->pinned);
    QCOMPARE(card->endpoints.size(), 1U);
    QCOMPARE(group(Priority::Secondary).data().toString(), text("Secondary"));
}

void TestBoardModel::anySequenceOfStatesIsShown_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 20; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

/// Random boards one after the other; who is in both and in the same order relative to the rest of its list
/// needn't move, and the tester looks at every signal.
void TestBoardModel::anySequenceOfStatesIsShown()
{
    QFETCH(unsigned, seed);
    std::mt19937 random(seed);
    const auto below = [&random](size_t bound) { return random() % bound; };
    for (int step = 0; step < 60; ++step) {
        QStringList names;
        for (char name = 'a'; name <= 'l'; ++name) {
            if (below(4) != 0)
                names << QString(QLatin1Char(name));
        }
        std::shuffle(names.begin(), names.end(), random);
        std::array<QStringList, 4> lists;
        for (const QString &name : names)
            lists[below(lists.size())] << name;
        QStringList groups;
        for (const QStringList &list : lists)
            groups << list.join(QLatin1Char(' '));
        const QString board = groups.join(QStringLiteral(" | "));
        QMap<QString, QString> ids; // half of the names share ids by pairs, so some changes are renames
        if (below(2) == 0)
            ids = idsFrom(text("a=1 b=2 c= d="));
        else
            ids = idsFrom(text("e=1 f=2 g= h="));
        std::vector<QPersistentModelIndex> kept;
        for (const QString &name : names)
            kept.emplace_back(m_model->configIndex(name));
        const SignalLog log(*m_model);
        show(settingsFrom(board, ids));
        QCOMPARE(shown(*m_model), board);
        QCOMPARE(QSet<QString>(log.movedNames.begin(), log.movedNames.end()).size(), log.movedNames.size());
        for (qsizetype i = 0; i < names.size(); ++i) {
            const QPersistentModelIndex &index = kept[static_cast<size_t>(i)];
            QVERIFY(!index.isValid() || index.data().toString() == names[i]);
        }
    }
}

QTEST_GUILESS_MAIN(TestBoardModel)
#include "tst_board_model.moc"
