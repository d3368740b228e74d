// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_section.h"

namespace qcc {

class DesktopDoor;
class PreferenceChoice;
class PreferenceSwitch;
class SettingRow;
class ToggleSwitch;

/// Theme, density, language.
class AppearanceSection final : public SettingsSection
{
    Q_OBJECT
public:
    explicit AppearanceSection(DesktopDoor &desktop, QWidget *parent = nullptr);

    PreferenceChoice *theme() const { return m_theme; }
    PreferenceChoice *density() const { return m_density; }
    PreferenceChoice *language() const { return m_language; }

protected:
    void retranslate() override;

private:
    PreferenceChoice *m_theme;
    PreferenceChoice *m_density;
    PreferenceChoice *m_language;
};

/// How the application begins and ends.
class StartSection final : public SettingsSection
{
    Q_OBJECT
public:
    explicit StartSection(DesktopDoor &desktop, QWidget *parent = nullptr);

protected:
    void retranslate() override;

private:
    void setStartsAtLogin(bool on);

    DesktopDoor &m_desktop;
    SettingRow *m_login;
    ToggleSwitch *m_loginSwitch;
    PreferenceSwitch *m_serve;
    PreferenceSwitch *m_tray;
};

} // namespace qcc
