// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/instance_door.h"
#include "ui/base/preferences.h"

namespace qcc {

/// Where keys are kept, and what else of the desktop the window tells.
struct DesktopFacts
{
    QString home;            ///< QCC_HOME
    bool simulation = false; ///< the simulated providers run in this process
    bool operator==(const DesktopFacts &) const = default;
};

/// What an import would bring; nothing is changed before the person has seen it.
struct ImportPreview
{
    std::vector<Config> configs;  ///< new ones, without keys
    std::vector<QString> skipped; ///< names that are here already
    std::vector<std::pair<QString, Priority>> places;
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
    /// Settings without keys, as a file of this application.
    virtual Result<Done> exportSettings(const QString &path) = 0;
    virtual Result<ImportPreview> readImport(const QString &path) = 0;
    /// One answer for all; what was added before a refusal stays.
    virtual void import(const ImportPreview &preview, Answer<Done> done) = 0;
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
};

} // namespace qcc
