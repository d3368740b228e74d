// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/requests_page.h"

#include "models/text/span_text.h"
#include "models/text/translation.h"
#include "tests/ui/history/long_history.h"
#include "tests/ui_support/fake_doors.h"
#include "tests/ui_support/sample_world.h"
#include "ui/base/banner.h"
#include "ui/base/empty_state.h"
#include "ui/base/grid.h"
#include "ui/base/style.h"
#include "ui/history/request_feed.h"
#include "ui/history/request_filter_bar.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace qcc;
using namespace qcc::test;

/// The page of the last requests, while an instance works.
class TestRequestsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theLastRequestsAreShown();
    void newOnesComeWhileItIsSeen();
    void manyChangesAreFewQuestions();
    void itStandsStill_data();
    void itStandsStill();
    void expandedAttemptsStay();
    void aFilterAsksAnew();
    void searchLooksAtWhatIsThere();
    void rowsAreCopied();
    void theEmptyListTellsHowToBegin();
    void troubleIsShownAndMended();
    void narrowWindowsShowWhatMatters_data();
    void narrowWindowsShowWhatMatters();
    void timesAreReadWholeInEveryLanguage_data();
    void timesAreReadWholeInEveryLanguage();
    void anotherHomeIsAnotherHistory();
    void theTabKeyGoesFromTheBarToTheRows();
    void theLanguageChangesLive();
    void screenshots_data();
    void screenshots();

private:
    void open(qint64 ended);
    void end(int more);
    template <typename T> T *part()
    {
        return m_page->findChild<QWidget *>(QStringLiteral("requests"))->findChild<T *>();
    }
    QTreeView *tree() { return part<QTreeView>(); }
    QAbstractItemModel *rows() { return tree()->model(); }
    QComboBox *box(int index) { return part<RequestFilterBar>()->findChildren<QComboBox *>().at(index); }
    QPushButton *pause() { return part<RequestFilterBar>()->findChild<QPushButton *>(); }

    std::unique_ptr<FakeInstance> m_instance;
    std::unique_ptr<LongHistory> m_history;
    std::unique_ptr<RequestsPage> m_page;
};

namespace {

QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

} // namespace

void TestRequestsPage::init()
{
    m_instance = std::make_unique<FakeInstance>();
    m_instance->setSettings(sampleSettings());
    m_history = std::make_unique<LongHistory>();
}

void TestRequestsPage::cleanup()
{
    m_page.reset();
}

void TestRequestsPage::open(qint64 ended)
{
    m_history->endedRequests = ended;
    m_page = std::make_unique<RequestsPage>(*m_instance, *m_history);
    m_page->resize(900, 600);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    QTRY_COMPARE(rows()->rowCount(),
                 static_cast<int>(std::min<qint64>(ended, RequestTreeModel::kMostRequests)));
}

/// Requests that end, as the instance tells of them.
void TestRequestsPage::end(int more)
{
    m_history->endedRequests += more;
    ProxySnapshot snapshot = m_instance->snapshot();
    snapshot.requestsServed += static_cast<quint64>(more);
    m_instance->setSnapshot(snapshot);
}

