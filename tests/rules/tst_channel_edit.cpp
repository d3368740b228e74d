// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/channel_edit.h"

#include "models/domain/channel_words.h"
#include "models/rules/channel_checks.h"

#include <QTest>

using namespace qcc;

namespace {

QString u(const char *text)
{
    return QString::fromUtf8(text);
}

using Edit = std::function<void(AlertChannel &)>;

AlertChannel slack()
{
    AlertChannel channel;
    channel.id = u("0000000a");
    channel.name = u("team");
    channel.kind = ChannelKind::Slack;
    channel.alerts = usualAlerts();
    channel.server = u("hooks.slack.test");
    return channel;
}

AlertChannel mail()
{
    AlertChannel channel = slack();
    channel.kind = ChannelKind::Mail;
    channel.server = u("mail.test");
    channel.sender = u("qcc@mail.test");
    channel.recipients = QStringList{u("me@mail.test")};
    return channel;
}

AlertChannel program()
{
    AlertChannel channel = slack();
    channel.kind = ChannelKind::Command;
    channel.server.clear();
    channel.program = u("/usr/bin/true");
    return channel;
}

AlertChannel ntfy()
{
    AlertChannel channel = slack();
    channel.kind = ChannelKind::Ntfy;
    channel.server.clear();
    channel.recipients = QStringList{u("qcc-8f3a")};
    return channel;
}

AlertChannel telegram()
{
    AlertChannel channel = ntfy();
    channel.kind = ChannelKind::Telegram;
    channel.recipients = QStringList{u("-100123")};
    return channel;
}

AlertChannel changed(AlertChannel channel, const Edit &edit)
{
    edit(channel);
    return channel;
}

ChannelSecrets secrets(std::initializer_list<std::pair<ChannelSecret, const char *>> all)
{
    ChannelSecrets made;
    for (const auto &[which, text] : all)
        made.emplace(which, Secret(text));
    return made;
}

ChannelSecrets address(const char *text = "https://hooks.slack.test/services/T0/B0/x")
{
    return secrets({{ChannelSecret::Url, text}});
}

/// Settings with this channel in them.
Settings having(const AlertChannel &channel)
{
    Settings settings;
    settings.channels = {channel};
    return settings;
}

const ChannelSecrets *writtenTo(const Change &change, const QString &channel)
{
    const auto it = std::find_if(change.channelSecrets.begin(), change.channelSecrets.end(),
                                 [&](const ChannelSecretsWrite &write) { return write.channel == channel; });
    return it == change.channelSecrets.end() ? nullptr : &it->secrets;
}

} // namespace

Q_DECLARE_METATYPE(AlertChannel)
Q_DECLARE_METATYPE(Refusal)

class TestChannelEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsStayAsTheyAre();
    void everyKindIsTaken_data();
    void everyKindIsTaken();
    void valuesAreRefused_data();
    void valuesAreRefused();
    void secretsAreRefused_data();
    void secretsAreRefused();
    void whatTheKindDoesNotUseIsForgotten();
    void theAddressNamesItsHost_data();
    void theAddressNamesItsHost();
    void addingNeedsItsSecrets();
    void editingKeepsWhatIsStored();
    void anOptionalSecretIsTakenAway();
    void aRequiredSecretCannotBeEmptied();
    void aFirstUserNameNeedsItsPassword();
    void withoutUserThePasswordGoes();
    void theKindStays();
    void namesAreUnique();
    void whatOthersChangedIsLeftAlone();
    void onlySoManyFit();
    void removingTakesTheSecretsToo();
    void aTestTakesStoredSecrets();
};

void TestChannelEdit::wordsStayAsTheyAre()
{
    QStringList kinds;
    for (int i = 0; i <= static_cast<int>(kLastChannelKind); ++i) {
        const auto kind = static_cast<ChannelKind>(i);
        QCOMPARE(channelKindFromWord(toWord(kind)), std::optional(kind));
        kinds << toWord(kind);
    }
    QCOMPARE(kinds.join(u' '), u("webhook slack dingtalk feishu wecom telegram discord ntfy mail command"));
    QCOMPARE(toWord(QTime(9, 5)), u("09:05"));
    QCOMPARE(timeFromWord(u("9:05")), std::optional(QTime(9, 5)));
    QCOMPARE(timeFromWord(u("24:00")), std::nullopt);
}

