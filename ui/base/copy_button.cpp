// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/copy_button.h"

#include "ui/base/icons.h"

#include <QAccessible>
#include <QClipboard>
#include <QCursor>
#include <QToolTip>

namespace qcc {

CopyButton::CopyButton(QWidget *parent) : QToolButton(parent)
{
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    m_feedback.setSingleShot(true);
    m_feedback.setInterval(kFeedbackFor);
    connect(&m_feedback, &QTimer::timeout, this, &CopyButton::showState);
    connect(this, &QToolButton::clicked, this, &CopyButton::copy);
    showState();
}

void CopyButton::setCopiedText(const QString &text)
{
    m_source = [text] { return text; };
}

void CopyButton::setPurpose(const QString &purpose)
{
    m_purpose = purpose;
    showState();
}

void CopyButton::changeEvent(QEvent *event)
{
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showState();
}

void CopyButton::copy()
{
    const QString text = m_source ? m_source() : QString();
    if (text.isEmpty())
        return;
    QApplication::clipboard()->setText(text);
    m_feedback.start();
    showState();
    QToolTip::showText(mapToGlobal(rect().bottomLeft()), tr("Copied"), this, rect(),
                       static_cast<int>(kFeedbackFor.count()));
    Q_EMIT copied();
}

void CopyButton::showState()
{
    const bool fresh = m_feedback.isActive();
    const QString name = m_purpose.isEmpty() ? tr("Copy") : m_purpose;
    setIcon(qcc::icon(fresh ? Icon::Check : Icon::Copy));
    setToolTip(fresh ? tr("Copied") : name);
    setAccessibleName(fresh ? tr("Copied") : name);
}

} // namespace qcc
