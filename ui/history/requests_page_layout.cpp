// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/span_text.h"
#include "ui/base/banner.h"
#include "ui/base/colors.h"
#include "ui/base/empty_state.h"
#include "ui/base/grid.h"
#include "ui/base/segmented_control.h"
#include "ui/history/column_fitter.h"
#include "ui/history/history_delegates.h"
#include "ui/history/request_filter_bar.h"
#include "ui/history/requests_page.h"
#include "ui/history/sessions_view.h"

#include <QMenu>
#include <QStackedWidget>
#include <QTreeView>

namespace qcc {

namespace {

/// A chosen row is drawn as chosen from its very left.
class WholeRowTree final : public QTreeView
{
public:
    using QTreeView::QTreeView;

protected:
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override
    {
        if (selectionModel()->isSelected(index))
            painter->fillRect(rect, colorsFor(palette()).accentSoft);
        QTreeView::drawBranches(painter, rect, index);
    }
};

} // namespace

void RequestsPage::buildTree()
{
    m_tree = new WholeRowTree(this);
    m_tree->setModel(&m_search);
    m_tree->setItemDelegate(new RequestDelegate(m_tree));
    m_tree->setUniformRowHeights(true);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->setExpandsOnDoubleClick(true);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionsMovable(false);
    m_columns = new ColumnFitter(m_tree, m_tree->header());
    m_copy = new QAction(m_tree);
    m_copy->setShortcut(QKeySequence::Copy);
    m_copy->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_tree->addAction(m_copy);
}

void RequestsPage::buildLayout()
{
    m_choice = new SegmentedControl(this);
    m_bar = new RequestFilterBar(this);
    m_trouble = new Banner(Severity::Bad, this);
    m_trouble->hide();
    m_empty = new EmptyState(Icon::Requests, this);
    m_count = new QLabel(this);
    m_missed = new QPushButton(this);
    m_missed->setIcon(icon(Icon::Up));
    m_missed->hide();

    m_stack = new QStackedWidget(this);
    m_stack->addWidget(makeList());
    m_stack->addWidget(m_empty);
    auto *requests = new QWidget(this);
    requests->setObjectName(QStringLiteral("requests"));
    auto *parts = new QVBoxLayout(requests);
    parts->setContentsMargins({});
    parts->setSpacing(grid::kMedium);
    parts->addWidget(m_bar);
    parts->addWidget(m_trouble);
    parts->addWidget(m_stack, 1);

    m_sessions = new SessionsView(m_instance, this);
    m_views = new QStackedWidget(this);
    m_views->addWidget(requests);
    m_views->addWidget(m_sessions);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(grid::kLarge, grid::kLarge, grid::kLarge, grid::kLarge);
    rows->setSpacing(grid::kMedium);
    rows->addWidget(m_choice, 0, Qt::AlignLeft);
    rows->addWidget(m_views, 1);
    setTabOrder(m_bar->lastInTabOrder(), m_tree); // made before the bar
}

QWidget *RequestsPage::makeList()
{
    auto *list = new QWidget(this);
    auto *below = new QHBoxLayout;
    below->addWidget(m_count);
    below->addStretch(1);
    below->addWidget(m_missed);
    auto *listRows = new QVBoxLayout(list);
    listRows->setContentsMargins({});
    listRows->setSpacing(grid::kUnit);
    listRows->addWidget(m_tree, 1);
    listRows->addLayout(below);
    return list;
}

void RequestsPage::retranslate()
{
    {
        const QSignalBlocker blocker(m_choice);
        m_choice->setSegments({tr("Requests"), tr("Sessions")});
        m_choice->setCurrentIndex(m_views->currentIndex());
    }
    m_choice->setAccessibleName(tr("What is shown"));
    m_model.retranslate();
    m_tree->setAccessibleName(tr("The last requests"));
    m_copy->setText(tr("Copy"));
    m_trouble->setActions({{QStringLiteral("again"), tr("Try again"), false}});
    fitColumns();
    showMissed();
    updateContents();
}

void RequestsPage::fitColumns()
{
    using Model = RequestTreeModel;
    m_columns->setColumns({{Model::Time, QStringLiteral("mm 2026-11-23 14:35:10"), 0, 0},
                           {Model::Model, QStringLiteral("claude-sonnet-4-5"), 0, 3},
                           {Model::Session, QStringLiteral("5f1c2d3e"), 5, 1},
                           {Model::ServedBy, QStringLiteral("production"), 0, 2},
                           {Model::Attempts, QStringLiteral("10"), 2, 0},
                           {Model::Status, QStringLiteral("mm 200 broken off"), 0, 2},
                           {Model::FirstByte, latencyText(milliseconds(420)), 4, 0},
                           {Model::Duration, latencyText(milliseconds(999)), 1, 0},
                           {Model::Tokens, QStringLiteral("12,400 / 1,230"), 3, 0}});
}

void RequestsPage::openMenu(const QPoint &at)
{
    if (!m_tree->indexAt(at).isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(m_copy);
    menu->addSeparator();
    menu->addAction(tr("Expand all"), m_tree, &QTreeView::expandAll);
    menu->addAction(tr("Collapse all"), m_tree, &QTreeView::collapseAll);
    menu->popup(m_tree->viewport()->mapToGlobal(at));
}

} // namespace qcc
