// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/field_note.h"

#include "ui/base/colors.h"
#include "ui/base/grid.h"
#include "ui/base/icons.h"

#include <QScopedValueRollback>

namespace qcc {

FieldNote::FieldNote(QWidget *field, QWidget *parent)
    : QWidget(parent), m_field(field), m_icon(new QLabel(this)), m_text(new QLabel(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(grid::kUnit);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    hide();
}

void FieldNote::showFault(const QString &text)
{
    say(Kind::Fault, text);
}

void FieldNote::showHint(const QString &text)
{
    say(Kind::Hint, text);
}

void FieldNote::showDone(const QString &text)
{
    say(Kind::Done, text);
}

void FieldNote::clear()
{
    say(Kind::Hint, {});
}

void FieldNote::setDescription(const QString &text)
{
    m_description = text;
    if (m_text->text().isEmpty())
        m_field->setAccessibleDescription(text);
}

QString FieldNote::text() const
{
    return m_text->text();
}

void FieldNote::say(Kind kind, const QString &text)
{
    if (kind == m_kind && text == m_text->text())
        return;
    m_kind = kind;
    m_text->setText(text);
    m_field->setAccessibleDescription(text.isEmpty() ? m_description : text);
    recolor();
    setVisible(!text.isEmpty());
}

void FieldNote::recolor()
{
    const QScopedValueRollback guard(m_recoloring, true);
    const Colors &colors = colorsFor(palette());
    const bool isFault = m_kind == Kind::Fault;
    const bool isDone = m_kind == Kind::Done;
    const QColor color = isFault ? colors.bad : isDone ? colors.good : colors.warn;
    const Icon which = isFault ? Icon::Warning : isDone ? Icon::Check : Icon::Info;
    const int height = QFontMetrics(m_text->font()).height();
    m_icon->setPixmap(icon(which, color).pixmap(QSize(height, height), devicePixelRatioF()));
    QPalette own = m_text->palette();
    own.setColor(QPalette::WindowText, color);
    m_text->setPalette(own);
}

void FieldNote::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_recoloring)
        recolor();
}

} // namespace qcc
