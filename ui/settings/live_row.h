// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/instance_door.h"
#include "ui/settings/setting_row.h"

#include <QTimer>

#include <functional>

class QEvent;
class QSpinBox;
class QToolButton;

namespace qcc {

class ToggleSwitch;

/// A number of the settings, and the command that changes it. Switches are 0 and 1.
struct LiveSetting
{
    std::function<qint64(const Settings &)> read;
    std::function<Command(qint64)> edit;
    qint64 standard = 0;
    qint64 least = 0;
    qint64 most = 1;
};

/// A setting of the instance that is changed on the spot: by a command that holds it alone. Follows changes
/// from elsewhere, but never under the fingers of somebody who is changing it here. A refusal is shown, and
/// the control goes back to what is in force.
class LiveRow : public SettingRow
{
    Q_OBJECT
public:
    LiveRow(InstanceDoor &instance, LiveSetting setting, QWidget *parent = nullptr);

    /// Shows what is in force.
    void follow();
    void reset();
    const LiveSetting &setting() const { return m_setting; }
    /// What it is, and a sentence about it, to which the default is added.
    void setMeaning(const QString &title, const QString &meaning);

protected:
    virtual void showValue(qint64 value) = 0;
    virtual QString valueText(qint64 value) const = 0;
    /// A person is at it: nothing is shown over their hands.
    virtual bool isBusy() const { return m_inFlight > 0; }
    /// After a refusal: what was begun is dropped.
    virtual void giveUp() {}
    void submit(qint64 value);
    void addResetButton();
    void changeEvent(QEvent *event) override;

private:
    void take(const Result<Done> &answer);
    void showReset();
    void retranslate();

    InstanceDoor &m_instance;
    LiveSetting m_setting;
    QToolButton *m_reset = nullptr;
    QString m_meaning;
    int m_inFlight = 0; ///< commands without an answer yet
    qint64 m_sent = 0;  ///< with the last of them
    bool m_missed = false;
};

/// On or off.
class SwitchRow final : public LiveRow
{
    Q_OBJECT
public:
    SwitchRow(InstanceDoor &instance, LiveSetting setting, QWidget *parent = nullptr);
    ToggleSwitch *toggle() const { return m_switch; }

protected:
    void showValue(qint64 value) override;
    QString valueText(qint64 value) const override;

private:
    ToggleSwitch *m_switch;
};

/// A number with its unit; sent once it has rested for a moment, or is left.
class NumberRow final : public LiveRow
{
    Q_OBJECT
public:
    enum class Unit { None, Seconds, Days };
    static constexpr std::chrono::milliseconds kRest{600};

    NumberRow(InstanceDoor &instance, LiveSetting setting, Unit unit, QWidget *parent = nullptr);
    QSpinBox *box() const { return m_box; }

protected:
    void showValue(qint64 value) override;
    QString valueText(qint64 value) const override;
    bool isBusy() const override;
    void giveUp() override;
    void changeEvent(QEvent *event) override;

private:
    void finish();
    void showUnit();

    Unit m_unit;
    QSpinBox *m_box;
    QTimer m_rest;
    bool m_typing = false;
};

} // namespace qcc
