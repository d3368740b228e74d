// SPDX-License-Identifier: GPL-3.0-or-later
// Settings files that are edited by hand while the instance runs.
#include "tests/engine/engine_stage.h"

#include <QSignalSpy>
#include <QTest>

using namespace qcc;
using namespace qcc::test;
using namespace std::chrono_literals;

namespace {

const QString kPriorityFile = QStringLiteral("priority_config.json");
const QString kConfigsFile = QStringLiteral("configs.json");

/// The priority file with the two configs' places exchanged.
QByteArray exchanged(QByteArray text)
{
    return text.replace("\"production\"", "\"?\"")
        .replace("\"backup\"", "\"production\"")
        .replace("\"?\"", "\"backup\"");
}

QByteArray activeInFile(const QByteArray &config)
{
    return "\"current_active_config\": \"" + config + '"';
}

} // namespace

class TestEngineFiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void anEditByHandIsAdopted();
    void aReplacedFileIsAdopted();
    void aBrokenFileIsReportedAndLeftAlone_data();
    void aBrokenFileIsReportedAndLeftAlone();
    void aSwitchWhileTheFileIsBrokenStays();
    void switchesThatNeverReachedTheFileStay();
    void anEditWhileNothingRunsIsAChoice();
    void anActiveConfigThatCanNotBeIsCorrected();
    void aCommandOnABrokenFileIsRefused();
    void aBrokenFileAtTheStartIsTheEnd();
    void theTokenStaysWhateverTheFilesSay_data();
    void theTokenStaysWhateverTheFilesSay();

private:
    std::unique_ptr<EngineStage> m_stage;
};

void TestEngineFiles::init()
{
    m_stage = std::make_unique<EngineStage>();
    m_stage->add("production", Priority::Primary);
    m_stage->add("backup", Priority::Secondary);
}

void TestEngineFiles::anEditByHandIsAdopted()
{
    QVERIFY(m_stage->start());
    QSignalSpy loaded(&m_stage->threads(), &EngineThreads::settingsLoaded);
    QVERIFY(m_stage->switchTo(QStringLiteral("production")));
    for (const char *expected : {"backup", "production"}) {
        m_stage->letStorageFinish();
        m_stage->write(kPriorityFile, exchanged(m_stage->read(kPriorityFile)));
        QTRY_COMPARE(m_stage->servedBy(), QByteArray(expected));
    }
    QVERIFY(loaded.size() >= 2);
}

/// As editors do it: a new file, renamed over the old one; thrice, for the watch must move to the new file
/// each time.
void TestEngineFiles::aReplacedFileIsAdopted()
{
    QVERIFY(m_stage->start());
    QVERIFY(m_stage->switchTo(QStringLiteral("production")));
    for (const char *expected : {"backup", "production", "backup"}) {
        m_stage->letStorageFinish();
        const QString edited = m_stage->home() + QStringLiteral("/edited");
        m_stage->write(QStringLiteral("edited"), exchanged(m_stage->read(kPriorityFile)));
        QVERIFY(std::rename(qPrintable(edited),
                            qPrintable(m_stage->home() + QLatin1Char('/') + kPriorityFile)) == 0);
        QTRY_COMPARE(m_stage->servedBy(), QByteArray(expected));
    }
}

void TestEngineFiles::aBrokenFileIsReportedAndLeftAlone_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("priority_config.json, cut") << kPriorityFile << QByteArray("{\n  \"priority_groups\": {");
    QTest::newRow("priority_config.json, a wrong type")
        << kPriorityFile << QByteArray("{\n  \"priority_groups\": 5\n}\n");
    QTest::newRow("configs.json, cut") << kConfigsFile << QByteArray("{\n  \"configs\": [");
    QTest::newRow("configs.json, empty") << kConfigsFile << QByteArray();
}

