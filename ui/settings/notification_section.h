// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/alert.h"
#include "ui/settings/settings_section.h"

class QLabel;
class QPushButton;
class QTimeEdit;

namespace qcc {

class DesktopDoor;
class InstanceDoor;
class LiveRow;
class PreferenceSwitch;
class SettingRow;

/// Which notifications are shown, and when none are.
class NotificationSection final : public SettingsSection
{
    Q_OBJECT
public:
    NotificationSection(InstanceDoor &instance, DesktopDoor &desktop, QWidget *parent = nullptr);

    /// Failover and Recovery are the policy's; see policyRow().
    PreferenceSwitch *kindRow(AlertKind kind) const;
    LiveRow *policyRow(AlertKind kind) const;

protected:
    void retranslate() override;

private:
    void buildKinds();
    void buildQuietHours();
    void followQuietHours();
    void setQuietHours();

    InstanceDoor &m_instance;
    DesktopDoor &m_desktop;
    std::vector<LiveRow *> m_policyRows;
    std::vector<PreferenceSwitch *> m_kindRows;
    PreferenceSwitch *m_quiet = nullptr;
    SettingRow *m_hours;
    QTimeEdit *m_from;
    QTimeEdit *m_to;
    QLabel *m_dash;
    SettingRow *m_test;
    QPushButton *m_testButton;
};

} // namespace qcc
