// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/setting_row.h"

#include "ui/base/colors.h"
#include "ui/base/field_note.h"
#include "ui/base/grid.h"

#include <QScopedValueRollback>

namespace qcc {

SettingRow::SettingRow(QWidget *parent)
    : QWidget(parent), m_title(new QLabel), m_explanation(new QLabel), m_texts(new QVBoxLayout),
      m_line(new QHBoxLayout), m_controls(new QHBoxLayout), m_column(new QVBoxLayout(this))
{
    m_texts->setSpacing(0);
    m_texts->addWidget(m_title);
    m_texts->addWidget(m_explanation);
    m_explanation->setWordWrap(true);
    m_explanation->setTextFormat(Qt::PlainText);
    m_controls->setSpacing(grid::kUnit);
    m_line->setSpacing(grid::kLarge);
    m_line->addLayout(m_texts, 1);
    m_line->addLayout(m_controls);
    m_column->setContentsMargins(0, grid::kUnit, 0, grid::kUnit);
    m_column->setSpacing(grid::kUnit);
    m_column->addLayout(m_line);
    recolor();
}

void SettingRow::setSymbol(const QIcon &symbol)
{
    m_symbol = symbol;
    m_picture = new QLabel;
    m_line->insertWidget(0, m_picture, 0, Qt::AlignTop);
    recolor();
}

void SettingRow::addDetail(QWidget *part)
{
    m_texts->addWidget(part);
}

void SettingRow::addControl(QWidget *control)
{
    m_controls->addWidget(control, 0, Qt::AlignRight | Qt::AlignVCenter);
    if (m_first)
        return;
    m_first = control;
    m_title->setBuddy(control);
    nameControl();
}

void SettingRow::addAside(QWidget *button)
{
    m_controls->insertWidget(0, button, 0, Qt::AlignRight | Qt::AlignVCenter);
}

void SettingRow::addBelow(QWidget *part)
{
    m_column->addWidget(part);
}

void SettingRow::setTexts(const QString &title, const QString &explanation)
{
    m_title->setText(title);
    m_explanation->setText(explanation);
    m_explanation->setVisible(!explanation.isEmpty());
    nameControl();
}

QString SettingRow::title() const
{
    return m_title->text();
}

FieldNote *SettingRow::note()
{
    if (!m_note) {
        m_note = new FieldNote(m_first ? m_first : this, this);
        m_note->setDescription(m_explanation->text());
        m_column->addWidget(m_note);
    }
    return m_note;
}

void SettingRow::nameControl()
{
    if (!m_first)
        return;
    m_first->setAccessibleName(m_title->text());
    if (m_note)
        m_note->setDescription(m_explanation->text());
    else
        m_first->setAccessibleDescription(m_explanation->text());
}

void SettingRow::recolor()
{
    const QScopedValueRollback guard(m_recoloring, true);
    QPalette own = m_explanation->palette();
    own.setColor(QPalette::WindowText, colorsFor(palette()).textMuted);
    m_explanation->setPalette(own);
    if (m_picture)
        m_picture->setPixmap(m_symbol.pixmap(grid::kIcon, grid::kIcon));
}

void SettingRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_recoloring)
        recolor();
}

} // namespace qcc
