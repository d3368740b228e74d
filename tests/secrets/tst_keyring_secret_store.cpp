// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/file_secret_store.h"
#include "app/secrets/keyring_secret_store.h"

#include <QCoreApplication>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace qcc;

namespace {

constexpr char kInside[] = "QCC_TEST_INSIDE_KEYRING";

} // namespace

/// Against a real gnome-keyring on a session bus of its own, with a home of its own: the person's keyring is
/// never touched.
class TestKeyringSecretStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        qunsetenv("QCC_SECRETS");
    }

    void theWriteTestSucceeds() { QVERIFY(KeyringSecretStore(service()).tryOut().ok()); }

    void whatIsWrittenIsRead()
    {
        KeyringSecretStore store(service());
        QVERIFY(store.read(QStringLiteral("a"))->isEmpty());
        QVERIFY(store.write(QStringLiteral("a"), Secret("one")).ok());
        QVERIFY(store.write(QStringLiteral("a"), Secret("two")).ok());
        QCOMPARE(store.read(QStringLiteral("a"))->reveal(), QByteArray("two"));
        QVERIFY(store.remove(QStringLiteral("a")).ok());
        QVERIFY(store.remove(QStringLiteral("a")).ok());
        QVERIFY(store.read(QStringLiteral("a"))->isEmpty());
    }

    void homesDoNotMix()
    {
        KeyringSecretStore one(service());
        KeyringSecretStore other(keyringService(m_home.filePath(QStringLiteral("other"))));
        QVERIFY(one.write(QStringLiteral("a"), Secret("one")).ok());
        QVERIFY(other.read(QStringLiteral("a"))->isEmpty());
        QVERIFY(one.remove(QStringLiteral("a")).ok());
    }

    void itIsChosenAndFindsWhatLiesInTheFile()
    {
        FileSecretStore file(m_home.path());
        QVERIFY(file.write(QStringLiteral("old"), Secret("from the file")).ok());
        const Result<std::unique_ptr<SecretStore>> store = openSecretStore(m_home.path());
        QVERIFY(store.ok());
        QVERIFY(!(*store)->isPlainFile());
        QCOMPARE((*store)->read(QStringLiteral("old"))->reveal(), QByteArray("from the file"));
        QVERIFY((*store)->write(QStringLiteral("old"), Secret("moved")).ok());
        QVERIFY(file.read(QStringLiteral("old"))->isEmpty());
        QCOMPARE(KeyringSecretStore(service()).read(QStringLiteral("old"))->reveal(), QByteArray("moved"));
    }

    void itCanBeForced()
    {
        qputenv("QCC_SECRETS", "keyring");
        const Result<std::unique_ptr<SecretStore>> store = openSecretStore(m_home.path());
        QVERIFY(store.ok());
        QCOMPARE((*store)->description(), QStringLiteral("desktop keyring"));
    }

private:
    QString service() const { return keyringService(m_home.path()); }
    QTemporaryDir m_home;
};

/// Runs this program again inside dbus-run-session with an unlocked gnome-keyring; fails clearly where these
/// are missing.
int runInside(int argc, char **argv)
{
    for (const char *program : {"dbus-run-session", "gnome-keyring-daemon"}) {
        if (QStandardPaths::findExecutable(QString::fromUtf8(program)).isEmpty()) {
            std::fprintf(stderr, "FAIL: %s is not installed (Debian: dbus-daemon, gnome-keyring)\n", program);
            return 1;
        }
    }
    const QTemporaryDir home;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QString::fromUtf8(kInside), QStringLiteral("1"));
    for (const char *name : {"HOME", "XDG_RUNTIME_DIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
        environment.insert(QString::fromUtf8(name), home.path());
    // The sanitizers' run-time must not get into the daemons; it is linked into this program anyway.
    const QString script = QStringLiteral("printf pw | gnome-keyring-daemon --unlock --components=secrets "
                                          ">/dev/null || exit 9; exec \"$0\" \"$@\"");
    QStringList arguments{QStringLiteral("--"), QStringLiteral("bash"), QStringLiteral("-c"), script,
                          QCoreApplication::applicationFilePath()};
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(QStringLiteral("dbus-run-session"), arguments);
    constexpr int kLimit = 150'000; // ms
    return process.waitForFinished(kLimit) && process.exitStatus() == QProcess::NormalExit
               ? process.exitCode()
               : 1;
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (!qEnvironmentVariableIsSet(kInside))
        return runInside(argc, argv);
    TestKeyringSecretStore test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_keyring_secret_store.moc"
