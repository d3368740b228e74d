// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/settings_files.h"
#include "app/store/settings_journal.h"
#include "tests/store/store_fixture.h"

#include <QDir>

using namespace qcc;
using namespace qcc::test;

/// The pair of files and its journal, at every moment a writer may be killed.
class TestSettingsFiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_home = std::make_unique<TemporaryHome>(); }

    void nothingIsThere()
    {
        const Result<SettingsTexts> texts = files().read();
        QVERIFY(texts.ok());
        QCOMPARE(*texts, SettingsTexts());
        QVERIFY(files().settle().ok());
        QCOMPARE(files().fingerprint(), fingerprintOf({}));
    }

    void bothAreReplacedAndNothingElseIsLeft()
    {
        QVERIFY(files().replace({}, {"configs 1", "priority 1"}).ok());
        QCOMPARE(*files().read(), (SettingsTexts{"configs 1", "priority 1"}));
        QCOMPARE(QDir(m_home->home()).entryList(QDir::Files | QDir::Hidden, QDir::Name),
                 (QStringList{u("configs.json"), u("priority_config.json")}));
        QCOMPARE(files().fingerprint(), fingerprintOf({"configs 1", "priority 1"}));
    }

    void whatStaysTheSameIsNotWritten()
    {
        QVERIFY(files().replace({}, {"configs 1", "priority 1"}).ok());
        m_home->write("configs.json", "by hand, meanwhile");
        QVERIFY(files().replace({"configs 1", "priority 1"}, {"configs 1", "priority 2"}).ok());
        QCOMPARE(m_home->read("configs.json"), QByteArray("by hand, meanwhile"));
        QCOMPARE(m_home->read("priority_config.json"), QByteArray("priority 2"));
    }

    void anInterruptionIsSeenThroughAndCompleted_data()
    {
        QTest::addColumn<QByteArray>("configs");
        QTest::addColumn<QByteArray>("priority");
        QTest::addColumn<QByteArray>("configsRead");
        QTest::addColumn<QByteArray>("priorityRead");
        const auto row = [](const char *name, const char *configs, const char *priority,
                            const char *configsRead, const char *priorityRead) {
            QTest::newRow(name) << QByteArray(configs) << QByteArray(priority) << QByteArray(configsRead)
                                << QByteArray(priorityRead);
        };
        row("before the first file", "configs 1", "priority 1", "configs 2", "priority 2");
        row("between the files", "configs 2", "priority 1", "configs 2", "priority 2");
        row("before the journal goes", "configs 2", "priority 2", "configs 2", "priority 2");
        row("the first file was edited by hand since", "by hand", "priority 1", "by hand", "priority 2");
        row("both files were edited by hand since", "by hand", "broken {", "by hand", "broken {");
    }

    void anInterruptionIsSeenThroughAndCompleted()
    {
        QFETCH(QByteArray, configs);
        QFETCH(QByteArray, priority);
        QFETCH(QByteArray, configsRead);
        QFETCH(QByteArray, priorityRead);
        m_home->write("configs.json", configs);
        m_home->write("priority_config.json", priority);
        m_home->write("settings.journal",
                      journalText({JournalEntry{contentHash("configs 1"), "configs 2"},
                                   JournalEntry{contentHash("priority 1"), "priority 2"}}));
        const SettingsTexts expected{configsRead, priorityRead};
        QCOMPARE(*files().read(), expected);
        QCOMPARE(m_home->read("configs.json"), configs); // reading writes nothing
        QVERIFY(files().settle().ok());
        QCOMPARE(m_home->read("configs.json"), configsRead);
        QCOMPARE(m_home->read("priority_config.json"), priorityRead);
        QVERIFY(!QFile::exists(files().journalPath()));
        QCOMPARE(*files().read(), expected);
    }

    void anInterruptedFirstWriteIsCompleted()
    {
        m_home->write("settings.journal", journalText({JournalEntry{contentHash({}), "configs 1"},
                                                       JournalEntry{contentHash({}), "priority 1"}}));
        QCOMPARE(*files().read(), (SettingsTexts{"configs 1", "priority 1"}));
        QVERIFY(files().settle().ok());
        QCOMPARE(m_home->read("priority_config.json"), QByteArray("priority 1"));
    }

    void aForeignJournalIsLeftAlone()
    {
        m_home->write("settings.journal", "{\n\"configs.json\": 7}");
        const Result<SettingsTexts> texts = files().read();
        QVERIFY(!texts);
        QCOMPARE(texts.refusal(),
                 (Refusal{RefusalCode::FileBroken, files().journalPath(),
                          u("line 2, column 17: configs.json: before and after are needed")}));
        QVERIFY(!files().settle());
        QVERIFY(QFile::exists(files().journalPath()));
        QCOMPARE(files().fingerprint(), QByteArray());
    }

    void whatCannotBeWrittenChangesNothing()
    {
        QVERIFY(files().replace({}, {"configs 1", "priority 1"}).ok());
        // A directory stands where the journal would be: rename fails, whoever tries.
        QVERIFY(QDir().mkdir(files().journalPath()));
        QVERIFY(QDir().mkdir(files().journalPath() + u("/x")));
        const Result<Done> done = files().replace({"configs 1", "priority 1"}, {"configs 2", "priority 2"});
        QVERIFY(!done);
        QCOMPARE(done.refusal().code, RefusalCode::FileUnwritable);
        QCOMPARE(m_home->read("configs.json"), QByteArray("configs 1"));
        QCOMPARE(m_home->read("priority_config.json"), QByteArray("priority 1"));
    }

    void aFirstFileThatCannotBeWrittenTakesTheChangeBack()
    {
        m_home->write("priority_config.json", "priority 1");
        QVERIFY(QDir().mkdir(files().configsPath()));
        const Result<Done> done = files().replace({{}, "priority 1"}, {"configs 2", "priority 2"});
        QVERIFY(!done);
        QCOMPARE(m_home->read("priority_config.json"), QByteArray("priority 1"));
    }

private:
    SettingsFiles files() const { return SettingsFiles(m_home->home()); }
    std::unique_ptr<TemporaryHome> m_home;
};

QTEST_APPLESS_MAIN(TestSettingsFiles)
#include "tst_settings_files.moc"
