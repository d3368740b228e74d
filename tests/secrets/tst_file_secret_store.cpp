// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/file_secret_store.h"
#include "app/secrets/local_token.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace qcc;

class TestFileSecretStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        QVERIFY(m_home->isValid());
    }

    void whatIsWrittenIsReadByAnother()
    {
        FileSecretStore store(m_home->path());
        QVERIFY(store.write(QStringLiteral("a"), Secret("one")).ok());
        QVERIFY(store.write(QStringLiteral("b"), Secret("two")).ok());
        QVERIFY(store.write(QStringLiteral("a"), Secret("three")).ok());
        FileSecretStore other(m_home->path());
        QCOMPARE(other.read(QStringLiteral("a"))->reveal(), QByteArray("three"));
        QCOMPARE(other.read(QStringLiteral("b"))->reveal(), QByteArray("two"));
        QVERIFY(other.read(QStringLiteral("c"))->isEmpty());
        QVERIFY(other.isPlainFile());
        QCOMPARE(other.description(), file());
    }

    void onlyTheOwnerMayReadIt()
    {
        FileSecretStore store(m_home->path());
        QVERIFY(store.write(QStringLiteral("a"), Secret("one")).ok());
        const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                                          QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
        QVERIFY(!(QFileInfo(file()).permissions() & others));
    }

    void removingTakesOneAway()
    {
        FileSecretStore store(m_home->path());
        QVERIFY(store.remove(QStringLiteral("a")).ok());
        QVERIFY(!QFile::exists(file()));
        QVERIFY(store.write(QStringLiteral("a"), Secret("one")).ok());
        QVERIFY(store.write(QStringLiteral("b"), Secret("two")).ok());
        QVERIFY(store.remove(QStringLiteral("a")).ok());
        QVERIFY(store.read(QStringLiteral("a"))->isEmpty());
        QVERIFY(!store.read(QStringLiteral("b"))->isEmpty());
    }

    void aBrokenFileIsLeftAlone_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("detail");
        QTest::newRow("no JSON") << QByteArray("{\n oops") << QStringLiteral("line 2, column 2: ");
        QTest::newRow("secrets of a wrong type")
            << QByteArray("{\"secrets\": 3}") << QStringLiteral("line 1, column 13: secrets: ");
        QTest::newRow("a secret that is no text")
            << QByteArray("{\"secrets\": {\"x\": 3}}") << QStringLiteral("line 1, column 19: secrets.x: ");
    }

    void aBrokenFileIsLeftAlone()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, detail);
        writeByHand(text);
        FileSecretStore store(m_home->path());
        const Result<Secret> read = store.read(QStringLiteral("a"));
        const Result<Done> written = store.write(QStringLiteral("a"), Secret("one"));
        const Result<Done> removed = store.remove(QStringLiteral("a"));
        QVERIFY(!read && !written && !removed);
        QCOMPARE(read.refusal().code, RefusalCode::FileBroken);
        QCOMPARE(read.refusal(), written.refusal());
        QCOMPARE(read.refusal(), removed.refusal());
        QVERIFY2(read.refusal().detail.startsWith(detail), qPrintable(read.refusal().detail));
        QCOMPARE(contentByHand(), text);
    }

    void foreignKeysSurvive()
    {
        writeByHand("{\"note\": \"mine\", \"secrets\": {\"a\": \"one\"}}");
        FileSecretStore store(m_home->path());
        QVERIFY(store.write(QStringLiteral("b"), Secret("two")).ok());
        QVERIFY(contentByHand().contains("\"note\": \"mine\""));
        QCOMPARE(store.read(QStringLiteral("a"))->reveal(), QByteArray("one"));
    }

    void writersAtTheSameTimeLoseNothing()
    {
        constexpr int kEach = 20;
        std::vector<std::jthread> writers;
        for (const char *prefix : {"x", "y", "z"}) {
            writers.emplace_back([this, prefix] {
                FileSecretStore store(m_home->path());
                for (int i = 0; i < kEach; ++i) {
                    if (!store.write(QString::fromUtf8(prefix) + QString::number(i), Secret(prefix)))
                        qFatal("a write was refused");
                }
            });
        }
        writers.clear();
        FileSecretStore store(m_home->path());
        for (const char *prefix : {"x", "y", "z"}) {
            for (int i = 0; i < kEach; ++i)
                QCOMPARE(store.read(QString::fromUtf8(prefix) + QString::number(i))->reveal(),
                         QByteArray(prefix));
        }
    }

    void theLocalTokenIsMadeOnceAndLong()
    {
        FileSecretStore store(m_home->path());
        const Result<Secret> token = localToken(store);
        QVERIFY(token.ok());
        QVERIFY(token->reveal().startsWith("qcc-"));
        QCOMPARE(token->reveal().size(), qsizetype(4 + 64));
        QVERIFY(localToken(store)->matches(token->reveal()));
        QTemporaryDir elsewhere;
        FileSecretStore other(elsewhere.path());
        QVERIFY(!localToken(other)->matches(token->reveal()));
    }

private:
    QString file() const { return m_home->filePath(QStringLiteral("secrets.json")); }
    void writeByHand(const QByteArray &text) const
    {
        QFile handle(file());
        QVERIFY(handle.open(QIODevice::WriteOnly));
        QCOMPARE(handle.write(text), text.size());
    }
    QByteArray contentByHand() const
    {
        QFile handle(file());
        return handle.open(QIODevice::ReadOnly) ? handle.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_home;
};

QTEST_GUILESS_MAIN(TestFileSecretStore)
#include "tst_file_secret_store.moc"
