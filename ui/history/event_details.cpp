// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/event_details.h"

#include "models/text/decision_text.h"
#include "models/text/event_text.h"
#include "models/text/span_text.h"
#include "ui/base/copy_button.h"
#include "ui/base/grid.h"
#include "ui/base/style.h"
#include "ui/history/event_looks.h"

#include <QScrollArea>

namespace qcc {

namespace {

constexpr int kSectionHeading = 2;

QLabel *makeText(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

EventDetails::EventDetails(QWidget *parent) : QFrame(parent)
{
    build();
    restyle();
    retranslate();
    m_copy->setSource([this] { return text(); });
}

void EventDetails::build()
{
    auto *content = new QWidget;
    m_icon = new QLabel(content);
    m_icon->setFixedSize(grid::kHuge, grid::kHuge);
    m_title = makeText(content);
    m_copy = new CopyButton(content);
    auto *head = new QHBoxLayout;
    head->setSpacing(grid::kSmall);
    head->addWidget(m_icon, 0, Qt::AlignTop);
    head->addWidget(m_title, 1);
    head->addWidget(m_copy, 0, Qt::AlignTop);
    m_facts = makeText(content);
    m_why = makeText(content);
    auto *rows = new QVBoxLayout(content);
    rows->setContentsMargins(grid::kLarge, grid::kMedium, grid::kLarge, grid::kMedium);
    rows->setSpacing(grid::kSmall);
    rows->addLayout(head);
    rows->addWidget(m_facts);
    rows->addWidget(m_why);
    rows->addStretch(1);

    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(content);
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    auto *frame = new QVBoxLayout(this);
    frame->setContentsMargins(1, 1, 1, 1);
    frame->addWidget(scroll);
}

void EventDetails::show(const std::optional<FailoverEvent> &event, TimePoint now)
{
    m_event = event;
    m_now = now;
    retranslate();
    restyle();
}

QString EventDetails::text() const
{
    return m_event ? QStringList{m_title->text(), m_facts->text(), m_why->text()}.join(QLatin1Char('\n'))
                   : QString();
}

void EventDetails::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        restyle();
    QFrame::changeEvent(event);
}

void EventDetails::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colors.border);
    painter.setBrush(colors.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), grid::kRadius, grid::kRadius);
}

void EventDetails::restyle()
{
    const Colors &colors = colorsFor(palette());
    m_title->setFont(headingFont(font(), kSectionHeading));
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, colors.textMuted);
    m_facts->setPalette(muted);
    m_icon->setVisible(m_event.has_value());
    if (m_event)
        m_icon->setPixmap(
            eventIcon(*m_event, colors).pixmap(QSize(grid::kHuge, grid::kHuge), devicePixelRatioF()));
}

void EventDetails::retranslate()
{
    setAccessibleName(tr("Why it happened"));
    m_copy->setPurpose(tr("Copy this explanation"));
    m_copy->setVisible(m_event.has_value());
    m_why->setVisible(m_event.has_value());
    if (!m_event) {
        m_title->setText(tr("Why did it switch?"));
        m_facts->setText(tr("Choose an event to read what QCC saw and why it decided so."));
        return;
    }
    m_title->setText(eventTitle(*m_event));
    m_facts->setText(
        tr("%1 · event %2", "a time, and an event's id").arg(dateTimeText(m_event->at), m_event->id));
    m_why->setText(sentences(*m_event, m_now).mid(1).join(QLatin1Char('\n')));
}

} // namespace qcc
