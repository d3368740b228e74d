// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/secrets/secret_store.h"

namespace qcc {

/// A keyring with a file beside it, for times without the keyring. What lies in the file was written when the
/// keyring was away, so it is the newer one: the file is read first, and a write to the keyring takes the
/// name out of the file.
class LayeredSecretStore : public SecretStore
{
public:
    enum class WriteTo { Keyring, File };
    LayeredSecretStore(std::unique_ptr<SecretStore> keyring, std::unique_ptr<SecretStore> file,
                       WriteTo target);

    /// While writing goes to the file, a keyring that does not answer counts as empty.
    Result<Secret> read(const QString &name) override;
    Result<Done> write(const QString &name, const Secret &secret) override;
    /// While writing goes to the file, a keyring that does not answer keeps its entry: names are never used
    /// again.
    Result<Done> remove(const QString &name) override;
    QString description() const override { return target().description(); }
    bool isPlainFile() const override { return target().isPlainFile(); }

private:
    SecretStore &target() const { return m_target == WriteTo::Keyring ? *m_keyring : *m_file; }

    std::unique_ptr<SecretStore> m_keyring;
    std::unique_ptr<SecretStore> m_file;
    WriteTo m_target;
};

} // namespace qcc
