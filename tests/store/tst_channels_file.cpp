// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/configs_file.h"
#include "app/store/settings_export.h"
#include "models/rules/channel_fields.h"
#include "tests/store/store_fixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace qcc;
using namespace qcc::test;

namespace {

const QString kPath = QStringLiteral("/home/me/.qcc/configs.json");

AlertChannel team()
{
    AlertChannel channel;
    channel.name = u("team");
    channel.kind = ChannelKind::Slack;
    channel.alerts = usualAlerts();
    return channel;
}

PutChannel added(const AlertChannel &channel, const char *url = "https://hooks.test/secret-1")
{
    PutChannel put{std::nullopt, channel, {}};
    put.secrets.emplace(ChannelSecret::Url, Secret(url));
    return put;
}

QByteArray inList(const QByteArray &channel)
{
    return "{\"alert_channels\": [\n" + channel + "\n]}";
}

/// Refuses to read what belongs to channels.
class ForgetfulStore : public FileSecretStore
{
public:
    using FileSecretStore::FileSecretStore;
    Result<Secret> read(const QString &name) override
    {
        if (name.startsWith(QLatin1StringView("channel-")))
            return Refusal{RefusalCode::SecretsUnavailable, u("desktop keyring"), u("it does not answer")};
        return FileSecretStore::read(name);
    }
};

} // namespace

class TestChannelsFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everythingSurvivesARoundTrip();
    void aChannelByHandNeedsLittle();
    void foreignKeysSurvive();
    void faultsHaveTheirPlace_data();
    void faultsHaveTheirPlace();
    void whatIsAppliedIsThereForOthers();
    void noSecretIsInTheSettingsFile();
    void aNewSecretReplacesTheOld();
    void removingTakesTheSecretsToo();
    void aRefusedCommandChangesNothing();
    void aSecretThatCannotBeReadBlocksNothing();
    void otherCommandsLeaveChannelsAlone();
    void anExportHasThemWithoutSecrets();
};

void TestChannelsFile::everythingSurvivesARoundTrip()
{
    AlertChannel mail;
    mail.id = u("0000000a");
    mail.name = u("邮件");
    mail.kind = ChannelKind::Mail;
    mail.enabled = false;
    mail.alerts = {AlertKind::Failover, AlertKind::KeyRejected};
    mail.quiet = QuietSpan{QTime(22, 30), QTime(7, 5)};
    mail.digest = DigestPace::Weekly;
    mail.digestAt = QTime(6, 0);
    mail.server = u("mail.test");
    mail.port = 465;
    mail.security = MailSecurity::Tls;
    mail.user = u("me");
    mail.sender = u("qcc@mail.test");
    mail.recipients = QStringList{u("a@mail.test"), u("b@mail.test")};
    AlertChannel program = team();
    program.id = u("0000000b");
    program.kind = ChannelKind::Command;
    program.program = u("/usr/bin/logger");
    program.arguments = QStringList{u("-t"), u("qcc alert")};
    const ChannelsDocument document{{mail, program},
                                    {{mail.id, {{ChannelSecret::Password, u("s1")}}}, {program.id, {}}}};
    const QJsonArray list = channelsArray({}, document);
    const QByteArray text = QJsonDocument(QJsonObject{{u("alert_channels"), list}}).toJson();
    const Result<ConfigsDocument> read = parseConfigs(kPath, text);
    QVERIFY2(read.ok(), read ? "" : qPrintable(read.refusal().detail));
    QCOMPARE(read->alerts.channels, document.channels);
    QCOMPARE(read->alerts, document);
    QCOMPARE(channelsArray(list, document), list);
}

void TestChannelsFile::aChannelByHandNeedsLittle()
{
    const QByteArray text =
        "{\"alert_channels\": [{\"name\": \" phone \", \"kind\": \"ntfy\", \"recipients\": [\"qcc-1\"]},\n"
        "{\"name\": \"log\", \"kind\": \"command\", \"program\": \"/bin/true\", \"alerts\": "
        "[\"failover\"]}]}";
    const Result<ConfigsDocument> document = parseConfigs(kPath, text);
    QVERIFY2(document.ok(), document ? "" : qPrintable(document.refusal().detail));
    const std::vector<AlertChannel> &channels = document->alerts.channels;
    QCOMPARE(channels.at(0).name, u("phone"));
    QCOMPARE(channels.at(0).server, u("https://ntfy.sh"));
    QCOMPARE(channels.at(0).alerts, usualAlerts());
    QVERIFY(channels.at(0).enabled);
    QCOMPARE(channels.at(1).alerts, std::set{AlertKind::Failover});
    QCOMPARE(channels.at(0).id.size(), qsizetype(8));
    QVERIFY(channels.at(0).id != channels.at(1).id);
    QCOMPARE(parseConfigs(kPath, text)->alerts, document->alerts);
}

