// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/plot_frame.h"
#include "ui/charts/ticks.h"

#include <QFont>
#include <QGraphicsItem>
#include <QPalette>

namespace qcc {

struct ValueTick
{
    double value = 0;
    QString text;
};

/// The grid and its labels: Qt Charts' own axes put ticks at equal parts of the range, so not on full hours,
/// and days are not always 24 h long. Paints only.
class ChartRuler final : public QGraphicsItem
{
public:
    explicit ChartRuler(QGraphicsItem *parent);

    struct Contents
    {
        PlotFrame frame;
        std::vector<TimeTick> times;
        std::vector<ValueTick> values;
        double timeBaseline = 0; ///< the top of the time labels
        QFont font;
        QPalette palette;
    };
    void setContents(const Contents &contents);
    const Contents &contents() const { return m_contents; }

    QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    void paintValues(QPainter &painter) const;
    void paintTimes(QPainter &painter) const;

    Contents m_contents;
};

} // namespace qcc
