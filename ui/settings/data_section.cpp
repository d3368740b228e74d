// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/data_section.h"

#include "models/rules/validation.h"
#include "ui/base/field_note.h"
#include "ui/base/icons.h"
#include "ui/base/refusal_sentence.h"
#include "ui/settings/import_dialog.h"
#include "ui/settings/live_row.h"

#include <QFileDialog>

namespace qcc {

namespace {

LiveSetting retentionSetting()
{
    LiveSetting setting;
    setting.read = [](const Settings &settings) { return qint64{settings.retention.requestDays}; };
    setting.edit = [](qint64 days) { return Command(EditRetention{{static_cast<int>(days)}}); };
    setting.standard = HistoryRetention{}.requestDays;
    setting.least = kFewestRequestDays;
    setting.most = kMostRequestDays;
    return setting;
}

} // namespace

DataSection::DataSection(InstanceDoor &instance, DesktopDoor &desktop, QWidget *parent)
    : SettingsSection(parent), m_instance(instance), m_desktop(desktop),
      m_retention(new NumberRow(instance, retentionSetting(), NumberRow::Unit::Days)),
      m_export(new SettingRow), m_exportButton(new QPushButton), m_import(new SettingRow),
      m_importButton(new QPushButton), m_folder(new SettingRow), m_folderButton(new QPushButton),
      m_keys(new SettingRow), m_about(new SettingRow)
{
    build();
    connect(m_exportButton, &QPushButton::clicked, this, &DataSection::askWhereTo);
    connect(m_importButton, &QPushButton::clicked, this, &DataSection::askWhereFrom);
    connect(m_folderButton, &QPushButton::clicked, &desktop, &DesktopDoor::openFolder);
    connect(&instance, &InstanceDoor::snapshotChanged, this, &DataSection::showPlaces);
    retranslate();
}

void DataSection::build()
{
    m_export->addControl(m_exportButton);
    m_import->addControl(m_importButton);
    m_folder->addControl(m_folderButton);
    add(m_retention);
    for (SettingRow *row : {m_export, m_import, m_folder, m_keys, m_about})
        add(row);
}

void DataSection::askWhereTo()
{
    auto *dialog = new QFileDialog(this, tr("Export settings"), {}, tr("QCC settings (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->selectFile(QStringLiteral("qcc-settings.json"));
    connect(dialog, &QFileDialog::fileSelected, this, &DataSection::exportTo);
    dialog->open();
}

void DataSection::askWhereFrom()
{
    auto *dialog =
        new QFileDialog(this, tr("Import settings"), {}, tr("QCC settings (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &DataSection::importFrom);
    dialog->open();
}

void DataSection::exportTo(const QString &path)
{
    const Result<Done> done = m_desktop.exportSettings(path);
    if (done)
        say(m_export, tr("Written to %1.").arg(path));
    else
        m_export->note()->showFault(refusalSentence(done.refusal()));
}

void DataSection::importFrom(const QString &path)
{
    m_import->note()->clear();
    const Result<ImportPreview> preview = m_desktop.readImport(path);
    if (!preview) {
        m_import->note()->showFault(refusalSentence(preview.refusal()));
        return;
    }
    auto *dialog = new ImportDialog(*preview, this);
    connect(dialog, &ImportDialog::chosen, this, &DataSection::import);
    dialog->open();
}

void DataSection::import(const ImportPreview &selection)
{
    const int count = static_cast<int>(selection.configs.size());
    m_desktop.import(selection, [self = QPointer(this), count](const Result<Done> &answer) {
        if (self)
            self->takeImported(count, answer);
    });
}

void DataSection::takeImported(int count, const Result<Done> &answer)
{
    if (answer)
        say(m_import,
            tr("%n config(s) added. Enter their keys by editing them on the board.", nullptr, count));
    else
        m_import->note()->showFault(refusalSentence(answer.refusal()));
}

void DataSection::say(SettingRow *row, const QString &text)
{
    row->note()->showDone(text);
}

void DataSection::showPlaces()
{
    const QString &file = m_instance.snapshot().plainKeyFile;
    m_keys->setTexts(
        tr("Keys"),
        file.isEmpty() ? tr("Kept in the desktop's keyring.")
                       : tr("Kept in the file %1, which only you can read: no keyring was found.").arg(file));
    m_folder->setTexts(tr("Folder"), tr("Settings and history are in %1.").arg(m_desktop.facts().home));
}

void DataSection::retranslate()
{
    setTexts(tr("Data"), {});
    m_retention->setMeaning(tr("Keep single requests for"),
                            tr("Older ones are summed up by hour and day; failovers are kept for good."));
    m_export->setTexts(tr("Export settings"), tr("Configs, groups and policy as a file, without keys."));
    m_exportButton->setText(tr("Export…"));
    m_exportButton->setIcon(icon(Icon::Export));
    m_import->setTexts(
        tr("Import settings"),
        tr("Adds the configs of such a file, after you have chosen. Keys have to be entered afterwards."));
    m_importButton->setText(tr("Import…"));
    m_importButton->setIcon(icon(Icon::Import));
    m_folderButton->setText(tr("Open folder"));
    m_folderButton->setIcon(icon(Icon::Folder));
    m_about->setTexts(tr("QCC %1").arg(QStringLiteral(QCC_VERSION)),
                      tr("Free software under the GNU General Public License, version 3 or later."));
    showPlaces();
}

} // namespace qcc
