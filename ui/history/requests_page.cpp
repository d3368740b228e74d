// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/requests_page.h"

#include "ui/base/banner.h"
#include "ui/base/empty_state.h"
#include "ui/base/refusal_sentence.h"
#include "ui/base/segmented_control.h"
#include "ui/history/choices.h"
#include "ui/history/copy_rows.h"
#include "ui/history/request_feed.h"
#include "ui/history/request_filter_bar.h"
#include "ui/history/sessions_view.h"

#include <QClipboard>
#include <QScrollBar>
#include <QShortcut>
#include <QStackedWidget>
#include <QTreeView>

#include <numeric>

namespace qcc {

namespace {

const QString &copyId()
{
    static const QString kId = QStringLiteral("copy");
    return kId;
}

} // namespace

RequestsPage::RequestsPage(InstanceDoor &instance, HistoryDoor &history, QWidget *parent)
    : QWidget(parent), m_instance(instance), m_feed(new RequestFeed(instance, history, m_model, this))
{
    m_search.setSourceModel(&m_model);
    buildTree();
    buildLayout();
    connectParts();
    m_bar->setConfigs(configNames(m_instance.settings()));
    retranslate();
}

void RequestsPage::connectParts()
{
    connect(&m_instance, &InstanceDoor::settingsChanged, this,
            [this] { m_bar->setConfigs(configNames(m_instance.settings())); });
    m_home = m_instance.snapshot().home;
    connect(&m_instance, &InstanceDoor::snapshotChanged, this, &RequestsPage::followInstance);
    connect(&m_instance, &InstanceDoor::stateChanged, this, &RequestsPage::mendTrouble);
    connect(m_choice, &SegmentedControl::currentChanged, this, [this](int index) {
        m_views->setCurrentIndex(index);
        updateHold();
    });
    connect(m_sessions, &SessionsView::requestsWanted, this, &RequestsPage::showRequestsOf);
    connect(m_bar, &RequestFilterBar::filterChanged, this, [this] { m_feed->setFilter(m_bar->filter()); });
    connect(m_bar, &RequestFilterBar::searchChanged, this, [this] {
        m_search.setText(m_bar->searched());
        updateContents();
    });
    connect(m_bar, &RequestFilterBar::pauseToggled, this, &RequestsPage::updateHold);
    connect(m_feed, &RequestFeed::loaded, this, &RequestsPage::updateContents);
    connect(m_feed, &RequestFeed::failed, this, &RequestsPage::showTrouble);
    connect(m_feed, &RequestFeed::missedChanged, this, &RequestsPage::showMissed);
    connect(m_trouble, &Banner::actionTriggered, m_feed, &RequestFeed::reload);
    connect(m_empty, &EmptyState::actionTriggered, this, &RequestsPage::pressed);
    connect(m_missed, &QPushButton::clicked, this, &RequestsPage::toTop);
    connect(m_tree->verticalScrollBar(), &QScrollBar::valueChanged, this, &RequestsPage::updateHold);
    connect(m_tree, &QTreeView::customContextMenuRequested, this, &RequestsPage::openMenu);
    connect(m_copy, &QAction::triggered, this, &RequestsPage::copySelected);
    auto *find = new QShortcut(QKeySequence::Find, this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, m_bar, &RequestFilterBar::focusSearch);
}

void RequestsPage::showView(View view)
{
    m_choice->setCurrentIndex(static_cast<int>(view));
}

void RequestsPage::showRequestsOf(const QByteArray &session)
{
    m_bar->searchFor(QString::fromUtf8(session));
    showView(View::Requests);
    m_tree->setFocus();
}

void RequestsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    updateHold();
    if (!m_feed->isLoaded())
        m_feed->reload();
}

void RequestsPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    updateHold();
}

void RequestsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

/// Another home has another history.
void RequestsPage::followInstance()
{
    const QString &home = m_instance.snapshot().home;
    if (!home.isEmpty() && std::exchange(m_home, home) != home && m_feed->isLoaded())
        m_feed->reload();
}

void RequestsPage::mendTrouble()
{
    if (m_instance.isReachable() && m_trouble->isVisibleTo(this))
        m_feed->reload();
}

bool RequestsPage::isScrolled() const
{
    return m_tree->verticalScrollBar()->value() > 0;
}

void RequestsPage::updateHold()
{
    const bool seen = isVisible() && m_views->currentIndex() == static_cast<int>(View::Requests);
    m_feed->hold(!seen || isScrolled() || m_bar->isPaused());
    showMissed();
}

void RequestsPage::showMissed()
{
    const auto missed =
        static_cast<int>(std::min<quint64>(m_feed->missed(), std::numeric_limits<int>::max()));
    m_missed->setText(tr("%Ln new request(s): show", nullptr, missed));
    m_missed->setVisible(missed > 0 && isScrolled() && !m_bar->isPaused());
}

void RequestsPage::toTop()
{
    m_tree->scrollToTop();
    m_tree->setFocus();
}

void RequestsPage::updateContents()
{
    m_trouble->hide();
    const int rows = m_search.rowCount();
    m_count->setText(rows < RequestTreeModel::kMostRequests ? tr("%Ln request(s)", nullptr, rows)
                                                            : tr("The last %Ln request(s)", nullptr, rows));
    updateEmpty();
    m_stack->setCurrentIndex(rows == 0 && m_feed->isLoaded() ? 1 : 0);
}

void RequestsPage::updateEmpty()
{
    if (m_bar->isFiltering()) {
        m_empty->setIcon(Icon::Search);
        m_empty->setTitle(tr("Nothing matches"));
        m_empty->setText(tr("None of the last requests passes these filters."));
        m_empty->setActions({{QStringLiteral("clear"), tr("Clear the filters"), true}});
        return;
    }
    m_empty->setIcon(Icon::Requests);
    m_empty->setTitle(tr("No requests yet"));
    m_empty->setText(
        tr("Start Claude Code through QCC, in a terminal:\n%1\nIts requests then appear here as they "
           "end.",
           "%1: a command")
            .arg(connectLine()));
    m_empty->setActions({{copyId(), tr("Copy the command"), true}});
}

QString RequestsPage::connectLine() const
{
    return QStringLiteral("qcc run -- claude");
}

void RequestsPage::pressed(const QString &action)
{
    if (action == copyId())
        QGuiApplication::clipboard()->setText(connectLine());
    else
        m_bar->clear();
}

void RequestsPage::showTrouble(const Refusal &refusal)
{
    m_trouble->setText(refusalSentence(refusal));
    m_trouble->show();
}

void RequestsPage::copySelected()
{
    const QModelIndexList selected = m_tree->selectionModel()->selectedRows();
    if (selected.isEmpty())
        return;
    std::vector<int> columns(RequestTreeModel::ColumnCount);
    std::iota(columns.begin(), columns.end(), 0);
    QModelIndexList rows = selected;
    std::sort(rows.begin(), rows.end(), [this](const QModelIndex &a, const QModelIndex &b) {
        return m_tree->visualRect(a).top() < m_tree->visualRect(b).top();
    });
    QGuiApplication::clipboard()->setText(linesOf(m_search, rows, columns));
}

} // namespace qcc
