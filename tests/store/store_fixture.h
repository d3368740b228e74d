// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/secrets/file_secret_store.h"
#include "app/store/workspace.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace qcc::test {

inline QString u(const char *text)
{
    return QString::fromUtf8(text);
}

/// A QCC_HOME of its own, with secrets in a file.
class TemporaryHome
{
public:
    QString path(const char *name = "") const { return m_directory.filePath(u(name)); }
    QString home() const { return m_directory.path(); }

    std::unique_ptr<Workspace> workspace() const
    {
        return std::make_unique<Workspace>(home(), std::make_unique<FileSecretStore>(home()));
    }

    void write(const char *name, const QByteArray &content) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }

    QByteArray read(const char *name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<missing>");
    }

private:
    QTemporaryDir m_directory;
};

inline NewEndpoint newEndpoint(const char *url, const char *key)
{
    Endpoint endpoint;
    endpoint.url = QUrl(u(url));
    return {endpoint, Secret(key)};
}

inline AddConfig addConfig(const char *name, const char *url, const char *key)
{
    return {u(name), {}, newEndpoint(url, key), {}};
}

} // namespace qcc::test
