// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/history_page.h"

#include "models/text/translation.h"
#include "tests/ui/history/long_history.h"
#include "tests/ui_support/fake_doors.h"
#include "tests/ui_support/sample_world.h"
#include "ui/base/banner.h"
#include "ui/base/empty_state.h"
#include "ui/base/style.h"
#include "ui/history/event_details.h"
#include "ui/history/event_export.h"
#include "ui/history/event_filter_bar.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDateEdit>
#include <QDir>
#include <QFileDialog>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace qcc;
using namespace qcc::test;

/// The history's page over a history of any length, played with mouse, keyboard and doors.
class TestHistoryPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aMillionRowsAnswerAtOnce();
    void draggingTheScrollBarAsksForLittle();
    void aSortAsksAnew_data();
    void aSortAsksAnew();
    void reasonsKeepTheSort();
    void aFilterAsksAnew_data();
    void aFilterAsksAnew();
    void typingWaitsForAPause();
    void detailsTellWhy();
    void aNewEventKeepsTheSelection();
    void aNewEventOfAnotherKindIsLeftOut();
    void sortingKeepsTheDetails();
    void sortingBeginsAtTheTop();
    void whatIsFilteredOutIsNotExplained_data();
    void whatIsFilteredOutIsNotExplained();
    void anEventIsOpened_data();
    void anEventIsOpened();
    void rowsAreCopied();
    void exportWritesWhatIsShown_data();
    void exportWritesWhatIsShown();
    void emptyStatesTeach_data();
    void emptyStatesTeach();
    void troubleIsShownAndMended();
    void anotherHomeIsAnotherHistory();
    void theTabKeyGoesFromTheBarToTheRows();
    void theLanguageChangesLive();
    void screenshots_data();
    void screenshots();

private:
    void open(qint64 stored);
    template <typename T> T *part() { return m_page->findChild<T *>(); }
    QComboBox *box(int index) { return part<EventFilterBar>()->findChildren<QComboBox *>().at(index); }
    QString idAt(int row)
    {
        return table()->model()->index(row, 0).data(EventTableModel::EventRole).value<FailoverEvent>().id;
    }
    QTableView *table() { return part<QTableView>(); }
    bool isQuiet();

    std::unique_ptr<FakeInstance> m_instance;
    std::unique_ptr<LongHistory> m_history;
    std::unique_ptr<HistoryPage> m_page;
};

namespace {

QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

} // namespace

void TestHistoryPage::init()
{
    m_instance = std::make_unique<FakeInstance>();
    m_instance->setSettings(sampleSettings());
    m_history = std::make_unique<LongHistory>();
}

void TestHistoryPage::cleanup()
{
    m_page.reset();
}

void TestHistoryPage::open(qint64 stored)
{
    m_history->stored = stored;
    m_page = std::make_unique<HistoryPage>(*m_instance, *m_history);
    m_page->setClock(sampleNow);
    m_page->resize(900, 600);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    QTRY_VERIFY(isQuiet());
}

/// All that is seen has come.
bool TestHistoryPage::isQuiet()
{
    const int last = std::min(table()->rowAt(0) + 10, table()->model()->rowCount() - 1);
    for (int row = std::max(0, table()->rowAt(0)); row <= last; ++row) {
        if (idAt(row).isEmpty())
            return false;
    }
    return table()->model()->rowCount() == m_history->stored;
}

