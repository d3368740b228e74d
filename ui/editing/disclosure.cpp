// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/disclosure.h"

#include "ui/base/grid.h"
#include "ui/base/icons.h"

namespace qcc {

Disclosure::Disclosure(QWidget *content, QWidget *parent)
    : QWidget(parent), m_button(new QToolButton(this)), m_content(content)
{
    m_button->setAutoRaise(true);
    m_button->setFocusPolicy(Qt::StrongFocus);
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid::kSmall);
    column->addWidget(m_button, 0, Qt::AlignLeft);
    column->addWidget(content);
    connect(m_button, &QToolButton::clicked, this, &Disclosure::toggle);
    showState();
}

void Disclosure::setTitle(const QString &title)
{
    m_title = title;
    showState();
}

void Disclosure::setOpen(bool open)
{
    if (open == m_open)
        return;
    m_open = open;
    showState();
    Q_EMIT toggled(open);
}

void Disclosure::toggle()
{
    setOpen(!m_open);
    if (m_open)
        Q_EMIT unfolded();
}

void Disclosure::showState()
{
    m_button->setText(m_title);
    m_button->setIcon(icon(m_open ? Icon::Collapse : Icon::Expand));
    m_button->setAccessibleName(m_title);
    m_button->setAccessibleDescription(m_open ? tr("unfolded") : tr("folded"));
    m_content->setVisible(m_open);
}

} // namespace qcc
