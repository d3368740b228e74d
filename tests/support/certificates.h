// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslCertificate>
#include <QSslKey>
#include <QTemporaryDir>

namespace qcc::test {

/// A server certificate with its key, as values and as PEM files.
struct ServerIdentity
{
    QList<QSslCertificate> chain;
    QSslKey key;
    QString certificateFile;
    QString keyFile;
};

/// A certificate authority that lives as long as the test, made by the openssl command.
class TestAuthority
{
public:
    enum class Validity { Now, Expired };

    TestAuthority();
    /// False when the openssl command failed; errorString() has its words.
    bool isValid() const { return m_error.isEmpty(); }
    QString errorString() const { return m_error; }
    QString caFile() const { return path(QStringLiteral("ca.pem")); }
    /// @p names: subject alternative names in openssl's form ("DNS:localhost", "IP:127.0.0.1").
    ServerIdentity issue(const QStringList &names, Validity validity = Validity::Now);

private:
    QString path(const QString &name) const { return m_dir.filePath(name); }
    void openssl(const QStringList &arguments);

    QTemporaryDir m_dir;
    QString m_error;
    int m_issued = 0;
};

} // namespace qcc::test
