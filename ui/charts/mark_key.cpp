// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/mark_key.h"

#include "models/text/event_text.h"
#include "ui/base/grid.h"

#include <QFontMetrics>

namespace qcc {

namespace {

constexpr int kMark = 10;

} // namespace

MarkKey::MarkKey(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    retranslate();
}

QString MarkKey::nameOf(MarkShape shape)
{
    switch (shape) {
    case MarkShape::Down:
        return eventTypeName(FailoverEventType::Failover);
    case MarkShape::Up:
        return eventTypeName(FailoverEventType::Recovery);
    case MarkShape::Diamond:
        return eventTypeName(FailoverEventType::Manual);
    case MarkShape::Disc:
        return eventTypeName(FailoverEventType::Activation);
    case MarkShape::Cross:
        return tr("failed switch");
    }
    Q_UNREACHABLE();
}

void MarkKey::setShapes(const std::vector<MarkShape> &shapes)
{
    if (shapes == m_shapes)
        return;
    m_shapes = shapes;
    retranslate();
    updateGeometry();
    update();
}

void MarkKey::retranslate()
{
    QStringList names;
    for (const MarkShape shape : m_shapes)
        names += nameOf(shape);
    setAccessibleName(tr("Marks in the chart: %1").arg(QLocale().createSeparatedList(names)));
}

int MarkKey::widthOf(MarkShape shape) const
{
    return kMark + grid::kUnit + fontMetrics().horizontalAdvance(nameOf(shape)) + grid::kLarge;
}

QSize MarkKey::sizeHint() const
{
    int width = 0;
    for (const MarkShape shape : m_shapes)
        width += widthOf(shape);
    return {width, fontMetrics().height() + grid::kUnit};
}

void MarkKey::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    int left = std::max(width() - sizeHint().width() + grid::kLarge, 0);
    for (const MarkShape shape : m_shapes) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(markColor(shape, colors));
        painter.drawPath(markPath(shape, QPointF(left + kMark / 2.0, height() / 2.0), kMark));
        painter.setPen(colors.textMuted);
        const int text = left + kMark + grid::kUnit;
        painter.drawText(QRect(text, 0, std::max(width() - text, 0), height()),
                         Qt::AlignLeft | Qt::AlignVCenter, nameOf(shape));
        left += widthOf(shape);
    }
}

void MarkKey::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    updateGeometry();
    update();
}

} // namespace qcc
