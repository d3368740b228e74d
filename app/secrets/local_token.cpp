// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/local_token.h"

#include <QRandomGenerator>

namespace qcc {

namespace {

const auto kName = QStringLiteral("local-token");

Secret newToken()
{
    std::array<quint32, 256 / 32> words = {};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    const QByteArrayView bytes(reinterpret_cast<const char *>(words.data()), sizeof words);
    return Secret("qcc-" + bytes.toByteArray().toHex());
}

} // namespace

Result<Secret> storedLocalToken(SecretStore &store)
{
    return store.read(kName);
}

Result<Secret> localToken(SecretStore &store)
{
    Result<Secret> stored = storedLocalToken(store);
    if (!stored || !stored->isEmpty())
        return stored;
    return renewedLocalToken(store);
}

Result<Secret> renewedLocalToken(SecretStore &store)
{
    Secret token = newToken();
    if (const Result<Done> written = store.write(kName, token); !written)
        return written.refusal();
    return token;
}

} // namespace qcc
