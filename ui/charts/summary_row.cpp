// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/summary_row.h"

#include "models/text/span_text.h"
#include "ui/base/colors.h"
#include "ui/base/elided_label.h"
#include "ui/base/grid.h"

namespace qcc {

namespace {

constexpr QChar kDash(0x2013);

} // namespace

SummaryRow::SummaryRow(QWidget *parent) : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(grid::kLarge);
    for (Labels &tile : m_tiles)
        row->addWidget(makeTile(tile), 1);
    restyle();
    retranslate();
}

QWidget *SummaryRow::makeTile(Labels &labels)
{
    auto *tile = new QWidget(this);
    auto *column = new QVBoxLayout(tile);
    column->setContentsMargins({});
    column->setSpacing(0);
    labels.value = new ElidedLabel(tile);
    labels.caption = new ElidedLabel(tile);
    column->addWidget(labels.value);
    column->addWidget(labels.caption);
    return tile;
}

void SummaryRow::setStats(const HistoryStats &stats)
{
    m_stats = stats;
    showValues();
}

void SummaryRow::clear()
{
    m_stats.reset();
    showValues();
}

void SummaryRow::retranslate()
{
    setAccessibleName(tr("Summary of the period"));
    showValues();
}

void SummaryRow::showTile(Tile tile, const QString &value, const QString &caption, const QString &hint)
{
    const Labels &labels = m_tiles[tile];
    labels.value->setText(value);
    labels.caption->setText(caption);
    labels.value->setAccessibleName(tr("%1: %2", "a caption and its value").arg(caption, value));
    labels.value->parentWidget()->setToolTip(hint);
}

void SummaryRow::showValues()
{
    const HistoryStats stats = m_stats.value_or(HistoryStats{});
    const auto number = [this](qint64 count) { return m_stats ? QLocale().toString(count) : QString(kDash); };
    showTile(Failovers, number(stats.failovers), tr("Failovers"),
             tr("How often an automatic failover took place in this period"));
    showTile(Recovery, stats.meanTimeToRecovery ? spanText(*stats.meanTimeToRecovery) : QString(kDash),
             tr("Mean time to recovery"), tr("From a failover until the config it left is active again"));
    showTile(Saved, number(stats.savedBySpillOver), tr("Saved by spill-over"),
             tr("Requests that the first choice failed, served by another endpoint or config"));
    const QString served = m_stats && stats.requests > stats.served
                               ? tr("%1 of %2", "requests served, of all requests")
                                     .arg(number(stats.served), number(stats.requests))
                               : number(stats.served);
    showTile(Served, served, tr("Requests served"), tr("Requests that a provider answered to the end"));
}

void SummaryRow::restyle()
{
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.45);
    large.setBold(true);
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, colorsFor(palette()).textMuted);
    for (const Labels &tile : m_tiles) {
        tile.value->setFont(large);
        tile.caption->setPalette(muted);
    }
}

void SummaryRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        restyle();
}

} // namespace qcc
