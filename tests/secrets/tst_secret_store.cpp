// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/keyring_secret_store.h"
#include "app/secrets/secret_store.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace qcc;

/// Choosing the store where there is no keyring: no session bus.
class TestSecretStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
        qputenv("HOME", m_home.path().toUtf8());
        qputenv("XDG_RUNTIME_DIR", m_home.path().toUtf8());
    }

    void withoutAKeyringTheFileIsUsed()
    {
        qunsetenv("QCC_SECRETS");
        const Result<std::unique_ptr<SecretStore>> store = openSecretStore(m_home.path());
        QVERIFY(store.ok());
        QVERIFY((*store)->isPlainFile());
        QVERIFY((*store)->write(QStringLiteral("a"), Secret("one")).ok());
        QCOMPARE((*store)->read(QStringLiteral("a"))->reveal(), QByteArray("one"));
        QVERIFY((*store)->read(QStringLiteral("b"))->isEmpty());
    }

    void theFileCanBeForced()
    {
        qputenv("QCC_SECRETS", "file");
        const Result<std::unique_ptr<SecretStore>> store = openSecretStore(m_home.path());
        QVERIFY(store.ok());
        QCOMPARE((*store)->description(), m_home.filePath(QStringLiteral("secrets.json")));
    }

    void aForcedKeyringThatIsNotThereIsRefused()
    {
        qputenv("QCC_SECRETS", "keyring");
        const Result<std::unique_ptr<SecretStore>> store = openSecretStore(m_home.path());
        QVERIFY(!store);
        QCOMPARE(store.refusal().code, RefusalCode::SecretsUnavailable);
        QVERIFY(!store.refusal().detail.isEmpty());
    }

    void anotherWordIsRefused()
    {
        qputenv("QCC_SECRETS", "kwallet");
        const Result<std::unique_ptr<SecretStore>> store = openSecretStore(m_home.path());
        QVERIFY(!store);
        QCOMPARE(store.refusal(), (Refusal{RefusalCode::InvalidValue, QStringLiteral("QCC_SECRETS"),
                                           QStringLiteral("file or keyring")}));
    }

    void everyHomeHasAServiceOfItsOwn()
    {
        const QString usual = QDir::homePath() + QStringLiteral("/.qcc");
        QCOMPARE(keyringService(usual), QStringLiteral("qcc"));
        QCOMPARE(keyringService(usual + QStringLiteral("/../.qcc/")), QStringLiteral("qcc"));
        const QString other = keyringService(m_home.path());
        QCOMPARE(other.size(), qsizetype(12));
        QVERIFY(other.startsWith(QStringLiteral("qcc-")));
        QVERIFY(other != keyringService(m_home.path() + QStringLiteral("/x")));
    }

private:
    QTemporaryDir m_home;
};

QTEST_GUILESS_MAIN(TestSecretStore)
#include "tst_secret_store.moc"
