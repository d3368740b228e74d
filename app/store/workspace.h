// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/secrets/secret_store.h"
#include "app/store/loaded_settings.h"
#include "app/store/settings_documents.h"

namespace qcc {

/// The fingerprints around a write.
struct SavedTexts
{
    QByteArray before;
    QByteArray after;
};

/// Whether the local token is made when there is none yet: only for those who let clients in, or lead them
/// here.
enum class TokenNeed { AsStored, MakeIfMissing };

/// One QCC_HOME: its two settings files and its secrets, as one thing that changes by commands. Whatever
/// moment a writer is killed at, a later load() gives the state before or after its command
/// (docs/decisions/0005-files.md). Blocking; belongs to one thread (the storage thread, or a command line's
/// main thread). Whoever calls apply(), saveActive() or settle() holds the InstanceLock.
class Workspace
{
public:
    /// Opens (and creates) the home and its secret store. Refusals of openHome() and openSecretStore().
    static Result<std::unique_ptr<Workspace>> open(const QString &home);
    /// With a secret store of the caller's choice.
    Workspace(const QString &home, std::unique_ptr<SecretStore> secrets);

    const QString &home() const { return m_files.home(); }
    SecretStore &secrets() { return *m_secrets; }

    /// The settings alone, for who only looks: makes nothing, not even the home, and asks no keyring.
    /// FileBroken, FileUnreadable.
    static Result<Settings> readSettings(const QString &home);

    /// Reads everything anew. Missing files are empty settings. FileBroken, FileUnreadable,
    /// SecretsUnavailable; for a token that has to be made also FileUnwritable.
    Result<LoadedSettings> load(TokenNeed token = TokenNeed::AsStored);

    /// Loads afresh, validates, writes. Nothing is changed when it refuses. Empty ids are filled in. Beyond
    /// the refusals of applyCommand(): FileUnreadable and InvalidValue for the CA file, and those of load()
    /// and of writing.
    Result<LoadedSettings> apply(Command command);

    /// Stores the active config (empty: none). UnknownConfig; refusals of load() and of writing.
    Result<SavedTexts> saveActive(const QString &config);

    /// The token of localToken(), safe against a second process asking at the same time.
    Result<Secret> localToken();
    /// Puts a new one in its place.
    Result<Secret> renewToken();

    /// Completes what a killed writer had begun, and clears away its temporary files.
    Result<Done> settle() { return m_files.settle(); }

    QString configsPath() const { return m_files.configsPath(); }
    QString priorityPath() const { return m_files.priorityPath(); }

    /// Differs whenever the content of the files does; equal for files rewritten with the same content.
    /// Empty: unreadable.
    QByteArray fingerprint() const { return m_files.fingerprint(); }

private:
    struct Addition
    {
        QString config;
        bool placeIsOpen = false; ///< the command names no priority
    };

    Result<Secret> underTokenLock(Result<Secret> (*make)(SecretStore &));
    Result<SettingsDocuments> readDocuments() const;
    Result<Keys> readKeys(const KeyIds &keyIds);
    std::map<QString, ChannelSecrets> readChannelSecrets(const ChannelSecretIds &ids);
    Result<LoadedSettings> loadFrom(const SettingsDocuments &documents, TokenNeed need);
    static std::optional<Addition> prepare(Command &command, const SettingsDocuments &documents);
    static void adopt(const Addition &addition, const SettingsDocuments &documents, Settings &settings);
    /// New secrets first, under names of their own, then the files at once, then old secrets go.
    Result<LoadedSettings> commit(const SettingsDocuments &documents, Change change, LoadedSettings state);

    SettingsFiles m_files;
    std::unique_ptr<SecretStore> m_secrets;
};

} // namespace qcc
