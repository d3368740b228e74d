// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/session_table_model.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

#include <random>

using namespace qcc;

namespace {

TimePoint now()
{
    return TimePoint{std::chrono::duration_cast<milliseconds>(seconds(1'795'444'510))};
}

SessionSnapshot sessionOf(const QByteArray &id)
{
    SessionSnapshot session;
    session.id = id;
    session.config = QStringLiteral("production");
    session.model = "claude-sonnet-4-5";
    session.firstSeen = now() - seconds(600);
    session.lastUsed = now() - seconds(12);
    session.requests = 1234;
    return session;
}

std::vector<SessionSnapshot> sessionsOf(const QByteArrayList &ids)
{
    std::vector<SessionSnapshot> sessions;
    for (const QByteArray &id : ids)
        sessions.push_back(sessionOf(id));
    return sessions;
}

} // namespace

/// The table of conversations.
class TestSessionTableModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void rowsFollowWhatIsKnown_data();
    void rowsFollowWhatIsKnown();
    void aChosenSessionStaysChosen();
    void aChangeIsToldOfItsRow();
    void sessionsAreWords();
    void whatAClientNamesIsShortened();
    void anySequenceIsShown();

private:
    void show(const std::vector<SessionSnapshot> &sessions)
    {
        m_model->setSessions(sessions, QStringLiteral("production"), now());
    }
    QByteArrayList ids() const;
    QString cell(int column, int role = Qt::DisplayRole) const
    {
        return m_model->index(0, column).data(role).toString();
    }

    std::unique_ptr<SessionTableModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestSessionTableModel::init()
{
    QLocale::setDefault(QLocale(QLocale::English));
    m_tester.reset();
    m_model = std::make_unique<SessionTableModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

QByteArrayList TestSessionTableModel::ids() const
{
    QByteArrayList all;
    for (int row = 0; row < m_model->rowCount(); ++row)
        all += m_model->index(row, 0).data(SessionTableModel::IdRole).toByteArray();
    return all;
}

void TestSessionTableModel::rowsFollowWhatIsKnown_data()
{
    QTest::addColumn<QByteArrayList>("before");
    QTest::addColumn<QByteArrayList>("after");
    QTest::addColumn<int>("inserted");
    QTest::addColumn<int>("moved");
    QTest::addColumn<int>("removed");
    QTest::newRow("the first ones") << QByteArrayList{} << QByteArrayList{"a", "b"} << 2 << 0 << 0;
    QTest::newRow("nothing changes") << QByteArrayList{"a", "b"} << QByteArrayList{"a", "b"} << 0 << 0 << 0;
    QTest::newRow("the last is used again")
        << QByteArrayList{"a", "b", "c"} << QByteArrayList{"c", "a", "b"} << 0 << 1 << 0;
    QTest::newRow("a new one") << QByteArrayList{"a", "b"} << QByteArrayList{"n", "a", "b"} << 1 << 0 << 0;
    QTest::newRow("one is forgotten") << QByteArrayList{"a", "b"} << QByteArrayList{"a"} << 0 << 0 << 1;
    QTest::newRow("all are forgotten") << QByteArrayList{"a", "b"} << QByteArrayList{} << 0 << 0 << 2;
}

void TestSessionTableModel::rowsFollowWhatIsKnown()
{
    QFETCH(const QByteArrayList, before);
    QFETCH(const QByteArrayList, after);
    show(sessionsOf(before));
    const QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    const QSignalSpy moved(m_model.get(), &QAbstractItemModel::rowsMoved);
    const QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
    show(sessionsOf(after));
    QCOMPARE(ids(), after);
    QTEST(static_cast<int>(inserted.size()), "inserted");
    QTEST(static_cast<int>(moved.size()), "moved");
    QTEST(static_cast<int>(removed.size()), "removed");
}

void TestSessionTableModel::aChosenSessionStaysChosen()
{
    show(sessionsOf({"a", "b", "c"}));
    const QPersistentModelIndex chosen(m_model->index(2, 0));
    show(sessionsOf({"new", "c", "b", "a"}));
    QCOMPARE(chosen.data(SessionTableModel::IdRole).toByteArray(), QByteArray("c"));
    QCOMPARE(chosen.row(), 1);
}

void TestSessionTableModel::aChangeIsToldOfItsRow()
{
    std::vector<SessionSnapshot> sessions = sessionsOf({"a", "b"});
    show(sessions);
    const QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    sessions[1].config = QStringLiteral("backup");
    show(sessions);
    QCOMPARE(changed.at(0).at(0).value<QModelIndex>(), m_model->index(1, 0));
    QCOMPARE(m_model->index(1, SessionTableModel::Config).data().toString(), QStringLiteral("backup"));
}

void TestSessionTableModel::sessionsAreWords()
{
    SessionSnapshot session = sessionOf("5f1c2d3e-aaaa-bbbb");
    session.running = 2;
    session.byHand = true;
    show({session});
    QCOMPARE(cell(SessionTableModel::Session), QStringLiteral("5f1c2d3e"));
    QVERIFY(cell(SessionTableModel::Session, Qt::ToolTipRole).contains(QStringLiteral("5f1c2d3e-aaaa-bbbb")));
    QCOMPARE(cell(SessionTableModel::Config), QStringLiteral("production"));
    QCOMPARE(cell(SessionTableModel::Model), QStringLiteral("claude-sonnet-4-5"));
    QCOMPARE(cell(SessionTableModel::LastUsed), QStringLiteral("12 s ago"));
    QCOMPARE(cell(SessionTableModel::Requests), QStringLiteral("1,234"));
    QCOMPARE(cell(SessionTableModel::Running), QStringLiteral("2"));
    QCOMPARE(cell(SessionTableModel::Reason), QStringLiteral("Moved by hand"));
    QVERIFY(m_model->index(0, 0).data(SessionTableModel::ByHandRole).toBool());
    for (int column = 0; column < SessionTableModel::ColumnCount; ++column)
        QVERIFY(!m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
}

void TestSessionTableModel::whatAClientNamesIsShortened()
{
    SessionSnapshot session = sessionOf(QByteArray(5'000, 'x'));
    session.model = QByteArray(5'000, 'm') + "\n<b>bold</b>";
    show({session});
    QCOMPARE(cell(SessionTableModel::Session).size(), 8);
    QCOMPARE(cell(SessionTableModel::Model).size(), 60);
    QVERIFY(cell(SessionTableModel::Model, Qt::ToolTipRole).size() < 300);
}

void TestSessionTableModel::anySequenceIsShown()
{
    std::mt19937 dice(20'261'123);
    for (int round = 0; round < 200; ++round) {
        QByteArrayList next;
        for (char id = 'a'; id <= 'j'; ++id)
            if (dice() % 3 != 0)
                next += QByteArray(1, id);
        std::shuffle(next.begin(), next.end(), dice);
        show(sessionsOf(next));
        QCOMPARE(ids(), next);
    }
}

QTEST_GUILESS_MAIN(TestSessionTableModel)
#include "tst_session_table_model.moc"
