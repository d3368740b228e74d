// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_contents.h"

#include <QScrollArea>

namespace qcc {

class FlowLayout;
class LegendChip;

/// The chips of all lines, in a few rows; more are scrolled to. The built-in legend elides names and
/// can't switch lines.
class ChartLegend final : public QScrollArea
{
    Q_OBJECT
public:
    explicit ChartLegend(QWidget *parent = nullptr);

    void setLines(const std::vector<ChartLine> &lines, const HiddenLines &hidden);
    void setMostRows(int rows);
    void setActive(const QString &config);
    std::vector<LegendChip *> chips() const { return m_chips; }

Q_SIGNALS:
    void toggled(const QString &config, bool shown);
    void onlyRequested(const QString &config); ///< hide all others
    void allRequested();
    void highlighted(const QString &config); ///< empty: none

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    LegendChip *addChip(const ChartLine &line);
    void openMenu(LegendChip *chip, const QPoint &where);
    void fitHeight();
    void retranslate();

    FlowLayout *m_flow;
    std::vector<LegendChip *> m_chips;
    std::vector<ChartLine> m_lines;
    int m_mostRows = 3;
};

} // namespace qcc
