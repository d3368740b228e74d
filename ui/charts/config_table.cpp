// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/config_table.h"

#include "models/text/span_text.h"
#include "ui/base/style.h"
#include "ui/charts/chart_contents.h"

#include <QHeaderView>

namespace qcc {

namespace {

constexpr int kMostRowsShown = 5;
constexpr QChar kDash(0x2013);

} // namespace

ConfigTable::ConfigTable(QWidget *parent) : QTableWidget(parent)
{
    setColumnCount(ColumnCount);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setTabKeyNavigation(false);
    setShowGrid(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(qcc::rowHeight(this));
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(Config, QHeaderView::Stretch);
    horizontalHeader()->setHighlightSections(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    retranslate();
}

void ConfigTable::setStats(const std::vector<ConfigStats> &stats)
{
    if (stats == m_stats)
        return;
    m_stats = stats;
    showStats();
    updateGeometry();
}

void ConfigTable::retranslate()
{
    setAccessibleName(tr("The period per config"));
    setHorizontalHeaderLabels(
        {tr("Config"), tr("Mean health"), tr("Active"), tr("Requests served"), tr("Mean first byte")});
    for (int column = Health; column < ColumnCount; ++column)
        horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    horizontalHeaderItem(Config)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    showStats();
}

void ConfigTable::put(int row, Column column, const QString &text)
{
    if (!item(row, column))
        setItem(row, column, new QTableWidgetItem);
    item(row, column)->setText(text);
    item(row, column)
        ->setTextAlignment((column == Config ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
}

void ConfigTable::showStats()
{
    setRowCount(static_cast<int>(m_stats.size()));
    for (int row = 0; row < rowCount(); ++row) {
        const ConfigStats &stats = m_stats[static_cast<size_t>(row)];
        put(row, Config, stats.config);
        put(row, Health,
            stats.healthPercentage ? valueText(*stats.healthPercentage, ChartValue::Health) : QString(kDash));
        put(row, Active, valueText(stats.activeShare * 100, ChartValue::Health));
        put(row, Requests, QLocale().toString(stats.requestsServed));
        put(row, FirstByte, stats.meanFirstByte ? latencyText(*stats.meanFirstByte) : QString(kDash));
    }
}

int ConfigTable::heightOf(int rows) const
{
    return horizontalHeader()->sizeHint().height() + rows * verticalHeader()->defaultSectionSize() +
           2 * frameWidth();
}

QSize ConfigTable::sizeHint() const
{
    return {QTableWidget::sizeHint().width(), heightOf(std::min(std::max(rowCount(), 1), kMostRowsShown))};
}

QSize ConfigTable::minimumSizeHint() const
{
    return {0, heightOf(1)};
}

void ConfigTable::changeEvent(QEvent *event)
{
    QTableWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        verticalHeader()->setDefaultSectionSize(qcc::rowHeight(this));
}

} // namespace qcc
