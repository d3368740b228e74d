// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/home.h"
#include "tests/store/store_fixture.h"

#include <QDir>
#include <QJsonDocument>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace qcc;
using namespace qcc::test;

namespace {

using Texts = std::array<QByteArray, 3>;

/// A store that refuses to write.
class ReadOnlyStore : public FileSecretStore
{
public:
    using FileSecretStore::FileSecretStore;
    Result<Done> write(const QString &, const Secret &) override
    {
        return Refusal{RefusalCode::SecretsUnavailable, description(), u("locked")};
    }
};

} // namespace

class TestWorkspace : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_home = std::make_unique<TemporaryHome>(); }

    void anEmptyHomeIsEmptySettings()
    {
        const Result<LoadedSettings> loaded = m_home->workspace()->load(TokenNeed::MakeIfMissing);
        QVERIFY(loaded.ok());
        QCOMPARE(loaded->settings, Settings());
        QVERIFY(loaded->keys.empty());
        QVERIFY(loaded->localToken.reveal().startsWith("qcc-"));
        QVERIFY(!QFile::exists(m_home->path("configs.json")));
    }

    /// Another program's token may lie where this one can't look at the moment.
    void readingAndCommandsMakeNoToken()
    {
        QVERIFY(m_home->workspace()->load()->localToken.isEmpty());
        QVERIFY(!QFile::exists(m_home->path("secrets.json")));
        QVERIFY(m_home->workspace()->apply(addConfig("a", "https://a.test", "key-a"))->localToken.isEmpty());
        QVERIFY(!m_home->read("secrets.json").contains("local-token"));
        QVERIFY(!QFile::exists(m_home->path("token.lock")));
    }

    void lookingMakesNothing()
    {
        const Result<Settings> looked = Workspace::readSettings(m_home->path("missing/home"));
        QVERIFY(looked.ok());
        QCOMPARE(*looked, Settings());
        QVERIFY(!QFile::exists(m_home->path("missing")));
        QVERIFY(m_home->workspace()->apply(addConfig("a", "https://a.test", "key-a")).ok());
        m_home->write("secrets.json", "not to be opened");
        QVERIFY(Workspace::readSettings(m_home->home())->find(u("a")));
    }

    void aHomeThatMayOnlyBeReadCanBeLookedAt()
    {
        QVERIFY(m_home->workspace()->apply(addConfig("a", "https://a.test", "key-a")).ok());
        const QByteArray home = QFile::encodeName(m_home->home());
        QCOMPARE(::chmod(QFile::encodeName(m_home->path("configs.json")).constData(), 0444), 0);
        QCOMPARE(::chmod(QFile::encodeName(m_home->path("priority_config.json")).constData(), 0444), 0);
        QCOMPARE(::chmod(home.constData(), 0555), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            constexpr uid_t nobody = 65534;
            if (::geteuid() == 0 && ::seteuid(nobody) != 0)
                ::_exit(2);
            const Result<QString> found = findHome(m_home->home());
            const Result<Settings> looked = found ? Workspace::readSettings(*found) : found.refusal();
            ::_exit(looked && looked->find(u("a")) ? 0 : 1);
        }
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QCOMPARE(::chmod(home.constData(), 0700), 0);
        QVERIFY(WIFEXITED(status));
        QCOMPARE(WEXITSTATUS(status), 0);
    }

    void openingCreatesTheHome()
    {
        qputenv("QCC_SECRETS", "file");
        const Result<std::unique_ptr<Workspace>> workspace = Workspace::open(m_home->path("deep/home"));
        QVERIFY(workspace.ok());
        QCOMPARE((*workspace)->home(), m_home->path("deep/home"));
        QVERIFY((*workspace)->apply(addConfig("a", "https://a.test", "key-a")).ok());
        QVERIFY((*workspace)->localToken().ok());
        for (const char *file :
             {"configs.json", "priority_config.json", "secrets.json", "secrets.json.lock", "token.lock"}) {
            struct stat status = {};
            QCOMPARE(::stat(QFile::encodeName(m_home->path("deep/home/") + u(file)).constData(), &status), 0);
            QVERIFY2((status.st_mode & 07777) == 0600, file);
        }
        QVERIFY(!Workspace::open(m_home->path("deep/home/configs.json")).ok());
        qunsetenv("QCC_SECRETS");
    }

    void whatIsAppliedIsThereForOthers()
    {
        QVERIFY(m_home->workspace()->localToken().ok());
        const Result<LoadedSettings> applied =
            m_home->workspace()->apply(addConfig("a", "https://a.test", "key-a"));
        QVERIFY(applied.ok());
        QCOMPARE(applied->settings.configs.at(0).endpoints.at(0).id.value.size(), qsizetype(8));
        const Result<LoadedSettings> loaded = m_home->workspace()->load();
        QVERIFY(loaded.ok());
        QCOMPARE(loaded->settings, applied->settings);
        QVERIFY(loaded->keys.at(loaded->settings.configs[0].endpoints[0].id).matches("key-a"));
        QVERIFY(loaded->localToken.matches(applied->localToken.reveal()));
        QCOMPARE(loaded->fingerprint, applied->fingerprint);
        QCOMPARE(m_home->workspace()->fingerprint(), applied->fingerprint);
    }

    void noSecretIsInTheSettingsFiles()
    {
        QVERIFY(m_home->workspace()->apply(addConfig("a", "https://a.test", "very-secret")).ok());
        for (const char *file : {"configs.json", "priority_config.json"})
            QVERIFY(!m_home->read(file).contains("very-secret"));
    }

    void editingTheKeyReplacesItInTheStore()
    {
        QVERIFY(m_home->workspace()->apply(addConfig("a", "https://a.test", "key-before")).ok());
        QVERIFY(m_home->workspace()->apply(EditEndpoint{u("a"), u("a.test"), {}, Secret("key-after")}).ok());
        const Result<LoadedSettings> loaded = m_home->workspace()->load();
        QVERIFY(loaded->keys.begin()->second.matches("key-after"));
        QVERIFY(!m_home->read("secrets.json").contains("key-before"));
    }

    void removingTakesTheKeysToo()
    {
        QVERIFY(m_home->workspace()->apply(addConfig("a", "https://a.test", "key-a")).ok());
        QVERIFY(m_home->workspace()->apply(AddEndpoint{u("a"), newEndpoint("https://b.test", "key-b")}).ok());
        QVERIFY(m_home->workspace()->apply(RemoveEndpoint{u("a"), u("b.test")}).ok());
        QVERIFY(!m_home->read("secrets.json").contains("key-b"));
        QVERIFY(m_home->workspace()->apply(RemoveConfig{u("a")}).ok());
        QVERIFY(!m_home->read("secrets.json").contains("key-a"));
        QCOMPARE(m_home->workspace()->load()->settings, Settings());
    }

    void aKeyThatAnotherEndpointSharesStays_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("the other endpoint is removed") << 0;
        QTest::newRow("the other endpoint gets another key") << 1;
        QTest::newRow("the other config is removed") << 2;
    }

    /// A block copied by hand, without its id, points to the same key.
    void aKeyThatAnotherEndpointSharesStays()
    {
        QFETCH(int, which);
        m_home->write("configs.json",
                      "{\"configs\": [{\"name\": \"a\", \"endpoints\": [{\"id\": \"one\", \"name\": \"e\",\n"
                      "\"url\": \"https://a.test\", \"key_id\": \"k\"}]}, {\"name\": \"b\", \"endpoints\":\n"
                      "[{\"name\": \"e\", \"url\": \"https://b.test\", \"key_id\": \"k\"}]}]}");
        m_home->write("secrets.json", "{\"secrets\": {\"endpoint-k\": \"shared\"}}");
        Command commands[] = {RemoveEndpoint{u("a"), u("e")},
                              EditEndpoint{u("a"), u("e"), {}, Secret("another")}, RemoveConfig{u("a")}};
        QVERIFY(m_home->workspace()->apply(std::move(commands[which])).ok());
        const Result<LoadedSettings> loaded = m_home->workspace()->load();
        QVERIFY(loaded.ok());
        const EndpointId still = loaded->settings.find(u("b"))->endpoints.at(0).id;
        QVERIFY(loaded->keys.contains(still));
        QVERIFY(loaded->keys.at(still).matches("shared"));
        QVERIFY(m_home->workspace()->apply(RemoveConfig{u("b")}).ok());
        QVERIFY(!m_home->read("secrets.json").contains("shared"));
    }

    void aRefusedCommandChangesNothing_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<int>("code");
        QTest::newRow("a rule says no") << 0 << int(RefusalCode::DuplicateConfig);
        QTest::newRow("a CA file that is not there") << 1 << int(RefusalCode::FileUnreadable);
        QTest::newRow("a CA file without a certificate") << 2 << int(RefusalCode::InvalidValue);
        QTest::newRow("a CA file that is a directory") << 3 << int(RefusalCode::FileUnreadable);
        QTest::newRow("an active config that is not there") << 4 << int(RefusalCode::UnknownConfig);
    }

    void aRefusedCommandChangesNothing()
    {
        QFETCH(int, which);
        QFETCH(int, code);
        QVERIFY(m_home->workspace()->apply(addConfig("a", "https://a.test", "key-a")).ok());
        m_home->write("no.pem", "nothing");
        const Texts before = texts();
        const std::array<QString, 3> caFiles{m_home->path("missing.pem"), m_home->path("no.pem"),
                                             m_home->home()};
        std::optional<Refusal> refusal;
        if (which == 0) {
            refusal = m_home->workspace()->apply(addConfig("a", "https://b.test", "key-b")).refusal();
        } else if (which <= 3) {
            AddConfig command = addConfig("b", "https://b.test", "key-b");
            command.endpoint->endpoint.caFile = caFiles.at(static_cast<size_t>(which - 1));
            refusal = m_home->workspace()->apply(std::move(command)).refusal();
            QCOMPARE(refusal->subject, caFiles.at(static_cast<size_t>(which - 1)));
        } else {
            refusal = m_home->workspace()->saveActive(u("nobody")).refusal();
        }
        QCOMPARE(int(refusal->code), code);
        QCOMPARE(texts(), before);
    }

    void aGoodCaFileIsAccepted()
    {
        m_home->write("ca.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        AddConfig command = addConfig("b", "https://b.test", "key-b");
        command.endpoint->endpoint.caFile = m_home->path("ca.pem");
        QVERIFY(m_home->workspace()->apply(std::move(command)).ok());
    }

    /// The window's dialog: ids are made here, keys go to the store, all by one write.
    void aWholeConfigIsPutInPlace()
    {
        PutConfig first;
        first.name = u("a");
        for (const char *url : {"https://one.test", "https://two.test"}) {
            NewEndpoint made = newEndpoint(url, url + 8);
            first.endpoints.push_back({made.endpoint, std::move(made.key)});
        }
        const Result<LoadedSettings> added = m_home->workspace()->apply(std::move(first));
        QVERIFY(added.ok());
        const Config before = added->settings.configs.at(0);
        QCOMPARE(before.endpoints[0].id.value.size(), qsizetype(8));
        QVERIFY(before.endpoints[0].id != before.endpoints[1].id);
        QCOMPARE(added->keys.at(before.endpoints[1].id).reveal(), QByteArray("two.test"));

        PutConfig second;
        second.before = before;
        second.name = u("b");
        second.modelMappings = {{u("claude-*"), u("m")}};
        second.endpoints.push_back({before.endpoints[1], std::nullopt});
        second.endpoints.push_back({newEndpoint("https://three.test", "").endpoint, Secret("key-3")});
        const Result<LoadedSettings> put = m_home->workspace()->apply(std::move(second));
        QVERIFY(put.ok());
        QCOMPARE(put->renamed, (Rename{u("a"), u("b")}));
        const Result<LoadedSettings> stored = m_home->workspace()->load();
        QCOMPARE(stored->settings, put->settings);
        QCOMPARE(stored->settings.configs.at(0).modelMappings.size(), size_t(1));
        QCOMPARE(stored->keys.size(), size_t(2));
        QCOMPARE(stored->keys.at(before.endpoints[1].id).reveal(), QByteArray("two.test"));
        QVERIFY(!m_home->read("secrets.json").contains("one.test"));
        QVERIFY(m_home->read("secrets.json").contains("key-3"));
    }

    void aWholeConfigThatSomebodyChangedStays()
    {
        const Config before =
            m_home->workspace()->apply(addConfig("a", "https://a.test", "key-a"))->settings.configs.at(0);
        QVERIFY(m_home->workspace()->apply(EditConfig{u("a"), {}, u("by hand"), {}, {}}).ok());
        const Texts now = texts();
        PutConfig late;
        late.before = before;
        late.name = u("a");
        QCOMPARE(m_home->workspace()->apply(std::move(late)).refusal(),
                 (Refusal{RefusalCode::ChangedMeanwhile, u("a"), {}}));
        QCOMPARE(texts(), now);
    }

    void theCaFilesOfAWholeConfigAreLookedInto()
    {
        PutConfig put;
        put.name = u("a");
        for (const char *url : {"https://one.test", "https://two.test"})
            put.endpoints.push_back({newEndpoint(url, "").endpoint, std::nullopt});
        put.endpoints[1].endpoint.caFile = m_home->path("missing.pem");
        const Result<LoadedSettings> refused = m_home->workspace()->apply(std::move(put));
        QCOMPARE(refused.refusal().code, RefusalCode::FileUnreadable);
        QCOMPARE(refused.refusal().subject, m_home->path("missing.pem"));
    }

    /// A CA file may be away for a while; that is no reason to refuse another change.
    void aCaFileThatWasThereBeforeIsNotLookedInto()
    {
        m_home->write("ca.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        AddConfig command = addConfig("a", "https://a.test", "key-a");
        command.endpoint->endpoint.caFile = m_home->path("ca.pem");
        const Config before = m_home->workspace()->apply(std::move(command))->settings.configs.at(0);
        QVERIFY(QFile::remove(m_home->path("ca.pem")));
        PutConfig put;
        put.before = before;
        put.name = u("a");
        put.description = u("new");
        put.endpoints.push_back({before.endpoints[0], std::nullopt});
        QVERIFY(m_home->workspace()->apply(std::move(put)).ok());
    }

    void theBoardAndTheRetentionAreStored()
    {
        QVERIFY(m_home->workspace()->apply(addConfig("a", "https://a.test", "key-a")).ok());
        QVERIFY(m_home->workspace()->apply(addConfig("b", "https://b.test", "key-b")).ok());
        const ArrangeConfigs turn{{{Priority::Primary, {u("a")}}, {Priority::Secondary, {u("b")}}},
                                  {{Priority::Fallback, {u("b"), u("a")}}}};
        QVERIFY(m_home->workspace()->apply(turn).ok());
        QCOMPARE(m_home->workspace()->apply(turn).refusal().code, RefusalCode::ChangedMeanwhile);
        QVERIFY(m_home->workspace()->apply(EditRetention{{7}}).ok());
        const Settings stored = m_home->workspace()->load()->settings;
        QCOMPARE(stored.groups.group(Priority::Fallback).configNames, (std::vector{u("b"), u("a")}));
        QCOMPARE(stored.retention.requestDays, 7);
    }

    void aSecretStoreThatRefusesChangesNothing()
    {
        Workspace workspace(m_home->home(), std::make_unique<ReadOnlyStore>(m_home->home()));
        m_home->write("secrets.json", "{\"secrets\": {\"local-token\": \"qcc-1\"}}");
        const Result<LoadedSettings> applied = workspace.apply(addConfig("a", "https://a.test", "key-a"));
        QVERIFY(!applied);
        QCOMPARE(applied.refusal().code, RefusalCode::SecretsUnavailable);
        QVERIFY(!QFile::exists(m_home->path("configs.json")));
    }

    void aFullDiskChangesNothing()
    {
        QVERIFY(m_home->workspace()->apply(addConfig("a", "https://a.test", "key-a")).ok());
        const Texts before = texts();
        const pid_t child = ::fork();
        if (child == 0) {
            ::signal(SIGXFSZ, SIG_IGN);
            const rlimit size{600, 600}; // the secrets still fit, the journal does not
            ::setrlimit(RLIMIT_FSIZE, &size);
            const Result<LoadedSettings> applied =
                m_home->workspace()->apply(addConfig("b", "https://b.test", "key-b"));
            ::_exit(!applied && applied.refusal().code == RefusalCode::FileUnwritable ? 0 : 1);
        }
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QVERIFY(WIFEXITED(status));
        QCOMPARE(WEXITSTATUS(status), 0);
        QCOMPARE(texts()[0], before[0]);
        QCOMPARE(texts()[1], before[1]);
        QVERIFY(!texts()[2].contains("key-b"));
        QVERIFY(!QFile::exists(m_home->path("settings.journal")));
        QVERIFY(m_home->workspace()->apply(addConfig("b", "https://b.test", "key-b")).ok());
    }

    void aBrokenFileIsNeverOverwritten_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("configs") << QByteArray("configs.json");
        QTest::newRow("priorities") << QByteArray("priority_config.json");
        QTest::newRow("secrets") << QByteArray("secrets.json");
    }

    void aBrokenFileIsNeverOverwritten()
    {
        QFETCH(QByteArray, file);
        QVERIFY(m_home->workspace()->apply(addConfig("a", "https://a.test", "key-a")).ok());
        m_home->write(file.constData(), "{\n  \"a\": oops\n}");
        const Texts before = texts();
        const std::unique_ptr<Workspace> workspace = m_home->workspace();
        const Result<LoadedSettings> loaded = workspace->load();
        const Result<LoadedSettings> applied = workspace->apply(addConfig("b", "https://b.test", "key-b"));
        QVERIFY(!loaded && !applied);
        QCOMPARE(loaded.refusal(), (Refusal{RefusalCode::FileBroken, m_home->path(file.constData()),
                                            u("line 2, column 8: illegal number")}));
        QCOMPARE(applied.refusal(), loaded.refusal());
        if (file != "secrets.json")
            QVERIFY(!workspace->saveActive(u("a")));
        QCOMPARE(texts(), before);
    }

    void renamingKeepsPlaceForeignKeysAndGhosts()
    {
        m_home->write(
            "configs.json",
            "{\"configs\": [{\"name\": \"a\", \"mine\": 1}, {\"name\": \"b\"}, {\"name\": \"c\"}]}");
        m_home->write("priority_config.json",
                      "{\"priority_groups\": {\"primary\": {\"config_names\": [\"b\", \"ghost\", \"a\"]}},\n"
                      "\"current_active_config\": \"a\", \"mine\": 2}");
        const Result<LoadedSettings> before = m_home->workspace()->load();
        QVERIFY(before.ok());
        QCOMPARE(before->settings.groups.group(Priority::Primary).configNames, (std::vector{u("b"), u("a")}));
        QCOMPARE(before->settings.groups.priorityOf(u("c")), Priority::Disabled);
        QCOMPARE(before->settings.activeConfig, u("a"));
        const Result<LoadedSettings> renamed = m_home->workspace()->apply(EditConfig{u("a"), u("z"), {}});
        QVERIFY(renamed.ok());
        QCOMPARE(renamed->settings.groups.group(Priority::Primary).configNames,
                 (std::vector{u("b"), u("z")}));
        QCOMPARE(renamed->settings.activeConfig, u("z"));
        QCOMPARE(m_home->workspace()->load()->settings, renamed->settings);
        const QJsonObject configs = QJsonDocument::fromJson(m_home->read("configs.json")).object();
        QCOMPARE(configs[u("configs")][0][u("name")].toString(), u("z"));
        QCOMPARE(configs[u("configs")][0][u("mine")].toInt(), 1);
        const QJsonObject priority = QJsonDocument::fromJson(m_home->read("priority_config.json")).object();
        QCOMPARE(priority[u("priority_groups")][u("primary")][u("config_names")].toArray(),
                 QJsonArray({u("b"), u("ghost"), u("z")}));
        QCOMPARE(priority[u("mine")].toInt(), 2);
    }

    void aConfigThatThePriorityFileKnowsGetsItsPlace()
    {
        m_home->write("priority_config.json",
                      "{\"priority_groups\": {\"secondary\": {\"config_names\": [\"x\", \"new\", \"b\"]},\n"
                      "\"disabled\": {\"config_names\": [\"off\"]}}, \"current_active_config\": \"new\"}");
        m_home->write("configs.json", "{\"configs\": [{\"name\": \"b\"}]}");
        QVERIFY(m_home->workspace()->apply(AddConfig{u(" new "), {}, {}, {}}).ok());
        QVERIFY(m_home->workspace()->apply(AddConfig{u("off"), {}, {}, {}}).ok());
        QVERIFY(m_home->workspace()->apply(AddConfig{u("x"), {}, {}, Priority::Primary}).ok());
        const Result<LoadedSettings> loaded = m_home->workspace()->load();
        QCOMPARE(loaded->settings.groups.group(Priority::Secondary).configNames,
                 (std::vector{u("new"), u("b")}));
        QCOMPARE(loaded->settings.groups.priorityOf(u("off")), Priority::Disabled);
        QCOMPARE(loaded->settings.groups.priorityOf(u("x")), Priority::Primary);
        QCOMPARE(loaded->settings.activeConfig, u("new"));
    }

    void theActiveConfigIsSaved()
    {
        QVERIFY(m_home->workspace()->apply(addConfig("a", "https://a.test", "key-a")).ok());
        const QByteArray configs = m_home->read("configs.json");
        QVERIFY(m_home->workspace()->saveActive(u("a")).ok());
        QCOMPARE(m_home->workspace()->load()->settings.activeConfig, u("a"));
        QVERIFY(m_home->read("priority_config.json").contains("\"current_active_priority\": \"primary\""));
        QVERIFY(m_home->workspace()->saveActive({}).ok());
        QCOMPARE(m_home->workspace()->load()->settings.activeConfig, QString());
        QCOMPARE(m_home->read("configs.json"), configs);
    }

    void aFileByHandKeepsItsLooksUntilItChanges()
    {
        const QByteArray byHand = "{\"configs\":[{\"name\":\"a\"}]}";
        m_home->write("configs.json", byHand);
        QVERIFY(m_home->workspace()->apply(SetPriority{u("a"), Priority::Primary, {}}).ok());
        QCOMPARE(m_home->read("configs.json"), byHand);
        QVERIFY(m_home->workspace()->apply(EditConfig{u("a"), {}, u("text")}).ok());
        QVERIFY(m_home->read("configs.json") != byHand);
    }

    void theLocalTokenStays()
    {
        const Result<Secret> token = m_home->workspace()->localToken();
        QVERIFY(token.ok());
        QVERIFY(m_home->workspace()->localToken()->matches(token->reveal()));
    }

private:
    Texts texts() const
    {
        return {m_home->read("configs.json"), m_home->read("priority_config.json"),
                m_home->read("secrets.json")};
    }

    std::unique_ptr<TemporaryHome> m_home;
};

QTEST_APPLESS_MAIN(TestWorkspace)
#include "tst_workspace.moc"
