// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importing/import_reading.h"
#include "app/importing/qcc_export.h"
#include "app/importing/sealed_export.h"
#include "tests/importing/import_fixture.h"
#include "tests/importing/printed_offer.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace qcc;
using namespace qcc::test;

namespace {

const SealingCost kCheap{1, 8ULL * 1024 * 1024};

Secret secret(const char *text)
{
    return Secret(QByteArray(text));
}

Settings someSettings()
{
    Endpoint first;
    first.id = {QStringLiteral("aaaa0001")};
    first.name = QStringLiteral("a.example");
    first.url = QUrl(QStringLiteral("https://a.example"));
    first.auth = AuthForm::Bearer;
    Endpoint second = first;
    second.id = {QStringLiteral("aaaa0002")};
    second.name = QStringLiteral("b.example");
    second.url = QUrl(QStringLiteral("https://b.example"));
    Settings settings;
    settings.configs.push_back({QStringLiteral("work"), QStringLiteral("the usual"), {first, second}});
    settings.configs.back().modelMappings = {{QStringLiteral("claude-*"), QStringLiteral("big")}};
    settings.groups.place(QStringLiteral("work"), Priority::Secondary);
    settings.policy.failureThreshold = 7;
    return settings;
}

Keys someKeys()
{
    Keys keys;
    keys.emplace(EndpointId{QStringLiteral("aaaa0001")}, secret("sk-made-up-0001"));
    return keys;
}

} // namespace

/// Settings to take along: with keys only under a passphrase.
class TestSealedExport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasSealedIsOpened();
    void anotherPassphraseOpensNothing_data();
    void anotherPassphraseOpensNothing();
    void twoFilesOfOneTextDiffer();
    void aShortPassphraseIsRefused();
    void whatIsNoSealedFileIsSaid_data();
    void whatIsNoSealedFileIsSaid();
    void anExportComesBackWithItsKeys();
    void keysLieInNoFileUnsealed();
    void usualCostsAreThoseOfTheLibrary();
};

