// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/state_mark.h"

namespace qcc {

namespace {

constexpr int kSize = 52;
constexpr int kSymbol = 28;

} // namespace

StateMark::StateMark(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize StateMark::sizeHint() const
{
    return {kSize, kSize};
}

void StateMark::setState(OverallState state)
{
    m_state = state;
    setAccessibleName(stateWord(state));
    update();
}

void StateMark::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsFor(palette());
    const ToneColors tone = toneColors(toneOf(m_state), colors);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tone.mark);
    painter.drawEllipse(QRectF(rect()).adjusted(1, 1, -1, -1));
    QRect symbol(0, 0, kSymbol, kSymbol);
    symbol.moveCenter(rect().center());
    icon(iconOf(m_state), colors.surface).paint(&painter, symbol);
}

} // namespace qcc