void TestChannelEdit::everyKindIsTaken_data()
{
    QTest::addColumn<AlertChannel>("channel");
    QTest::addColumn<QString>("word");
    QTest::addColumn<QByteArray>("secret");
    const auto kind = [](ChannelKind k) { return changed(slack(), [k](AlertChannel &c) { c.kind = k; }); };
    const QByteArray url = "https://service.test/hook?key=abc";
    for (const ChannelKind k : {ChannelKind::Webhook, ChannelKind::Slack, ChannelKind::DingTalk,
                                ChannelKind::Feishu, ChannelKind::WeCom, ChannelKind::Discord})
        QTest::newRow(qPrintable(toWord(k))) << kind(k) << u("url") << url;
    QTest::newRow("telegram") << telegram() << u("token") << QByteArray("123:ABC-def");
    QTest::newRow("a telegram channel by name")
        << changed(telegram(), [](AlertChannel &c) { c.recipients = QStringList{u("@my_channel")}; })
        << u("token") << QByteArray("123:ABC-def");
    QTest::newRow("ntfy without a token") << ntfy() << QString() << QByteArray();
    QTest::newRow("mail without signing in") << mail() << QString() << QByteArray();
    QTest::newRow("mail with a password of words")
        << changed(mail(), [](AlertChannel &c) { c.user = u("me"); }) << u("password")
        << QByteArray("abcd efgh ijkl");
    QTest::newRow("a program") << program() << QString() << QByteArray();
    QTest::newRow("a digest alone") << changed(slack(), [](AlertChannel &c) {
        c.alerts.clear();
        c.digest = DigestPace::Weekly;
    }) << u("url") << url;
}

void TestChannelEdit::everyKindIsTaken()
{
    QFETCH(AlertChannel, channel);
    QFETCH(QString, word);
    QFETCH(QByteArray, secret);
    PutChannel put{std::nullopt, channel, {}};
    if (!word.isEmpty())
        put.secrets.emplace(*channelSecretFromWord(word), Secret(secret));
    const Result<Change> change = applyCommand({}, {}, std::move(put));
    QVERIFY2(change.ok(), change ? "" : qPrintable(change.refusal().detail));
    QCOMPARE(change->settings.channels.size(), size_t(1));
    QCOMPARE(change->settings.channels[0].kind, channel.kind);
    const ChannelSecrets *written = writtenTo(*change, channel.id);
    if (!word.isEmpty())
        QVERIFY(written && written->at(*channelSecretFromWord(word)).matches(secret));
}

