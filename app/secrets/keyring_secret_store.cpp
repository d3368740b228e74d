// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/keyring_secret_store.h"

#include <QCryptographicHash>
#include <QDir>
#include <QEventLoop>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTimer>

#include <qt6keychain/keychain.h>

namespace qcc {

namespace {

const auto kProbeName = QStringLiteral("probe");
constexpr int kTimedOut = 1; ///< how the loop ended

/// The path without symbolic links, whether it exists or not.
QString resolved(const QString &path)
{
    const QString canonical = QFileInfo(path).canonicalFilePath();
    return canonical.isEmpty() ? QDir::cleanPath(QFileInfo(path).absoluteFilePath()) : canonical;
}

} // namespace

QString keyringService(const QString &home)
{
    const QString path = resolved(home);
    if (path == resolved(QDir::homePath() + QStringLiteral("/.qcc")))
        return QStringLiteral("qcc");
    const QByteArray hash = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256);
    return QStringLiteral("qcc-") + QString::fromLatin1(hash.first(4).toHex());
}

QString KeyringSecretStore::description() const
{
    return QStringLiteral("desktop keyring");
}

Refusal KeyringSecretStore::unavailable(const QString &reason) const
{
    return {RefusalCode::SecretsUnavailable, description(), reason};
}

/// Runs @p job to its end, or gives up on it: then it lives on until its answer comes, and deletes itself.
template <typename Job>
Result<Done> KeyringSecretStore::run(std::unique_ptr<Job> job, const std::function<void(Job &)> &succeeded)
{
    if (m_silent)
        return unavailable(QStringLiteral("it does not answer"));
    QEventLoop loop;
    bool ended = false;
    QObject::connect(job.get(), &QKeychain::Job::finished, &loop, [&] {
        ended = true;
        loop.quit();
    });
    QTimer::singleShot(kKeyringDeadline, &loop, [&loop] { loop.exit(kTimedOut); });
    job->setAutoDelete(false);
    job->start();
    if (loop.exec() == kTimedOut) {
        job.release()->setAutoDelete(true);
        m_silent = true;
        return unavailable(QStringLiteral("it does not answer"));
    }
    if (!ended) {
        m_interrupted = m_silent = true;
        return unavailable(QStringLiteral("the program ends"));
    }
    if (job->error() != QKeychain::NoError && job->error() != QKeychain::EntryNotFound)
        return unavailable(job->errorString());
    succeeded(*job);
    return Done{};
}

Result<Secret> KeyringSecretStore::read(const QString &name)
{
    auto job = std::make_unique<QKeychain::ReadPasswordJob>(m_service);
    job->setKey(name);
    Secret secret;
    const Result<Done> done =
        run<QKeychain::ReadPasswordJob>(std::move(job), [&](QKeychain::ReadPasswordJob &ended) {
            if (ended.error() == QKeychain::NoError)
                secret = Secret(ended.textData().toUtf8());
        });
    if (!done)
        return done.refusal();
    return secret;
}

Result<Done> KeyringSecretStore::write(const QString &name, const Secret &secret)
{
    auto job = std::make_unique<QKeychain::WritePasswordJob>(m_service);
    job->setKey(name);
    job->setTextData(QString::fromUtf8(secret.reveal()));
    return run<QKeychain::WritePasswordJob>(std::move(job), [](QKeychain::WritePasswordJob &) {});
}

Result<Done> KeyringSecretStore::remove(const QString &name)
{
    auto job = std::make_unique<QKeychain::DeletePasswordJob>(m_service);
    job->setKey(name);
    return run<QKeychain::DeletePasswordJob>(std::move(job), [](QKeychain::DeletePasswordJob &) {});
}

Result<Done> KeyringSecretStore::tryOut()
{
    const QByteArray value = QByteArray::number(QRandomGenerator::system()->generate64(), 16);
    // A name of its own for each try: two programs may try at the same time.
    const QString name = kProbeName + u'-' + QString::fromLatin1(value);
    if (Result<Done> written = write(name, Secret(value)); !written)
        return written;
    const Result<Secret> back = read(name);
    if (!back)
        return back.refusal();
    if (Result<Done> removed = remove(name); !removed)
        return removed;
    return back->matches(value) ? Result<Done>(Done{})
                                : unavailable(QStringLiteral("it does not keep what is written"));
}

} // namespace qcc
