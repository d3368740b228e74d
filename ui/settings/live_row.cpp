// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/live_row.h"

#include "ui/base/field_note.h"
#include "ui/base/icons.h"
#include "ui/base/quiet_wheel.h"
#include "ui/base/refusal_sentence.h"
#include "ui/base/toggle_switch.h"

#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>

namespace qcc {

LiveRow::LiveRow(InstanceDoor &instance, LiveSetting setting, QWidget *parent)
    : SettingRow(parent), m_instance(instance), m_setting(std::move(setting))
{
    connect(&instance, &InstanceDoor::settingsChanged, this, &LiveRow::follow);
}

void LiveRow::follow()
{
    showReset();
    m_missed = isBusy();
    if (!m_missed)
        showValue(m_setting.read(m_instance.settings()));
}

void LiveRow::submit(qint64 value)
{
    const qint64 known = m_inFlight > 0 ? m_sent : m_setting.read(m_instance.settings());
    if (value == known)
        return;
    ++m_inFlight;
    m_sent = value;
    note()->clear();
    m_instance.submit(m_setting.edit(value), [self = QPointer(this)](const Result<Done> &answer) {
        if (self)
            self->take(answer);
    });
}

/// The settings are told apart from the answer, and may come later: what was set is left standing for them.
void LiveRow::take(const Result<Done> &answer)
{
    --m_inFlight;
    if (!answer) {
        giveUp();
        note()->showFault(refusalSentence(answer.refusal()));
    }
    if (!answer || m_missed)
        follow();
}

void LiveRow::reset()
{
    showValue(m_setting.standard);
    submit(m_setting.standard);
    showReset();
}

void LiveRow::addResetButton()
{
    m_reset = new QToolButton;
    m_reset->setAutoRaise(true);
    m_reset->setFocusPolicy(Qt::StrongFocus);
    connect(m_reset, &QToolButton::clicked, this, &LiveRow::reset);
    addAside(m_reset);
}

void LiveRow::showReset()
{
    if (m_reset)
        m_reset->setVisible(m_setting.read(m_instance.settings()) != m_setting.standard);
}

void LiveRow::setMeaning(const QString &title, const QString &meaning)
{
    m_meaning = meaning;
    setTexts(title, meaning);
    retranslate();
}

void LiveRow::retranslate()
{
    if (!m_reset)
        return;
    const QString standard = valueText(m_setting.standard);
    setTexts(title(), tr("%1 Default: %2.", "a sentence, and a default value").arg(m_meaning, standard));
    m_reset->setIcon(icon(Icon::Undo));
    m_reset->setToolTip(tr("Back to the default: %1").arg(standard));
    m_reset->setAccessibleName(tr("%1: back to the default").arg(title()));
}

void LiveRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    SettingRow::changeEvent(event);
}

SwitchRow::SwitchRow(InstanceDoor &instance, LiveSetting setting, QWidget *parent)
    : LiveRow(instance, std::move(setting), parent), m_switch(new ToggleSwitch)
{
    addControl(m_switch);
    addResetButton();
    connect(m_switch, &ToggleSwitch::clicked, this, [this](bool on) { submit(on ? 1 : 0); });
    follow();
}

void SwitchRow::showValue(qint64 value)
{
    m_switch->setChecked(value != 0);
}

QString SwitchRow::valueText(qint64 value) const
{
    return value != 0 ? tr("on") : tr("off");
}

NumberRow::NumberRow(InstanceDoor &instance, LiveSetting setting, Unit unit, QWidget *parent)
    : LiveRow(instance, std::move(setting), parent), m_unit(unit), m_box(new QSpinBox)
{
    m_box->setRange(static_cast<int>(LiveRow::setting().least), static_cast<int>(LiveRow::setting().most));
    m_box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    m_box->setCorrectionMode(QAbstractSpinBox::CorrectToPreviousValue);
    ignoreWheelWithoutFocus(m_box);
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRest);
    showUnit();
    addControl(m_box);
    addResetButton();
    connect(m_box, &QSpinBox::valueChanged, &m_rest, qOverload<>(&QTimer::start));
    connect(m_box, &QSpinBox::textChanged, this, [this] { m_typing = m_box->hasFocus(); });
    connect(m_box, &QSpinBox::editingFinished, this, &NumberRow::finish);
    connect(&m_rest, &QTimer::timeout, this, &NumberRow::finish);
    follow();
}

void NumberRow::finish()
{
    giveUp();
    submit(m_box->value());
    if (!isBusy())
        follow();
}

void NumberRow::giveUp()
{
    m_typing = false;
    m_rest.stop();
}

void NumberRow::showValue(qint64 value)
{
    const QSignalBlocker blocker(m_box);
    m_rest.stop();
    m_box->setValue(static_cast<int>(value));
}

bool NumberRow::isBusy() const
{
    return m_typing || m_rest.isActive() || LiveRow::isBusy();
}

QString NumberRow::valueText(qint64 value) const
{
    switch (m_unit) {
    case Unit::None:
        return locale().toString(value);
    case Unit::Seconds:
        return tr("%1 s").arg(locale().toString(value));
    case Unit::Days:
        return tr("%n days", "a default value", static_cast<int>(value));
    }
    Q_UNREACHABLE();
}

void NumberRow::showUnit()
{
    const QSignalBlocker blocker(m_box);
    m_box->setToolTip(
        tr("%1 to %2", "permitted numbers").arg(valueText(setting().least), valueText(setting().most)));
    m_box->setSuffix(m_unit == Unit::None ? QString() : m_unit == Unit::Seconds ? tr(" s") : tr(" days"));
}

void NumberRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showUnit();
    LiveRow::changeEvent(event);
}

} // namespace qcc
