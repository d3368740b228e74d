// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/workspace.h"

#include "app/secrets/file_lock.h"
#include "app/secrets/local_token.h"
#include "app/store/ca_file.h"
#include "app/store/command_parts.h"
#include "app/store/home.h"
#include "app/store/secret_turnover.h"

namespace qcc {

namespace {

constexpr milliseconds kTokenLockLimit{15'000}; // longer than a keyring may take

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
        Result<Secret> key = m_secrets->read(keySecretName(keyId));
        if (!key)
            return key.refusal();
        if (!key->isEmpty())
            keys.emplace(endpoint, std::move(key).value());
    }
    return keys;
}

/// Alerts are no reason to stop the proxy: who sends them says that a secret is missing.
std::map<QString, ChannelSecrets> Workspace::readChannelSecrets(const ChannelSecretIds &ids)
{
    std::map<QString, ChannelSecrets> all;
    for (const auto &[channel, names] : ids) {
        for (const auto &[which, name] : names) {
            Result<Secret> secret = m_secrets->read(channelSecretName(name));
            if (!secret)
                qWarning("a secret of an alert channel can't be read from the %s: %s",
                         qUtf8Printable(m_secrets->description()), qUtf8Printable(secret.refusal().detail));
            else if (!secret->isEmpty())
                all[channel].emplace(which, std::move(secret).value());
        }
    }
    return all;
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
                          std::nullopt,
                          readChannelSecrets(documents.configs.alerts.secretIds)};
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
    fillInChannelId(command,
                    [&](const QString &id) { return documents.configs.alerts.secretIds.contains(id); });
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
    SecretTurnover turnover(*m_secrets, secretNames(documents.configs));
    Result<Done> done = turnover.write(change, state);
    const SettingsTexts after = renderDocuments(documents, change.settings, turnover.names(), change.renamed);
    if (done)
        done = m_files.replace(documents.texts, after);
    if (!done) {
        turnover.undo();
        return done.refusal();
    }
    turnover.finish();
    state.settings = std::move(change.settings);
    state.renamed = std::move(change.renamed);
    state.fingerprint = fingerprintOf(after);
    return state;
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
        renderDocuments(*documents, settings, secretNames(documents->configs), std::nullopt);
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
