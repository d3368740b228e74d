// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_legend.h"

#include "ui/base/flow_layout.h"
#include "ui/base/grid.h"
#include "ui/charts/legend_chip.h"

#include <QScrollBar>

namespace qcc {

ChartLegend::ChartLegend(QWidget *parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
    auto *inside = new QWidget;
    inside->setAutoFillBackground(false);
    m_flow = new FlowLayout(inside, grid::kUnit);
    setWidget(inside);
    inside->setAutoFillBackground(false); // setWidget() switches it on
    retranslate();
}

void ChartLegend::retranslate()
{
    setAccessibleName(tr("Lines of the chart"));
}

LegendChip *ChartLegend::addChip(const ChartLine &line)
{
    auto *chip = new LegendChip(line.config, line.number, widget());
    m_flow->addWidget(chip);
    connect(chip, &LegendChip::toggled, this, [this, chip](bool on) {
        Q_EMIT toggled(chip->config(), on);
        const bool isPointedAt = chip->underMouse() || chip->hasFocus();
        Q_EMIT highlighted(on && isPointedAt ? chip->config() : QString());
    });
    connect(chip, &LegendChip::pointedAt, this, [this, chip](bool on) {
        if (on)
            ensureWidgetVisible(chip, 0, grid::kUnit);
        Q_EMIT highlighted(on && chip->isChecked() ? chip->config() : QString());
    });
    chip->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(chip, &LegendChip::customContextMenuRequested, this,
            [this, chip](const QPoint &where) { openMenu(chip, chip->mapToGlobal(where)); });
    return chip;
}

void ChartLegend::setLines(const std::vector<ChartLine> &lines, const HiddenLines &hidden)
{
    if (lines != m_lines) {
        m_lines = lines;
        for (LegendChip *chip : std::exchange(m_chips, {}))
            delete chip;
        for (const ChartLine &line : lines)
            m_chips.push_back(addChip(line));
        for (LegendChip *chip : m_chips)
            chip->show();
        fitHeight();
    }
    for (LegendChip *chip : m_chips) {
        const QSignalBlocker quiet(chip);
        chip->setChecked(!hidden.contains(chip->config()));
        chip->update();
    }
}

void ChartLegend::setMostRows(int rows)
{
    if (rows == m_mostRows)
        return;
    m_mostRows = rows;
    fitHeight();
}

void ChartLegend::setActive(const QString &config)
{
    for (LegendChip *chip : m_chips)
        chip->setActive(chip->config() == config);
}

void ChartLegend::openMenu(LegendChip *chip, const QPoint &where)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString config = chip->config();
    connect(menu->addAction(tr("Show only this line")), &QAction::triggered, this,
            [this, config] { Q_EMIT onlyRequested(config); });
    connect(menu->addAction(tr("Show all lines")), &QAction::triggered, this, &ChartLegend::allRequested);
    menu->popup(where);
}

void ChartLegend::fitHeight()
{
    const int chip = m_chips.empty() ? 0 : m_chips.front()->sizeHint().height();
    const int most = m_mostRows * chip + (m_mostRows - 1) * grid::kUnit;
    const int needed = m_flow->heightForWidth(width());
    const int fits = needed <= most ? needed : most + chip / 2; // half a row tells that there are more
    setFixedHeight(fits);
}

void ChartLegend::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    fitHeight();
}

void ChartLegend::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitHeight();
}

} // namespace qcc
