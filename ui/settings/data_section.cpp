// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/data_section.h"

#include "models/rules/validation.h"
#include "ui/base/field_note.h"
#include "ui/base/icons.h"
#include "ui/base/refusal_sentence.h"
#include "ui/settings/import_flow.h"
#include "ui/settings/live_row.h"
#include "ui/settings/passphrase_dialog.h"

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
      m_export(new SettingRow), m_exportButton(new QPushButton), m_keysButton(new QPushButton),
      m_import(new SettingRow), m_importButton(new QPushButton), m_sourceButton(new QPushButton),
      m_sources(new QMenu(this)), m_flow(new ImportFlow(desktop, this)), m_folder(new SettingRow),
      m_folderButton(new QPushButton), m_keys(new SettingRow), m_about(new SettingRow)
{
    build();
    connect(m_exportButton, &QPushButton::clicked, this, [this] { askWhereTo(false); });
    connect(m_keysButton, &QPushButton::clicked, this, [this] { askWhereTo(true); });
    connect(m_folderButton, &QPushButton::clicked, &desktop, &DesktopDoor::openFolder);
    connect(&instance, &InstanceDoor::snapshotChanged, this, &DataSection::showPlaces);
    connectImport();
    retranslate();
}

void DataSection::build()
{
    m_export->addControl(m_exportButton);
    m_export->addAside(m_keysButton);
    m_import->addControl(m_importButton);
    m_import->addAside(m_sourceButton);
    m_sourceButton->setMenu(m_sources);
    m_folder->addControl(m_folderButton);
    add(m_retention);
    for (SettingRow *row : {m_export, m_import, m_folder, m_keys, m_about})
        add(row);
}

void DataSection::connectImport()
{
    connect(m_importButton, &QPushButton::clicked, this, &DataSection::askWhereFrom);
    connect(m_sources, &QMenu::aboutToShow, this, &DataSection::listSources);
    connect(m_flow, &ImportFlow::finished, this, [this](int added, bool keysAreMissing) {
        say(m_import, ImportFlow::doneText(added, keysAreMissing));
    });
    connect(m_flow, &ImportFlow::failed, this,
            [this](const Refusal &refusal) { m_import->note()->showFault(refusalSentence(refusal)); });
}

/// Looked for when somebody wants to know: an application may have come meanwhile.
void DataSection::listSources()
{
    m_sources->clear();
    for (const ImportSource &source : m_desktop.importSources()) {
        QAction *action = m_sources->addAction(source.title);
        action->setToolTip(source.path);
        connect(action, &QAction::triggered, this, [this, source] {
            m_import->note()->clear();
            m_flow->readFrom(source);
        });
    }
    if (m_sources->isEmpty())
        m_sources->addAction(tr("None was found"))->setEnabled(false);
}

void DataSection::askWhereTo(bool withKeys)
{
    auto *dialog = new QFileDialog(this, withKeys ? tr("Export settings with keys") : tr("Export settings"),
                                   {}, tr("QCC settings (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->selectFile(withKeys ? QStringLiteral("qcc-settings-with-keys.json")
                                : QStringLiteral("qcc-settings.json"));
    connect(dialog, &QFileDialog::fileSelected, this,
            withKeys ? &DataSection::exportWithKeysTo : &DataSection::exportTo);
    dialog->open();
}

void DataSection::askWhereFrom()
{
    auto *dialog = new QFileDialog(this, tr("Import settings"), {},
                                   tr("Settings (*.json *.db *.sqlite *.sql);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &DataSection::importFrom);
    dialog->open();
}

void DataSection::exportTo(const QString &path)
{
    write(path, std::nullopt);
}

void DataSection::exportWithKeysTo(const QString &path)
{
    auto *dialog = new PassphraseDialog(PassphraseDialog::Purpose::Choose, path, this);
    connect(dialog, &PassphraseDialog::given, this,
            [this, path](const std::shared_ptr<Secret> &passphrase) { write(path, passphrase->clone()); });
    dialog->open();
}

void DataSection::write(const QString &path, std::optional<Secret> passphrase)
{
    m_export->note()->clear();
    m_desktop.exportSettings(path, std::move(passphrase),
                             [self = QPointer(this), path](const Result<Done> &done) {
                                 if (!self)
                                     return;
                                 if (done)
                                     self->say(self->m_export, tr("Written to %1.").arg(path));
                                 else
                                     self->m_export->note()->showFault(refusalSentence(done.refusal()));
                             });
}

void DataSection::importFrom(const QString &path)
{
    m_import->note()->clear();
    m_flow->readFile(path);
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
    m_export->setTexts(tr("Export settings"),
                       tr("Configs, groups and policy as a file: without keys, or encrypted with them."));
    m_exportButton->setText(tr("Export…"));
    m_exportButton->setIcon(icon(Icon::Export));
    m_keysButton->setText(tr("With keys…"));
    m_keysButton->setAccessibleName(tr("Export settings with keys"));
    m_keysButton->setIcon(icon(Icon::Key));
    m_import->setTexts(tr("Import settings"),
                       tr("Adds the configs of a file or of another application, after you have chosen."));
    m_importButton->setText(tr("From a file…"));
    m_importButton->setIcon(icon(Icon::Import));
    m_sourceButton->setText(tr("From an application"));
    m_folderButton->setText(tr("Open folder"));
    m_folderButton->setIcon(icon(Icon::Folder));
    m_about->setTexts(tr("QCC %1").arg(QStringLiteral(QCC_VERSION)),
                      tr("Free software under the GNU General Public License, version 3 or later."));
    showPlaces();
}

} // namespace qcc