void TestChannelEdit::valuesAreRefused_data()
{
    QTest::addColumn<AlertChannel>("channel");
    QTest::addColumn<Refusal>("expected");
    const auto row = [](const char *title, const AlertChannel &channel, const char *field, const char *why) {
        QTest::newRow(title) << channel << Refusal{RefusalCode::InvalidValue, u(field), u(why)};
    };
    const auto with = [](AlertChannel channel, const Edit &edit) {
        return changed(std::move(channel), edit);
    };
    QTest::newRow("no name") << with(slack(), [](AlertChannel &c) { c.name = u("  "); })
                             << Refusal{RefusalCode::InvalidName, {}, u("it is empty")};
    row("nothing to tell", with(slack(), [](AlertChannel &c) { c.alerts.clear(); }), "alerts",
        "at least one alert, or a digest");
    row("quiet for no time",
        with(slack(),
             [](AlertChannel &c) {
                 c.quiet = QuietSpan{QTime(8, 0), QTime(8, 0)};
             }),
        "quiet", "two different times, as in 22:00-08:00");
    row("quiet at no time",
        with(slack(),
             [](AlertChannel &c) {
                 c.quiet = QuietSpan{QTime(8, 0), QTime()};
             }),
        "quiet", "two different times, as in 22:00-08:00");
    row("a digest at no time", with(slack(), [](AlertChannel &c) { c.digestAt = QTime(); }), "digest_at",
        "a time, as in 09:00");
    row("mail without a server", with(mail(), [](AlertChannel &c) { c.server.clear(); }), "server",
        "a mail server's name");
    row("mail to a URL", with(mail(), [](AlertChannel &c) { c.server = u("smtp://mail.test"); }), "server",
        "a mail server's name");
    row("mail without a sender", with(mail(), [](AlertChannel &c) { c.sender.clear(); }), "sender",
        "one mail address");
    row("a sender that begins another header",
        with(mail(), [](AlertChannel &c) { c.sender = u("a@b.test\r\nBcc: x@y.test"); }), "sender",
        "one mail address");
    row("no recipient", with(mail(), [](AlertChannel &c) { c.recipients.clear(); }), "recipients", "1 to 20");
    row("a recipient without a host",
        with(mail(), [](AlertChannel &c) { c.recipients = QStringList{u("me")}; }), "recipients",
        "mail addresses");
    row("unencrypted to elsewhere", with(mail(), [](AlertChannel &c) { c.security = MailSecurity::None; }),
        "security", "starttls or tls; none only to this computer");
    row("no port", with(mail(), [](AlertChannel &c) { c.port = 0; }), "port", "1 to 65535");
    row("two topics",
        with(ntfy(),
             [](AlertChannel &c) {
                 c.recipients = QStringList{u("a"), u("b")};
             }),
        "recipients", "a topic of 1 to 64 letters, digits, - and _");
    row("a topic with a slash", with(ntfy(), [](AlertChannel &c) { c.recipients = QStringList{u("a/b")}; }),
        "recipients", "a topic of 1 to 64 letters, digits, - and _");
    row("a chat's title", with(telegram(), [](AlertChannel &c) { c.recipients = QStringList{u("My chat")}; }),
        "recipients", "a chat's number, or @name of a channel");
    row("a program by name", with(program(), [](AlertChannel &c) { c.program = u("notify-send"); }),
        "program", "an absolute path");
    row("too many arguments", with(program(), [](AlertChannel &c) { c.arguments = QStringList(51, u("x")); }),
        "arguments", "at most 50 of them");
    QTest::newRow("telegram without TLS")
        << with(telegram(), [](AlertChannel &c) { c.server = u("http://bots.test"); })
        << Refusal{RefusalCode::InvalidUrl, u("bots.test"), u("it must begin with https://")};
}

void TestChannelEdit::valuesAreRefused()
{
    QFETCH(AlertChannel, channel);
    QFETCH(Refusal, expected);
    const Result<AlertChannel> checked = checkedChannel(channel);
    QVERIFY(!checked.ok());
    QCOMPARE(checked.refusal().code, expected.code);
    QCOMPARE(checked.refusal().subject, expected.subject);
    QCOMPARE(checked.refusal().detail, expected.detail);
}

void TestChannelEdit::secretsAreRefused_data()
{
    QTest::addColumn<AlertChannel>("channel");
    QTest::addColumn<QString>("word");
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<Refusal>("expected");
    const auto row = [](const char *title, const AlertChannel &channel, const char *word, const char *typed,
                        const Refusal &expected) {
        QTest::newRow(title) << channel << u(word) << QByteArray(typed) << expected;
    };
    const auto url = [](const char *subject, const char *why) {
        return Refusal{RefusalCode::InvalidUrl, u(subject), u(why)};
    };
    row("no address", slack(), "url", " \n", {RefusalCode::EmptyKey, u("team"), u("url")});
    row("no URL", slack(), "url", "T0/B0/secret", url("", "it must begin with https:// or http://"));
    row("another scheme", slack(), "url", "ftp://hooks.test/secret",
        url("hooks.test", "it must begin with https:// or http://"));
    row("without TLS", slack(), "url", "http://hooks.test/secret",
        url("hooks.test", "it must begin with https://"));
    row("a password within", slack(), "url", "https://me:secret@hooks.test/",
        url("hooks.test", "user name and password do not belong into it"));
    row("a line break within", slack(), "url", "https://hooks.test/a\nb",
        {RefusalCode::InvalidValue, u("url"), u("printable ASCII characters without spaces or line breaks")});
    row("a token where none is used", slack(), "token", "abc",
        {RefusalCode::InvalidValue, u("token"), u("a secret that this kind of channel has")});
    row("a password with a line break", mail(), "password", "a\r\nb",
        {RefusalCode::InvalidValue, u("password"), u("a text without control characters")});
}

