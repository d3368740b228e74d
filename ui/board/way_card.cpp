// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/way_card.h"

#include "ui/base/colors.h"
#include "ui/base/focus_ring.h"
#include "ui/base/grid.h"
#include "ui/base/style.h"

#include <QKeyEvent>

namespace qcc {

namespace {

constexpr int kWidth = 420;
constexpr int kDisc = 40;
constexpr qreal kDisabledOpacity = 0.5;

} // namespace

WayCard::WayCard(Icon icon, QWidget *parent) : QAbstractButton(parent), m_icon(icon)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void WayCard::setTexts(const QString &title, const QString &explanation)
{
    setText(title);
    m_explanation = explanation;
    setAccessibleName(title);
    setAccessibleDescription(explanation);
    updateGeometry();
    update();
}

void WayCard::setRecommended(bool on)
{
    m_recommended = on;
    update();
}

QRect WayCard::textRect(int width) const
{
    const int left = grid::kLarge + kDisc + grid::kLarge;
    const int room = std::max(80, width - left - grid::kLarge);
    const int title = QFontMetrics(headingFont(font(), 2)).height();
    const int lines = fontMetrics().boundingRect(0, 0, room, 10000, Qt::TextWordWrap, m_explanation).height();
    return {left, grid::kMedium, room, title + grid::kUnit + lines};
}

int WayCard::heightForWidth(int width) const
{
    return std::max(textRect(width).height(), kDisc) + 2 * grid::kMedium;
}

QSize WayCard::sizeHint() const
{
    return {kWidth, heightForWidth(kWidth)};
}

bool WayCard::event(QEvent *event)
{
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave)
        update();
    return QAbstractButton::event(event);
}

void WayCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return click();
    QAbstractButton::keyPressEvent(event);
}

void WayCard::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!isEnabled())
        painter.setOpacity(kDisabledOpacity);
    painter.setPen(QPen(m_recommended ? colors.accent : colors.border, m_recommended ? 2 : 1));
    painter.setBrush(underMouse() || isDown() ? colors.surfaceHover : colors.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), grid::kRadius, grid::kRadius);
    const QRect disc(grid::kLarge, (height() - kDisc) / 2, kDisc, kDisc);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.accentSoft);
    painter.drawEllipse(disc);
    qcc::icon(m_icon, colors.accent).paint(&painter, disc.adjusted(10, 10, -10, -10));

    QRect place = textRect(width());
    painter.setFont(headingFont(font(), 2));
    painter.setPen(colors.text);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignTop, text());
    place.setTop(place.top() + painter.fontMetrics().height() + grid::kUnit);
    painter.setFont(font());
    painter.setPen(colors.textMuted);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_explanation);
    if (hasFocus())
        paintFocusRing(&painter, QRectF(rect()).adjusted(3, 3, -3, -3), grid::kSmallRadius, colors);
}

} // namespace qcc
