// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/preference_rows.h"

#include "ui/base/segmented_control.h"
#include "ui/base/toggle_switch.h"

#include <QSignalBlocker>

namespace qcc {

void changePreferences(DesktopDoor &desktop, const std::function<void(Preferences &)> &change)
{
    Preferences preferences = desktop.preferences();
    change(preferences);
    if (preferences != desktop.preferences())
        desktop.setPreferences(preferences);
}

PreferenceSwitch::PreferenceSwitch(DesktopDoor &desktop, Read read, Write write, QWidget *parent)
    : SettingRow(parent), m_switch(new ToggleSwitch)
{
    addControl(m_switch);
    const auto follow = [this, &desktop, read = std::move(read)] {
        m_switch->setChecked(read(desktop.preferences()));
    };
    connect(m_switch, &ToggleSwitch::clicked, this, [&desktop, write = std::move(write)](bool on) {
        changePreferences(desktop, [&](Preferences &preferences) { write(preferences, on); });
    });
    connect(&desktop, &DesktopDoor::preferencesChanged, this, follow);
    follow();
}

PreferenceChoice::PreferenceChoice(DesktopDoor &desktop, Read read, Write write, QWidget *parent)
    : SettingRow(parent), m_desktop(desktop), m_read(std::move(read)), m_control(new SegmentedControl)
{
    addControl(m_control);
    connect(m_control, &SegmentedControl::currentChanged, this,
            [&desktop, write = std::move(write)](int index) {
                changePreferences(desktop, [&](Preferences &preferences) { write(preferences, index); });
            });
    connect(&desktop, &DesktopDoor::preferencesChanged, this, &PreferenceChoice::follow);
}

void PreferenceChoice::setChoices(const QStringList &texts)
{
    const QSignalBlocker blocker(m_control);
    m_control->setSegments(texts);
    m_control->setCurrentIndex(m_read(m_desktop.preferences()));
}

void PreferenceChoice::follow()
{
    const QSignalBlocker blocker(m_control);
    m_control->setCurrentIndex(m_read(m_desktop.preferences()));
}

} // namespace qcc