void TestChannelsFile::foreignKeysSurvive()
{
    const QByteArray text =
        "{\"alert_channels\": [{\"name\": \"phone\", \"kind\": \"ntfy\", \"recipients\": [\"qcc-1\"],\n"
        "\"note\": \"by hand\", \"quiet\": {\"from\": \"22:00\", \"to\": \"8:00\", \"why\": \"sleep\"}}]}";
    const Result<ConfigsDocument> document = parseConfigs(kPath, text);
    QVERIFY(document.ok());
    ChannelsDocument changed = document->alerts;
    changed.channels[0].enabled = false;
    const QJsonValue one = channelsArray(document->object[u("alert_channels")].toArray(), changed).at(0);
    QCOMPARE(one[u("note")].toString(), u("by hand"));
    QCOMPARE(one[u("quiet")][u("why")].toString(), u("sleep"));
    QCOMPARE(one[u("quiet")][u("to")].toString(), u("08:00"));
    QCOMPARE(one[u("id")].toString(), changed.channels[0].id);
}

void TestChannelsFile::faultsHaveTheirPlace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *title, const char *channel, const char *detail) {
        QTest::newRow(title) << inList(channel) << u(detail);
    };
    QTest::newRow("no list") << QByteArray("{\"alert_channels\": {}}")
                             << u("line 1, column 20: alert_channels: a list [ … ] is needed");
    row("no object", "7", "line 2, column 1: alert_channels[0]: an object { … } is needed");
    row("no kind", R"({"name": "a"})",
        R"(line 2, column 1: alert_channels[0].kind: a kind of channel, as in "webhook", is needed)");
    row("an unknown kind", R"({"name": "a", "kind": "pager"})",
        R"(line 2, column 23: alert_channels[0].kind: a kind of channel, as in "webhook", is needed)");
    row("an unknown alert", R"({"name": "a", "kind": "slack", "alerts": ["failover", "rain"]})",
        R"(line 2, column 55: alert_channels[0].alerts[1]: an alert's name, as in "failover", is needed)");
    row("no time", R"({"name": "a", "kind": "slack", "quiet": {"from": "22", "to": "08:00"}})",
        R"(line 2, column 50: alert_channels[0].quiet.from: a time, as in "09:00", is needed)");
    row("a port out of range", R"({"name": "a", "kind": "mail", "port": 70000})",
        "line 2, column 39: alert_channels[0].port: a whole number from 1 to 65535 is needed");
    row("no recipient", R"({"name": "a", "kind": "ntfy"})",
        "line 2, column 1: alert_channels[0].recipients: a topic of 1 to 64 letters, digits, - and _");
    row("a name twice", "{\"name\": \"a\", \"kind\": \"slack\"},\n{\"name\": \"A\", \"kind\": \"slack\"}",
        "line 3, column 10: alert_channels[1].name: another channel has this name already");
    row("an id twice",
        "{\"id\": \"1\", \"name\": \"a\", \"kind\": \"slack\"},\n{\"id\": \"1\", \"name\": \"b\", \"kind\": "
        "\"slack\"}",
        "line 3, column 8: alert_channels[1].id: another channel has this id already; leave it out to get a "
        "new one");
}

void TestChannelsFile::faultsHaveTheirPlace()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, detail);
    const Result<ConfigsDocument> document = parseConfigs(kPath, text);
    QVERIFY(!document.ok());
    QCOMPARE(document.refusal().code, RefusalCode::FileBroken);
    QCOMPARE(document.refusal().detail, detail);
}

void TestChannelsFile::whatIsAppliedIsThereForOthers()
{
    const TemporaryHome home;
    const Result<LoadedSettings> applied = home.workspace()->apply(added(team()));
    QVERIFY(applied.ok());
    const AlertChannel &channel = applied->settings.channels.at(0);
    QCOMPARE(channel.id.size(), qsizetype(8));
    QCOMPARE(channel.server, u("hooks.test"));
    const Result<LoadedSettings> read = home.workspace()->load();
    QVERIFY(read.ok());
    QCOMPARE(read->settings, applied->settings);
    QVERIFY(
        read->channelSecrets.at(channel.id).at(ChannelSecret::Url).matches("https://hooks.test/secret-1"));
    QVERIFY(
        applied->channelSecrets.at(channel.id).at(ChannelSecret::Url).matches("https://hooks.test/secret-1"));
}