void TestHistoryPage::aMillionRowsAnswerAtOnce()
{
    open(1'000'000);
    QCOMPARE(m_history->counts.size(), 1U);
    QVERIFY(m_history->pages.size() <= 2);
    for (const int row : {999'999, 0, 500'000, 123'456, 999'000}) {
        m_history->pages.clear();
        table()->scrollTo(table()->model()->index(row, 0), QAbstractItemView::PositionAtTop);
        QTRY_COMPARE(idAt(row), QString::number(999'999 - row));
        QTRY_VERIFY(isQuiet());
        QVERIFY2(m_history->pages.size() <= 3, qPrintable(QString::number(m_history->pages.size())));
    }
}

void TestHistoryPage::draggingTheScrollBarAsksForLittle()
{
    open(1'000'000);
    m_history->pages.clear();
    QScrollBar *bar = table()->verticalScrollBar();
    constexpr int kSteps = 200;
    for (int step = 1; step <= kSteps; ++step) { // faster than any answer
        bar->setValue(bar->maximum() / kSteps * step);
        table()->viewport()->repaint();
    }
    QTRY_VERIFY(isQuiet());
    QVERIFY2(m_history->pages.size() <= 6, qPrintable(QString::number(m_history->pages.size())));
}

void TestHistoryPage::aSortAsksAnew_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<EventColumn>("sortedBy");
    QTest::newRow("time, the other way") << int(EventTableModel::Time) << EventColumn::Time;
    QTest::newRow("type") << int(EventTableModel::Type) << EventColumn::Type;
    QTest::newRow("from") << int(EventTableModel::From) << EventColumn::From;
    QTest::newRow("to") << int(EventTableModel::To) << EventColumn::To;
    QTest::newRow("result") << int(EventTableModel::Success) << EventColumn::Success;
}

void TestHistoryPage::aSortAsksAnew()
{
    QFETCH(int, column);
    QFETCH(EventColumn, sortedBy);
    open(5'000);
    m_history->pages.clear();
    QHeaderView *header = table()->horizontalHeader();
    const QPoint at(header->sectionViewportPosition(column) + header->sectionSize(column) / 2,
                    header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, at);
    QTRY_VERIFY(!m_history->pages.empty());
    QCOMPARE(m_history->pages.back().sortedBy, sortedBy);
    QCOMPARE(m_history->pages.back().order, Qt::AscendingOrder);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, at);
    QTRY_COMPARE(m_history->pages.back().order, Qt::DescendingOrder);
    QCOMPARE(m_history->counts.size(), 1U); // as many as before
}

void TestHistoryPage::reasonsKeepTheSort()
{
    open(5'000);
    m_history->pages.clear();
    QHeaderView *header = table()->horizontalHeader();
    const int x = header->sectionViewportPosition(EventTableModel::Reason) + 20;
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, QPoint(x, header->height() / 2));
    QCOMPARE(header->sortIndicatorSection(), int(EventTableModel::Time));
    QCOMPARE(header->sortIndicatorOrder(), Qt::DescendingOrder);
    QVERIFY(m_history->pages.empty());
    QVERIFY(header->model()
                ->headerData(EventTableModel::Reason, Qt::Horizontal, Qt::ToolTipRole)
                .toString()
                .contains(text("aren't sorted")));
}

void TestHistoryPage::aFilterAsksAnew_data()
{
    QTest::addColumn<int>("box");
    QTest::addColumn<int>("item");
    QTest::addColumn<std::function<bool(const EventFilter &)>>("asked");
    const auto row = [](const char *title, int box, int item,
                        std::function<bool(const EventFilter &)> asked) {
        QTest::newRow(title) << box << item << asked;
    };
    row("recoveries", 0, 2, [](const EventFilter &f) { return f.type == FailoverEventType::Recovery; });
    row("activations", 0, 4, [](const EventFilter &f) { return f.type == FailoverEventType::Activation; });
    row("a config", 1, 3, [](const EventFilter &f) { return f.config == text("backup"); });
    row("the last day", 2, 2, [](const EventFilter &f) {
        return f.since == sampleNow() - std::chrono::hours(24) && f.until > sampleNow();
    });
    row("the last week", 2, 3,
        [](const EventFilter &f) { return f.since == sampleNow() - std::chrono::hours(24 * 7); });
    row("today, from midnight on", 2, 1, [](const EventFilter &f) {
        return f.since && *f.since <= sampleNow() && *f.since > sampleNow() - std::chrono::hours(25);
    });
    row("days of one's own", 2, 5,
        [](const EventFilter &f) { return f.since && f.until && *f.since < *f.until; });
}

void TestHistoryPage::aFilterAsksAnew()
{
    using Asked = std::function<bool(const EventFilter &)>;
    QFETCH(int, box);
    QFETCH(int, item);
    QFETCH(Asked, asked);
    open(5'000);
    m_history->counts.clear();
    m_history->pages.clear();
    this->box(box)->setCurrentIndex(item);
    QTRY_VERIFY(!m_history->pages.empty());
    QCOMPARE(m_history->counts.size(), 1U);
    QVERIFY(asked(m_history->counts.back()));
    QVERIFY(asked(m_history->pages.back()));
    for (const QDateEdit *date : m_page->findChildren<QDateEdit *>())
        QCOMPARE(date->isVisible(), box == 2 && item == 5);
}

void TestHistoryPage::typingWaitsForAPause()
{
    open(5'000);
    m_history->counts.clear();
    QLineEdit *search = part<EventFilterBar>()->findChild<QLineEdit *>(QString(), Qt::FindDirectChildrenOnly);
    QTest::keyClicks(search, text("maintenance"));
    QVERIFY(m_history->counts.empty());
    QTRY_COMPARE(m_history->counts.size(), 1U);
    QCOMPARE(m_history->counts.back().text, text("maintenance"));
    search->clear();
    QTest::keyClick(search, Qt::Key_Return); // need not wait
    QCOMPARE(m_history->counts.size(), 2U);
    QCOMPARE(m_history->counts.back().text, QString());
}

void TestHistoryPage::detailsTellWhy()
{
    open(5'000);
    QCOMPARE(part<EventDetails>()->text(), QString());
    const auto number = m_history->stored / 5 * 5 - 5; // a failover, by the samples
    table()->selectRow(static_cast<int>(m_history->stored - 1 - number));
    const QString shown = part<EventDetails>()->text();
    QVERIFY2(shown.contains(text("Failover from production to backup")), qPrintable(shown));
    QVERIFY2(shown.contains(text("529 overloaded")), qPrintable(shown));
    QVERIFY2(shown.contains(QString::number(number)), qPrintable(shown));
}

void TestHistoryPage::aNewEventKeepsTheSelection()
{
    open(5'000);
    table()->selectRow(3);
    const QString id = idAt(3);
    QSignalSpy reset(table()->model(), &QAbstractItemModel::modelReset);
    m_history->stored = 5'001;
    FailoverEvent event = LongHistory::eventOf(5'000);
    event.at = sampleNow() + seconds(1);
    Q_EMIT m_instance->eventHappened(event);
    QCOMPARE(table()->model()->rowCount(), 5'001);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(idAt(0), text("5000"));
    QCOMPARE(table()->selectionModel()->selectedRows().size(), 1);
    QCOMPARE(table()->selectionModel()->selectedRows().first().row(), 4);
    QCOMPARE(idAt(4), id);
    QCOMPARE(m_history->counts.size(), 1U);
}

void TestHistoryPage::aNewEventOfAnotherKindIsLeftOut()
{
    open(5'000);
    box(0)->setCurrentIndex(2); // recoveries
    QTRY_COMPARE(m_history->counts.size(), 2U);
    QTRY_VERIFY(isQuiet());
    FailoverEvent event = LongHistory::eventOf(5'000);
    event.type = FailoverEventType::Manual;
    event.at = sampleNow() + seconds(1);
    Q_EMIT m_instance->eventHappened(event);
    QCOMPARE(table()->model()->rowCount(), 5'000);
    QCOMPARE(m_history->counts.size(), 2U);
}

void TestHistoryPage::sortingKeepsTheDetails()
{
    open(8);
    table()->selectRow(2);
    const QString id = idAt(2);
    table()->sortByColumn(EventTableModel::Time, Qt::AscendingOrder);
    QTRY_VERIFY(isQuiet());
    QTRY_COMPARE(table()->currentIndex().row(), 5);
    QCOMPARE(idAt(5), id);
    QCOMPARE(part<EventDetails>()->event()->id, id);
}

void TestHistoryPage::sortingBeginsAtTheTop()
{
    open(5'000);
    table()->scrollTo(table()->model()->index(2'500, 0), QAbstractItemView::PositionAtTop);
    QTRY_VERIFY(isQuiet());
    table()->sortByColumn(EventTableModel::Type, Qt::AscendingOrder);
    QTRY_VERIFY(isQuiet());
    QCOMPARE(table()->rowAt(0), 0);
}

void TestHistoryPage::whatIsFilteredOutIsNotExplained_data()
{
    QTest::addColumn<int>("type"); // of the box
    QTest::addColumn<bool>("kept");
    QTest::newRow("the filter shows it") << 1 << true;
    QTest::newRow("the filter hides it") << 2 << false;
}

void TestHistoryPage::whatIsFilteredOutIsNotExplained()
{
    QFETCH(int, type);
    QFETCH(bool, kept);
    open(5'000);
    table()->selectRow(4); // a failover, by the samples
    const QString id = idAt(4);
    QCOMPARE(part<EventDetails>()->event()->type, FailoverEventType::Failover);
    box(0)->setCurrentIndex(type);
    QTRY_COMPARE(m_history->counts.size(), 2U);
    QTRY_VERIFY(isQuiet());
    QTRY_COMPARE(part<EventDetails>()->event()->id, kept ? id : idAt(0));
}

void TestHistoryPage::anEventIsOpened_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<int>("row");
    QTest::newRow("the newest") << QString() << 0;
    QTest::newRow("among the newest") << text("4900") << 99;
    QTest::newRow("further down") << text("4100") << 899;
}

void TestHistoryPage::anEventIsOpened()
{
    QFETCH(QString, id);
    QFETCH(int, row);
    open(5'000);
    box(0)->setCurrentIndex(2);
    m_page->showEvent(id);
    QTRY_VERIFY(table()->selectionModel()->isRowSelected(row));
    QCOMPARE(table()->currentIndex().row(), row);
    QCOMPARE(box(0)->currentIndex(), 0); // filters could hide it
    QVERIFY(part<EventDetails>()->event());
    QCOMPARE(part<EventDetails>()->event()->id, QString::number(4999 - row));
    QVERIFY(table()->rowAt(table()->visualRect(table()->currentIndex()).center().y()) == row);
}

void TestHistoryPage::rowsAreCopied()
{
    open(5'000);
    table()->setFocus();
    table()->selectRow(1);
    QTest::keyClick(table(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines[0].split(QLatin1Char('\t')).size(), int(EventTableModel::ColumnCount));
    QVERIFY(lines[0].startsWith(table()->model()->index(1, 0).data().toString()));
    table()->selectAll();
    QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier);
    QVERIFY(m_page->findChildren<Banner *>().last()->text().contains(text("Export")));
}

void TestHistoryPage::exportWritesWhatIsShown_data()
{
    QTest::addColumn<ExportFormat>("format");
    QTest::addColumn<bool>("refused");
    QTest::newRow("JSON") << ExportFormat::Json << false;
    QTest::newRow("CSV") << ExportFormat::Csv << false;
    QTest::newRow("where nothing can be written") << ExportFormat::Csv << true;
}

void TestHistoryPage::exportWritesWhatIsShown()
{
    QFETCH(ExportFormat, format);
    QFETCH(bool, refused);
    open(5'000);
    box(1)->setCurrentIndex(3);
    QTRY_COMPARE(m_history->counts.size(), 2U);
    if (refused)
        m_history->refusal =
            Refusal{RefusalCode::FileUnwritable, text("/nowhere"), text("No such directory")};
    part<EventExport>()->choose(format);
    auto *dialog = part<QFileDialog>();
    QVERIFY(dialog && dialog->isVisible());
    const QString path = QDir::temp().filePath(text("qcc-history-of-a-test"));
    dialog->selectFile(path);
    QMetaObject::invokeMethod(dialog, "accept");
    QTRY_COMPARE(m_history->exports.size(), 1U);
    QCOMPARE(m_history->exports[0].format, format);
    QCOMPARE(m_history->exports[0].filter.config, text("backup"));
    QCOMPARE(m_history->exports[0].path,
             path + (format == ExportFormat::Json ? text(".json") : text(".csv")));
    Banner *notice = m_page->findChildren<Banner *>().last();
    QTRY_VERIFY(notice->isVisible());
    QCOMPARE(notice->severity(), refused ? Severity::Bad : Severity::Info);
    QVERIFY(part<EventExport>()->isEnabled());
}

void TestHistoryPage::emptyStatesTeach_data()
{
    QTest::addColumn<qint64>("stored");
    QTest::addColumn<QString>("searched");
    QTest::addColumn<bool>("empty");
    QTest::newRow("nothing yet") << qint64(0) << QString() << true;
    QTest::newRow("nothing matches") << qint64(50) << text("nowhere") << true;
    QTest::newRow("something") << qint64(50) << QString() << false;
}

void TestHistoryPage::emptyStatesTeach()
{
    QFETCH(qint64, stored);
    QFETCH(QString, searched);
    QFETCH(bool, empty);
    open(stored);
    QLineEdit *search = part<EventFilterBar>()->findChild<QLineEdit *>(QString(), Qt::FindDirectChildrenOnly);
    search->setText(searched);
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_COMPARE(part<EmptyState>()->isVisible(), empty);
    if (searched.isEmpty())
        return;
    auto *clear = part<EmptyState>()->findChild<QPushButton *>();
    QVERIFY(clear);
    QTest::mouseClick(clear, Qt::LeftButton);
    QTRY_VERIFY(table()->isVisible());
    QCOMPARE(table()->model()->rowCount(), 50);
}

void TestHistoryPage::troubleIsShownAndMended()
{
    m_history->refusal = Refusal{RefusalCode::HistoryUnavailable, text("history.db"), text("it is locked")};
    m_page = std::make_unique<HistoryPage>(*m_instance, *m_history);
    m_page->setClock(sampleNow);
    m_page->show();
    Banner *trouble = m_page->findChildren<Banner *>().first();
    QTRY_VERIFY(trouble->isVisible());
    QVERIFY(!trouble->text().isEmpty());
    m_history->refusal.reset();
    m_history->stored = 20;
    auto *again = trouble->findChild<QPushButton *>();
    QVERIFY(again);
    QTest::mouseClick(again, Qt::LeftButton);
    QTRY_COMPARE(table()->model()->rowCount(), 20);
    QVERIFY(!trouble->isVisible());
}

void TestHistoryPage::anotherHomeIsAnotherHistory()
{
    open(20);
    m_history->stored = 7;
    ProxySnapshot snapshot = m_instance->snapshot();
    snapshot.home = text("/home/ada/simulation");
    m_instance->setSnapshot(snapshot);
    QTRY_COMPARE(table()->model()->rowCount(), 7);
}

void TestHistoryPage::theTabKeyGoesFromTheBarToTheRows()
{
    open(20);
    m_page->activateWindow();
    part<EventExport>()->setFocus();
    QTest::keyClick(part<EventExport>(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(table()));
}

void TestHistoryPage::theLanguageChangesLive()
{
    Translation translation(Language::English);
    open(20);
    const QString english = idAt(0) + table()->model()->index(0, EventTableModel::Type).data().toString();
    translation.use(Language::Chinese);
    QTRY_VERIFY(idAt(0) + table()->model()->index(0, EventTableModel::Type).data().toString() != english);
    QTRY_VERIFY(box(0)->itemText(1) != text("Failover"));
    translation.use(Language::English);
    QTRY_COMPARE(box(0)->itemText(1), text("Failover"));
}

void TestHistoryPage::screenshots_data()
{
    QTest::addColumn<ThemeChoice>("theme");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("state");
    for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
        const QString name = theme == ThemeChoice::Light ? text("light") : text("dark");
        for (const char *state : {"full", "empty", "nothing", "failing", "dates"})
            QTest::newRow(qPrintable(name + text("-small-") + text(state)))
                << theme << QSize(700, 560) << text(state);
        QTest::newRow(qPrintable(name + text("-large-full"))) << theme << QSize(1700, 1000) << text("full");
    }
}

/// For the eye: QCC_SHOTS=directory.
void TestHistoryPage::screenshots()
{
    const QString folder = qEnvironmentVariable("QCC_SHOTS");
    if (folder.isEmpty())
        QSKIP("only with QCC_SHOTS");
    QFETCH(ThemeChoice, theme);
    QFETCH(QSize, size);
    QFETCH(QString, state);
    const Translation english(Language::English);
    applyTheme(*qApp, theme, Density::Comfortable, Lightness::Light);
    open(state == text("nothing") ? 0 : 40'000);
    m_page->resize(size);
    if (state == text("full"))
        table()->selectRow(4);
    if (state == text("dates"))
        box(2)->setCurrentIndex(5);
    if (state == text("empty"))
        part<EventFilterBar>()
            ->findChild<QLineEdit *>(QString(), Qt::FindDirectChildrenOnly)
            ->setText(text("nowhere"));
    if (state == text("failing")) {
        m_history->refusal =
            Refusal{RefusalCode::HistoryUnavailable, text("history.db"), text("it is locked")};
        box(0)->setCurrentIndex(1);
    }
    const auto settled = [&] {
        return state == text("empty")     ? part<EmptyState>()->isVisible()
               : state == text("failing") ? m_page->findChildren<Banner *>().first()->isVisible()
                                          : isQuiet();
    };
    QTRY_VERIFY(settled());
    QVERIFY(m_page->grab().save(
        QDir(folder).filePath(text("history-%1.png").arg(text(QTest::currentDataTag())))));
}

QTEST_MAIN(TestHistoryPage)
#include "tst_history_page.moc"
