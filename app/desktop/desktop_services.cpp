// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop_services.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QDir>

namespace qcc {

DesktopServices::DesktopServices(const QString &home, InstanceDoor &instance, QObject *parent)
    : DesktopDoor(parent), m_import(instance, home), m_file(home),
      m_autostart(loginStart(QProcessEnvironment::systemEnvironment(), QDir::homePath(),
                             QCoreApplication::applicationFilePath()))
{
    m_facts.home = home;
}

Result<Done> DesktopServices::load()
{
    const Result<Preferences> loaded = m_file.load();
    if (!loaded)
        return loaded.refusal();
    m_preferences = *loaded;
    return Done{};
}

void DesktopServices::showHome(const QString &home, bool simulation)
{
    m_import.showHome(home);
    if (std::exchange(m_facts, {home, simulation, m_facts.addressTold}).simulation == simulation)
        return;
    if (simulation)
        m_ownRecoveryBeforePause = std::exchange(m_preferences.recoveryBeforePause, std::nullopt);
    else
        m_preferences.recoveryBeforePause = std::exchange(m_ownRecoveryBeforePause, std::nullopt);
}

void DesktopServices::setPreferences(const Preferences &preferences)
{
    if (preferences == m_preferences)
        return;
    m_preferences = preferences;
    Q_EMIT preferencesChanged();
    Preferences kept = m_preferences;
    if (m_facts.simulation)
        kept.recoveryBeforePause = m_ownRecoveryBeforePause;
    if (const Result<Done> saved = m_file.save(kept); !saved)
        Q_EMIT preferencesNotSaved(saved.refusal());
}

void DesktopServices::openFolder()
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(m_facts.home));
}

void DesktopServices::exportSettings(const QString &path, std::optional<Secret> passphrase, Answer<Done> done)
{
    m_import.exportSettings(path, std::move(passphrase), std::move(done));
}

void DesktopServices::readImport(const QString &path, std::optional<Secret> passphrase,
                                 Answer<std::shared_ptr<ImportOffer>> done)
{
    m_import.readFile(path, std::move(passphrase), std::move(done));
}

void DesktopServices::readImportFrom(const ImportSource &source, Answer<std::shared_ptr<ImportOffer>> done)
{
    m_import.readFrom(source, std::move(done));
}

void DesktopServices::readImportLink(const QUrl &link, Answer<std::shared_ptr<ImportOffer>> done)
{
    m_import.readLink(link, std::move(done));
}

void DesktopServices::import(std::shared_ptr<ImportOffer> offer, const std::vector<size_t> &chosen,
                             bool withPolicy, Answer<int> done)
{
    m_import.import(std::move(offer), chosen, withPolicy, std::move(done));
}

} // namespace qcc