void TestRequestsPage::theLastRequestsAreShown()
{
    open(2'000);
    QCOMPARE(m_history->requestQuestions.size(), 1U);
    QCOMPARE(m_history->requestQuestions[0].limit, RequestTreeModel::kMostRequests);
    QVERIFY(!m_history->requestQuestions[0].after);
}

void TestRequestsPage::newOnesComeWhileItIsSeen()
{
    open(20);
    QSignalSpy inserted(rows(), &QAbstractItemModel::rowsInserted);
    end(3);
    QTRY_COMPARE(rows()->rowCount(), 23);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(m_history->requestQuestions.back().after, 20);
    m_instance->setSnapshot(m_instance->snapshot()); // nothing has ended
    const size_t asked = m_history->requestQuestions.size();
    QTRY_VERIFY(m_history->requestQuestions.size() > asked - 1);
    QCOMPARE(rows()->rowCount(), 23);
}

void TestRequestsPage::manyChangesAreFewQuestions()
{
    open(20);
    m_history->requestQuestions.clear();
    for (int i = 0; i < 50; ++i)
        end(1);
    QCOMPARE(m_history->requestQuestions.size(), 0U);
    QTRY_COMPARE(rows()->rowCount(), 70);
    QCOMPARE(m_history->requestQuestions.size(), 1U);
    QTRY_COMPARE(m_history->requestQuestions.size(), 2U); // what is committed late
}

void TestRequestsPage::itStandsStill_data()
{
    QTest::addColumn<QString>("why");
    QTest::newRow("while it is paused") << text("paused");
    QTest::newRow("while it is scrolled down") << text("scrolled");
    QTest::newRow("while it is hidden") << text("hidden");
}

void TestRequestsPage::itStandsStill()
{
    QFETCH(QString, why);
    open(200);
    if (why == text("paused"))
        pause()->click();
    if (why == text("scrolled"))
        tree()->verticalScrollBar()->setValue(20);
    if (why == text("hidden"))
        m_page->hide();
    m_history->requestQuestions.clear();
    end(5);
    auto *feed = m_page->findChild<RequestFeed *>();
    QVERIFY(feed->isHeld());
    QCOMPARE(feed->missed(), 5U);
    QVERIFY(m_history->requestQuestions.empty());
    QCOMPARE(rows()->rowCount(), 200);
    if (why == text("scrolled")) {
        const QList<QPushButton *> buttons = m_page->findChildren<QPushButton *>();
        const auto missed = std::find_if(buttons.begin(), buttons.end(), [](const QPushButton *button) {
            return button->isVisible() && button->text().contains(text("5 new"));
        });
        QVERIFY(missed != buttons.end());
        QTest::mouseClick(*missed, Qt::LeftButton);
    }
    if (why == text("paused"))
        pause()->click();
    if (why == text("hidden"))
        m_page->show();
    QTRY_COMPARE(rows()->rowCount(), 205);
    QCOMPARE(feed->missed(), 0U);
}

void TestRequestsPage::expandedAttemptsStay()
{
    open(20);
    const QPersistentModelIndex request = rows()->index(2, 0);
    tree()->setFocus();
    tree()->setCurrentIndex(request);
    QTest::keyClick(tree(), Qt::Key_Right);
    QVERIFY(tree()->isExpanded(request));
    QVERIFY(rows()->rowCount(request) >= 1);
    end(4);
    QTRY_COMPARE(rows()->rowCount(), 24);
    QCOMPARE(request.row(), 6);
    QVERIFY(tree()->isExpanded(request));
    QCOMPARE(tree()->currentIndex(), QModelIndex(request));
}

void TestRequestsPage::aFilterAsksAnew()
{
    open(200);
    box(0)->setCurrentIndex(2);
    QTRY_VERIFY(rows()->rowCount() < 200);
    QCOMPARE(m_history->requestQuestions.back().end, RequestEnd::Failed);
    for (int row = 0; row < rows()->rowCount(); ++row)
        QCOMPARE(rows()->index(row, 0).data(RequestTreeModel::EndRole).toInt(), int(RequestEnd::Failed));
    box(1)->setCurrentIndex(3);
    QTRY_COMPARE(m_history->requestQuestions.back().config, text("backup"));
}

void TestRequestsPage::searchLooksAtWhatIsThere()
{
    open(200);
    m_history->requestQuestions.clear();
    QLineEdit *search =
        part<RequestFilterBar>()->findChild<QLineEdit *>(QString(), Qt::FindDirectChildrenOnly);
    QTest::keyClicks(search, text("OPUS"));
    QCOMPARE(rows()->rowCount(), 200); // after a pause
    QTRY_VERIFY(rows()->rowCount() < 200);
    QVERIFY(rows()->rowCount() > 0);
    QVERIFY(m_history->requestQuestions.empty());
    search->setText(text("haiku"));
    QTRY_VERIFY(part<EmptyState>()->isVisible());
    QTest::mouseClick(part<EmptyState>()->findChild<QPushButton *>(), Qt::LeftButton);
    QTRY_COMPARE(rows()->rowCount(), 200);
    QVERIFY(tree()->isVisible());
}

void TestRequestsPage::rowsAreCopied()
{
    open(20);
    tree()->setFocus();
    tree()->setCurrentIndex(rows()->index(1, 0));
    tree()->expand(rows()->index(1, 0));
    QTest::keyClick(tree(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(tree(), Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines[0].startsWith(rows()->index(1, 0).data().toString()));
    QVERIFY(lines[1].startsWith(text("Attempt 1")));
}

void TestRequestsPage::theEmptyListTellsHowToBegin()
{
    open(0);
    QTRY_VERIFY(part<EmptyState>()->isVisible());
    QTest::mouseClick(part<EmptyState>()->findChild<QPushButton *>(), Qt::LeftButton);
    QVERIFY(QGuiApplication::clipboard()->text().contains(text("qcc run -- claude")));
    end(1);
    QTRY_VERIFY(tree()->isVisible());
    QCOMPARE(rows()->rowCount(), 1);
}

void TestRequestsPage::troubleIsShownAndMended()
{
    open(20);
    m_history->refusal = Refusal{RefusalCode::HistoryUnavailable, text("history.db"), text("it is locked")};
    end(1);
    auto *trouble = part<Banner>();
    QTRY_VERIFY(trouble->isVisible());
    QCOMPARE(rows()->rowCount(), 20);
    m_history->refusal.reset();
    QTest::mouseClick(trouble->findChild<QPushButton *>(), Qt::LeftButton);
    QTRY_COMPARE(rows()->rowCount(), 21);
    QVERIFY(!trouble->isVisible());
}

void TestRequestsPage::narrowWindowsShowWhatMatters_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<bool>("sessionShown");
    QTest::newRow("beside the navigation of a small window") << 700 << false;
    QTest::newRow("wide") << 1600 << true;
}

void TestRequestsPage::narrowWindowsShowWhatMatters()
{
    QFETCH(int, width);
    QFETCH(bool, sessionShown);
    open(20);
    m_page->resize(width, 560);
    QTRY_COMPARE(!tree()->header()->isSectionHidden(RequestTreeModel::Session), sessionShown);
    for (const int column : {RequestTreeModel::Time, RequestTreeModel::Model, RequestTreeModel::ServedBy,
                             RequestTreeModel::Status})
        QVERIFY(!tree()->header()->isSectionHidden(column));
    QVERIFY(tree()->header()->length() <= tree()->viewport()->width());
}

void TestRequestsPage::timesAreReadWholeInEveryLanguage_data()
{
    QTest::addColumn<Language>("language");
    QTest::newRow("English") << Language::English;
    QTest::newRow("Chinese") << Language::Chinese;
}

void TestRequestsPage::timesAreReadWholeInEveryLanguage()
{
    QFETCH(Language, language);
    Translation translation(Language::English);
    open(20);
    m_page->resize(1'600, 560);
    translation.use(language);
    const auto room = [this](int column) { return tree()->header()->sectionSize(column) - 2 * grid::kSmall; };
    for (const int column : {RequestTreeModel::FirstByte, RequestTreeModel::Duration})
        QTRY_VERIFY(room(column) >= tree()->fontMetrics().horizontalAdvance(latencyText(milliseconds(444))));
}

void TestRequestsPage::anotherHomeIsAnotherHistory()
{
    open(20);
    m_history->endedRequests = 7;
    ProxySnapshot snapshot = m_instance->snapshot();
    snapshot.home = text("/home/ada/simulation");
    m_instance->setSnapshot(snapshot);
    QTRY_COMPARE(rows()->rowCount(), 7);
}

void TestRequestsPage::theTabKeyGoesFromTheBarToTheRows()
{
    open(20);
    m_page->activateWindow();
    pause()->setFocus();
    QTest::keyClick(pause(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(tree()));
}

void TestRequestsPage::theLanguageChangesLive()
{
    Translation translation(Language::English);
    open(20);
    QSignalSpy header(rows(), &QAbstractItemModel::headerDataChanged);
    QSignalSpy data(rows(), &QAbstractItemModel::dataChanged);
    translation.use(Language::Chinese);
    QTRY_VERIFY(!header.isEmpty());
    QVERIFY(!data.isEmpty());
}

void TestRequestsPage::screenshots_data()
{
    QTest::addColumn<ThemeChoice>("theme");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("state");
    for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
        const QString name = theme == ThemeChoice::Light ? text("light") : text("dark");
        for (const char *state : {"full", "empty", "scrolled"})
            QTest::newRow(qPrintable(name + text("-small-") + text(state)))
                << theme << QSize(700, 560) << text(state);
        QTest::newRow(qPrintable(name + text("-large-full"))) << theme << QSize(1700, 1000) << text("full");
    }
}

/// For the eye: QCC_SHOTS=directory.
void TestRequestsPage::screenshots()
{
    const QString folder = qEnvironmentVariable("QCC_SHOTS");
    if (folder.isEmpty())
        QSKIP("only with QCC_SHOTS");
    QFETCH(ThemeChoice, theme);
    QFETCH(QSize, size);
    QFETCH(QString, state);
    const Translation english(Language::English);
    applyTheme(*qApp, theme, Density::Comfortable, Lightness::Light);
    open(state == text("empty") ? 0 : 400);
    m_page->resize(size);
    if (state == text("full")) {
        tree()->setCurrentIndex(rows()->index(1, 0));
        tree()->expand(rows()->index(1, 0));
    }
    if (state == text("scrolled")) {
        tree()->verticalScrollBar()->setValue(40);
        end(12);
    }
    QTRY_COMPARE(part<EmptyState>()->isVisible(), state == text("empty"));
    QVERIFY(m_page->grab().save(
        QDir(folder).filePath(text("requests-%1.png").arg(text(QTest::currentDataTag())))));
}

QTEST_MAIN(TestRequestsPage)
#include "tst_requests_page.moc"
