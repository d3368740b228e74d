// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_section.h"

#include "ui/base/card_frame.h"

namespace qcc {

SettingsSection::SettingsSection(QWidget *parent) : QWidget(parent), m_card(new CardFrame)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
}

void SettingsSection::add(QWidget *row)
{
    m_card->body()->addWidget(row);
}

void SettingsSection::setTexts(const QString &title, const QString &explanation)
{
    m_card->setTitle(title);
    m_card->setDescription(explanation);
    setAccessibleName(title);
}

void SettingsSection::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace qcc
