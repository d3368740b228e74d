// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/file_secret_store.h"

#include "app/secrets/file_lock.h"
#include "app/secrets/json_file.h"
#include "app/secrets/private_file.h"

namespace qcc {

namespace {

constexpr milliseconds kLockLimit{5'000};
constexpr auto kSecrets = QLatin1StringView("secrets");

} // namespace

FileSecretStore::FileSecretStore(const QString &home) : m_path(home + QStringLiteral("/secrets.json")) {}

Result<QJsonObject> FileSecretStore::load() const
{
    const Result<std::optional<QByteArray>> content = readPrivateFile(m_path);
    if (!content)
        return content.refusal();
    if (!*content)
        return QJsonObject();
    const QByteArray &text = **content;
    const Result<QJsonObject> object = parseJsonObject(m_path, text);
    if (!object)
        return object.refusal();
    const QJsonValue secrets = object->value(kSecrets);
    if (!secrets.isObject() && !secrets.isUndefined())
        return brokenAt(m_path, text, {QString(kSecrets)}, QStringLiteral("an object { … } is needed"));
    const QJsonObject entries = secrets.toObject();
    for (auto it = entries.begin(); it != entries.end(); ++it) {
        if (!it->isString())
            return brokenAt(m_path, text, {QString(kSecrets), it.key()}, QStringLiteral("a text is needed"));
    }
    return object;
}

Result<Secret> FileSecretStore::read(const QString &name)
{
    const Result<QJsonObject> object = load();
    if (!object)
        return object.refusal();
    return Secret(object->value(kSecrets).toObject().value(name).toString().toUtf8());
}

Result<Done> FileSecretStore::change(const std::function<void(QJsonObject &)> &edit)
{
    const Result<std::optional<FileLock>> lock =
        FileLock::acquire(m_path + QStringLiteral(".lock"), kLockLimit);
    if (!lock)
        return lock.refusal();
    if (!*lock)
        return Refusal{RefusalCode::FileUnwritable, m_path,
                       QStringLiteral("another process keeps it locked")};
    Result<QJsonObject> object = load();
    if (!object)
        return object.refusal();
    const QJsonObject before = object->value(kSecrets).toObject();
    QJsonObject secrets = before;
    edit(secrets);
    if (secrets == before)
        return Done{};
    object->insert(kSecrets, secrets);
    return writePrivateFile(m_path, toJsonText(*object));
}

Result<Done> FileSecretStore::write(const QString &name, const Secret &secret)
{
    return change([&](QJsonObject &secrets) { secrets.insert(name, QString::fromUtf8(secret.reveal())); });
}

Result<Done> FileSecretStore::remove(const QString &name)
{
    return change([&](QJsonObject &secrets) { secrets.remove(name); });
}

} // namespace qcc
