// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/toggle_switch.h"

#include "ui/base/colors.h"
#include "ui/base/focus_ring.h"
#include "ui/base/grid.h"

namespace qcc {

namespace {

constexpr QSize kTrack(40, 22);
constexpr int kAround = 3; ///< room for the focus ring
constexpr qreal kThumbInset = 3;

} // namespace

ToggleSwitch::ToggleSwitch(QWidget *parent) : QAbstractButton(parent)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize ToggleSwitch::sizeHint() const
{
    const QSize words = text().isEmpty() ? QSize() : fontMetrics().size(Qt::TextShowMnemonic, text());
    const int beside = words.isEmpty() ? 0 : grid::kSmall + words.width();
    return {kTrack.width() + 2 * kAround + beside, std::max(kTrack.height() + 2 * kAround, words.height())};
}

QRectF ToggleSwitch::track() const
{
    const QRect place(QPoint(kAround, (height() - kTrack.height()) / 2), kTrack);
    return QStyle::visualRect(layoutDirection(), rect(), place);
}

bool ToggleSwitch::event(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange)
        updateGeometry();
    return QAbstractButton::event(event);
}

void ToggleSwitch::paintTrack(QPainter &painter) const
{
    const Colors &colors = colorsFor(palette());
    const QRectF place = track();
    const bool on = isChecked();
    QColor fill = on ? colors.accent : colors.surface;
    QColor edge = on ? colors.accent : underMouse() ? colors.text : colors.outline;
    QColor thumb = on ? colors.onAccent : colors.outline;
    if (!isEnabled()) {
        fill = on ? colors.border : colors.window;
        edge = colors.border;
        thumb = on ? colors.window : colors.border;
    }
    painter.setPen(QPen(edge, 1.5));
    painter.setBrush(fill);
    painter.drawRoundedRect(place.adjusted(0.75, 0.75, -0.75, -0.75), place.height() / 2, place.height() / 2);

    const qreal side = place.height() - 2 * kThumbInset;
    const bool right = on == (layoutDirection() == Qt::LeftToRight);
    const QRectF disc(right ? place.right() - kThumbInset - side : place.left() + kThumbInset,
                      place.top() + kThumbInset, side, side);
    painter.setPen(Qt::NoPen);
    painter.setBrush(thumb);
    painter.drawEllipse(disc);
    if (!on)
        return;
    const QPointF middle = disc.center();
    painter.setPen(QPen(fill, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(
        QPolygonF{middle + QPointF(-3.4, 0.2), middle + QPointF(-1, 2.6), middle + QPointF(3.4, -2.4)});
}

void ToggleSwitch::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintTrack(painter);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        paintFocusRing(&painter, track().adjusted(-kAround, -kAround, kAround, kAround),
                       kTrack.height() / 2.0 + kAround, colorsFor(palette()));
    if (text().isEmpty())
        return;
    const int from = kTrack.width() + 2 * kAround + grid::kSmall;
    const QRect place =
        QStyle::visualRect(layoutDirection(), rect(), QRect(from, 0, width() - from, height()));
    style()->drawItemText(&painter, place, Qt::AlignVCenter | Qt::AlignLeading | Qt::TextShowMnemonic,
                          palette(), isEnabled(), text(), QPalette::WindowText);
}

} // namespace qcc
