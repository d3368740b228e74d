// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/instance_door.h"
#include "ui/settings/setting_row.h"

class QToolButton;

namespace qcc {

class ToggleSwitch;

/// One alert channel: what it is, where it goes, how it does; a test on the spot, its switch, and buttons to
/// edit and remove it. Knows the channel as it is in the settings now; says what else is wanted.
class ChannelRow final : public SettingRow
{
    Q_OBJECT
public:
    ChannelRow(InstanceDoor &instance, const AlertChannel &channel, QWidget *parent = nullptr);

    const AlertChannel &channel() const { return m_channel; }
    /// As it is now; @p state null: nothing is known of it.
    void follow(const AlertChannel &channel, const ChannelSnapshot *state, TimePoint now);
    QString stateText() const;
    ToggleSwitch *toggle() const { return m_switch; }
    QToolButton *testButton() const { return m_test; }
    QToolButton *editButton() const { return m_edit; }
    QToolButton *removeButton() const { return m_remove; }

Q_SIGNALS:
    void editWanted();
    void removalWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void show(const ChannelSnapshot *state, TimePoint now);
    void recolorState();
    void setOn(bool on);
    void takeAnswer(const Result<Done> &answer);
    void sendTest();
    void takeTest(const Result<Done> &answer);
    void retranslate();

    InstanceDoor &m_instance;
    AlertChannel m_channel;
    QLabel *m_state;
    ToggleSwitch *m_switch;
    QToolButton *m_test;
    QToolButton *m_edit;
    QToolButton *m_remove;
    bool m_failing = false;
    bool m_coloring = false;
    bool m_switching = false; ///< a command is under way
};

} // namespace qcc
