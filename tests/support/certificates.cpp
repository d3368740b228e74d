// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/certificates.h"

#include <QFile>
#include <QProcess>

namespace qcc::test {

namespace {

const QStringList &newKey()
{
    static const QStringList options{
        QStringLiteral("-newkey"), QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
        QStringLiteral("ec_paramgen_curve:prime256v1"), QStringLiteral("-nodes")};
    return options;
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

TestAuthority::TestAuthority()
{
    openssl(QStringList{QStringLiteral("req"), QStringLiteral("-x509")} + newKey() +
            QStringList{QStringLiteral("-keyout"), path(QStringLiteral("ca.key")), QStringLiteral("-out"),
                        caFile(), QStringLiteral("-days"), QStringLiteral("2"), QStringLiteral("-subj"),
                        QStringLiteral("/CN=QCC test authority")});
}

ServerIdentity TestAuthority::issue(const QStringList &names, Validity validity)
{
    const QString base = path(QStringLiteral("leaf%1").arg(++m_issued));
    QFile extensions(base + QStringLiteral(".ext"));
    if (!extensions.open(QIODevice::WriteOnly)) {
        m_error = extensions.errorString();
        return {};
    }
    extensions.write("subjectAltName=" + names.join(u',').toUtf8() + "\n");
    extensions.close();
    const QString request = base + QStringLiteral(".csr");
    ServerIdentity identity;
    identity.certificateFile = base + QStringLiteral(".pem");
    identity.keyFile = base + QStringLiteral(".key");
    openssl(QStringList{QStringLiteral("req")} + newKey() +
            QStringList{QStringLiteral("-keyout"), identity.keyFile, QStringLiteral("-out"), request,
                        QStringLiteral("-subj"), QStringLiteral("/CN=qcc test server")});
    openssl({QStringLiteral("x509"), QStringLiteral("-req"), QStringLiteral("-in"), request,
             QStringLiteral("-CA"), caFile(), QStringLiteral("-CAkey"), path(QStringLiteral("ca.key")),
             QStringLiteral("-CAcreateserial"), QStringLiteral("-days"),
             validity == Validity::Now ? QStringLiteral("1") : QStringLiteral("-1"),
             QStringLiteral("-extfile"), extensions.fileName(), QStringLiteral("-out"),
             identity.certificateFile});
    identity.chain = QSslCertificate::fromData(contents(identity.certificateFile), QSsl::Pem);
    identity.key = QSslKey(contents(identity.keyFile), QSsl::Ec, QSsl::Pem);
    if (m_error.isEmpty() && (identity.chain.isEmpty() || identity.key.isNull()))
        m_error = QStringLiteral("the certificate that openssl made can't be read");
    return identity;
}

void TestAuthority::openssl(const QStringList &arguments)
{
    constexpr int kSeconds = 30'000;
    QProcess process;
    process.start(QStringLiteral("openssl"), arguments);
    if (!process.waitForFinished(kSeconds) || process.exitCode() != 0)
        m_error = arguments.first() + QLatin1String(": ") +
                  QString::fromLocal8Bit(process.readAllStandardError()) + process.errorString();
}

} // namespace qcc::test
