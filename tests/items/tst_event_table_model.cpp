// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/event_table_model.h"

#include "models/items/event_match.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace qcc;

/// The lazy table against a history that is computed: the event stored as number n has the id n.
class TestEventTableModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aPageIsAskedForOnce();
    void rowsStandInTheOrderOfTheQuestion_data();
    void rowsStandInTheOrderOfTheQuestion();
    void aMillionRowsCostFewPages();
    void oldPagesAreAskedForAgain();
    void whatComesTooLateIsDropped();
    void whatCouldNotBeHadIsAskedForAgain();
    void aNewEventIsOneRow_data();
    void aNewEventIsOneRow();
    void aNewEventKeepsIndexesAndPages();
    void aNewEventMayMeetAPageOnItsWay();
    void aNewEventPastThePage();
    void sortingChangesTheQuestion_data();
    void sortingChangesTheQuestion();
    void cellsAreWords_data();
    void cellsAreWords();
    void aFilterLetsThrough_data();
    void aFilterLetsThrough();

private:
    struct Asked
    {
        EventFilter question;
        EventPage page;
    };
    void show(qint64 count, const EventFilter &filter = {});
    std::vector<FailoverEvent> answer(const Asked &asked) const;
    void answerAll();
    void forget();
    QString idAt(int row) const;

    std::unique_ptr<EventTableModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    std::vector<Asked> m_asked;
    size_t m_answered = 0;
    qint64 m_stored = 0;
};

