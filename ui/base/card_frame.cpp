// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/card_frame.h"

#include "ui/base/colors.h"
#include "ui/base/grid.h"
#include "ui/base/style.h"

namespace qcc {

CardFrame::CardFrame(QWidget *parent)
    : QFrame(parent), m_title(new QLabel(this)), m_description(new QLabel(this)), m_body(new QVBoxLayout)
{
    m_description->setWordWrap(true);
    m_title->hide();
    m_description->hide();
    m_body->setSpacing(grid::kSmall);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(grid::kLarge, grid::kLarge, grid::kLarge, grid::kLarge);
    column->setSpacing(grid::kUnit);
    column->addWidget(m_title);
    column->addWidget(m_description);
    column->addLayout(m_body, 1);
    restyle();
}

void CardFrame::setTitle(const QString &title)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    setAccessibleName(title);
    m_body->setContentsMargins(0, title.isEmpty() ? 0 : grid::kSmall, 0, 0);
}

void CardFrame::setDescription(const QString &description)
{
    m_description->setText(description);
    m_description->setVisible(!description.isEmpty());
}

void CardFrame::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors.border, 1));
    painter.setBrush(colors.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), grid::kRadius, grid::kRadius);
}

void CardFrame::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        restyle();
}

void CardFrame::restyle()
{
    if (m_restyling)
        return; // setting the labels' looks must not bring us back here
    m_restyling = true;
    m_title->setFont(headingFont(font(), 2));
    QPalette muted = m_description->palette();
    muted.setColor(QPalette::WindowText, colorsFor(palette()).textMuted);
    m_description->setPalette(muted);
    m_restyling = false;
    update();
}

} // namespace qcc
