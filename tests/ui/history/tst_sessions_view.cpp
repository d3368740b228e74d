// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui_support/fake_doors.h"
#include "tests/ui_support/sample_world.h"
#include "ui/base/banner.h"
#include "ui/base/empty_state.h"
#include "ui/base/segmented_control.h"
#include "ui/history/request_filter_bar.h"
#include "ui/history/requests_page.h"
#include "ui/history/session_feed.h"
#include "ui/history/sessions_view.h"

#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTest>
#include <QTreeView>

using namespace qcc;
using namespace qcc::test;

namespace {

QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

QPushButton *button(const QWidget &within, const char *words)
{
    for (QPushButton *one : within.findChildren<QPushButton *>())
        if (one->text() == text(words) && one->isVisibleTo(&within))
            return one;
    return nullptr;
}

} // namespace

/// The conversations on the page of requests.
class TestSessionsView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void sessionsAreAskedForOnlyWhileTheyAreSeen();
    void nothingYetTeaches();
    void aSessionIsMoved();
    void aRefusedMoveIsTold();
    void onlyGroupsThatAreOnAreOffered();
    void theRulesDecideAgain();
    void aSessionLeadsToItsRequests();
    void troubleGoesWithTheNextAnswer();
    void aChoiceStaysWhenOrderChanges();
    void theColumnsFillTheTable_data();
    void theColumnsFillTheTable();

private:
    SessionsView &view() { return *m_page->sessions(); }
    void showSessions();
    void choose(int row) { view().table()->setCurrentIndex(view().table()->model()->index(row, 0)); }
    QAction *place(const char *name);
    QString cell(int row, int column)
    {
        return view().table()->model()->index(row, column).data().toString();
    }
    qsizetype asked() const { return m_instance->log.count(text("sessions")); }

    std::unique_ptr<FakeInstance> m_instance;
    std::unique_ptr<FakeHistory> m_history;
    std::unique_ptr<RequestsPage> m_page;
    QMenu m_menu;
};

void TestSessionsView::init()
{
    m_instance = std::make_unique<FakeInstance>();
    m_history = std::make_unique<FakeHistory>();
    m_instance->setSettings(sampleSettings());
    m_instance->setSnapshot(sampleSnapshot(SampleMood::AllWell));
    m_instance->shownSessions = sampleSessions();
    m_history->storedRequests = sampleRequests(50);
    m_page = std::make_unique<RequestsPage>(*m_instance, *m_history);
    m_page->sessions()->setClock([] { return sampleNow(); });
    m_page->resize(1000, 600);
    m_page->show();
}

void TestSessionsView::cleanup()
{
    m_menu.clear();
    m_page.reset();
}

void TestSessionsView::showSessions()
{
    m_page->showView(RequestsPage::View::Sessions);
    QTRY_VERIFY(view().feed()->isLoaded());
}

QAction *TestSessionsView::place(const char *name)
{
    view().fillMoveMenu(&m_menu);
    for (QAction *action : m_menu.actions())
        if (action->text().startsWith(text(name)))
            return action;
    return nullptr;
}

