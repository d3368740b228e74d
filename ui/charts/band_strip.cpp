// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/band_strip.h"

#include "ui/base/grid.h"

#include <QFontMetricsF>

namespace qcc {

namespace {

/// Black or white, what is read better on @p back (WCAG 2.1, relative luminance).
QColor inkOn(const QColor &back)
{
    const auto linear = [](double part) {
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    const double luminance =
        0.2126 * linear(back.redF()) + 0.7152 * linear(back.greenF()) + 0.0722 * linear(back.blueF());
    return luminance > 0.179 ? QColor(Qt::black) : QColor(Qt::white);
}

} // namespace

BandStrip::BandStrip(QGraphicsItem *parent) : QGraphicsItem(parent)
{
    setZValue(1);
    setAcceptedMouseButtons(Qt::NoButton);
}

void BandStrip::setContents(const Contents &contents)
{
    prepareGeometryChange();
    m_contents = contents;
    update();
}

const BandStrip::Band *BandStrip::bandAt(TimePoint moment) const
{
    const auto found = std::find_if(m_contents.bands.begin(), m_contents.bands.end(), [&](const Band &band) {
        return moment >= band.span.from && moment < band.span.to;
    });
    return found == m_contents.bands.end() ? nullptr : &*found;
}

void BandStrip::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    if (m_contents.frame.isEmpty())
        return;
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colorsFor(m_contents.palette).surfaceSunk);
    painter->drawRoundedRect(m_contents.strip, 3, 3);
    painter->setFont(m_contents.font);
    for (const Band &band : m_contents.bands)
        paintBand(*painter, band);
}

void BandStrip::paintBand(QPainter &painter, const Band &band) const
{
    const PlotFrame &frame = m_contents.frame;
    const double left = std::max(frame.x(band.span.from), frame.plot.left());
    const double right = std::min(frame.x(band.span.to), frame.plot.right());
    if (right <= left)
        return;
    const double inset = right - left > 4 ? 0.5 : 0; // neighbours are told apart, however short
    const QRectF area(left + inset, m_contents.strip.top(), std::max(right - left - 2 * inset, 1.0),
                      m_contents.strip.height());
    painter.setPen(Qt::NoPen);
    painter.setBrush(band.style.color);
    const double radius = std::min(3.0, area.width() / 2);
    painter.drawRoundedRect(area, radius, radius);
    const QFontMetricsF metrics(m_contents.font);
    const double room = area.width() - 2 * grid::kUnit;
    if (room < metrics.horizontalAdvance(QStringLiteral("mmm")))
        return;
    painter.setPen(inkOn(band.style.color));
    painter.drawText(area.adjusted(grid::kUnit, 0, -grid::kUnit, 0), Qt::AlignCenter,
                     metrics.elidedText(band.span.config, Qt::ElideRight, room));
}

} // namespace qcc