void TestEngineFiles::aBrokenFileIsReportedAndLeftAlone()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, content);
    QVERIFY(m_stage->start());
    QSignalSpy broken(&m_stage->threads(), &EngineThreads::settingsBroken);
    QSignalSpy mended(&m_stage->threads(), &EngineThreads::settingsMended);
    QSignalSpy finished(&m_stage->threads(), &EngineThreads::finished);
    const QByteArray good = m_stage->read(file);
    m_stage->write(file, content);
    QVERIFY(eventually([&] { return !broken.isEmpty(); }));
    const auto refusal = broken.last()[0].value<Refusal>();
    QCOMPARE(refusal.code, RefusalCode::FileBroken);
    QVERIFY(refusal.subject.endsWith(file));
    QVERIFY(refusal.detail.contains(QStringLiteral("line ")) &&
            refusal.detail.contains(QStringLiteral("column ")));
    QCOMPARE(m_stage->servedBy(), QByteArray("production"));
    QCOMPARE(m_stage->read(file), content);
    m_stage->write(file, good);
    QVERIFY(eventually([&] { return !mended.isEmpty(); }));
    QCOMPARE(m_stage->servedBy(), QByteArray("production"));
    QCOMPARE(finished.size(), 0);
}

/// What the mended file names was the active config before; nobody chose it.
void TestEngineFiles::aSwitchWhileTheFileIsBrokenStays()
{
    QVERIFY(m_stage->start());
    QVERIFY(m_stage->switchTo(QStringLiteral("production")));
    m_stage->letStorageFinish();
    QSignalSpy broken(&m_stage->threads(), &EngineThreads::settingsBroken);
    QSignalSpy notSaved(&m_stage->threads(), &EngineThreads::saveFailed);
    QSignalSpy loaded(&m_stage->threads(), &EngineThreads::settingsLoaded);
    const QByteArray good = m_stage->read(kPriorityFile);
    QVERIFY(good.contains(activeInFile("production")));
    m_stage->write(kPriorityFile, "{ \"priority_groups\": ");
    QVERIFY(eventually([&] { return !broken.isEmpty(); }));
    QVERIFY(m_stage->switchTo(QStringLiteral("backup")));
    QVERIFY(eventually([&] { return !notSaved.isEmpty(); }));
    m_stage->write(kPriorityFile, good);
    QVERIFY(eventually([&] { return !loaded.isEmpty(); }));
    QTRY_VERIFY(m_stage->read(kPriorityFile).contains(activeInFile("backup")));
    QCOMPARE(m_stage->snapshot().activeConfig, QStringLiteral("backup"));
}

void TestEngineFiles::switchesThatNeverReachedTheFileStay()
{
    m_stage->add("emergency", Priority::Fallback);
    QVERIFY(m_stage->start());
    QVERIFY(m_stage->switchTo(QStringLiteral("production")));
    m_stage->letStorageFinish();
    QSignalSpy broken(&m_stage->threads(), &EngineThreads::settingsBroken);
    QSignalSpy notSaved(&m_stage->threads(), &EngineThreads::saveFailed);
    const QByteArray good = m_stage->read(kPriorityFile);
    m_stage->write(kPriorityFile, "{ \"priority_groups\": ");
    QVERIFY(eventually([&] { return !broken.isEmpty(); }));
    for (const char *config : {"backup", "emergency"})
        QVERIFY(m_stage->switchTo(QString::fromLatin1(config)));
    QVERIFY(eventually([&] { return notSaved.size() == 2; }));
    QVERIFY(m_stage->stop());
    m_stage->write(kPriorityFile, good);
    QVERIFY(m_stage->start());
    QCOMPARE(m_stage->snapshot().activeConfig, QStringLiteral("emergency"));
    QTRY_VERIFY(m_stage->read(kPriorityFile).contains(activeInFile("emergency")));
}

/// Also where it names the config before the last switch.
void TestEngineFiles::anEditWhileNothingRunsIsAChoice()
{
    QVERIFY(m_stage->start());
    for (const char *config : {"production", "backup"})
        QVERIFY(m_stage->switchTo(QString::fromLatin1(config)));
    m_stage->letStorageFinish();
    QVERIFY(m_stage->stop());
    QByteArray edited = m_stage->read(kPriorityFile);
    QVERIFY(edited.contains(activeInFile("backup")));
    m_stage->write(kPriorityFile, edited.replace(activeInFile("backup"), activeInFile("production")));
    QVERIFY(m_stage->start());
    QCOMPARE(m_stage->snapshot().activeConfig, QStringLiteral("production"));
    QVERIFY(m_stage->snapshot().failover.pinned);
}

