// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/desktop_door.h"
#include "ui/settings/settings_section.h"

class QPushButton;

namespace qcc {

class ImportDialog;
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
    /// Opens the preview, or says why there is none.
    void importFrom(const QString &path);
    /// Lets a person choose the file.
    void askWhereFrom();

protected:
    void retranslate() override;

private:
    void build();
    void askWhereTo();
    void import(const ImportPreview &selection);
    void takeImported(int count, const Result<Done> &answer);
    void say(SettingRow *row, const QString &text);
    void showPlaces();

    InstanceDoor &m_instance;
    DesktopDoor &m_desktop;
    NumberRow *m_retention;
    SettingRow *m_export;
    QPushButton *m_exportButton;
    SettingRow *m_import;
    QPushButton *m_importButton;
    SettingRow *m_folder;
    QPushButton *m_folderButton;
    SettingRow *m_keys;
    SettingRow *m_about;
};

} // namespace qcc
