// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/balanced_label.h"

namespace qcc {

namespace {

constexpr int kEndless = 100'000;
constexpr int kStep = 8; ///< as near as it needs to be

} // namespace

BalancedLabel::BalancedLabel(QWidget *parent) : QLabel(parent)
{
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
}

int BalancedLabel::textHeight(int width) const
{
    return fontMetrics().boundingRect(0, 0, width, kEndless, Qt::TextWordWrap, text()).height();
}

int BalancedLabel::balancedWidth(int width) const
{
    const int height = textHeight(width);
    int tooNarrow = 0;
    int enough = width;
    while (enough - tooNarrow > kStep) {
        const int middle = (enough + tooNarrow) / 2;
        const QRect taken = fontMetrics().boundingRect(0, 0, middle, kEndless, Qt::TextWordWrap, text());
        const bool fits = taken.height() <= height && taken.width() <= middle;
        (fits ? enough : tooNarrow) = middle;
    }
    return enough;
}

void BalancedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(isEnabled() ? QPalette::Normal : QPalette::Disabled, foregroundRole()));
    QRect place = contentsRect();
    if (textHeight(place.width()) > fontMetrics().height() * 3 / 2)
        place.setWidth(balancedWidth(place.width()));
    painter.drawText(place, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, text());
}

} // namespace qcc
