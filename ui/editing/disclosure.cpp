// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/disclosure.h"

#include "ui/base/grid.h"
#include "ui/base/icons.h"

namespace qcc {

Disclosure::Disclosure(QWidget *content, QWidget *parent)
    : QWidget(parent), m_button(new QToolButton(this)), m_content(content)
{
    m_button->setCheckable(true);
    m_button->setAutoRaise(true);
    m_button->setFocusPolicy(Qt::StrongFocus);
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid::kSmall);
    column->addWidget(m_button, 0, Qt::AlignLeft);
    column->addWidget(content);
    connect(m_button, &QToolButton::toggled, this, &Disclosure::unfold);
    unfold(false);
}

void Disclosure::setTitle(const QString &title)
{
    m_button->setText(title);
    m_button->setAccessibleName(title);
}

void Disclosure::unfold(bool open)
{
    m_button->setIcon(icon(open ? Icon::Collapse : Icon::Expand));
    m_content->setVisible(open);
    Q_EMIT toggled(open);
}

} // namespace qcc
