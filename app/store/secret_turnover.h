// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/secrets/secret_store.h"
#include "app/store/loaded_settings.h"
#include "app/store/settings_documents.h"

namespace qcc {

/// How an endpoint's key and a channel's secret are called in the store, by the name in configs.json.
QString keySecretName(const QString &keyId);
QString channelSecretName(const QString &secretId);

/// One change of the stored secrets, in the order in which none is lost wherever the writer is killed: new
/// ones are written under names of their own, then the caller writes the files that point to them, then those
/// that nothing points to any more go. Blocking, as its store.
class SecretTurnover
{
public:
    SecretTurnover(SecretStore &store, SecretNames before);

    /// The new secrets of @p change; they and what is taken away are moved into @p state. Refusals of
    /// SecretStore::write(): then undo().
    Result<Done> write(Change &change, LoadedSettings &state);
    /// Where the secrets lie afterwards.
    const SecretNames &names() const { return m_names; }
    /// The files point to the new ones.
    void finish();
    /// The files are as they were.
    void undo() { forget(m_added); }

private:
    Result<Done> writeKeys(Change &change, LoadedSettings &state);
    Result<Done> writeChannel(ChannelSecretsWrite &write, LoadedSettings &state);
    void takeAway(const QString &channel, ChannelSecret which, LoadedSettings &state);
    void dropUnownedChannels(const Settings &settings);
    void forget(const std::vector<QString> &secrets);
    bool isInUse(const QString &secret) const;

    SecretStore &m_store;
    SecretNames m_names;
    std::vector<QString> m_added;
    std::vector<QString> m_retired; ///< may be pointed to by another all the same, see finish()
};

} // namespace qcc