void TestSealedExport::whatWasSealedIsOpened()
{
    const QByteArray text = QByteArray("text \0 with everything \xff", 25).repeated(1'000);
    const Result<QByteArray> file = sealed(Secret(text), secret("correct horse"), kCheap);
    QVERIFY(file.ok());
    QVERIFY(isSealed(*file));
    QVERIFY(!file->contains("everything"));
    const Result<Secret> content = unsealed(QStringLiteral("f"), *file, secret("correct horse"));
    QVERIFY(content.ok());
    QCOMPARE(content->reveal(), text);
}

void TestSealedExport::anotherPassphraseOpensNothing_data()
{
    QTest::addColumn<QByteArray>("passphrase");
    QTest::addColumn<QString>("changed");
    QTest::newRow("another") << QByteArray("correct horse!") << QString();
    QTest::newRow("none") << QByteArray("") << QString();
    for (const char *member : {"operations", "memory", "salt", "nonce", "box"})
        QTest::addRow("a changed %s", member) << QByteArray("correct horse") << QString::fromLatin1(member);
}

void TestSealedExport::anotherPassphraseOpensNothing()
{
    QFETCH(QByteArray, passphrase);
    QFETCH(QString, changed);
    const Result<QByteArray> file = sealed(secret("text"), secret("correct horse"), kCheap);
    QJsonObject object = QJsonDocument::fromJson(*file).object();
    if (object.value(changed).isDouble()) {
        object[changed] = object.value(changed).toInteger() + 1'024;
        object[QStringLiteral("operations")] =
            object.value(QStringLiteral("operations")).toInteger() % 10 + 1;
    } else if (!changed.isEmpty()) {
        QByteArray bytes = QByteArray::fromBase64(object.value(changed).toString().toLatin1());
        bytes[0] = static_cast<char>(bytes[0] ^ 1);
        object[changed] = QString::fromLatin1(bytes.toBase64());
    }
    const Result<Secret> content =
        unsealed(QStringLiteral("f"), QJsonDocument(object).toJson(), Secret(passphrase));
    QVERIFY(!content);
    QCOMPARE(content.refusal(), (Refusal{RefusalCode::WrongPassphrase, QStringLiteral("f"), {}}));
}

void TestSealedExport::twoFilesOfOneTextDiffer()
{
    const Result<QByteArray> one = sealed(secret("text"), secret("correct horse"), kCheap);
    const Result<QByteArray> two = sealed(secret("text"), secret("correct horse"), kCheap);
    for (const char *member : {"salt", "nonce", "box"})
        QVERIFY(QJsonDocument::fromJson(*one)[QLatin1StringView(member)] !=
                QJsonDocument::fromJson(*two)[QLatin1StringView(member)]);
}

void TestSealedExport::aShortPassphraseIsRefused()
{
    for (const QByteArray &word : {QByteArray("short"), QByteArray(), QByteArray(2'000, 'x')}) {
        const Result<QByteArray> file = sealed(secret("text"), Secret(word), kCheap);
        QVERIFY(!file);
        QCOMPARE(file.refusal(), (Refusal{RefusalCode::InvalidValue, QStringLiteral("passphrase"),
                                          QStringLiteral("8 to 1024 characters")}));
    }
}

void TestSealedExport::whatIsNoSealedFileIsSaid_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, const QByteArray &text, const char *detail) {
        QTest::newRow(name) << text << QString::fromUtf8(detail);
    };
    row("breaks off", "{\"qcc_sealed_export\": 1,", "line 1, column 24: unterminated object");
    row("a later version", "{\"qcc_sealed_export\": 2}",
        "line 1, column 23: qcc_sealed_export: it is of version 2, this QCC knows 1");
    row("another way", "{\"qcc_sealed_export\": 1, \"kdf\": \"md5\"}",
        "line 1, column 33: kdf: \"argon2id13\" is needed");
    row("one that takes all memory",
        "{\"qcc_sealed_export\": 1, \"kdf\": \"argon2id13\", \"cipher\": \"xchacha20poly1305-ietf\",\n"
        "\"operations\": 1, \"memory\": 99999999999}",
        "line 2, column 28: memory: a whole number from 8192 to 1073741824 is needed");
    row("a short salt",
        "{\"qcc_sealed_export\": 1, \"kdf\": \"argon2id13\", \"cipher\": \"xchacha20poly1305-ietf\",\n"
        "\"operations\": 1, \"memory\": 8192, \"salt\": \"AAAA\"}",
        "line 2, column 42: salt: a text in base 64 is needed");
}

void TestSealedExport::whatIsNoSealedFileIsSaid()
{
    QFETCH(QByteArray, text);
    const Result<Secret> content = unsealed(QStringLiteral("f"), text, secret("correct horse"));
    QVERIFY(!content);
    QCOMPARE(content.refusal().code, RefusalCode::FileBroken);
    QCOMPARE(content.refusal().subject, QStringLiteral("f"));
    QTEST(content.refusal().detail, "detail");
}

void TestSealedExport::anExportComesBackWithItsKeys()
{
    const QTemporaryDir folder;
    const Result<QByteArray> file =
        sealed(exportWithKeys(someSettings(), someKeys()), secret("correct horse"), kCheap);
    const QString path = written(folder, "export.json", *file);
    const Result<ImportOffer> closed = readImportFile(path, nullptr);
    QVERIFY(!closed);
    QCOMPARE(closed.refusal().code, RefusalCode::WrongPassphrase);
    const Secret passphrase = secret("correct horse");
    const Result<ImportOffer> offer = readImportFile(path, &passphrase);
    QVERIFY2(offer.ok(), offer ? "" : qPrintable(offer.refusal().detail));
    QCOMPARE(printed(*offer), QStringLiteral("work (work): new, secondary, \"the usual\"\n"
                                             "  https://a.example bearer sk-made-up-0001\n"
                                             "  https://b.example bearer -\n"
                                             "  claude-* = big\n"));
    QVERIFY(offer->policy);
    QCOMPARE(offer->policy->failureThreshold, std::optional(7));
}

void TestSealedExport::keysLieInNoFileUnsealed()
{
    const Result<QByteArray> file =
        sealed(exportWithKeys(someSettings(), someKeys()), secret("correct horse"), kCheap);
    QVERIFY(!file->contains("made-up"));
    QVERIFY(!file->contains("a.example"));
}

void TestSealedExport::usualCostsAreThoseOfTheLibrary()
{
    const Result<QByteArray> file = sealed(secret("text"), secret("correct horse"));
    QVERIFY(file.ok());
    const QJsonDocument document = QJsonDocument::fromJson(*file);
    QCOMPARE(document[QLatin1StringView("operations")].toInteger(), qint64(3));
    QCOMPARE(document[QLatin1StringView("memory")].toInteger(), qint64(268435456));
    QVERIFY(unsealed(QStringLiteral("f"), *file, secret("correct horse")).ok());
}

QTEST_GUILESS_MAIN(TestSealedExport)
#include "tst_sealed_export.moc"