void TestEngineFiles::anActiveConfigThatCanNotBeIsCorrected()
{
    QVERIFY(m_stage->start());
    QVERIFY(m_stage->switchTo(QStringLiteral("production")));
    QVERIFY(m_stage->give(setPriority(QStringLiteral("backup"), Priority::Disabled)));
    QByteArray edited = m_stage->read(kPriorityFile);
    m_stage->write(kPriorityFile, edited.replace(activeInFile("production"), activeInFile("backup")));
    QSignalSpy loaded(&m_stage->threads(), &EngineThreads::settingsLoaded);
    QVERIFY(eventually([&] { return !loaded.isEmpty(); }));
    QTRY_VERIFY(m_stage->read(kPriorityFile).contains(activeInFile("production")));
    QCOMPARE(m_stage->servedBy(), QByteArray("production"));
}

void TestEngineFiles::aCommandOnABrokenFileIsRefused()
{
    QVERIFY(m_stage->start());
    QSignalSpy broken(&m_stage->threads(), &EngineThreads::settingsBroken);
    const QByteArray content = "{ \"priority_groups\": ";
    m_stage->write(kPriorityFile, content);
    const Result<Done> given = m_stage->give(setPriority(QStringLiteral("backup"), Priority::Primary, 0));
    QVERIFY(!given);
    QCOMPARE(given.refusal().code, RefusalCode::FileBroken);
    QCOMPARE(m_stage->read(kPriorityFile), content);
    QCOMPARE(m_stage->servedBy(), QByteArray("production"));
}

void TestEngineFiles::aBrokenFileAtTheStartIsTheEnd()
{
    m_stage->write(kConfigsFile, "{");
    EngineThreads threads(m_stage->options);
    QSignalSpy failed(&threads, &EngineThreads::failed);
    QSignalSpy finished(&threads, &EngineThreads::finished);
    QSignalSpy listening(&threads, &EngineThreads::listening);
    threads.start();
    QVERIFY(eventually([&] { return !finished.isEmpty(); }));
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed[0][0].value<Refusal>().code, RefusalCode::FileBroken);
    QCOMPARE(listening.size(), 0);
    QCOMPARE(m_stage->read(kConfigsFile), QByteArray("{"));
}

void TestEngineFiles::theTokenStaysWhateverTheFilesSay_data()
{
    QTest::addColumn<bool>("byCommand");
    QTest::newRow("the files are read again") << false;
    QTest::newRow("a command is given") << true;
}

/// Another program may have written a token of its own, for example while the keyring was out of its reach.
void TestEngineFiles::theTokenStaysWhateverTheFilesSay()
{
    QFETCH(bool, byCommand);
    QVERIFY(m_stage->start());
    QVERIFY(m_stage->switchTo(QStringLiteral("production")));
    m_stage->letStorageFinish();
    const QJsonObject before = m_stage->askInstance(AskToken{}).data;
    QVERIFY(before.value(QStringLiteral("token")).toString().startsWith(QStringLiteral("qcc-")));
    const QString secrets = QStringLiteral("secrets.json");
    m_stage->write(secrets, m_stage->read(secrets).replace("\"qcc-", "\"qcc-other"));
    if (byCommand)
        QVERIFY(m_stage->give(setPriority(QStringLiteral("production"), Priority::Disabled)).ok());
    else
        m_stage->write(kPriorityFile, exchanged(m_stage->read(kPriorityFile)));
    QTRY_COMPARE(m_stage->servedBy(), QByteArray("backup")); // asked with the token of the start
    QCOMPARE(m_stage->askInstance(AskToken{}).data, before);
}

QTEST_GUILESS_MAIN(TestEngineFiles)
#include "tst_engine_files.moc"
