// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/secrets/secret_store.h"
#include "models/domain/time.h"

#include <functional>

namespace qcc {

inline constexpr milliseconds kKeyringDeadline{5'000}; ///< for one call

/// Secrets in the desktop's keyring, through QtKeychain. The one place in QCC with a nested event loop:
/// QtKeychain's jobs are asynchronous, this store is not (docs/decisions/0004-keyring.md). All use in a
/// process must come from one and the same thread, with a QCoreApplication and Qt's own event dispatcher,
/// because QtKeychain queues its jobs in an object of the thread that used it first.
class KeyringSecretStore : public SecretStore
{
public:
    /// @p service: under which name the entries are filed.
    explicit KeyringSecretStore(const QString &service) : m_service(service) {}

    Result<Secret> read(const QString &name) override;
    Result<Done> write(const QString &name, const Secret &secret) override;
    Result<Done> remove(const QString &name) override;
    QString description() const override;
    bool isPlainFile() const override { return false; }

    /// Writes, reads back and removes a probe: without an unlocked keyring reading only says "no such entry".
    Result<Done> tryOut();
    /// The thread was told to end while the keyring was asked: nothing follows from its silence.
    bool wasInterrupted() const { return m_interrupted; }

private:
    Refusal unavailable(const QString &reason) const;
    template <typename Job>
    Result<Done> run(std::unique_ptr<Job> job, const std::function<void(Job &)> &succeeded);

    QString m_service;
    bool m_interrupted = false;
    bool m_silent = false; ///< it has not answered in time: it is not waited for again
};

/// "qcc" for ~/.qcc, else "qcc-" and 8 hex digits of the path's hash, so that homes never mix.
QString keyringService(const QString &home);

} // namespace qcc
