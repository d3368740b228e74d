// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/key_field.h"

#include "models/rules/validation.h"
#include "ui/base/grid.h"
#include "ui/base/icons.h"

#include <QSignalBlocker>
#include <QToolButton>

namespace qcc {

namespace {

/// Over the characters themselves, once nobody else holds them.
void wipeText(QString text)
{
    text.fill(QChar::Null);
}

} // namespace

KeyField::KeyField(QWidget *parent)
    : QWidget(parent), m_edit(new QLineEdit(this)), m_show(new QToolButton(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(grid::kUnit);
    row->addWidget(m_edit, 1);
    row->addWidget(m_show);
    m_edit->setEchoMode(QLineEdit::Password);
    m_edit->setMaxLength(static_cast<int>(kLongestKey));
    m_edit->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText |
                                Qt::ImhNoAutoUppercase);
    m_show->setCheckable(true);
    m_show->setFocusPolicy(Qt::StrongFocus);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, &KeyField::takeEdit);
    connect(m_show, &QToolButton::toggled, this, &KeyField::toggle);
    retranslate();
}

KeyField::~KeyField()
{
    wipe();
}

void KeyField::load(const std::optional<Secret> &typed, bool stored)
{
    wipe();
    m_stored = stored;
    if (typed)
        put(*typed);
    const QSignalBlocker blocker(m_show);
    m_show->setChecked(false);
    m_edit->setEchoMode(QLineEdit::Password);
    retranslate();
}

void KeyField::reveal(const Secret &key)
{
    if (!m_show->isChecked() || !m_edit->text().isEmpty())
        return; // hidden again meanwhile, or something was typed
    put(key);
    m_showsStored = true;
    m_edit->setEchoMode(QLineEdit::Normal);
}

std::optional<Secret> KeyField::typed() const
{
    if (m_showsStored || m_edit->text().isEmpty())
        return std::nullopt;
    return Secret(m_edit->text().toUtf8());
}

void KeyField::wipe()
{
    QString text = m_edit->text();
    m_edit->setText(QString()); // clear() could be undone, and keeps each character for that
    m_showsStored = false;
    wipeText(std::move(text));
}

void KeyField::put(const Secret &key)
{
    m_edit->setText(QString::fromUtf8(key.reveal()));
    m_edit->setCursorPosition(0);
}

void KeyField::takeEdit()
{
    m_showsStored = false;
    retranslate();
    Q_EMIT edited();
}

void KeyField::toggle(bool show)
{
    if (!show && m_showsStored)
        wipe();
    m_edit->setEchoMode(show ? QLineEdit::Normal : QLineEdit::Password);
    retranslate();
    if (show && m_stored && m_edit->text().isEmpty())
        Q_EMIT revealRequested();
}

void KeyField::retranslate()
{
    const bool shown = m_show->isChecked();
    m_show->setIcon(icon(shown ? Icon::Hide : Icon::Show));
    m_show->setToolTip(shown ? tr("Hide the key") : tr("Show the key"));
    m_show->setAccessibleName(m_show->toolTip());
    m_show->setEnabled(m_stored || !m_edit->text().isEmpty());
    m_edit->setAccessibleName(tr("Key"));
    m_edit->setPlaceholderText(m_stored ? tr("Stored – type to replace it") : tr("Paste the provider's key"));
}

void KeyField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace qcc
