// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/history.h"
#include "ui/charts/line_style.h"
#include "ui/charts/plot_frame.h"

#include <QFont>
#include <QGraphicsItem>

namespace qcc {

/// Which config was active when: a thin strip under the plot, a band with its config's name for each time.
/// Paints, and tells the text for a place in it.
class BandStrip final : public QGraphicsItem
{
public:
    explicit BandStrip(QGraphicsItem *parent);

    struct Band
    {
        ActiveSpan span;
        LineStyle style;
        QString text; ///< for a tool tip
    };
    struct Contents
    {
        PlotFrame frame;
        QRectF strip;
        std::vector<Band> bands;
        QFont font;
        QPalette palette;
    };
    void setContents(const Contents &contents);
    const Contents &contents() const { return m_contents; }
    /// Null: nobody was active then, or it is unknown.
    const Band *bandAt(TimePoint moment) const;

    QRectF boundingRect() const override { return m_contents.strip; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    void paintBand(QPainter &painter, const Band &band) const;

    Contents m_contents;
};

} // namespace qcc
