// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/secret_turnover.h"

#include "app/store/command_parts.h"

namespace qcc {

QString keySecretName(const QString &keyId)
{
    return QStringLiteral("endpoint-") + keyId;
}

QString channelSecretName(const QString &secretId)
{
    return QStringLiteral("channel-") + secretId;
}

SecretTurnover::SecretTurnover(SecretStore &store, SecretNames before)
    : m_store(store), m_names(std::move(before))
{
}

Result<Done> SecretTurnover::write(Change &change, LoadedSettings &state)
{
    if (const Result<Done> keys = writeKeys(change, state); !keys)
        return keys;
    for (ChannelSecretsWrite &one : change.channelSecrets) {
        if (const Result<Done> written = writeChannel(one, state); !written)
            return written;
    }
    dropUnownedChannels(change.settings);
    return Done{};
}

Result<Done> SecretTurnover::writeKeys(Change &change, LoadedSettings &state)
{
    for (const EndpointId &endpoint : change.keyRemovals) {
        if (const auto former = m_names.keys.extract(endpoint))
            m_retired.push_back(keySecretName(former.mapped()));
        state.keys.erase(endpoint);
    }
    for (KeyWrite &one : change.keyWrites) {
        if (const auto former = m_names.keys.find(one.endpoint); former != m_names.keys.end())
            m_retired.push_back(keySecretName(former->second));
        const QString keyId = randomId();
        m_names.keys[one.endpoint] = keyId;
        if (const Result<Done> done = m_store.write(m_added.emplace_back(keySecretName(keyId)), one.key);
            !done)
            return done;
        state.keys.insert_or_assign(one.endpoint, std::move(one.key));
    }
    return Done{};
}

Result<Done> SecretTurnover::writeChannel(ChannelSecretsWrite &write, LoadedSettings &state)
{
    for (auto &[which, secret] : write.secrets) {
        takeAway(write.channel, which, state);
        if (secret.isEmpty())
            continue;
        const QString id = randomId();
        m_names.channels[write.channel][which] = id;
        if (const Result<Done> done = m_store.write(m_added.emplace_back(channelSecretName(id)), secret);
            !done)
            return done;
        state.channelSecrets[write.channel].insert_or_assign(which, std::move(secret));
    }
    return Done{};
}

void SecretTurnover::takeAway(const QString &channel, ChannelSecret which, LoadedSettings &state)
{
    if (const auto names = m_names.channels.find(channel); names != m_names.channels.end()) {
        if (const auto former = names->second.extract(which))
            m_retired.push_back(channelSecretName(former.mapped()));
    }
    if (const auto secrets = state.channelSecrets.find(channel); secrets != state.channelSecrets.end())
        secrets->second.erase(which);
}

void SecretTurnover::dropUnownedChannels(const Settings &settings)
{
    std::erase_if(m_names.channels, [&](const auto &entry) {
        return std::none_of(settings.channels.begin(), settings.channels.end(),
                            [&](const AlertChannel &channel) { return channel.id == entry.first; });
    });
}

void SecretTurnover::finish()
{
    // A block copied by hand may share its secret with another.
    std::erase_if(m_retired, [this](const QString &secret) { return isInUse(secret); });
    forget(m_retired);
}

bool SecretTurnover::isInUse(const QString &secret) const
{
    const bool isKey = std::any_of(m_names.keys.begin(), m_names.keys.end(),
                                   [&](const auto &entry) { return keySecretName(entry.second) == secret; });
    return isKey || std::any_of(m_names.channels.begin(), m_names.channels.end(), [&](const auto &channel) {
               return std::any_of(channel.second.begin(), channel.second.end(), [&](const auto &entry) {
                   return channelSecretName(entry.second) == secret;
               });
           });
}

/// Nothing points to these, so failing to remove one leaves litter, not a wrong state.
void SecretTurnover::forget(const std::vector<QString> &secrets)
{
    for (const QString &secret : secrets) {
        if (const Result<Done> removed = m_store.remove(secret); !removed)
            qWarning("an unused key stays in the %s: %s", qUtf8Printable(m_store.description()),
                     qUtf8Printable(removed.refusal().detail));
    }
}

} // namespace qcc
