// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/secret.h"

#include <memory>

namespace qcc {

/// Keeps secrets by name. Knows nothing of endpoints or settings. Calls block (a keyring up to
/// kKeyringDeadline), so it belongs on the storage thread or in a command line's main thread, and to one
/// thread at a time.
class SecretStore
{
public:
    virtual ~SecretStore() = default;
    /// The secret, empty when there is none of that name. Refusals: SecretsUnavailable, FileUnreadable,
    /// FileBroken.
    virtual Result<Secret> read(const QString &name) = 0;
    /// Adds or replaces. Either the whole secret is stored or the old one is still there.
    virtual Result<Done> write(const QString &name, const Secret &secret) = 0;
    /// Removing what is not there is a success.
    virtual Result<Done> remove(const QString &name) = 0;
    /// Where the secrets are, for people: "desktop keyring" or the file's path.
    virtual QString description() const = 0;
    /// True when secrets lie in a plain file; the window says so.
    virtual bool isPlainFile() const = 0;
};

/// The store for @p home: the desktop's keyring when a write test succeeds there, else secrets.json; both are
/// looked at when reading (docs/decisions/0004-keyring.md). QCC_SECRETS=file or =keyring forces one and never
/// touches the other; a forced keyring that does not work is SecretsUnavailable, another word InvalidValue.
/// Needs a QCoreApplication where the keyring may be used.
Result<std::unique_ptr<SecretStore>> openSecretStore(const QString &home);

} // namespace qcc
