// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/desktop_door.h"
#include "ui/settings/setting_row.h"

namespace qcc {

class SegmentedControl;
class ToggleSwitch;

/// Changes one thing of the preferences, in force at once.
void changePreferences(DesktopDoor &desktop, const std::function<void(Preferences &)> &change);

/// A switch for something of this desktop; follows it when it is changed elsewhere.
class PreferenceSwitch final : public SettingRow
{
    Q_OBJECT
public:
    using Read = std::function<bool(const Preferences &)>;
    using Write = std::function<void(Preferences &, bool)>;
    PreferenceSwitch(DesktopDoor &desktop, Read read, Write write, QWidget *parent = nullptr);

    ToggleSwitch *toggle() const { return m_switch; }

private:
    ToggleSwitch *m_switch;
};

/// One of a few choices.
class PreferenceChoice final : public SettingRow
{
    Q_OBJECT
public:
    using Read = std::function<int(const Preferences &)>;
    using Write = std::function<void(Preferences &, int)>;
    PreferenceChoice(DesktopDoor &desktop, Read read, Write write, QWidget *parent = nullptr);

    void setChoices(const QStringList &texts);
    SegmentedControl *control() const { return m_control; }

private:
    void follow();

    DesktopDoor &m_desktop;
    Read m_read;
    SegmentedControl *m_control;
};

} // namespace qcc
