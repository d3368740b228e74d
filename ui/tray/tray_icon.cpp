// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tray/tray_icon.h"

#include <QPainter>
#include <QPainterPath>

namespace qcc {

namespace {

enum class Sign { Letter, Exclamation, Turn, Cross, NoWaves, Bars, Question };

struct Look
{
    QColor color;
    Sign sign;
    bool unlit = false; ///< a light tile with a coloured rim and sign
};

Look lookOf(TrayState state)
{
    switch (state) {
    case TrayState::AllWell:
        return {QColor(0x16, 0x8f, 0x50), Sign::Letter};
    case TrayState::Degraded:
        return {QColor(0xa6, 0x78, 0x00), Sign::Exclamation};
    case TrayState::FailedOver:
        return {QColor(0xd4, 0x58, 0x0c), Sign::Turn};
    case TrayState::AllDown:
        return {QColor(0xdb, 0x30, 0x38), Sign::Cross};
    case TrayState::OwnNetwork:
        return {QColor(0x8a, 0x5c, 0xd6), Sign::NoWaves};
    case TrayState::Paused:
        return {QColor(0x2f, 0x79, 0xd8), Sign::Bars};
    case TrayState::ProxyOff:
        return {QColor(0x6e, 0x78, 0x86), Sign::Letter, true};
    case TrayState::Unknown:
        return {QColor(0x6e, 0x78, 0x86), Sign::Question, true};
    }
    Q_UNREACHABLE();
}

const QColor kUnlit(0xe4, 0xe7, 0xec);

/// Draws one icon; lengths are parts of its size.
class Artist
{
public:
    Artist(QPixmap &pixmap, const Look &look)
        : m_painter(&pixmap), m_size(pixmap.width()), m_look(look), m_ink(look.unlit ? look.color : Qt::white)
    {
        m_painter.setRenderHint(QPainter::Antialiasing);
    }

    void draw()
    {
        drawTile();
        drawSign();
    }

private:
    /// @p part in whole pixels, an even number of them: what lies on the middle is sharp on both sides.
    qreal even(qreal part) const { return std::max(2.0, 2 * std::round(part * m_size / 2)); }
    QPointF at(qreal x, qreal y) const { return {x * m_size, y * m_size}; }

    void setPen(qreal width, const QColor &color)
    {
        m_painter.setPen(QPen(color, width * m_size, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        m_painter.setBrush(Qt::NoBrush);
    }

    void setBrush(const QColor &color)
    {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(color);
    }

    void drawTile()
    {
        const qreal margin = std::round(m_size / 22.0);
        QRectF tile(0, 0, m_size, m_size);
        tile.adjust(margin, margin, -margin, -margin);
        if (m_look.unlit) {
            const qreal width = std::max(2.0, std::round(m_size / 14));
            tile.adjust(width / 2, width / 2, -width / 2, -width / 2);
            setPen(width / m_size, m_look.color);
            m_painter.setBrush(kUnlit);
        } else {
            setBrush(m_look.color);
        }
        const qreal radius = 0.24 * m_size;
        m_painter.drawRoundedRect(tile, radius, radius);
    }

    void drawSign()
    {
        switch (m_look.sign) {
        case Sign::Letter:
            return drawLetter();
        case Sign::Exclamation:
            return drawExclamation();
        case Sign::Turn:
            return drawTurn();
        case Sign::Cross:
            return drawCross();
        case Sign::NoWaves:
            return drawNoWaves();
        case Sign::Bars:
            return drawBars();
        case Sign::Question:
            return drawQuestion();
        }
    }

    /// The Q of the application's icon.
    void drawLetter()
    {
        setPen(0.11, m_ink);
        m_painter.drawEllipse(at(0.48, 0.48), 0.20 * m_size, 0.20 * m_size);
        m_painter.drawLine(at(0.57, 0.57), at(0.74, 0.74));
    }

    void drawExclamation()
    {
        const qreal width = even(0.14);
        setBrush(m_ink);
        const qreal left = m_size / 2 - width / 2;
        const qreal top = std::round(0.2 * m_size);
        m_painter.drawRoundedRect(QRectF(left, top, width, std::round(0.36 * m_size)), width / 3, width / 3);
        m_painter.drawRoundedRect(QRectF(left, std::round(0.8 * m_size) - width, width, width), width / 3,
                                  width / 3);
    }

    /// From the first to another one further down.
    void drawTurn()
    {
        setPen(0.11, m_ink);
        QPainterPath way(at(0.26, 0.3));
        way.lineTo(at(0.4, 0.3));
        way.cubicTo(at(0.54, 0.3), at(0.58, 0.38), at(0.58, 0.48));
        way.lineTo(at(0.58, 0.72));
        m_painter.drawPath(way);
        m_painter.drawPolyline(QPolygonF({at(0.4, 0.56), at(0.58, 0.74), at(0.76, 0.56)}));
    }

    void drawCross()
    {
        setPen(0.13, m_ink);
        m_painter.drawLine(at(0.32, 0.32), at(0.68, 0.68));
        m_painter.drawLine(at(0.68, 0.32), at(0.32, 0.68));
    }

    void drawWave(qreal radius)
    {
        constexpr int kSixteenth = 16; // of a degree, the unit of drawArc
        const QPointF foot = at(0.5, 0.76);
        const qreal r = radius * m_size;
        m_painter.drawArc(QRectF(foot.x() - r, foot.y() - r, 2 * r, 2 * r), 45 * kSixteenth, 90 * kSixteenth);
    }

    /// Radio waves, and a cross where they should come from.
    void drawNoWaves()
    {
        setPen(0.1, m_ink);
        drawWave(0.51);
        drawWave(0.32);
        setPen(0.085, m_ink);
        m_painter.drawLine(at(0.42, 0.64), at(0.58, 0.80));
        m_painter.drawLine(at(0.58, 0.64), at(0.42, 0.80));
    }

    void drawBars()
    {
        const qreal width = std::round(0.13 * m_size);
        const qreal apart = even(0.13) / 2;
        const qreal top = std::round(0.27 * m_size);
        setBrush(m_ink);
        for (const qreal left : {m_size / 2 - apart - width, m_size / 2 + apart})
            m_painter.drawRoundedRect(QRectF(left, top, width, m_size - 2 * top), width / 4, width / 4);
    }

    void drawQuestion()
    {
        setPen(0.105, m_ink);
        QPainterPath hook(at(0.37, 0.37));
        hook.cubicTo(at(0.38, 0.17), at(0.64, 0.19), at(0.63, 0.37));
        hook.cubicTo(at(0.62, 0.47), at(0.5, 0.46), at(0.5, 0.58));
        m_painter.drawPath(hook);
        setBrush(m_ink);
        m_painter.drawEllipse(at(0.5, 0.76), 0.065 * m_size, 0.065 * m_size);
    }

    QPainter m_painter;
    qreal m_size;
    Look m_look;
    QColor m_ink;
};

} // namespace

QPixmap trayPixmap(TrayState state, int size)
{
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    Artist(pixmap, lookOf(state)).draw();
    return pixmap;
}

QIcon trayIcon(TrayState state)
{
    QIcon icon;
    for (const int size : kTrayIconSizes)
        icon.addPixmap(trayPixmap(state, size));
    return icon;
}

} // namespace qcc
