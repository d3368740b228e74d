// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/desktop_door.h"
#include "ui/settings/settings_section.h"

class QMenu;
class QPushButton;

namespace qcc {

class ImportFlow;
class NumberRow;
class SettingRow;

/// What is kept and where: retention, export, import, folder, keys, version.
class DataSection final : public SettingsSection
{
    Q_OBJECT
public:
    DataSection(InstanceDoor &instance, DesktopDoor &desktop, QWidget *parent = nullptr);

    NumberRow *retention() const { return m_retention; }
    /// After a file was chosen.
    void exportTo(const QString &path);
    /// Likewise: asks for a passphrase, and goes on with the keys.
    void exportWithKeysTo(const QString &path);
    /// Shows what a file would bring, or says why it brings nothing.
    void importFrom(const QString &path);
    /// Lets a person choose the file.
    void askWhereFrom();

protected:
    void retranslate() override;

private:
    void build();
    void connectImport();
    void askWhereTo(bool withKeys);
    void write(const QString &path, std::optional<Secret> passphrase);
    void listSources();
    void say(SettingRow *row, const QString &text);
    void showPlaces();

    InstanceDoor &m_instance;
    DesktopDoor &m_desktop;
    NumberRow *m_retention;
    SettingRow *m_export;
    QPushButton *m_exportButton;
    QPushButton *m_keysButton; ///< export with keys
    SettingRow *m_import;
    QPushButton *m_importButton;
    QPushButton *m_sourceButton; ///< from an application that is here
    QMenu *m_sources;
    ImportFlow *m_flow;
    SettingRow *m_folder;
    QPushButton *m_folderButton;
    SettingRow *m_keys;
    SettingRow *m_about;
};

} // namespace qcc