void TestChannelsFile::noSecretIsInTheSettingsFile()
{
    const TemporaryHome home;
    QVERIFY(home.workspace()->apply(added(team())).ok());
    QVERIFY(home.read("configs.json").contains("hooks.test"));
    QVERIFY(!home.read("configs.json").contains("secret-1"));
    QVERIFY(home.read("secrets.json").contains("channel-"));
}

void TestChannelsFile::aNewSecretReplacesTheOld()
{
    const TemporaryHome home;
    const Result<LoadedSettings> applied = home.workspace()->apply(added(team()));
    QVERIFY(applied.ok());
    const AlertChannel before = applied->settings.channels.at(0);
    PutChannel edit = added(before, "https://other.test/secret-2");
    edit.before = before;
    const Result<LoadedSettings> edited = home.workspace()->apply(std::move(edit));
    QVERIFY(edited.ok());
    QCOMPARE(edited->settings.channels.at(0).server, u("other.test"));
    QVERIFY(
        edited->channelSecrets.at(before.id).at(ChannelSecret::Url).matches("https://other.test/secret-2"));
    QVERIFY(!home.read("secrets.json").contains("secret-1"));
    QCOMPARE(home.read("secrets.json").count("channel-"), qsizetype(1));
}

void TestChannelsFile::removingTakesTheSecretsToo()
{
    const TemporaryHome home;
    QVERIFY(home.workspace()->apply(added(team())).ok());
    const Result<LoadedSettings> removed = home.workspace()->apply(RemoveChannel{u("team")});
    QVERIFY(removed.ok());
    QVERIFY(removed->settings.channels.empty());
    QVERIFY(!home.read("secrets.json").contains("channel-"));
    QVERIFY(!home.read("configs.json").contains("alert_channels"));
}

void TestChannelsFile::aRefusedCommandChangesNothing()
{
    const TemporaryHome home;
    QVERIFY(home.workspace()->apply(added(team())).ok());
    const QByteArray configs = home.read("configs.json");
    const QByteArray secrets = home.read("secrets.json");
    const Result<LoadedSettings> twice =
        home.workspace()->apply(added(team(), "https://hooks.test/secret-3"));
    QVERIFY(!twice.ok());
    QCOMPARE(twice.refusal().code, RefusalCode::DuplicateChannel);
    QCOMPARE(home.read("configs.json"), configs);
    QCOMPARE(home.read("secrets.json"), secrets);
}

void TestChannelsFile::aSecretThatCannotBeReadBlocksNothing()
{
    const TemporaryHome home;
    QVERIFY(home.workspace()->apply(addConfig("a", "https://a.test", "sk-a")).ok());
    QVERIFY(home.workspace()->apply(added(team())).ok());
    Workspace workspace(home.home(), std::make_unique<ForgetfulStore>(home.home()));
    QTest::ignoreMessage(
        QtWarningMsg,
        QRegularExpression(u("a secret of an alert channel can't be read from .*: it does not answer")));
    const Result<LoadedSettings> loaded = workspace.load();
    QVERIFY(loaded.ok());
    QCOMPARE(loaded->settings.channels.size(), size_t(1));
    QCOMPARE(loaded->keys.size(), size_t(1));
    QVERIFY(loaded->channelSecrets.empty());
}

void TestChannelsFile::otherCommandsLeaveChannelsAlone()
{
    const TemporaryHome home;
    QVERIFY(home.workspace()->apply(added(team())).ok());
    const Result<LoadedSettings> applied = home.workspace()->apply(addConfig("a", "https://a.test", "sk-a"));
    QVERIFY(applied.ok());
    const QString id = applied->settings.channels.at(0).id;
    QVERIFY(applied->channelSecrets.at(id).at(ChannelSecret::Url).matches("https://hooks.test/secret-1"));
    QVERIFY(home.workspace()->apply(RemoveConfig{u("a")}).ok());
    const Result<LoadedSettings> read = home.workspace()->load();
    QVERIFY(read.ok());
    QVERIFY(read->channelSecrets.at(id).at(ChannelSecret::Url).matches("https://hooks.test/secret-1"));
}

void TestChannelsFile::anExportHasThemWithoutSecrets()
{
    const TemporaryHome home;
    const Result<LoadedSettings> applied = home.workspace()->apply(added(team()));
    QVERIFY(applied.ok());
    const QByteArray file = exportSettings(applied->settings);
    QVERIFY(!file.contains("secret"));
    const Result<Settings> read = importSettings(file);
    QVERIFY2(read.ok(), read ? "" : qPrintable(read.refusal().detail));
    QCOMPARE(read->channels, applied->settings.channels);
}

QTEST_GUILESS_MAIN(TestChannelsFile)
#include "tst_channels_file.moc"
