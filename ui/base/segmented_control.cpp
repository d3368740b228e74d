// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/segmented_control.h"

#include "ui/base/colors.h"
#include "ui/base/grid.h"

#include <QToolButton>

namespace qcc {

SegmentedControl::SegmentedControl(QWidget *parent) : QWidget(parent), m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(2, 2, 2, 2);
    m_row->setSpacing(2);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_group.setExclusive(true);
    connect(&m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on)
            Q_EMIT currentChanged(id);
    });
}

void SegmentedControl::addSegment(const QString &text, const QIcon &icon)
{
    auto *button = new QToolButton(this);
    button->setProperty("segment", true);
    button->setCheckable(true);
    button->setText(text);
    button->setIcon(icon);
    button->setToolButtonStyle(icon.isNull() ? Qt::ToolButtonTextOnly : Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::StrongFocus);
    const int id = count();
    m_group.addButton(button, id);
    m_row->addWidget(button);
    if (id == 0)
        button->setChecked(true);
}

void SegmentedControl::setSegments(const QStringList &texts)
{
    while (count() > texts.size()) {
        QAbstractButton *last = m_group.button(count() - 1);
        if (last->isChecked() && !texts.isEmpty())
            setCurrentIndex(0);
        m_group.removeButton(last);
        delete last;
    }
    for (int i = 0; i < texts.size(); ++i) {
        if (i < count())
            m_group.button(i)->setText(texts[i]);
        else
            addSegment(texts[i]);
    }
}

int SegmentedControl::count() const
{
    return static_cast<int>(m_group.buttons().size());
}

int SegmentedControl::currentIndex() const
{
    return m_group.checkedId();
}

void SegmentedControl::setCurrentIndex(int index)
{
    if (QAbstractButton *button = m_group.button(index))
        button->setChecked(true);
}

void SegmentedControl::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors.border, 1));
    painter.setBrush(colors.surfaceSunk);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), grid::kSmallRadius + 2,
                            grid::kSmallRadius + 2);
}

} // namespace qcc
