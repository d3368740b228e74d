// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/import_offer.h"
#include "ui/base/instance_door.h"
#include "ui/base/preferences.h"

namespace qcc {

/// Where keys are kept, and what else of the desktop the window tells.
struct DesktopFacts
{
    QString home;             ///< QCC_HOME
    bool simulation = false;  ///< the simulated providers run in this process
    bool addressTold = false; ///< by the command line: not the preferences' is in force
    bool operator==(const DesktopFacts &) const = default;
};

/// What the window asks of the desktop around it. Implemented in app/desktop; a fake serves the tests. Main
/// thread; answers come from the event loop.
class DesktopDoor : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual const Preferences &preferences() const = 0;
    /// In force at once, and saved; a refusal of writing is told by preferencesNotSaved().
    virtual void setPreferences(const Preferences &preferences) = 0;
    virtual DesktopFacts facts() const = 0;

    virtual bool startsAtLogin() const = 0;
    virtual Result<Done> setStartsAtLogin(bool on) = 0;
    virtual void openFolder() = 0;
    virtual void sendTestNotification() = 0;
    /// As a file of this application: without keys, or with them, encrypted by @p passphrase. Keys come from
    /// the running instance.
    virtual void exportSettings(const QString &path, std::optional<Secret> passphrase, Answer<Done> done) = 0;
    /// Those that are here.
    virtual std::vector<ImportSource> importSources() const = 0;
    /// WrongPassphrase also where one is needed and none is given.
    virtual void readImport(const QString &path, std::optional<Secret> passphrase,
                            Answer<std::shared_ptr<ImportOffer>> done) = 0;
    virtual void readImportFrom(const ImportSource &source, Answer<std::shared_ptr<ImportOffer>> done) = 0;
    /// "qcc://import?…"
    virtual void readImportLink(const QUrl &link, Answer<std::shared_ptr<ImportOffer>> done) = 0;
    /// Adds the configs with these indexes, and the policy if wanted; the offer is used up. One answer for
    /// all (how many were added); what was added before a refusal stays.
    virtual void import(std::shared_ptr<ImportOffer> offer, const std::vector<size_t> &chosen,
                        bool withPolicy, Answer<int> done) = 0;
    /// Three simulated providers in this process, in a home of their own that is gone afterwards.
    virtual void startSimulation() = 0;
    /// Back to the person's own home.
    virtual void endSimulation() = 0;
    /// For the simulation: makes the provider fail, or mends it.
    virtual void breakSimulated(const QString &config, bool broken) = 0;
    virtual void quit() = 0;

Q_SIGNALS:
    void preferencesChanged();
    void preferencesNotSaved(const qcc::Refusal &refusal);
    /// Somebody opened a link, or handed a file to the program: the window is to show what it would bring.
    void importLinkOpened(const QUrl &link);
};

} // namespace qcc
