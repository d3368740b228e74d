// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_section.h"

class QLineEdit;
class QToolButton;

class QPushButton;

namespace qcc {

class ClaudeSwitch;
class CopyButton;
class DesktopDoor;
class FieldNote;
class FindingList;
class PreferenceSwitch;
class SettingRow;
class ToggleSwitch;

/// Whether and how Claude Code is led to QCC: the switch, what it writes besides, when it is put back, the
/// file, what was found around it, and how to do without any file. Main thread.
class ClaudeSection final : public SettingsSection
{
    Q_OBJECT
public:
    ClaudeSection(DesktopDoor &desktop, ClaudeSwitch &claude, QWidget *parent = nullptr);

    ToggleSwitch *toggle() const { return m_toggle; }

protected:
    void retranslate() override;

private:
    void build();
    QWidget *makeFileLine();
    QWidget *makeCommandLine();
    void refresh();

    ClaudeSwitch &m_claude;
    SettingRow *m_connect;
    ToggleSwitch *m_toggle;
    QPushButton *m_details;
    PreferenceSwitch *m_release;
    PreferenceSwitch *m_toolSearch;
    PreferenceSwitch *m_editors;
    SettingRow *m_fileRow;
    QLineEdit *m_file;
    CopyButton *m_copyFile;
    QToolButton *m_folder;
    FindingList *m_findings;
    SettingRow *m_without;
    QLineEdit *m_command;
    CopyButton *m_copyCommand;
};

} // namespace qcc
