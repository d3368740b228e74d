// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/autostart.h"
#include "app/desktop/import_desk.h"
#include "app/desktop/preferences_file.h"
#include "ui/base/desktop_door.h"

namespace qcc {

/// The window's way to the desktop around it: preferences, autostart, files. What it can't do itself (the
/// simulation, notifications, quitting) it passes on as signals. Main thread.
class DesktopServices final : public DesktopDoor
{
    Q_OBJECT
public:
    DesktopServices(const QString &home, InstanceDoor &instance, QObject *parent = nullptr);

    /// FileBroken, FileUnreadable: the defaults are in force, and nothing is written over the file.
    Result<Done> load();
    /// The home that is shown now; preferences stay those of the person's own home, but for what is true of
    /// the simulated one only.
    void showHome(const QString &home, bool simulation);
    /// Whether the proxy listens where the command line told, for this run.
    void setAddressTold(bool told) { m_facts.addressTold = told; }

    // DesktopDoor
    const Preferences &preferences() const override { return m_preferences; }
    void setPreferences(const Preferences &preferences) override;
    DesktopFacts facts() const override { return m_facts; }
    bool startsAtLogin() const override { return m_autostart.isOn(); }
    Result<Done> setStartsAtLogin(bool on) override { return m_autostart.set(on); }
    void openFolder() override;
    void sendTestNotification() override { Q_EMIT testWanted(); }
    void exportSettings(const QString &path, std::optional<Secret> passphrase, Answer<Done> done) override;
    std::vector<ImportSource> importSources() const override { return m_import.sources(); }
    void readImport(const QString &path, std::optional<Secret> passphrase,
                    Answer<std::shared_ptr<ImportOffer>> done) override;
    void readImportFrom(const ImportSource &source, Answer<std::shared_ptr<ImportOffer>> done) override;
    void readImportLink(const QUrl &link, Answer<std::shared_ptr<ImportOffer>> done) override;
    void import(std::shared_ptr<ImportOffer> offer, const std::vector<size_t> &chosen, bool withPolicy,
                Answer<int> done) override;
    void startSimulation() override { Q_EMIT simulationWanted(true); }
    void endSimulation() override { Q_EMIT simulationWanted(false); }
    void breakSimulated(const QString &config, bool broken) override { Q_EMIT breakWanted(config, broken); }
    void quit() override { Q_EMIT quitWanted(); }

Q_SIGNALS:
    void testWanted();
    void simulationWanted(bool on);
    void breakWanted(const QString &config, bool broken);
    void quitWanted();

private:
    ImportDesk m_import;
    PreferencesFile m_file;
    Preferences m_preferences;
    Autostart m_autostart;
    DesktopFacts m_facts;
    std::optional<bool> m_ownRecoveryBeforePause; ///< while a simulation is shown
};

} // namespace qcc
