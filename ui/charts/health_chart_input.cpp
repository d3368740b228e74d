// SPDX-License-Identifier: GPL-3.0-or-later
// What mouse and keyboard do with the chart.
#include "ui/base/focus_ring.h"
#include "ui/base/grid.h"
#include "ui/charts/band_strip.h"
#include "ui/charts/health_chart.h"
#include "ui/charts/mark_item.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QToolTip>

namespace qcc {

void HealthChart::setCursorMoment(std::optional<TimePoint> moment)
{
    m_moment = moment;
    showCursor();
}

void HealthChart::showCursor()
{
    const bool shown = m_moment && !m_frame.isEmpty() && !m_contents.lines.empty();
    viewport()->update();
    if (!shown) {
        m_panel->hide();
        setAccessibleDescription({});
        return;
    }
    const TimePoint moment = std::clamp(*m_moment, m_frame.from, m_frame.to);
    const ReadOut readOut = readOutAt(m_contents, m_hidden, moment, colorsFor(palette()));
    QRect room = viewport()->rect();
    room.setTop(qRound(m_frame.plot.top()) + grid::kUnit);
    m_panel->show(readOut, qRound(m_frame.x(moment)), room);
    setAccessibleDescription(spokenText(readOut));
}

void HealthChart::mouseMoveEvent(QMouseEvent *event)
{
    QChartView::mouseMoveEvent(event);
    if (m_frame.isEmpty())
        return;
    const QPointF position = event->position();
    const bool inside = m_frame.plot.contains(position);
    setCursorMoment(inside ? std::optional(m_frame.at(position.x())) : std::nullopt);
}

void HealthChart::leaveEvent(QEvent *event)
{
    QChartView::leaveEvent(event);
    setCursorMoment(std::nullopt);
}

void HealthChart::moveCursor(int pieces)
{
    const milliseconds step = std::max(m_contents.answer.piece, (m_frame.to - m_frame.from) / 240);
    const TimePoint start = m_moment.value_or(std::min(m_contents.now, m_frame.to));
    setCursorMoment(std::clamp(start + step * pieces, m_frame.from, m_frame.to));
}

void HealthChart::jumpToEvent(int direction)
{
    const TimePoint start = m_moment.value_or(direction < 0 ? m_frame.to : m_frame.from);
    std::optional<TimePoint> found;
    for (const FailoverEvent &event : m_contents.answer.events) {
        const bool isAhead = direction < 0 ? event.at < start : event.at > start;
        const bool isNearer = !found || (direction < 0 ? event.at > *found : event.at < *found);
        if (isAhead && isNearer && event.at >= m_frame.from && event.at <= m_frame.to)
            found = event.at;
    }
    if (found)
        setCursorMoment(found);
}

void HealthChart::activateEvent()
{
    if (!m_moment)
        return;
    constexpr double kNear = 8;
    const FailoverEvent *nearest = nullptr;
    double distance = kNear;
    for (const FailoverEvent &event : m_contents.answer.events) {
        const double away = std::abs(m_frame.x(event.at) - m_frame.x(*m_moment));
        if (away < distance || (!nearest && away <= distance)) {
            nearest = &event;
            distance = away;
        }
    }
    if (nearest)
        Q_EMIT eventActivated(nearest->id);
}

bool HealthChart::handlesKey(int key, bool withControl)
{
    constexpr int kPage = 20;
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int direction = key == Qt::Key_Left ? -1 : 1;
        withControl ? jumpToEvent(direction) : moveCursor(direction);
        return true;
    }
    case Qt::Key_PageUp:
        moveCursor(-kPage);
        return true;
    case Qt::Key_PageDown:
        moveCursor(kPage);
        return true;
    case Qt::Key_Home:
        setCursorMoment(m_frame.from);
        return true;
    case Qt::Key_End:
        setCursorMoment(std::min(m_contents.now, m_frame.to));
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        activateEvent();
        return true;
    case Qt::Key_Escape:
        if (!m_moment)
            return false;
        setCursorMoment(std::nullopt);
        return true;
    default:
        return false;
    }
}

void HealthChart::keyPressEvent(QKeyEvent *event)
{
    m_showsFocus = true;
    if (m_frame.isEmpty() || !handlesKey(event->key(), event->modifiers().testFlag(Qt::ControlModifier)))
        event->ignore(); // and not to QGraphicsView, which would scroll
}

void HealthChart::focusInEvent(QFocusEvent *event)
{
    QChartView::focusInEvent(event);
    const bool byKey = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    m_showsFocus = byKey;
    if (byKey && !m_frame.isEmpty())
        setCursorMoment(std::min(m_contents.now, m_frame.to));
    viewport()->update();
}

void HealthChart::focusOutEvent(QFocusEvent *event)
{
    QChartView::focusOutEvent(event);
    setCursorMoment(std::nullopt);
    viewport()->update();
}

bool HealthChart::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && !m_frame.isEmpty()) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const BandStrip::Band *band = m_strip->contents().strip.contains(help->pos())
                                          ? m_strip->bandAt(m_frame.at(help->pos().x()))
                                          : nullptr;
        if (band) {
            QToolTip::showText(help->globalPos(), band->text.toHtmlEscaped(), viewport());
            return true;
        }
    }
    return QChartView::viewportEvent(event);
}

void HealthChart::paintCursor(QPainter &painter) const
{
    if (m_frame.isEmpty())
        return;
    const Colors &colors = colorsFor(palette());
    if (m_panel->isVisible() && m_moment) {
        const double x = std::round(m_frame.x(std::clamp(*m_moment, m_frame.from, m_frame.to))) + 0.5;
        painter.setPen(QPen(colors.textMuted, 1));
        painter.drawLine(QPointF(x, m_frame.plot.top()), QPointF(x, m_strip->contents().strip.bottom()));
    }
    if (hasFocus() && m_showsFocus) {
        painter.setRenderHint(QPainter::Antialiasing);
        paintFocusRing(&painter, m_frame.plot.adjusted(-2, -2, 2, 2), 3, colors);
    }
}

} // namespace qcc
