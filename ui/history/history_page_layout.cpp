// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/event_text.h"
#include "ui/base/banner.h"
#include "ui/base/empty_state.h"
#include "ui/base/grid.h"
#include "ui/history/column_fitter.h"
#include "ui/history/event_details.h"
#include "ui/history/event_export.h"
#include "ui/history/event_filter_bar.h"
#include "ui/history/history_page.h"

#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>

namespace qcc {

void HistoryPage::buildLayout()
{
    m_bar = new EventFilterBar(this);
    m_export = new EventExport(
        m_history, [this] { return m_bar->filter(m_feed->now()); }, m_bar);
    m_bar->addButton(m_export);
    m_trouble = new Banner(Severity::Bad, this);
    m_notice = new Banner(Severity::Info, this);
    m_notice->setDismissible(true);
    m_trouble->hide();
    m_notice->hide();
    m_details = new EventDetails(this);
    m_empty = new EmptyState(Icon::History, this);
    m_count = new QLabel(this);

    auto *list = new QWidget(this);
    auto *listRows = new QVBoxLayout(list);
    listRows->setContentsMargins({});
    listRows->setSpacing(grid::kUnit);
    listRows->addWidget(m_table, 1);
    listRows->addWidget(m_count);
    m_splitter = new QSplitter(this);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(grid::kMedium);
    m_splitter->addWidget(list);
    m_splitter->addWidget(m_details);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_splitter);
    m_stack->addWidget(m_empty);

    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(grid::kLarge, grid::kLarge, grid::kLarge, grid::kLarge);
    rows->setSpacing(grid::kMedium);
    for (QWidget *part : std::initializer_list<QWidget *>{m_bar, m_trouble, m_notice})
        rows->addWidget(part);
    rows->addWidget(m_stack, 1);
    setTabOrder(m_export, m_table); // made before the bar
}

void HistoryPage::arrangeDetails()
{
    constexpr int kTableShare = 64; // per cent
    const Qt::Orientation wanted = width() >= kBesideFrom ? Qt::Horizontal : Qt::Vertical;
    if (m_splitter->orientation() == wanted && m_splitter->property("arranged").toBool())
        return;
    m_splitter->setProperty("arranged", true);
    m_splitter->setOrientation(wanted);
    const int room = wanted == Qt::Horizontal ? width() : height();
    m_splitter->setSizes({room * kTableShare / 100, room * (100 - kTableShare) / 100});
    m_splitter->setStretchFactor(0, kTableShare);
    m_splitter->setStretchFactor(1, 100 - kTableShare);
}

void HistoryPage::retranslate()
{
    m_model.retranslate();
    m_table->setAccessibleName(tr("Switches of the active config"));
    m_copy->setText(tr("Copy"));
    m_trouble->setActions({{QStringLiteral("again"), tr("Try again"), false}});
    fitColumns();
    updateContents();
}

void HistoryPage::fitColumns()
{
    const QString config = QStringLiteral("production-eu");
    m_columns->setColumns(
        {{EventTableModel::Time, QStringLiteral("2026-11-23 14:35:10"), 0, 0},
         {EventTableModel::Type, eventTypeName(FailoverEventType::Manual) + QStringLiteral(" mmm"), 0, 0},
         {EventTableModel::From, config, 0, 1},
         {EventTableModel::To, config, 0, 1},
         {EventTableModel::Reason, QStringLiteral("What happened there"), 2, 8},
         {EventTableModel::Success, QStringLiteral("Switched mmm"), 1, 0}});
}

} // namespace qcc
