// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/secrets/secret_store.h"

#include <QJsonObject>

namespace qcc {

/// Secrets in a plain file, 0600, for machines without a keyring: {"secrets": {"name": "secret", …}}. Several
/// processes may write: each change is read, made and written under a lock. A broken file is reported and
/// never overwritten.
class FileSecretStore : public SecretStore
{
public:
    explicit FileSecretStore(const QString &home);

    Result<Secret> read(const QString &name) override;
    Result<Done> write(const QString &name, const Secret &secret) override;
    Result<Done> remove(const QString &name) override;
    QString description() const override { return m_path; }
    bool isPlainFile() const override { return true; }

private:
    Result<QJsonObject> load() const;
    Result<Done> change(const std::function<void(QJsonObject &secrets)> &edit);

    QString m_path;
};

} // namespace qcc
