// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/history_page.h"

#include "ui/base/banner.h"
#include "ui/base/empty_state.h"
#include "ui/base/refusal_sentence.h"
#include "ui/base/style.h"
#include "ui/history/choices.h"
#include "ui/history/column_fitter.h"
#include "ui/history/event_details.h"
#include "ui/history/event_export.h"
#include "ui/history/event_filter_bar.h"
#include "ui/history/history_delegates.h"

#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>

namespace qcc {

HistoryPage::HistoryPage(InstanceDoor &instance, HistoryDoor &history, QWidget *parent)
    : QWidget(parent), m_instance(instance), m_history(history), m_feed(new EventFeed(history, m_model, this))
{
    buildTable();
    buildLayout();
    connectParts();
    m_bar->setConfigs(configNames(m_instance.settings()));
    retranslate();
    restyleRows();
    arrangeDetails();
}

void HistoryPage::buildTable()
{
    m_table = new QTableView(this);
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new EventDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSortIndicator(EventTableModel::Time, Qt::DescendingOrder);
    m_table->setSortingEnabled(true);
    m_columns = new ColumnFitter(m_table, header);
    m_copy = new QAction(m_table);
    m_copy->setShortcut(QKeySequence::Copy);
    m_copy->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_table->addAction(m_copy);
}

void HistoryPage::connectParts()
{
    connect(&m_instance, &InstanceDoor::eventHappened, this, [this](const FailoverEvent &event) {
        if (m_started)
            m_feed->add(event);
    });
    connect(&m_instance, &InstanceDoor::settingsChanged, this,
            [this] { m_bar->setConfigs(configNames(m_instance.settings())); });
    m_home = m_instance.snapshot().home;
    connect(&m_instance, &InstanceDoor::snapshotChanged, this, &HistoryPage::followInstance);
    connect(&m_instance, &InstanceDoor::stateChanged, this, &HistoryPage::mendTrouble);
    connect(m_bar, &EventFilterBar::changed, this, &HistoryPage::leaveHiddenEvent);
    connect(m_bar, &EventFilterBar::changed, this, &HistoryPage::applyFilter);
    connect(&m_model, &EventTableModel::sorted, m_table, &QTableView::scrollToTop);
    connect(m_feed, &EventFeed::loaded, this, &HistoryPage::updateContents);
    connect(m_feed, &EventFeed::pageLoaded, this, &HistoryPage::findWanted);
    connect(m_feed, &EventFeed::pageLoaded, this, &HistoryPage::reselect);
    connect(m_feed, &EventFeed::pageLoaded, this, &HistoryPage::showCurrent);
    connect(m_feed, &EventFeed::failed, this, &HistoryPage::showTrouble);
    connect(m_trouble, &Banner::actionTriggered, this, &HistoryPage::applyFilter);
    connect(m_empty, &EmptyState::actionTriggered, m_bar, &EventFilterBar::clear);
    connect(m_export, &EventExport::failed, this, [this](const Refusal &refusal) {
        m_notice->setSeverity(Severity::Bad);
        say(refusalSentence(refusal));
    });
    connect(m_export, &EventExport::exported, this, [this](qint64 count, const QString &path) {
        m_notice->setSeverity(Severity::Info);
        say(tr("%Ln event(s) written to %1.", nullptr, static_cast<int>(count)).arg(path));
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &HistoryPage::showCurrent);
    connect(m_table->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this,
            &HistoryPage::keepSortable);
    connect(m_table, &QTableView::customContextMenuRequested, this, &HistoryPage::openMenu);
    connect(m_copy, &QAction::triggered, this, &HistoryPage::copySelected);
    auto *find = new QShortcut(QKeySequence::Find, this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, m_bar, &EventFilterBar::focusSearch);
}

void HistoryPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!std::exchange(m_started, true))
        applyFilter();
}

void HistoryPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        restyleRows();
    QWidget::changeEvent(event);
}

void HistoryPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrangeDetails();
}

void HistoryPage::restyleRows()
{
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight(m_table));
}

/// Another home has another history.
void HistoryPage::followInstance()
{
    const QString &home = m_instance.snapshot().home;
    if (home.isEmpty() || std::exchange(m_home, home) == home || !m_started)
        return;
    m_details->show(std::nullopt, m_feed->now());
    applyFilter();
}

void HistoryPage::mendTrouble()
{
    if (m_instance.isReachable() && m_trouble->isVisibleTo(this))
        applyFilter();
}

void HistoryPage::applyFilter()
{
    m_count->setText(QStringLiteral("…")); // among a million events the answer may take a second or two
    m_feed->setFilter(m_bar->filter(m_feed->now()));
}

void HistoryPage::updateContents()
{
    m_trouble->hide();
    const int rows = m_model.rowCount();
    m_count->setText(tr("%Ln event(s)", nullptr, rows));
    m_export->setEnabled(rows > 0);
    const bool filtering = m_bar->isFiltering();
    m_empty->setIcon(filtering ? Icon::Search : Icon::History);
    m_empty->setTitle(filtering ? tr("Nothing matches") : tr("No switches yet"));
    m_empty->setText(filtering
                         ? tr("No event of the history passes these filters.")
                         : tr("Whenever the active config changes – it failed, a better one is back, or "
                              "you chose another – it is written down here, with the reason."));
    m_empty->setActions(
        filtering ? std::vector<NamedAction>{{QStringLiteral("clear"), tr("Clear the filters"), true}}
                  : std::vector<NamedAction>{});
    m_stack->setCurrentIndex(rows == 0 && m_model.isCounted() ? 1 : 0);
    findWanted();
    reselect();
}

void HistoryPage::showTrouble(const Refusal &refusal)
{
    m_trouble->setText(refusalSentence(refusal));
    m_trouble->show();
}

void HistoryPage::say(const QString &text)
{
    m_notice->setText(text);
    m_notice->show();
}

/// Qt shows the arrow where one clicks; the model decides what it sorts by.
void HistoryPage::keepSortable()
{
    QHeaderView *header = m_table->horizontalHeader();
    if (EventTableModel::isSortable(header->sortIndicatorSection()))
        return;
    const EventFilter &filter = m_model.filter();
    header->setSortIndicator(EventTableModel::columnOf(filter.sortedBy), filter.order);
}

} // namespace qcc
