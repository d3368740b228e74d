// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/channels/channel_telling.h"

#include "models/domain/channel_words.h"
#include "models/text/channel_text.h"
#include "ui/base/field_note.h"
#include "ui/base/grid.h"
#include "ui/base/quiet_wheel.h"
#include "ui/base/refusal_sentence.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QSignalBlocker>
#include <QTimeEdit>

namespace qcc {

namespace {

constexpr int kAlertKinds = static_cast<int>(kLastAlertKind) + 1;

QuietSpan usualQuiet()
{
    return {QTime(22, 0), QTime(8, 0)};
}

} // namespace

ChannelTelling::ChannelTelling(QWidget *parent)
    : QWidget(parent), m_title(new QLabel), m_quiet(new QCheckBox), m_from(new QTimeEdit),
      m_to(new QTimeEdit), m_dash(new QLabel(QStringLiteral("–"))), m_digestLabel(new QLabel),
      m_digest(new QComboBox), m_digestAt(new QTimeEdit)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid::kSmall);
    QFont bold = m_title->font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    column->addWidget(m_title);
    column->addLayout(makeAlerts());
    m_note = new FieldNote(m_alerts.front());
    column->addWidget(m_note);
    column->addLayout(makeTimes());
    retranslate();
}

/// In two columns, read downwards.
QLayout *ChannelTelling::makeAlerts()
{
    auto *boxes = new QGridLayout;
    boxes->setHorizontalSpacing(grid::kLarge);
    boxes->setVerticalSpacing(grid::kUnit);
    constexpr int kRows = (kAlertKinds + 1) / 2;
    for (int i = 0; i < kAlertKinds; ++i) {
        auto *box = new QCheckBox;
        m_alerts.push_back(box);
        boxes->addWidget(box, i % kRows, i / kRows);
        connect(box, &QCheckBox::toggled, this, &ChannelTelling::takeEdit);
    }
    boxes->setColumnStretch(0, 1);
    boxes->setColumnStretch(1, 1);
    return boxes;
}

QLayout *ChannelTelling::makeTimes()
{
    for (const DigestPace pace : {DigestPace::None, DigestPace::Daily, DigestPace::Weekly})
        m_digest->addItem({}, static_cast<int>(pace));
    ignoreWheelWithoutFocus(m_digest);
    for (QTimeEdit *edit : {m_from, m_to, m_digestAt}) {
        edit->setDisplayFormat(QStringLiteral("HH:mm"));
        ignoreWheelWithoutFocus(edit);
        connect(edit, &QTimeEdit::timeChanged, this, &ChannelTelling::takeEdit);
    }
    connect(m_quiet, &QCheckBox::toggled, this, &ChannelTelling::takeEdit);
    connect(m_digest, &QComboBox::activated, this, &ChannelTelling::takeEdit);
    m_digestLabel->setBuddy(m_digest);
    auto *hours = new QHBoxLayout;
    hours->setSpacing(grid::kSmall);
    for (QWidget *part :
         {static_cast<QWidget *>(m_from), static_cast<QWidget *>(m_dash), static_cast<QWidget *>(m_to)})
        hours->addWidget(part);
    hours->addStretch(1);
    auto *summary = new QHBoxLayout;
    summary->setSpacing(grid::kSmall);
    summary->addWidget(m_digest);
    summary->addWidget(m_digestAt);
    summary->addStretch(1);
    m_quietNote = new FieldNote(m_from);
    auto *form = new QGridLayout;
    form->setHorizontalSpacing(grid::kMedium);
    form->setVerticalSpacing(grid::kSmall);
    form->addWidget(m_quiet, 0, 0);
    form->addLayout(hours, 0, 1);
    form->addWidget(m_quietNote, 1, 1);
    form->addWidget(m_digestLabel, 2, 0);
    form->addLayout(summary, 2, 1);
    form->setColumnStretch(1, 1);
    return form;
}

void ChannelTelling::load(const AlertChannel &channel)
{
    const QSignalBlocker quiet(this);
    for (int i = 0; i < kAlertKinds; ++i)
        m_alerts[static_cast<size_t>(i)]->setChecked(channel.alerts.contains(static_cast<AlertKind>(i)));
    const QuietSpan span = channel.quiet.value_or(usualQuiet());
    m_quiet->setChecked(channel.quiet.has_value());
    m_from->setTime(span.from);
    m_to->setTime(span.to);
    m_digest->setCurrentIndex(m_digest->findData(static_cast<int>(channel.digest)));
    m_digestAt->setTime(channel.digestAt);
    showTimes();
}

void ChannelTelling::writeInto(AlertChannel &channel) const
{
    channel.alerts.clear();
    for (int i = 0; i < kAlertKinds; ++i) {
        if (m_alerts[static_cast<size_t>(i)]->isChecked())
            channel.alerts.insert(static_cast<AlertKind>(i));
    }
    channel.quiet =
        m_quiet->isChecked() ? std::optional(QuietSpan{m_from->time(), m_to->time()}) : std::nullopt;
    channel.digest = static_cast<DigestPace>(m_digest->currentData().toInt());
    channel.digestAt = m_digestAt->time();
}

void ChannelTelling::showFaults(const std::vector<ChannelFault> &faults)
{
    m_note->clear();
    m_quietNote->clear();
    for (const ChannelFault &fault : faults) {
        if (fault.field == QLatin1StringView("alerts"))
            m_note->showFault(refusalSentence(fault.refusal));
        if (fault.field == QLatin1StringView("quiet"))
            m_quietNote->showFault(refusalSentence(fault.refusal));
    }
}

void ChannelTelling::takeEdit()
{
    showTimes();
    Q_EMIT edited();
}

void ChannelTelling::showTimes()
{
    for (QWidget *part :
         {static_cast<QWidget *>(m_from), static_cast<QWidget *>(m_dash), static_cast<QWidget *>(m_to)})
        part->setEnabled(m_quiet->isChecked());
    m_digestAt->setVisible(m_digest->currentData().toInt() != static_cast<int>(DigestPace::None));
}

void ChannelTelling::retranslate()
{
    m_title->setText(tr("What is told"));
    for (int i = 0; i < kAlertKinds; ++i)
        m_alerts[static_cast<size_t>(i)]->setText(alertKindName(static_cast<AlertKind>(i)));
    m_quiet->setText(tr("Qu&iet hours"));
    m_quiet->setToolTip(
        tr("Then only what is critical is sent; the rest follows afterwards, in one message."));
    m_from->setAccessibleName(tr("Quiet from"));
    m_to->setAccessibleName(tr("Quiet until"));
    m_digestLabel->setText(tr("Su&mmary"));
    m_digest->setAccessibleName(tr("Summary"));
    m_digest->setItemText(0, tr("None"));
    m_digest->setItemText(1, tr("Every day"));
    m_digest->setItemText(2, tr("Every Monday"));
    m_digestAt->setAccessibleName(tr("Time of the summary"));
}

void ChannelTelling::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace qcc
