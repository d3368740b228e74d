// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/secret.h"

#include <QTest>

#include <type_traits>

using namespace qcc;

/// Keys: moved and never copied, compared as a whole, wiped when they go.
class TestSecret : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matching_data();
    void matching();
    void anEmptySecretMatchesNothing();
    void movingEmptiesTheSource();
    void assigningReplaces();
    void aCloneLivesOnItsOwn();
    void aSharedBufferIsLeftToItsOtherOwner();
    void displayNeverShowsTheBytes();
};

static_assert(!std::is_copy_constructible_v<Secret> && !std::is_copy_assignable_v<Secret>);
static_assert(std::is_nothrow_move_constructible_v<Secret> && std::is_nothrow_move_assignable_v<Secret>);
static_assert(!std::is_convertible_v<Secret, QByteArray> && !std::is_convertible_v<Secret, QString>);

void TestSecret::matching_data()
{
    QTest::addColumn<QByteArray>("candidate");
    QTest::addColumn<bool>("matches");
    QTest::newRow("the same bytes") << QByteArray("token-1234") << true;
    QTest::newRow("another last byte") << QByteArray("token-1235") << false;
    QTest::newRow("another first byte") << QByteArray("Token-1234") << false;
    QTest::newRow("a beginning of it") << QByteArray("token-123") << false;
    QTest::newRow("more than it") << QByteArray("token-12345") << false;
    QTest::newRow("twice it") << QByteArray("token-1234token-1234") << false;
    QTest::newRow("nothing") << QByteArray() << false;
}

void TestSecret::matching()
{
    QFETCH(QByteArray, candidate);
    QFETCH(bool, matches);
    QCOMPARE(Secret(QByteArray("token-1234")).matches(candidate), matches);
}

void TestSecret::anEmptySecretMatchesNothing()
{
    QVERIFY(Secret().isEmpty());
    QVERIFY(!Secret().matches(""));
    QVERIFY(!Secret().matches("x"));
}

void TestSecret::movingEmptiesTheSource()
{
    Secret source(QByteArray("key"));
    const Secret target(std::move(source));
    QVERIFY(source.isEmpty()); // NOLINT(bugprone-use-after-move): that is what is tested
    QCOMPARE(target.reveal(), QByteArray("key"));
}

void TestSecret::assigningReplaces()
{
    Secret secret(QByteArray("old"));
    secret = Secret(QByteArray("new"));
    QVERIFY(secret.matches("new"));
    QVERIFY(!secret.matches("old"));
}

void TestSecret::aCloneLivesOnItsOwn()
{
    Secret copy;
    {
        const Secret original(QByteArray("key"));
        copy = original.clone();
        QVERIFY(copy.reveal().constData() != original.reveal().constData());
    }
    QCOMPARE(copy.reveal(), QByteArray("key"));
}

void TestSecret::aSharedBufferIsLeftToItsOtherOwner()
{
    QByteArray kept;
    {
        const Secret secret(QByteArray(64, 'k'));
        kept = secret.reveal();
    }
    QCOMPARE(kept, QByteArray(64, 'k'));
}

void TestSecret::displayNeverShowsTheBytes()
{
    QCOMPARE(Secret::toDisplay(), QStringLiteral("•••"));
}

QTEST_GUILESS_MAIN(TestSecret)
#include "tst_secret.moc"