void TestChannelEdit::secretsAreRefused()
{
    QFETCH(AlertChannel, channel);
    QFETCH(QString, word);
    QFETCH(QByteArray, typed);
    QFETCH(Refusal, expected);
    const Result<Secret> checked = checkedChannelSecret(channel, *channelSecretFromWord(word), Secret(typed));
    QVERIFY(!checked.ok());
    QCOMPARE(checked.refusal().code, expected.code);
    QCOMPARE(checked.refusal().subject, expected.subject);
    QCOMPARE(checked.refusal().detail, expected.detail);
    QVERIFY(!checked.refusal().subject.contains(u("secret")));
}

void TestChannelEdit::whatTheKindDoesNotUseIsForgotten()
{
    AlertChannel channel = ntfy();
    channel.port = 25;
    channel.user = u("me");
    channel.sender = u("me@mail.test");
    channel.program = u("/bin/sh");
    channel.arguments = QStringList{u("-c")};
    const Result<AlertChannel> checked = checkedChannel(channel);
    QVERIFY(checked.ok());
    AlertChannel expected = ntfy();
    expected.server = u("https://ntfy.sh");
    QCOMPARE(*checked, expected);
}

void TestChannelEdit::theAddressNamesItsHost_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<QString>("host");
    QTest::newRow("a host") << QByteArray("https://hooks.test/a/b?key=secret") << u("hooks.test");
    QTest::newRow("with a port") << QByteArray("http://127.0.0.1:8080/hook") << u("127.0.0.1:8080");
}

void TestChannelEdit::theAddressNamesItsHost()
{
    QFETCH(QByteArray, address);
    QFETCH(QString, host);
    AlertChannel channel = slack();
    channel.server = u("typed.by.hand");
    PutChannel put{std::nullopt, channel, secrets({{ChannelSecret::Url, address.constData()}})};
    const Result<Change> change = applyCommand({}, {}, std::move(put));
    QVERIFY(change.ok());
    QCOMPARE(change->settings.channels[0].server, host);
}

void TestChannelEdit::addingNeedsItsSecrets()
{
    const Result<Change> change = applyCommand({}, {}, PutChannel{std::nullopt, slack(), {}});
    QVERIFY(!change.ok());
    QCOMPARE(change.refusal(), (Refusal{RefusalCode::EmptyKey, u("team"), u("url")}));
}

void TestChannelEdit::editingKeepsWhatIsStored()
{
    const AlertChannel before = slack();
    AlertChannel after = before;
    after.enabled = false;
    after.name = u(" crew ");
    after.id = u("ffffffff");
    const Result<Change> change = applyCommand(having(before), {}, PutChannel{before, after, {}});
    QVERIFY(change.ok());
    const AlertChannel &now = change->settings.channels.at(0);
    QCOMPARE(now.id, before.id);
    QCOMPARE(now.name, u("crew"));
    QCOMPARE(now.server, before.server);
    QVERIFY(!now.enabled);
    QVERIFY(writtenTo(*change, before.id)->empty());
}

void TestChannelEdit::anOptionalSecretIsTakenAway()
{
    const AlertChannel before = changed(slack(), [](AlertChannel &c) { c.kind = ChannelKind::DingTalk; });
    const Result<Change> change =
        applyCommand(having(before), {}, PutChannel{before, before, secrets({{ChannelSecret::Signing, ""}})});
    QVERIFY(change.ok());
    QVERIFY(writtenTo(*change, before.id)->at(ChannelSecret::Signing).isEmpty());
}

void TestChannelEdit::aRequiredSecretCannotBeEmptied()
{
    const AlertChannel before = slack();
    const Result<Change> change = applyCommand(having(before), {}, PutChannel{before, before, address(" ")});
    QVERIFY(!change.ok());
    QCOMPARE(change.refusal(), (Refusal{RefusalCode::EmptyKey, u("team"), u("url")}));
}

void TestChannelEdit::aFirstUserNameNeedsItsPassword()
{
    const AlertChannel before = mail();
    const AlertChannel after = changed(before, [](AlertChannel &c) { c.user = u("me"); });
    const Result<Change> without = applyCommand(having(before), {}, PutChannel{before, after, {}});
    QVERIFY(!without.ok());
    QCOMPARE(without.refusal(), (Refusal{RefusalCode::EmptyKey, u("team"), u("password")}));
    const AlertChannel other = changed(after, [](AlertChannel &c) { c.user = u("you"); });
    QVERIFY(applyCommand(having(after), {}, PutChannel{after, other, {}}).ok());
}