void TestSessionsView::sessionsAreAskedForOnlyWhileTheyAreSeen()
{
    QCOMPARE(asked(), 0);
    showSessions();
    QCOMPARE(view().table()->model()->rowCount(), static_cast<int>(sampleSessions().size()));
    QVERIFY(view().feed()->isRunning());
    QTRY_VERIFY_WITH_TIMEOUT(asked() > 1, 3'000);
    m_page->showView(RequestsPage::View::Requests);
    QVERIFY(!view().feed()->isRunning());
    m_page->showView(RequestsPage::View::Sessions);
    QVERIFY(view().feed()->isRunning());
    m_page->hide();
    QVERIFY(!view().feed()->isRunning());
}

void TestSessionsView::nothingYetTeaches()
{
    m_instance->shownSessions.clear();
    showSessions();
    auto *empty = view().findChild<EmptyState *>();
    QTRY_VERIFY(empty->isVisibleTo(&view()));
    m_instance->shownSessions = sampleSessions();
    view().feed()->ask();
    QTRY_VERIFY(!empty->isVisibleTo(&view()));
}

void TestSessionsView::aSessionIsMoved()
{
    showSessions();
    QVERIFY(!button(view(), "Move to")->isEnabled());
    choose(0);
    QVERIFY(button(view(), "Move to")->isEnabled());
    QVERIFY(place("production")->isChecked());
    place("backup")->trigger();
    QTRY_COMPARE(cell(0, SessionTableModel::Config), text("backup"));
    QCOMPARE(cell(0, SessionTableModel::Reason), text("Moved by hand"));
    QVERIFY(m_instance->log.contains(
        text("move session %1 to backup").arg(QString::fromLatin1(sampleSessions().front().id))));
}

void TestSessionsView::aRefusedMoveIsTold()
{
    showSessions();
    choose(0);
    m_instance->refusal = Refusal{RefusalCode::UnknownSession, text("5f1c2d3e"), {}};
    place("backup")->trigger();
    auto *banner = view().findChild<Banner *>();
    QTRY_VERIFY(banner->isVisibleTo(&view()));
    QVERIFY(banner->text().contains(text("5f1c2d3e")));
}

void TestSessionsView::onlyGroupsThatAreOnAreOffered()
{
    Settings settings = sampleSettings();
    settings.groups.setEnabled(Priority::Secondary, false);
    m_instance->setSettings(settings);
    showSessions();
    choose(0);
    QVERIFY(place("production"));
    QVERIFY(!place("backup"));
    QVERIFY(!place("old-key")); // disabled
}

void TestSessionsView::theRulesDecideAgain()
{
    showSessions();
    choose(1); // moved by hand
    QPushButton *free = button(view(), "Let the rules decide");
    QVERIFY(free->isEnabled());
    free->click();
    QTRY_VERIFY(!free->isEnabled());
    QCOMPARE(cell(1, SessionTableModel::Config), text("production"));
}

void TestSessionsView::aSessionLeadsToItsRequests()
{
    showSessions();
    choose(0);
    button(view(), "Show its requests")->click();
    const auto *bar = m_page->findChild<RequestFilterBar *>();
    QTRY_VERIFY(bar->isVisibleTo(m_page.get()));
    QCOMPARE(bar->searched(), QString::fromLatin1(sampleSessions().front().id));
    QCOMPARE(m_page->findChild<SegmentedControl *>()->currentIndex(), 0);
}

void TestSessionsView::troubleGoesWithTheNextAnswer()
{
    m_instance->refusal = Refusal{RefusalCode::NotRunning, text("/home/ada/.qcc"), {}};
    m_page->showView(RequestsPage::View::Sessions);
    auto *banner = view().findChild<Banner *>();
    QTRY_VERIFY(banner->isVisibleTo(&view()));
    Q_EMIT banner->actionTriggered(text("again"));
    QTRY_VERIFY(!banner->isVisibleTo(&view()));
}

void TestSessionsView::aChoiceStaysWhenOrderChanges()
{
    showSessions();
    choose(0);
    std::reverse(m_instance->shownSessions.begin(), m_instance->shownSessions.end());
    view().feed()->ask();
    const int last = static_cast<int>(sampleSessions().size()) - 1;
    QTRY_COMPARE(view().table()->currentIndex().row(), last);
}

void TestSessionsView::theColumnsFillTheTable_data()
{
    QTest::addColumn<int>("width");
    QTest::newRow("beside the navigation of a small window") << 640;
    QTest::newRow("as it is first") << 990;
    QTest::newRow("wide") << 1'700;
}

void TestSessionsView::theColumnsFillTheTable()
{
    QFETCH(const int, width);
    m_page->resize(width, 600);
    showSessions();
    const QHeaderView *header = view().table()->header();
    QVERIFY(header->length() <= view().table()->viewport()->width());
    QVERIFY(!header->isSectionHidden(SessionTableModel::Reason));
}

QTEST_MAIN(TestSessionsView)
#include "tst_sessions_view.moc"
