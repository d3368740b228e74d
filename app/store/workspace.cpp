// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/workspace.h"

#include "app/secrets/file_lock.h"
#include "app/secrets/local_token.h"
#include "app/store/ca_file.h"
#include "app/store/command_parts.h"
#include "app/store/home.h"

#include <algorithm>

namespace qcc {

namespace {

constexpr milliseconds kTokenLockLimit{15'000}; // longer than a keyring may take

QString secretName(const QString &keyId)
{
    return QStringLiteral("endpoint-") + keyId;
}

bool isNamed(const KeyIds &keyIds, const QString &keyId)
{
    return std::any_of(keyIds.begin(), keyIds.end(),
                       [&](const auto &entry) { return entry.second == keyId; });
}

} // namespace

Result<std::unique_ptr<Workspace>> Workspace::open(const QString &home)
{
    const Result<QString> opened = openHome(home);
    if (!opened)
        return opened.refusal();
    Result<std::unique_ptr<SecretStore>> secrets = openSecretStore(*opened);
    if (!secrets)
        return secrets.refusal();
    return std::make_unique<Workspace>(*opened, std::move(secrets).value());
}

Workspace::Workspace(const QString &home, std::unique_ptr<SecretStore> secrets)
    : m_files(home), m_secrets(std::move(secrets))
{
}

Result<SettingsDocuments> Workspace::readDocuments() const
{
    Result<SettingsTexts> texts = m_files.read();
    if (!texts)
        return texts.refusal();
    return parseDocuments(m_files, std::move(texts).value());
}

Result<Keys> Workspace::readKeys(const KeyIds &keyIds)
{
    Keys keys;
    for (const auto &[endpoint, keyId] : keyIds) {
        Result<Secret> key = m_secrets->read(secretName(keyId));
        if (!key)
            return key.refusal();
        if (!key->isEmpty())
            keys.emplace(endpoint, std::move(key).value());
    }
    return keys;
}

Result<LoadedSettings> Workspace::loadFrom(const SettingsDocuments &documents, TokenNeed need)
{
    Result<Keys> keys = readKeys(documents.configs.keyIds);
    if (!keys)
        return keys.refusal();
    Result<Secret> token = need == TokenNeed::MakeIfMissing ? localToken() : storedLocalToken(*m_secrets);
    if (!token)
        return token.refusal();
    return LoadedSettings{documents.settings,
                          std::move(keys).value(),
                          std::move(token).value(),
                          fingerprintOf(documents.texts),
                          m_secrets->isPlainFile() ? m_secrets->description() : QString(),
                          std::nullopt};
}

Result<Settings> Workspace::readSettings(const QString &home)
{
    const SettingsFiles files(home);
    Result<SettingsTexts> texts = files.read();
    if (!texts)
        return texts.refusal();
    Result<SettingsDocuments> documents = parseDocuments(files, std::move(texts).value());
    return documents ? Result<Settings>(std::move(documents).value().settings) : documents.refusal();
}

Result<LoadedSettings> Workspace::load(TokenNeed token)
{
    const Result<SettingsDocuments> documents = readDocuments();
    return documents ? loadFrom(*documents, token) : documents.refusal();
}

Result<LoadedSettings> Workspace::apply(Command command)
{
    if (const Result<Done> settled = settle(); !settled)
        return settled.refusal();
    const Result<SettingsDocuments> documents = readDocuments();
    if (!documents)
        return documents.refusal();
    Result<LoadedSettings> before = loadFrom(*documents, TokenNeed::AsStored);
    if (!before)
        return before;
    const std::optional<Addition> addition = prepare(command, *documents);
    const QStringList caFiles = caFilesSetBy(command, documents->settings);
    Result<Change> change = applyCommand(before->settings, before->keys, std::move(command));
    if (!change)
        return change.refusal();
    for (const QString &caFile : caFiles) {
        if (const Result<Done> usable = checkCaFile(caFile); !usable)
            return usable.refusal();
    }
    if (addition)
        adopt(*addition, *documents, change->settings);
    return commit(*documents, std::move(change).value(), std::move(before).value());
}

/// Fills in what a command leaves open and only the files or chance can tell.
std::optional<Workspace::Addition> Workspace::prepare(Command &command, const SettingsDocuments &documents)
{
    fillInIds(command, [&](const EndpointId &id) { return documents.configs.keyIds.contains(id); });
    if (const auto *add = std::get_if<AddConfig>(&command))
        return Addition{add->name.trimmed(), !add->priority};
    const auto *put = std::get_if<PutConfig>(&command);
    return put && !put->before ? std::optional(Addition{put->name.trimmed(), !put->priority}) : std::nullopt;
}

/// The priority file may have known the config before it was added: its place, and that it is the active one.
void Workspace::adopt(const Addition &addition, const SettingsDocuments &documents, Settings &settings)
{
    if (const auto place = rememberedPlace(documents, addition.config); place && addition.placeIsOpen)
        settings.groups.place(addition.config, place->priority, place->index);
    if (settings.activeConfig.isEmpty() && documents.priority.activeConfig == addition.config)
        settings.activeConfig = addition.config;
}

Result<LoadedSettings> Workspace::commit(const SettingsDocuments &documents, Change change,
                                         LoadedSettings state)
{
    KeyIds keyIds = documents.configs.keyIds;
    std::vector<QString> retired; // key names that nothing points to once the files are written
    for (const EndpointId &endpoint : change.keyRemovals) {
        if (const auto former = keyIds.extract(endpoint))
            retired.push_back(former.mapped());
        state.keys.erase(endpoint);
    }
    std::vector<QString> added;
    Result<Done> done = Done{};
    for (KeyWrite &write : change.keyWrites) {
        if (const auto former = keyIds.find(write.endpoint); former != keyIds.end())
            retired.push_back(former->second);
        const QString keyId = added.emplace_back(randomId());
        keyIds[write.endpoint] = keyId;
        if (done = m_secrets->write(secretName(keyId), write.key); !done)
            break;
        state.keys.insert_or_assign(write.endpoint, std::move(write.key));
    }
    const SettingsTexts after = renderDocuments(documents, change.settings, keyIds, change.renamed);
    if (done)
        done = m_files.replace(documents.texts, after);
    if (done) // a block copied by hand may share its key with another endpoint
        std::erase_if(retired, [&](const QString &keyId) { return isNamed(keyIds, keyId); });
    forgetKeys(done ? retired : added);
    if (!done)
        return done.refusal();
    state.settings = std::move(change.settings);
    state.renamed = std::move(change.renamed);
    state.fingerprint = fingerprintOf(after);
    return state;
}

/// Nothing points to these any more, so failing to remove one leaves litter, not a wrong state.
void Workspace::forgetKeys(const std::vector<QString> &keyIds)
{
    for (const QString &keyId : keyIds) {
        if (const Result<Done> removed = m_secrets->remove(secretName(keyId)); !removed)
            qWarning("an unused key stays in the %s: %s", qUtf8Printable(m_secrets->description()),
                     qUtf8Printable(removed.refusal().detail));
    }
}

Result<SavedTexts> Workspace::saveActive(const QString &config)
{
    if (const Result<Done> settled = settle(); !settled)
        return settled.refusal();
    const Result<SettingsDocuments> documents = readDocuments();
    if (!documents)
        return documents.refusal();
    Settings settings = documents->settings;
    if (!config.isEmpty() && !settings.find(config))
        return Refusal{RefusalCode::UnknownConfig, config, {}};
    settings.activeConfig = config;
    const SettingsTexts after =
        renderDocuments(*documents, settings, documents->configs.keyIds, std::nullopt);
    if (const Result<Done> written = m_files.replace(documents->texts, after); !written)
        return written.refusal();
    return SavedTexts{fingerprintOf(documents->texts), fingerprintOf(after)};
}

Result<Secret> Workspace::localToken()
{
    return underTokenLock(qcc::localToken);
}

Result<Secret> Workspace::renewToken()
{
    return underTokenLock(renewedLocalToken);
}

Result<Secret> Workspace::underTokenLock(Result<Secret> (*make)(SecretStore &))
{
    const QString path = home() + QStringLiteral("/token.lock");
    const Result<std::optional<FileLock>> lock = FileLock::acquire(path, kTokenLockLimit);
    if (!lock)
        return lock.refusal();
    if (!*lock)
        return Refusal{RefusalCode::FileUnwritable, path, QStringLiteral("another process keeps it locked")};
    return make(*m_secrets);
}

} // namespace qcc
