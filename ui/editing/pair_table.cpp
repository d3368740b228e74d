// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/pair_table.h"

#include "ui/base/grid.h"
#include "ui/base/icons.h"
#include "ui/base/style.h"

#include <QHeaderView>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QToolButton>

namespace qcc {

namespace {

constexpr int kRowsInSight = 3;
constexpr int kNarrowColumn = 120; // device-independent pixels

QString cell(const QTableWidget *table, int row, int column)
{
    const QTableWidgetItem *item = table->item(row, column);
    return item ? item->text() : QString();
}

} // namespace

PairTable::PairTable(QWidget *parent)
    : QWidget(parent), m_table(new QTableWidget(0, 2, this)), m_add(new QToolButton(this)),
      m_remove(new QToolButton(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(grid::kUnit);
    row->addWidget(m_table, 1);
    auto *buttons = new QVBoxLayout;
    buttons->setSpacing(grid::kUnit);
    buttons->addWidget(m_add);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    row->addLayout(buttons);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::AllEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setFixedHeight((kRowsInSight + 1) * rowHeight(this) + grid::kSmall);
    connect(m_table, &QTableWidget::cellChanged, this, &PairTable::edited);
    connect(m_add, &QToolButton::clicked, this, &PairTable::add);
    connect(m_remove, &QToolButton::clicked, this, &PairTable::removeSelected);
    retranslate();
}

void PairTable::load(const TypedRows &rows)
{
    const QSignalBlocker blocker(m_table);
    m_table->setRowCount(0);
    for (const auto &[first, second] : rows)
        append(first, second);
    m_remove->setEnabled(!rows.empty());
}

TypedRows PairTable::rows() const
{
    TypedRows rows;
    for (int row = 0; row < m_table->rowCount(); ++row)
        rows.emplace_back(cell(m_table, row, 0), cell(m_table, row, 1));
    return rows;
}

void PairTable::setFirstNarrow()
{
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Fixed);
    m_table->setColumnWidth(0, kNarrowColumn);
}

void PairTable::setHeaders(const QString &first, const QString &second)
{
    m_table->setHorizontalHeaderLabels({first, second});
}

void PairTable::append(const QString &first, const QString &second)
{
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    m_table->setItem(row, 0, new QTableWidgetItem(first));
    m_table->setItem(row, 1, new QTableWidgetItem(second));
    m_remove->setEnabled(true);
}

void PairTable::add()
{
    {
        const QSignalBlocker blocker(m_table);
        append({}, {});
    }
    m_table->setCurrentCell(m_table->rowCount() - 1, 0);
    m_table->setFocus();
    m_table->editItem(m_table->currentItem());
}

void PairTable::removeSelected()
{
    const int row = m_table->currentRow() >= 0 ? m_table->currentRow() : m_table->rowCount() - 1;
    if (row < 0)
        return;
    m_table->removeRow(row);
    m_remove->setEnabled(m_table->rowCount() > 0);
    Q_EMIT edited();
}

void PairTable::retranslate()
{
    m_add->setIcon(icon(Icon::Add));
    m_add->setToolTip(tr("Add a line"));
    m_add->setAccessibleName(m_add->toolTip());
    m_add->setFocusPolicy(Qt::StrongFocus);
    m_remove->setIcon(icon(Icon::Remove));
    m_remove->setToolTip(tr("Remove the line"));
    m_remove->setAccessibleName(m_remove->toolTip());
    m_remove->setFocusPolicy(Qt::StrongFocus);
}

void PairTable::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace qcc
