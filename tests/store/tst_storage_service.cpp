// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/storage_service.h"
#include "tests/store/store_fixture.h"

#include <QDir>
#include <QSignalSpy>
#include <QThread>

#include <unistd.h>

using namespace qcc;
using namespace qcc::test;

/// The service on a thread of its own, with the system's real file watching.
class TestStorageService : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { qputenv("QCC_SECRETS", "file"); }

    void init()
    {
        m_home = std::make_unique<TemporaryHome>();
        m_thread = std::make_unique<QThread>();
        m_service = new StorageService(m_home->home());
        m_service->moveToThread(m_thread.get());
        connect(m_thread.get(), &QThread::finished, m_service, &QObject::deleteLater);
        connect(m_service, &StorageService::loaded, this,
                [this](const SharedSettings &s) { m_loaded.push_back(s); });
        connect(m_service, &StorageService::applied, this,
                [this](quint64 id, const Result<SharedSettings> &result) { m_applied.emplace(id, result); });
        connect(m_service, &StorageService::broken, this,
                [this](const Refusal &refusal) { m_broken.push_back(refusal); });
        connect(m_service, &StorageService::mended, this, [this] { ++m_mended; });
        connect(m_service, &StorageService::saveFailed, this,
                [this](const Refusal &r) { m_saveFailed.push_back(r); });
        m_thread->start();
        QMetaObject::invokeMethod(m_service, &StorageService::load);
        QTRY_COMPARE(m_loaded.size(), size_t(1));
    }

    void cleanup()
    {
        m_thread->quit();
        QVERIFY(m_thread->wait(10'000));
        m_loaded.clear();
        m_applied.clear();
        m_broken.clear();
        m_saveFailed.clear();
        m_mended = 0;
    }

    void aCommandIsAnsweredWithTheNewSettings()
    {
        apply(7, addConfig("a", "https://a.test", "key-a"));
        QTRY_VERIFY(m_applied.contains(7));
        const Result<SharedSettings> &result = m_applied.at(7);
        QVERIFY(result.ok());
        QVERIFY((*result)->settings.find(u("a")));
        QVERIFY((*result)->keys.begin()->second.matches("key-a"));
        QVERIFY((*result)->localToken.matches(m_loaded.front()->localToken.reveal()));
    }

    void aTokenIsRenewed()
    {
        std::vector<SharedSecret> tokens;
        connect(m_service, &StorageService::tokenRenewed, this,
                [&](const Result<SharedSecret> &token) { tokens.push_back(*token); });
        QMetaObject::invokeMethod(m_service, &StorageService::renewToken);
        QMetaObject::invokeMethod(m_service, &StorageService::renewToken);
        QTRY_COMPARE(tokens.size(), size_t(2));
        QVERIFY(tokens[0]->reveal().startsWith("qcc-"));
        QVERIFY(!tokens[0]->matches(m_loaded.front()->localToken.reveal()));
        QVERIFY(!tokens[1]->matches(tokens[0]->reveal()));
        QVERIFY(m_home->workspace()->localToken()->matches(tokens[1]->reveal()));
    }

    void aTokenThatCannotBeStoredIsRefused()
    {
        QVERIFY(QDir().mkdir(m_home->path("token.lock.d")));
        QFile::remove(m_home->path("token.lock"));
        QVERIFY(QDir().rename(m_home->path("token.lock.d"), m_home->path("token.lock")));
        std::optional<Refusal> refused;
        connect(m_service, &StorageService::tokenRenewed, this,
                [&](const Result<SharedSecret> &token) { refused = token.refusal(); });
        QMetaObject::invokeMethod(m_service, &StorageService::renewToken);
        QTRY_VERIFY(refused);
        QCOMPARE(refused->code, RefusalCode::FileUnwritable);
    }

    void aRefusalIsAnswered()
    {
        apply(8, RemoveConfig{u("nobody")});
        QTRY_VERIFY(m_applied.contains(8));
        QCOMPARE(m_applied.at(8).refusal(), (Refusal{RefusalCode::UnknownConfig, u("nobody"), {}}));
    }

    void whatItWroteItselfIsNoNews()
    {
        apply(1, addConfig("a", "https://a.test", "key-a"));
        QMetaObject::invokeMethod(m_service, [this] { m_service->saveActive(u("a")); });
        QTRY_VERIFY(m_applied.contains(1));
        // An edit by hand comes later; when it is the first news, the writes before were none.
        QTRY_VERIFY(m_home->read("priority_config.json").contains("\"current_active_config\": \"a\""));
        m_home->write("priority_config.json",
                      "{\"current_active_config\": \"a\", \"policy\": {\"failure_threshold\": 9}}");
        QTRY_COMPARE(m_loaded.size(), size_t(2));
        QCOMPARE(m_loaded.back()->settings.policy.failureThreshold, 9);
    }

    void handEditsArePickedUp_data()
    {
        QTest::addColumn<bool>("replace");
        QTest::newRow("written in place") << false;
        QTest::newRow("replaced by another file, as editors do") << true;
    }

    void handEditsArePickedUp()
    {
        QFETCH(bool, replace);
        for (int threshold = 1; threshold <= 3; ++threshold) {
            const QByteArray text =
                "{\"policy\": {\"failure_threshold\": " + QByteArray::number(threshold + 10) + "}}";
            m_home->write(replace ? "edited.tmp" : "priority_config.json", text);
            if (replace) {
                QCOMPARE(::rename(QFile::encodeName(m_home->path("edited.tmp")).constData(),
                                  QFile::encodeName(m_home->path("priority_config.json")).constData()),
                         0);
            }
            QTRY_COMPARE(m_loaded.back()->settings.policy.failureThreshold, threshold + 10);
        }
        m_home->write("configs.json", "{\"configs\": [{\"name\": \"by hand\"}]}");
        QTRY_VERIFY(m_loaded.back()->settings.find(u("by hand")));
        QVERIFY(m_broken.empty());
    }

    void editsAreSeenWhenTheNameLedElsewhere_data()
    {
        QTest::addColumn<bool>("link");
        QTest::newRow("a symbolic link that now points to another file") << true;
        QTest::newRow("a new file, while a backup keeps the old one") << false;
    }

    /// The watched file lives on under another name; edits in place of the new one have to be noticed.
    void editsAreSeenWhenTheNameLedElsewhere()
    {
        QFETCH(bool, link);
        const QByteArray name = QFile::encodeName(m_home->path("configs.json"));
        m_home->write("first", "{\"configs\": [{\"name\": \"one\"}]}");
        m_home->write("second", "{\"configs\": [{\"name\": \"two\"}]}");
        const QByteArray first = QFile::encodeName(m_home->path("first"));
        const QByteArray second = QFile::encodeName(m_home->path("second"));
        QCOMPARE(link ? ::symlink(first.constData(), name.constData())
                      : ::link(first.constData(), name.constData()),
                 0);
        QTRY_VERIFY(m_loaded.back()->settings.find(u("one")));
        if (link) {
            QCOMPARE(::unlink(name.constData()), 0);
            QCOMPARE(::symlink(second.constData(), name.constData()), 0);
        } else {
            QCOMPARE(::rename(second.constData(), name.constData()), 0);
        }
        QTRY_VERIFY(m_loaded.back()->settings.find(u("two")));
        m_home->write("configs.json", "{\"configs\": [{\"name\": \"three\"}]}");
        QTRY_VERIFY(m_loaded.back()->settings.find(u("three")));
    }

    void aRemovedFileIsEmptySettings()
    {
        m_home->write("configs.json", "{\"configs\": [{\"name\": \"by hand\"}]}");
        QTRY_VERIFY(m_loaded.back()->settings.find(u("by hand")));
        QVERIFY(QFile::remove(m_home->path("configs.json")));
        QTRY_VERIFY(!m_loaded.back()->settings.find(u("by hand")));
    }

    void aBrokenFileIsToldOnceAndSoIsItsMending()
    {
        m_home->write("configs.json", "{\"configs\": [{\"name\": \"by hand\"}]}");
        QTRY_COMPARE(m_loaded.size(), size_t(2));
        m_home->write("configs.json", "{\n oops }");
        QTRY_COMPARE(m_broken.size(), size_t(1));
        QCOMPARE(m_broken.front(), (Refusal{RefusalCode::FileBroken, m_home->path("configs.json"),
                                            u("line 2, column 2: unterminated object")}));
        apply(3, RemoveConfig{u("by hand")});
        QTRY_VERIFY(m_applied.contains(3));
        QCOMPARE(m_applied.at(3).refusal(), m_broken.front());
        QCOMPARE(m_home->read("configs.json"), QByteArray("{\n oops }"));
        QCOMPARE(m_mended, 0);
        m_home->write("configs.json", "{\"configs\": [{\"name\": \"by hand\"}]}");
        QTRY_COMPARE(m_loaded.size(), size_t(3));
        QCOMPARE(m_mended, 1);
        QCOMPARE(m_broken.size(), size_t(1));
    }

    void savingWhatIsNotThereIsSaid()
    {
        QMetaObject::invokeMethod(m_service, [this] { m_service->saveActive(u("nobody")); });
        QTRY_COMPARE(m_saveFailed.size(), size_t(1));
        QCOMPARE(m_saveFailed.front().code, RefusalCode::UnknownConfig);
    }

    void aHomeThatCannotBeOpenedIsSaid()
    {
        m_home->write("file", "x");
        StorageService service(m_home->path("file/home"));
        QSignalSpy broken(&service, &StorageService::broken);
        QSignalSpy applied(&service, &StorageService::applied);
        service.load();
        QCOMPARE(broken.size(), 1);
        QCOMPARE(broken.front().front().value<Refusal>().code, RefusalCode::FileUnwritable);
        service.apply(std::make_shared<Command>(RemoveConfig{u("a")}), 1);
        QCOMPARE(applied.size(), 1);
    }

private:
    void apply(quint64 requestId, Command command)
    {
        auto shared = std::make_shared<Command>(std::move(command));
        QMetaObject::invokeMethod(m_service,
                                  [this, shared, requestId] { m_service->apply(shared, requestId); });
    }

    std::unique_ptr<TemporaryHome> m_home;
    std::unique_ptr<QThread> m_thread;
    StorageService *m_service = nullptr; ///< deleted on its thread
    std::vector<SharedSettings> m_loaded;
    std::map<quint64, Result<SharedSettings>> m_applied;
    std::vector<Refusal> m_broken;
    std::vector<Refusal> m_saveFailed;
    int m_mended = 0;
};

QTEST_GUILESS_MAIN(TestStorageService)
#include "tst_storage_service.moc"