void TestChannelEdit::withoutUserThePasswordGoes()
{
    const AlertChannel before = changed(mail(), [](AlertChannel &c) { c.user = u("me"); });
    const Result<Change> change = applyCommand(having(before), {}, PutChannel{before, mail(), {}});
    QVERIFY(change.ok());
    QVERIFY(writtenTo(*change, before.id)->at(ChannelSecret::Password).isEmpty());
}

void TestChannelEdit::theKindStays()
{
    const AlertChannel before = slack();
    const AlertChannel after = changed(before, [](AlertChannel &c) { c.kind = ChannelKind::Discord; });
    const Result<Change> change = applyCommand(having(before), {}, PutChannel{before, after, address()});
    QVERIFY(!change.ok());
    QCOMPARE(change.refusal().subject, u("kind"));
}

void TestChannelEdit::namesAreUnique()
{
    const AlertChannel other = changed(slack(), [](AlertChannel &c) {
        c.id = u("0000000b");
        c.name = u("TEAM");
    });
    const Result<Change> change =
        applyCommand(having(slack()), {}, PutChannel{std::nullopt, other, address()});
    QVERIFY(!change.ok());
    QCOMPARE(change.refusal(), (Refusal{RefusalCode::DuplicateChannel, u("team"), {}}));
}

void TestChannelEdit::whatOthersChangedIsLeftAlone()
{
    const AlertChannel seen = slack();
    const AlertChannel now = changed(seen, [](AlertChannel &c) { c.enabled = false; });
    const Refusal expected{RefusalCode::ChangedMeanwhile, u("team"), {}};
    const Result<Change> edited = applyCommand(having(now), {}, PutChannel{seen, seen, {}});
    QVERIFY(!edited.ok());
    QCOMPARE(edited.refusal(), expected);
    const Result<Change> gone = applyCommand({}, {}, PutChannel{seen, seen, {}});
    QVERIFY(!gone.ok());
    QCOMPARE(gone.refusal(), expected);
}

void TestChannelEdit::onlySoManyFit()
{
    Settings settings;
    for (size_t i = 0; i < kMostChannels; ++i) {
        settings.channels.push_back(slack());
        settings.channels.back().id = QString::number(i);
        settings.channels.back().name = QString::number(i);
    }
    const Result<Change> change = applyCommand(settings, {}, PutChannel{std::nullopt, slack(), address()});
    QVERIFY(!change.ok());
    QCOMPARE(change.refusal().subject, u("alert_channels"));
}

void TestChannelEdit::removingTakesTheSecretsToo()
{
    for (const QString &reference : {u("0000000a"), u(" team ")}) {
        const Result<Change> change = applyCommand(having(slack()), {}, RemoveChannel{reference});
        QVERIFY(change.ok());
        QVERIFY(change->settings.channels.empty());
        const ChannelSecrets *written = writtenTo(*change, u("0000000a"));
        QCOMPARE(written->size(), std::size(kChannelSecrets));
        for (const auto &[which, secret] : *written)
            QVERIFY(secret.isEmpty());
    }
    const Result<Change> unknown = applyCommand(having(slack()), {}, RemoveChannel{u("crew")});
    QVERIFY(!unknown.ok());
    QCOMPARE(unknown.refusal(), (Refusal{RefusalCode::UnknownChannel, u("crew"), {}}));
}

void TestChannelEdit::aTestTakesStoredSecrets()
{
    const ChannelSecrets stored = address("https://stored.test/secret");
    const Result<ReadyChannel> ready = readyForTest({slack(), slack(), {}}, &stored);
    QVERIFY(ready.ok());
    QVERIFY(ready->secrets.at(ChannelSecret::Url).matches("https://stored.test/secret"));
    QCOMPARE(ready->channel.server, u("stored.test"));
    const Result<ReadyChannel> typed =
        readyForTest({slack(), slack(), address("https://typed.test/x")}, &stored);
    QVERIFY(typed.ok());
    QVERIFY(typed->secrets.at(ChannelSecret::Url).matches("https://typed.test/x"));
    const Result<ReadyChannel> none = readyForTest({std::nullopt, slack(), {}}, nullptr);
    QVERIFY(!none.ok());
    QCOMPARE(none.refusal(), (Refusal{RefusalCode::EmptyKey, u("team"), u("url")}));
}

QTEST_APPLESS_MAIN(TestChannelEdit)
#include "tst_channel_edit.moc"
