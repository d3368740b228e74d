// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/banner.h"

#include "ui/base/action_row.h"
#include "ui/base/colors.h"
#include "ui/base/grid.h"
#include "ui/base/icons.h"

#include <QAccessible>
#include <QToolButton>

namespace qcc {

namespace {

constexpr int kIconSide = 20;

Tone toneFor(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return Tone::Accent;
    case Severity::Warn:
        return Tone::Warn;
    case Severity::Bad:
        return Tone::Bad;
    }
    return Tone::Neutral;
}

Icon iconFor(Severity severity)
{
    return severity == Severity::Info ? Icon::Info : Icon::Warning;
}

} // namespace

Banner::Banner(Severity severity, QWidget *parent)
    : QFrame(parent), m_severity(severity), m_icon(new QLabel(this)), m_text(new QLabel(this)),
      m_buttons(new QHBoxLayout), m_dismiss(new QToolButton(this))
{
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setMinimumWidth(160);
    m_dismiss->setAutoRaise(true);
    m_dismiss->hide();
    m_buttons->setSpacing(grid::kSmall);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(grid::kLarge, grid::kSmall, grid::kSmall, grid::kSmall);
    row->setSpacing(grid::kMedium);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addLayout(m_buttons);
    row->addWidget(m_dismiss);
    connect(m_dismiss, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT dismissed();
    });
    retranslate();
    recolor();
}

void Banner::setSeverity(Severity severity)
{
    m_severity = severity;
    recolor();
}

QString Banner::text() const
{
    return m_text->text();
}

void Banner::setText(const QString &text)
{
    if (text == m_text->text())
        return;
    m_text->setText(text);
    setAccessibleName(text);
    fitHeight();
    QAccessibleEvent said(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&said);
}

void Banner::setActions(const std::vector<NamedAction> &actions)
{
    m_actions = actions;
    showActions(m_buttons, this, m_actions, [this](const QString &id) { Q_EMIT actionTriggered(id); });
    QWidget *before = m_text;
    for (int i = 0; i < m_buttons->count(); ++i) {
        setTabOrder(before, m_buttons->itemAt(i)->widget());
        before = m_buttons->itemAt(i)->widget();
    }
    setTabOrder(before, m_dismiss);
    fitHeight();
}

void Banner::setDismissible(bool on)
{
    m_dismiss->setVisible(on);
}

void Banner::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange)
        recolor();
}

void Banner::paintEvent(QPaintEvent *)
{
    const ToneColors tone = toneColors(toneFor(m_severity), colorsFor(palette()));
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor edge = tone.mark;
    edge.setAlphaF(0.35F);
    painter.setPen(QPen(edge, 1));
    painter.setBrush(tone.soft);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), grid::kRadius, grid::kRadius);
}

void Banner::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fitHeight();
}

/// A page short of room must not cut the last line: layouts take a wrapping text's height for a wish.
void Banner::fitHeight()
{
    setMinimumHeight(std::max(0, layout()->totalHeightForWidth(width()))); // -1: not laid out yet
}

void Banner::retranslate()
{
    m_dismiss->setToolTip(tr("Dismiss"));
    m_dismiss->setAccessibleName(tr("Dismiss this message"));
}

void Banner::recolor()
{
    const ToneColors tone = toneColors(toneFor(m_severity), colorsFor(palette()));
    m_icon->setPixmap(
        icon(iconFor(m_severity), tone.mark).pixmap(QSize(kIconSide, kIconSide), devicePixelRatioF()));
    m_dismiss->setIcon(icon(Icon::Close));
    update();
}

} // namespace qcc
