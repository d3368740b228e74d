// SPDX-License-Identifier: GPL-3.0-or-later
// What a demo does to the program that it runs in: a window goes back to the person's own home afterwards.
#include "app/headless/demo.h"

#include <QDir>
#include <QTest>

using namespace qcc;

namespace {

constexpr auto kSecretsChoice = "QCC_SECRETS";

} // namespace

class TestDemoHome : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { qunsetenv(kSecretsChoice); }
    void theHomeIsGoneAfterwards();
    void keysAreLookedForAsBefore_data();
    void keysAreLookedForAsBefore();
};

void TestDemoHome::theHomeIsGoneAfterwards()
{
    QString home;
    {
        Demo demo;
        const Result<Done> ready = demo.prepare();
        QVERIFY2(ready, qPrintable(ready ? QString() : ready.refusal().detail));
        home = demo.home();
        QVERIFY(QFileInfo::exists(home + QStringLiteral("/configs.json")));
    }
    QVERIFY(!QDir(home).exists());
}

void TestDemoHome::keysAreLookedForAsBefore_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<bool>("prepares");
    QTest::newRow("in the keyring, if there is one") << QByteArray() << true;
    QTest::newRow("in the keyring only") << QByteArray("keyring") << true;
    QTest::newRow("in the file only") << QByteArray("file") << true;
    QTest::newRow("a demo that never began") << QByteArray("keyring") << false;
}

void TestDemoHome::keysAreLookedForAsBefore()
{
    QFETCH(QByteArray, before);
    QFETCH(bool, prepares);
    if (!before.isEmpty())
        qputenv(kSecretsChoice, before);
    {
        Demo demo;
        if (prepares) {
            QVERIFY(demo.prepare().ok());
            QCOMPARE(qgetenv(kSecretsChoice), QByteArray("file"));
        }
    }
    QCOMPARE(qEnvironmentVariableIsSet(kSecretsChoice), !before.isEmpty());
    QCOMPARE(qgetenv(kSecretsChoice), before);
}

QTEST_GUILESS_MAIN(TestDemoHome)
#include "tst_demo_home.moc"
