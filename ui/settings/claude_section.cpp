// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/claude_section.h"

#include "models/text/takeover_text.h"
#include "models/text/text.h"
#include "ui/base/copy_button.h"
#include "ui/base/field_note.h"
#include "ui/base/grid.h"
#include "ui/base/icons.h"
#include "ui/base/refusal_sentence.h"
#include "ui/base/style.h"
#include "ui/base/toggle_switch.h"
#include "ui/claude/claude_switch.h"
#include "ui/claude/claude_toggle.h"
#include "ui/claude/finding_list.h"
#include "ui/settings/preference_rows.h"

#include <QToolButton>

namespace qcc {

namespace {

QString commandWithoutFiles()
{
    return QStringLiteral("qcc run -- claude");
}

QWidget *lineOf(QLineEdit *line, const std::vector<QWidget *> &buttons)
{
    line->setReadOnly(true);
    line->setFont(fixedFont(line->font()));
    auto *part = new QWidget;
    auto *row = new QHBoxLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(grid::kUnit);
    row->addWidget(line, 1);
    for (QWidget *button : buttons)
        row->addWidget(button);
    return part;
}

} // namespace

ClaudeSection::ClaudeSection(DesktopDoor &desktop, ClaudeSwitch &claude, QWidget *parent)
    : SettingsSection(parent), m_claude(claude), m_connect(new SettingRow), m_toggle(new ToggleSwitch),
      m_details(new QPushButton), m_release(new PreferenceSwitch(
                                      desktop, [](const Preferences &p) { return p.releasesClaudeAtQuit; },
                                      [](Preferences &p, bool on) { p.releasesClaudeAtQuit = on; })),
      m_toolSearch(new PreferenceSwitch(
          desktop, [](const Preferences &p) { return p.claudeToolSearch; },
          [](Preferences &p, bool on) { p.claudeToolSearch = on; })),
      m_editors(new PreferenceSwitch(
          desktop, [](const Preferences &p) { return p.connectsEditors; },
          [](Preferences &p, bool on) { p.connectsEditors = on; })),
      m_fileRow(new SettingRow), m_file(new QLineEdit), m_copyFile(new CopyButton), m_folder(new QToolButton),
      m_findings(new FindingList), m_without(new SettingRow), m_command(new QLineEdit),
      m_copyCommand(new CopyButton)
{
    build();
    connect(m_toggle, &QAbstractButton::clicked, &claude, &ClaudeSwitch::set);
    connect(m_details, &QPushButton::clicked, &claude, &ClaudeSwitch::detailsWanted);
    connect(m_folder, &QToolButton::clicked, this, [this] { m_claude.openFolder(); });
    connect(&claude, &ClaudeSwitch::changed, this, &ClaudeSection::refresh);
    connect(&claude, &ClaudeSwitch::refused, this,
            [this](const Refusal &refusal) { m_connect->note()->showFault(refusalSentence(refusal)); });
    connect(&desktop, &DesktopDoor::preferencesChanged, this, &ClaudeSection::refresh);
    retranslate();
}

void ClaudeSection::build()
{
    m_connect->addControl(m_toggle);
    m_connect->addAside(m_details);
    m_folder->setAutoRaise(true);
    m_folder->setFocusPolicy(Qt::StrongFocus);
    m_folder->setIcon(icon(Icon::Folder));
    m_copyFile->setSource([this] { return m_file->text(); });
    m_copyCommand->setSource([this] { return m_command->text(); });
    m_fileRow->addBelow(lineOf(m_file, {m_copyFile, m_folder}));
    m_fileRow->addBelow(m_findings);
    m_without->addBelow(lineOf(m_command, {m_copyCommand}));
    m_command->setText(commandWithoutFiles());
    for (QWidget *row : std::initializer_list<QWidget *>{m_connect, m_release, m_toolSearch, m_editors,
                                                         m_fileRow, m_without})
        add(row);
}

void ClaudeSection::refresh()
{
    const TakeoverStatus &status = m_claude.status();
    m_toggle->setChecked(m_claude.isOn());
    m_toggle->setEnabled(m_claude.canChange());
    m_toggle->setToolTip(claudeSwitchTip(m_claude));
    const QString hindrance = m_claude.isOn() ? QString() : m_claude.hindrance();
    m_connect->note()->clear();
    if (!hindrance.isEmpty())
        m_connect->note()->showHint(hindrance);
    m_connect->setTexts(claudeSwitchName(),
                        status.state == TakeoverState::Off
                            ? tr("Puts QCC's address and token into Claude Code's settings. "
                                 "Everything else in them stays as it is.")
                            : paragraph({takeoverSentence(status)}));
    m_file->setText(status.file);
    m_file->setCursorPosition(0);
    m_findings->setFindings(status.findings);
    m_findings->setVisible(!status.findings.empty());
}

void ClaudeSection::retranslate()
{
    setTexts(tr("Claude Code"), tr("How Claude Code on this computer finds QCC."));
    m_details->setText(tr("Details…"));
    m_release->setTexts(tr("Put back when QCC quits"),
                        tr("Claude Code then asks the provider of before, and meets nobody who is gone."));
    m_toolSearch->setTexts(
        tr("Keep its tool search"),
        tr("Claude Code switches the search for tools off where its address is not the official "
           "one. This sets ENABLE_TOOL_SEARCH with the address."));
    m_editors->setTexts(
        tr("VS Code too"),
        tr("Also writes the two variables into claudeCode.environmentVariables of VS Code and its "
           "kin, where they are installed."));
    m_fileRow->setTexts(tr("Settings of Claude Code"), tr("The file that is changed, and put back."));
    m_without->setTexts(tr("Without changing a file"),
                        tr("Starts Claude Code with the two variables set, for this one time."));
    m_file->setAccessibleName(tr("Settings of Claude Code"));
    m_command->setAccessibleName(tr("Command that starts Claude Code"));
    m_copyFile->setPurpose(tr("Copy the path"));
    m_copyCommand->setPurpose(tr("Copy the command"));
    m_folder->setToolTip(tr("Open the folder"));
    m_folder->setAccessibleName(m_folder->toolTip());
    refresh();
}

} // namespace qcc
