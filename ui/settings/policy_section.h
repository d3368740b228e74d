// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_section.h"

class QPushButton;

namespace qcc {

class FieldNote;
class InstanceDoor;
class LiveRow;

/// When QCC switches, and how carefully it comes back: every field of the policy but those of notifications.
class PolicySection final : public SettingsSection
{
    Q_OBJECT
public:
    explicit PolicySection(InstanceDoor &instance, QWidget *parent = nullptr);

    LiveRow *row(QLatin1StringView field) const;
    /// After a question: one command with every field that differs.
    void resetAll();

protected:
    void retranslate() override;

private:
    void askToReset();
    void updateReset();

    InstanceDoor &m_instance;
    std::vector<LiveRow *> m_rows; ///< as policyFormFields()
    QPushButton *m_reset;
    FieldNote *m_note;
};

} // namespace qcc
