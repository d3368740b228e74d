// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/layered_secret_store.h"

namespace qcc {

LayeredSecretStore::LayeredSecretStore(std::unique_ptr<SecretStore> keyring,
                                       std::unique_ptr<SecretStore> file, WriteTo target)
    : m_keyring(std::move(keyring)), m_file(std::move(file)), m_target(target)
{
}

Result<Secret> LayeredSecretStore::read(const QString &name)
{
    Result<Secret> inFile = m_file->read(name);
    if (!inFile || !inFile->isEmpty())
        return inFile;
    Result<Secret> inKeyring = m_keyring->read(name);
    if (!inKeyring && m_target == WriteTo::File)
        return Secret();
    return inKeyring;
}

Result<Done> LayeredSecretStore::write(const QString &name, const Secret &secret)
{
    Result<Done> written = target().write(name, secret);
    if (!written || m_target == WriteTo::File)
        return written;
    return m_file->remove(name);
}

Result<Done> LayeredSecretStore::remove(const QString &name)
{
    const Result<Done> fromKeyring = m_keyring->remove(name);
    if (!fromKeyring && m_target == WriteTo::Keyring)
        return fromKeyring;
    return m_file->remove(name);
}

} // namespace qcc
