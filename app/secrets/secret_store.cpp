// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/secret_store.h"

#include "app/secrets/file_secret_store.h"
#include "app/secrets/keyring_secret_store.h"
#include "app/secrets/layered_secret_store.h"

namespace qcc {

Result<std::unique_ptr<SecretStore>> openSecretStore(const QString &home)
{
    const QString choice = qEnvironmentVariable("QCC_SECRETS");
    if (!choice.isEmpty() && choice != QLatin1StringView("file") && choice != QLatin1StringView("keyring"))
        return Refusal{RefusalCode::InvalidValue, QStringLiteral("QCC_SECRETS"),
                       QStringLiteral("file or keyring")};
    std::unique_ptr<SecretStore> file = std::make_unique<FileSecretStore>(home);
    if (choice == QLatin1StringView("file"))
        return file;
    auto keyring = std::make_unique<KeyringSecretStore>(keyringService(home));
    const Result<Done> works = keyring->tryOut();
    if (keyring->wasInterrupted()) // the file is no way out then: what lies there comes first for good
        return works.refusal();
    if (choice.isEmpty()) {
        const auto target = works ? LayeredSecretStore::WriteTo::Keyring : LayeredSecretStore::WriteTo::File;
        return std::unique_ptr<SecretStore>(
            std::make_unique<LayeredSecretStore>(std::move(keyring), std::move(file), target));
    }
    if (!works)
        return works.refusal();
    return std::unique_ptr<SecretStore>(std::move(keyring));
}

} // namespace qcc