namespace {

constexpr qint64 kMostTested = 2'000; ///< the tester looks at every row after every signal
constexpr TimePoint kFirst{seconds(1'000'000'000)};

QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

FailoverEvent eventOf(qint64 number)
{
    FailoverEvent event;
    event.id = QString::number(number);
    event.at = kFirst + seconds(number);
    event.from = text("production");
    event.to = text("backup");
    return event;
}

TimePoint momentAfter(qint64 stored)
{
    return eventOf(stored - 1).at + milliseconds(1);
}

} // namespace

void TestEventTableModel::init()
{
    m_tester.reset();
    m_model = std::make_unique<EventTableModel>();
    forget();
    connect(m_model.get(), &EventTableModel::rowsWanted, this,
            [this](const EventFilter &question, const EventPage &page) {
                m_asked.push_back({question, page});
            });
}

void TestEventTableModel::show(qint64 count, const EventFilter &filter)
{
    m_stored = count;
    m_model->show(filter, momentAfter(count), count);
    if (count <= kMostTested) {
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        answerAll(); // the tester has looked at all
    }
    forget();
}

/// What the history would say: those before the question's end, in its order.
std::vector<FailoverEvent> TestEventTableModel::answer(const Asked &asked) const
{
    const EventFilter &question = asked.question;
    const qint64 count =
        std::min<qint64>((*question.until - kFirst + milliseconds(999)) / seconds(1), m_stored);
    std::vector<FailoverEvent> events;
    for (qint64 i = question.offset; i < std::min<qint64>(question.offset + question.limit, count); ++i)
        events.push_back(eventOf(question.order == Qt::DescendingOrder ? count - 1 - i : i));
    return events;
}

void TestEventTableModel::answerAll()
{
    while (m_answered < m_asked.size()) {
        const Asked asked = m_asked[m_answered++]; // a copy: the tester may ask meanwhile
        m_model->setRows(asked.page, answer(asked));
    }
}

void TestEventTableModel::forget()
{
    m_asked.clear();
    m_answered = 0;
}

QString TestEventTableModel::idAt(int row) const
{
    const QModelIndex index = m_model->index(row, 0);
    static_cast<void>(index.data()); // as a view does
    return index.data(EventTableModel::EventRole).value<FailoverEvent>().id;
}

void TestEventTableModel::aPageIsAskedForOnce()
{
    show(100'000);
    for (int row = 50'000; row < 50'040; ++row) {
        QCOMPARE(m_model->index(row, EventTableModel::Reason).data().toString(), QString());
        QCOMPARE(m_model->index(row, EventTableModel::Time).data().toString(), QStringLiteral("loading…"));
    }
    QCOMPARE(m_asked.size(), 1U);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    answerAll();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first()[0].toModelIndex().row(), m_asked.front().question.offset);
    QCOMPARE(changed.first()[1].toModelIndex().row(), m_asked.front().question.offset + 199);
    QCOMPARE(idAt(50'000), text("49999"));
    QCOMPARE(m_asked.size(), 1U);
}

void TestEventTableModel::rowsStandInTheOrderOfTheQuestion_data()
{
    QTest::addColumn<Qt::SortOrder>("order");
    QTest::addColumn<int>("row");
    QTest::addColumn<QString>("id");
    QTest::newRow("newest first, the first") << Qt::DescendingOrder << 0 << text("1049");
    QTest::newRow("newest first, in the middle") << Qt::DescendingOrder << 500 << text("549");
    QTest::newRow("newest first, the last") << Qt::DescendingOrder << 1049 << text("0");
    QTest::newRow("oldest first, the first") << Qt::AscendingOrder << 0 << text("0");
    QTest::newRow("oldest first, in the middle") << Qt::AscendingOrder << 500 << text("500");
    QTest::newRow("oldest first, the last") << Qt::AscendingOrder << 1049 << text("1049");
}

void TestEventTableModel::rowsStandInTheOrderOfTheQuestion()
{
    QFETCH(Qt::SortOrder, order);
    QFETCH(int, row);
    QFETCH(QString, id);
    EventFilter filter;
    filter.order = order;
    show(1050, filter);
    idAt(row);
    answerAll();
    QCOMPARE(idAt(row), id);
    for (int each = std::max(0, row - 3); each <= std::min(1049, row + 3); ++each)
        QVERIFY(!idAt(each).isEmpty());
}

void TestEventTableModel::aMillionRowsCostFewPages()
{
    show(1'000'000);
    QCOMPARE(m_model->rowCount(), 1'000'000);
    for (const int top : {0, 999'960, 250'000, 734'512}) {
        forget();
        for (int row = top; row < top + 40; ++row) // a window's worth of rows
            idAt(row);
        QVERIFY(m_asked.size() <= 2);
        answerAll();
        QCOMPARE(idAt(top), QString::number(999'999 - top));
    }
}

void TestEventTableModel::oldPagesAreAskedForAgain()
{
    show(1'000'000);
    for (int page = 0; page <= static_cast<int>(EventPages::kMostPages) + 1; ++page) {
        idAt(500'000 + page * static_cast<int>(EventPages::kPageSize));
        answerAll();
        idAt(500'000); // looked at all the time
    }
    forget();
    idAt(500'000);
    QVERIFY(m_asked.empty());
    idAt(500'000 + static_cast<int>(EventPages::kPageSize));
    QCOMPARE(m_asked.size(), 1U);
}

void TestEventTableModel::whatComesTooLateIsDropped()
{
    show(100'000);
    idAt(50'000);
    const Asked old = m_asked.back();
    m_model->show({}, momentAfter(m_stored), 90'000);
    m_model->setRows(old.page, answer(old));
    QCOMPARE(idAt(50'000), QString());
    QVERIFY(m_asked.size() >= 2U);
}

void TestEventTableModel::whatCouldNotBeHadIsAskedForAgain()
{
    show(100'000);
    idAt(50'000);
    m_model->giveUp(m_asked.back().page);
    forget();
    idAt(50'000);
    QCOMPARE(m_asked.size(), 1U);
}

void TestEventTableModel::aNewEventIsOneRow_data()
{
    QTest::addColumn<EventFilter>("filter");
    QTest::addColumn<EventTableModel::Added>("added");
    QTest::addColumn<int>("row");
    using enum EventTableModel::Added;
    EventFilter filter;
    QTest::newRow("newest first: at the top") << filter << Shown << 0;
    filter.order = Qt::AscendingOrder;
    QTest::newRow("oldest first: at the end") << filter << Shown << 450;
    filter.sortedBy = EventColumn::Type;
    QTest::newRow("by type: somewhere") << filter << Refresh << -1;
    filter = {};
    filter.config = text("production");
    QTest::newRow("of the config that is asked for") << filter << Shown << 0;
    filter.config = text("emergency");
    QTest::newRow("of another config") << filter << FilteredOut << -1;
    filter = {};
    filter.type = FailoverEventType::Recovery;
    QTest::newRow("of another type") << filter << FilteredOut << -1;
    filter = {};
    filter.until = kFirst + seconds(100);
    QTest::newRow("after the period") << filter << FilteredOut << -1;
}

void TestEventTableModel::aNewEventIsOneRow()
{
    QFETCH(EventFilter, filter);
    QFETCH(EventTableModel::Added, added);
    QFETCH(int, row);
    show(450, filter);
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    QCOMPARE(m_model->add(eventOf(450)), added);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(inserted.size(), row < 0 ? 0 : 1);
    if (row < 0)
        return;
    QCOMPARE(inserted.first()[1].toInt(), row);
    QCOMPARE(inserted.first()[2].toInt(), row);
    m_stored = 451;
    answerAll();
    idAt(row);
    answerAll();
    QCOMPARE(idAt(row), text("450"));
    QCOMPARE(m_model->add(eventOf(400)), EventTableModel::Added::Refresh); // an older one: counted or not?
}

void TestEventTableModel::aNewEventKeepsIndexesAndPages()
{
    show(100'000);
    idAt(50'000);
    answerAll();
    const QPersistentModelIndex followed = m_model->index(50'000, 0);
    forget();
    for (qint64 number = 100'000; number < 100'450; ++number)
        QCOMPARE(m_model->add(eventOf(number)), EventTableModel::Added::Shown);
    QCOMPARE(followed.row(), 50'450);
    QCOMPARE(idAt(50'450), text("49999"));
    QCOMPARE(idAt(0), text("100449"));
    QCOMPARE(idAt(449), text("100000"));
    QVERIFY(m_asked.empty());
}

void TestEventTableModel::aNewEventMayMeetAPageOnItsWay()
{
    show(100'050);
    m_model->show({}, momentAfter(m_stored), m_stored);
    forget();
    idAt(0);
    QCOMPARE(m_asked.size(), 1U);
    m_stored = 100'051; // stored before the question is answered
    QCOMPARE(m_model->add(eventOf(100'050)), EventTableModel::Added::Shown);
    answerAll();
    forget();
    idAt(0);
    QCOMPARE(m_asked.size(), 1U);
    answerAll();
    QCOMPARE(idAt(0), text("100050"));
    QCOMPARE(idAt(1), text("100049"));
    QCOMPARE(idAt(50), text("100000"));
}

void TestEventTableModel::aNewEventPastThePage()
{
    show(0);
    QCOMPARE(m_model->rowCount(), 0);
    QCOMPARE(m_model->add(eventOf(0)), EventTableModel::Added::Shown);
    QCOMPARE(idAt(0), text("0"));
    QVERIFY(m_asked.empty());
}

void TestEventTableModel::sortingChangesTheQuestion_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<Qt::SortOrder>("order");
    QTest::addColumn<std::optional<EventColumn>>("sortedBy");
    const auto row = [](const char *title, int column, Qt::SortOrder order, std::optional<EventColumn> by) {
        QTest::newRow(title) << column << order << by;
    };
    row("oldest first", EventTableModel::Time, Qt::AscendingOrder, EventColumn::Time);
    row("as before", EventTableModel::Time, Qt::DescendingOrder, std::nullopt);
    row("type", EventTableModel::Type, Qt::AscendingOrder, EventColumn::Type);
    row("from", EventTableModel::From, Qt::DescendingOrder, EventColumn::From);
    row("to", EventTableModel::To, Qt::AscendingOrder, EventColumn::To);
    row("result", EventTableModel::Success, Qt::AscendingOrder, EventColumn::Success);
    row("reasons aren't sorted", EventTableModel::Reason, Qt::AscendingOrder, std::nullopt);
    row("no column", -1, Qt::AscendingOrder, std::nullopt);
}

void TestEventTableModel::sortingChangesTheQuestion()
{
    QFETCH(int, column);
    QFETCH(Qt::SortOrder, order);
    QFETCH(std::optional<EventColumn>, sortedBy);
    show(1000);
    QSignalSpy sorted(m_model.get(), &EventTableModel::sorted);
    m_model->sort(column, order);
    QCOMPARE(sorted.size(), sortedBy ? 1 : 0);
    forget();
    idAt(500);
    if (!sortedBy)
        return;
    QVERIFY(!m_asked.empty());
    QCOMPARE(m_asked.front().question.sortedBy, *sortedBy);
    QCOMPARE(m_asked.front().question.order, order);
    QCOMPARE(m_model->rowCount(), 1000);
}

void TestEventTableModel::cellsAreWords_data()
{
    QTest::addColumn<FailoverEvent>("event");
    QTest::addColumn<QStringList>("cells"); // type, from, to, reason, result
    FailoverEvent event = eventOf(1);
    event.reason = text("maintenance");
    event.type = FailoverEventType::Manual;
    QTest::newRow("a person's switch") << event
                                       << QStringList{text("Manual switch"), text("production"),
                                                      text("backup"), text("maintenance"), text("Switched")};
    event.type = FailoverEventType::Failover;
    event.to.clear();
    event.success = false;
    event.reason = text("nobody could take over");
    QTest::newRow("nobody took over")
        << event
        << QStringList{text("Failover"), text("production"), QStringLiteral("–"),
                       text("nobody could take over"), text("Failed")};
    event.type = FailoverEventType::Activation;
    event.from.clear();
    event.to = text("production");
    event.success = true;
    event.reason.clear();
    Decision decision;
    decision.rule = DecisionRule::FirstActivation;
    event.decision = decision;
    QTest::newRow("the first one") << event
                                   << QStringList{text("Activation"), QStringLiteral("–"), text("production"),
                                                  text("the first healthy config from the top"),
                                                  text("Switched")};
}

void TestEventTableModel::cellsAreWords()
{
    QFETCH(FailoverEvent, event);
    QFETCH(QStringList, cells);
    m_model->show({}, event.at, 0);
    QCOMPARE(m_model->add(event), EventTableModel::Added::Shown);
    QStringList shown;
    for (int column = EventTableModel::Type; column < EventTableModel::ColumnCount; ++column)
        shown << m_model->index(0, column).data().toString();
    QCOMPARE(shown, cells);
    const QModelIndex index = m_model->index(0, 0);
    QCOMPARE(index.data(EventTableModel::TypeRole).toInt(), static_cast<int>(event.type));
    QCOMPARE(index.data(EventTableModel::SuccessRole).toBool(), event.success);
    QCOMPARE(index.data(EventTableModel::EventRole).value<FailoverEvent>(), event);
}

void TestEventTableModel::aFilterLetsThrough_data()
{
    QTest::addColumn<EventFilter>("filter");
    QTest::addColumn<bool>("through");
    const auto row = [](const char *title, bool through, const std::function<void(EventFilter &)> &set) {
        EventFilter filter;
        set(filter);
        QTest::newRow(title) << filter << through;
    };
    const TimePoint at = eventOf(1).at;
    row("nothing asked", true, [](EventFilter &) {});
    row("its type", true, [](EventFilter &f) { f.type = FailoverEventType::Failover; });
    row("another type", false, [](EventFilter &f) { f.type = FailoverEventType::Manual; });
    row("from its moment on", true, [at](EventFilter &f) { f.since = at; });
    row("from later on", false, [at](EventFilter &f) { f.since = at + milliseconds(1); });
    row("until its moment", false, [at](EventFilter &f) { f.until = at; });
    row("until later", true, [at](EventFilter &f) { f.until = at + milliseconds(1); });
    row("where it came from", true, [](EventFilter &f) { f.config = text("production"); });
    row("where it went", true, [](EventFilter &f) { f.config = text("backup"); });
    row("a config's name is whole", false, [](EventFilter &f) { f.config = text("prod"); });
    row("text is a part, in any case", true, [](EventFilter &f) { f.text = text("PROD"); });
    row("text in a person's words", true, [](EventFilter &f) { f.text = text("tuesday"); });
    row("text that is nowhere", false, [](EventFilter &f) { f.text = text("sunday"); });
}

void TestEventTableModel::aFilterLetsThrough()
{
    QFETCH(EventFilter, filter);
    QFETCH(bool, through);
    FailoverEvent event = eventOf(1);
    event.reason = text("until Tuesday");
    QCOMPARE(matches(filter, event), through);
}

QTEST_GUILESS_MAIN(TestEventTableModel)
#include "tst_event_table_model.moc"
