// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/legend_chip.h"

#include "ui/base/grid.h"

namespace qcc {

namespace {

constexpr int kSwatch = 20;
constexpr int kWidestName = 150;

} // namespace

LegendChip::LegendChip(const QString &config, int number, QWidget *parent)
    : QAbstractButton(parent), m_config(config), m_number(number)
{
    setCheckable(true);
    setChecked(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    retranslate();
}

void LegendChip::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    retranslate();
    updateGeometry();
    update();
}

void LegendChip::retranslate()
{
    setAccessibleName(m_active ? tr("Line of %1, active now").arg(m_config) : tr("Line of %1").arg(m_config));
    const QString action = tr("Click to show or hide this line");
    const QString name = m_active ? tr("%1 – active now").arg(m_config) : m_config;
    setToolTip(QStringLiteral("<b>%1</b><br>%2").arg(name.toHtmlEscaped(), action));
}

QSize LegendChip::sizeHint() const
{
    QFont bold = font();
    bold.setBold(true);
    const int name = std::min(QFontMetrics(bold).horizontalAdvance(m_config), kWidestName);
    return {grid::kSmall + kSwatch + grid::kSmall + name + grid::kMedium,
            std::max(fontMetrics().height() + grid::kSmall, grid::kHuge)};
}

bool LegendChip::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::HoverEnter:
    case QEvent::FocusIn:
        Q_EMIT pointedAt(true);
        break;
    case QEvent::HoverLeave:
    case QEvent::FocusOut:
        Q_EMIT pointedAt(false);
        break;
    case QEvent::LanguageChange:
        retranslate();
        break;
    default:
        break;
    }
    return QAbstractButton::event(event);
}

void LegendChip::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75);
    painter.setPen(hasFocus() ? QPen(colors.accent, 1.5)
                              : QPen(isChecked() ? colors.border : Qt::transparent, 1));
    painter.setBrush(underMouse() ? colors.surfaceHover : isChecked() ? colors.surface : Qt::transparent);
    painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2);

    LineStyle style = lineStyle(m_number, colors);
    if (!isChecked())
        style.color = colors.border;
    const int middle = height() / 2;
    painter.setPen(swatchPen(style));
    painter.drawLine(grid::kSmall + 2, middle, grid::kSmall + kSwatch, middle);

    QFont nameFont = font();
    nameFont.setBold(m_active);
    nameFont.setStrikeOut(!isChecked());
    painter.setFont(nameFont);
    painter.setPen(isChecked() ? colors.text : colors.textMuted);
    const int left = 2 * grid::kSmall + kSwatch;
    const QRect area(left, 0, width() - left - grid::kSmall, height());
    painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_config, Qt::ElideMiddle, area.width()));
}

} // namespace qcc
