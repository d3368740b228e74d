// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/desktop_sections.h"

#include "ui/base/field_note.h"
#include "ui/base/refusal_sentence.h"
#include "ui/base/toggle_switch.h"
#include "ui/settings/preference_rows.h"

namespace qcc {

namespace {

int languageIndex(const Preferences &preferences)
{
    return preferences.language ? static_cast<int>(*preferences.language) + 1 : 0;
}

void setLanguage(Preferences &preferences, int index)
{
    preferences.language.reset();
    if (index > 0)
        preferences.language = kLanguages[static_cast<size_t>(index) - 1];
}

} // namespace

AppearanceSection::AppearanceSection(DesktopDoor &desktop, QWidget *parent)
    : SettingsSection(parent),
      m_theme(new PreferenceChoice(
          desktop, [](const Preferences &p) { return static_cast<int>(p.theme); },
          [](Preferences &p, int index) { p.theme = static_cast<ThemeChoice>(index); })),
      m_density(new PreferenceChoice(
          desktop, [](const Preferences &p) { return static_cast<int>(p.density); },
          [](Preferences &p, int index) { p.density = static_cast<Density>(index); })),
      m_language(new PreferenceChoice(desktop, languageIndex, setLanguage))
{
    for (PreferenceChoice *row : {m_theme, m_density, m_language})
        add(row);
    retranslate();
}

void AppearanceSection::retranslate()
{
    setTexts(tr("Appearance"), {});
    m_theme->setTexts(tr("Theme"), tr("\"System\" follows the desktop's choice of light or dark."));
    m_theme->setChoices({tr("System"), tr("Light"), tr("Dark")});
    m_density->setTexts(tr("Density"), tr("How much room lists and tables take."));
    m_density->setChoices({tr("Comfortable"), tr("Compact")});
    m_language->setTexts(tr("Language"), tr("Changes at once, in all windows."));
    // Each language in its own words, so that it can be found by those who read no other.
    m_language->setChoices({tr("System"), QStringLiteral("English"), QStringLiteral("简体中文")});
}

StartSection::StartSection(DesktopDoor &desktop, QWidget *parent)
    : SettingsSection(parent), m_desktop(desktop), m_login(new SettingRow), m_loginSwitch(new ToggleSwitch),
      m_serve(new PreferenceSwitch(
          desktop, [](const Preferences &p) { return p.serveAtStart; },
          [](Preferences &p, bool on) { p.serveAtStart = on; })),
      m_tray(new PreferenceSwitch(
          desktop, [](const Preferences &p) { return p.closesToTray; },
          [](Preferences &p, bool on) { p.closesToTray = on; }))
{
    m_login->addControl(m_loginSwitch);
    m_loginSwitch->setChecked(desktop.startsAtLogin());
    connect(m_loginSwitch, &ToggleSwitch::clicked, this, &StartSection::setStartsAtLogin);
    for (SettingRow *row : {m_login, static_cast<SettingRow *>(m_serve), static_cast<SettingRow *>(m_tray)})
        add(row);
    retranslate();
}

void StartSection::setStartsAtLogin(bool on)
{
    const Result<Done> done = m_desktop.setStartsAtLogin(on);
    if (done)
        m_login->note()->clear();
    else
        m_login->note()->showFault(refusalSentence(done.refusal()));
    m_loginSwitch->setChecked(m_desktop.startsAtLogin());
}

void StartSection::retranslate()
{
    setTexts(tr("Start"), {});
    m_login->setTexts(tr("Start at login"), tr("QCC starts in the tray when you log in."));
    m_serve->setTexts(tr("Proxy on at start"), tr("Claude Code is served as soon as QCC has started."));
    m_tray->setTexts(tr("Closing hides to the tray"),
                     tr("QCC goes on working when its window is closed; quit it from the tray's menu."));
}

} // namespace qcc
