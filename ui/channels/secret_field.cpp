// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/channels/secret_field.h"

#include "models/rules/validation.h"
#include "ui/base/grid.h"
#include "ui/base/icons.h"

#include <QCheckBox>
#include <QToolButton>

namespace qcc {

SecretField::SecretField(Stored stored, QWidget *parent)
    : QWidget(parent), m_stored(stored), m_edit(new QLineEdit), m_show(new QToolButton)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(grid::kUnit);
    row->addWidget(m_edit, 1);
    row->addWidget(m_show);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid::kUnit);
    column->addLayout(row);
    m_edit->setEchoMode(QLineEdit::Password);
    m_edit->setMaxLength(static_cast<int>(kLongestKey));
    m_edit->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText |
                                Qt::ImhNoAutoUppercase);
    m_show->setCheckable(true);
    m_show->setFocusPolicy(Qt::StrongFocus);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, &SecretField::takeEdit);
    connect(m_show, &QToolButton::toggled, this, [this](bool show) {
        m_edit->setEchoMode(show ? QLineEdit::Normal : QLineEdit::Password);
        retranslate();
    });
    if (stored == Stored::IfAtAll) {
        m_remove = new QCheckBox;
        column->addWidget(m_remove);
        connect(m_remove, &QCheckBox::toggled, this, &SecretField::takeEdit);
    }
    retranslate();
}

SecretField::~SecretField()
{
    wipe();
}

void SecretField::setExample(const QString &text)
{
    m_example = text;
    retranslate();
}

std::optional<Secret> SecretField::typed() const
{
    if (m_remove && m_remove->isChecked())
        return Secret();
    if (m_edit->text().isEmpty())
        return std::nullopt;
    return Secret(m_edit->text().toUtf8());
}

void SecretField::wipe()
{
    QString text = m_edit->text();
    m_edit->setText(QString()); // clear() could be undone, and keeps each character for that
    text.fill(QChar::Null);
}

void SecretField::takeEdit()
{
    m_edit->setEnabled(!m_remove || !m_remove->isChecked());
    retranslate();
    Q_EMIT edited();
}

void SecretField::retranslate()
{
    const bool shown = m_show->isChecked();
    m_show->setIcon(icon(shown ? Icon::Hide : Icon::Show));
    m_show->setToolTip(shown ? tr("Hide what is typed") : tr("Show what is typed"));
    m_show->setAccessibleName(m_show->toolTip());
    m_show->setEnabled(m_edit->isEnabled() && !m_edit->text().isEmpty());
    switch (m_stored) {
    case Stored::No:
        m_edit->setPlaceholderText(m_example);
        break;
    case Stored::Yes:
        m_edit->setPlaceholderText(tr("Stored – leave empty to keep it"));
        break;
    case Stored::IfAtAll:
        m_edit->setPlaceholderText(tr("Leave empty to keep what is stored"));
        break;
    }
    if (m_remove)
        m_remove->setText(tr("Take the stored one away"));
}

void SecretField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace qcc
