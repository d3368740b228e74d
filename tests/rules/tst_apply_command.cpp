// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/apply_command.h"

#include "models/rules/validation.h"

#include <QTest>

using namespace qcc;

namespace {

QString u(const char *text)
{
    return QString::fromUtf8(text);
}

Endpoint endpoint(const char *id, const char *name, const char *url)
{
    Endpoint result;
    result.id = {u(id)};
    result.name = u(name);
    result.url = QUrl(u(url));
    return result;
}

NewEndpoint added(const char *url, const char *key, const char *name = "", const char *id = "00000009")
{
    return {endpoint(id, name, url), Secret(key)};
}

/// production (two endpoints) is primary and active, backup is secondary, spare is in fallback without
/// endpoints.
Settings someSettings()
{
    Settings settings;
    settings.configs = {
        {u("production"),
         u("the first"),
         {endpoint("00000001", "api.one.test", "https://api.one.test"),
          endpoint("00000002", "two", "https://two.test/v1")}},
        {u("backup"), {}, {endpoint("00000003", "api.one.test", "https://api.one.test")}},
        {u("spare"), {}, {}},
    };
    settings.groups.place(u("production"), Priority::Primary);
    settings.groups.place(u("backup"), Priority::Secondary);
    settings.groups.place(u("spare"), Priority::Fallback);
    settings.activeConfig = u("production");
    return settings;
}

Keys someKeys()
{
    Keys keys;
    keys.emplace(EndpointId{u("00000001")}, Secret("key-1"));
    keys.emplace(EndpointId{u("00000002")}, Secret("key-2"));
    keys.emplace(EndpointId{u("00000003")}, Secret("key-3"));
    return keys;
}

/// Commands are move-only, so rows carry how to make one.
using MakeCommand = std::function<Command()>;

EditEndpoint edit(const char *config, const char *reference, EndpointPatch patch = {})
{
    EditEndpoint command{u(config), u(reference), std::move(patch), std::nullopt};
    return command;
}

template <typename T> EndpointPatch with(std::optional<T> EndpointPatch::*field, const T &value)
{
    EndpointPatch patch;
    patch.*field = value;
    return patch;
}

EditEndpoint editKey(const char *config, const char *reference, const char *key)
{
    EditEndpoint command = edit(config, reference);
    command.key = Secret(key);
    return command;
}

} // namespace

Q_DECLARE_METATYPE(MakeCommand)
Q_DECLARE_METATYPE(RefusalCode)

class TestApplyCommand : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void refuses_data();
    void refuses();
    void names_data();
    void names();
    void urls_data();
    void urls();
    void proxies_data();
    void proxies();
    void keys_data();
    void keys();
    void timeLimits_data();
    void timeLimits();
    void newConfigGoesToTheFirstEmptyGroup();
    void addingAConfigWithAnEndpointWritesItsKey();
    void endpointNamesComeFromTheHost();
    void renamingKeepsPlaceAndActiveConfig();
    void renamingOnlyTheCaseIsAllowed();
    void removingAConfigTakesItsKeysAndTheActiveMark();
    void removingAnEndpointTakesItsKey();
    void editingTheUrlKeepsTheNameAndTheKey();
    void editingWithTheSameKeyWritesNothing();
    void editingAllFieldsAtOnce();
    void endpointsAreFoundByIdAsWell();
    void priorityMovesAndReorders();
    void namesForModelsAreReplacedAsAWhole();
    void headersAreReplacedAsAWhole();
    void theGivenSettingsStayAsTheyWere();
};

void TestApplyCommand::refuses_data()
{
    QTest::addColumn<MakeCommand>("make");
    QTest::addColumn<RefusalCode>("code");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, MakeCommand make, RefusalCode code, const char *subject,
                        const char *detail = "") {
        QTest::newRow(name) << make << code << u(subject) << u(detail);
    };
    using enum RefusalCode;
    row(
        "a config of the same name",
        [] {
            return AddConfig{u(" backup "), {}, {}, {}};
        },
        DuplicateConfig, "backup");
    row(
        "a config whose name differs only in case",
        [] {
            return AddConfig{u("Backup"), {}, {}, {}};
        },
        DuplicateConfig, "backup");
    row(
        "a config without a name",
        [] {
            return AddConfig{u("  "), {}, {}, {}};
        },
        InvalidName, "", "it is empty");
    row(
        "a description with a control character",
        [] {
            return AddConfig{u("new"), u("a\x01z"), {}, {}};
        },
        InvalidValue, "description", "no control characters");
    row(
        "a new config with a bad URL",
        [] {
            return AddConfig{u("new"), {}, added("ftp://x.test", "k"), {}};
        },
        InvalidUrl, "ftp://x.test", "it must begin with https:// or http://");
    row(
        "a new config with an empty key",
        [] {
            return AddConfig{u("new"), {}, added("https://x.test", " \n"), {}};
        },
        EmptyKey, "x.test");
    row(
        "renaming what is not there",
        [] {
            return EditConfig{u("nobody"), u("x"), {}};
        },
        UnknownConfig, "nobody");
    row(
        "renaming to a taken name",
        [] {
            return EditConfig{u("spare"), u("BACKUP"), {}};
        },
        DuplicateConfig, "backup");
    row(
        "renaming to a bad name",
        [] {
            return EditConfig{u("spare"), u("a/b"), {}};
        },
        InvalidName, "a/b", "it contains '/'");
    row(
        "names of configs count in their case", [] { return RemoveConfig{u("Production")}; }, UnknownConfig,
        "Production");
    row(
        "removing what is not there", [] { return RemoveConfig{u("nobody")}; }, UnknownConfig, "nobody");
    row(
        "an endpoint for no config",
        [] {
            return AddEndpoint{u("nobody"), added("https://x.test", "k")};
        },
        UnknownConfig, "nobody");
    row(
        "an endpoint with URL and key of another config",
        [] {
            return AddEndpoint{u("spare"), added("https://API.one.test:443/", " key-1\n")};
        },
        DuplicateEndpoint, "https://api.one.test", "production/api.one.test");
    row(
        "an endpoint with URL and key of the same config",
        [] {
            return AddEndpoint{u("production"), added("https://two.test/v1/", "key-2")};
        },
        DuplicateEndpoint, "https://two.test/v1", "production/two");
    row(
        "an endpoint with a taken name",
        [] {
            return AddEndpoint{u("production"), added("https://x.test", "k", "Two")};
        },
        DuplicateEndpointName, "two", "production");
    row(
        "an endpoint with a bad name",
        [] {
            return AddEndpoint{u("production"), added("https://x.test", "k", "..")};
        },
        InvalidName, "..", "it consists of dots only");
    row(
        "an endpoint with an id in use",
        [] {
            return AddEndpoint{u("spare"), added("https://x.test", "k", "", "00000003")};
        },
        InvalidValue, "id", "one that is not in use");
    row(
        "an endpoint without an id",
        [] {
            return AddEndpoint{u("spare"), added("https://x.test", "k", "", "")};
        },
        InvalidValue, "id", "8 hex digits");
    row(
        "editing an endpoint of no config", [] { return edit("nobody", "two"); }, UnknownConfig, "nobody");
    row(
        "editing an unknown endpoint", [] { return edit("production", "three"); }, UnknownEndpoint, "three",
        "production");
    row(
        "editing an endpoint of another config", [] { return edit("backup", "two"); }, UnknownEndpoint, "two",
        "backup");
    row(
        "a URL that makes two of a kind with the stored key",
        [] {
            EditEndpoint command = editKey("backup", "api.one.test", "key-2");
            command.patch.url = QUrl(u("https://two.test/v1"));
            return command;
        },
        DuplicateEndpoint, "https://two.test/v1", "production/two");
    row(
        "a key that makes two of a kind", [] { return editKey("backup", "api.one.test", "key-1"); },
        DuplicateEndpoint, "https://api.one.test", "production/api.one.test");
    row(
        "an empty new key", [] { return editKey("backup", "api.one.test", "\n"); }, EmptyKey, "api.one.test");
    row(
        "a key with a space inside", [] { return editKey("backup", "api.one.test", "a b"); }, InvalidValue,
        "key", "printable ASCII characters without spaces or line breaks");
    row(
        "an endpoint's name that is taken",
        [] { return edit("production", "two", with(&EndpointPatch::name, u("API.one.test"))); },
        DuplicateEndpointName, "api.one.test", "production");
    row(
        "a new URL that is none",
        [] { return edit("production", "two", with(&EndpointPatch::url, QUrl(u("api.anthropic.com")))); },
        InvalidUrl, "api.anthropic.com", "write https://api.anthropic.com");
    row(
        "a limit below the shortest",
        [] { return edit("production", "two", with(&EndpointPatch::headerLimit, milliseconds(99))); },
        InvalidTimeLimit, "header_timeout", "100 ms to 1 h");
    row(
        "a proxy with a password",
        [] {
            return edit("production", "two",
                        with(&EndpointPatch::outboundProxy, QUrl(u("http://me:pw@proxy.test:3128"))));
        },
        InvalidProxy, "http://proxy.test:3128", "user name and password do not belong into it");
    row(
        "a relative CA file",
        [] { return edit("production", "two", with(&EndpointPatch::caFile, u("ca.pem"))); }, InvalidValue,
        "ca_file", "an absolute path");
    row(
        "removing an unknown endpoint",
        [] {
            return RemoveEndpoint{u("spare"), u("two")};
        },
        UnknownEndpoint, "two", "spare");
    row(
        "removing an endpoint of no config",
        [] {
            return RemoveEndpoint{u("nobody"), u("two")};
        },
        UnknownConfig, "nobody");
    row(
        "a priority for no config",
        [] {
            return SetPriority{u("nobody"), Priority::Primary, {}};
        },
        UnknownConfig, "nobody");
    row(
        "a priority it already has",
        [] {
            return SetPriority{u("backup"), Priority::Secondary, {}};
        },
        AlreadyThere, "backup", "secondary");
}

void TestApplyCommand::refuses()
{
    QFETCH(MakeCommand, make);
    QFETCH(RefusalCode, code);
    const Result<Change> change = applyCommand(someSettings(), someKeys(), make());
    QVERIFY(!change);
    QCOMPARE(change.refusal().code, code);
    QTEST(change.refusal().subject, "subject");
    QTEST(change.refusal().detail, "detail");
}

void TestApplyCommand::names_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("fault");
    const auto row = [](const char *what, const QString &typed, const QString &name, const char *fault = "") {
        QTest::newRow(what) << typed << name << u(fault);
    };
    row("a plain name stays", u("production"), u("production"));
    row("white space around is taken off", u(" \tproduction\n"), u("production"));
    row("spaces inside are fine", u("my own gateway"), u("my own gateway"));
    row("Chinese is fine", u("公司网关"), u("公司网关"));
    row("an emoji made of several is fine", u("👩‍💻"), u("👩‍💻"));
    row("64 characters are fine, be they beyond the basic plane", u("😀").repeated(64), u("😀").repeated(64));
    row("65 characters are too many", QString(65, u'a'), {}, "it is longer than 64 characters");
    row("an empty name", {}, {}, "it is empty");
    row("a slash", u("a/b"), {}, "it contains '/'");
    row("a dash in front, as an option has", u("-p"), {}, "it begins with '-'");
    row("one dot", u("."), {}, "it consists of dots only");
    row("three dots", u("..."), {}, "it consists of dots only");
    row("dots and more are fine", u(".hidden"), u(".hidden"));
    row("a line break inside", u("a\nb"), {}, "it contains control characters");
    row("an escape", u("a\x1b[31m"), {}, "it contains control characters");
    row("a delete", u("a\x7f"), {}, "it contains control characters");
    row("a turn of the writing direction", u("a\u202Eb"), {}, "it contains control characters");
    row("half a surrogate pair", QString(QChar(0xD83D)), {}, "it contains control characters");
    row("a NUL", QString(QChar(0)) + u("a"), {}, "it contains control characters");
}

void TestApplyCommand::names()
{
    QFETCH(QString, typed);
    QFETCH(QString, fault);
    const Result<QString> name = checkedName(typed);
    QCOMPARE(name.ok(), fault.isEmpty());
    if (!name) {
        QCOMPARE(name.refusal().code, RefusalCode::InvalidName);
        QCOMPARE(name.refusal().detail, fault);
    } else {
        QTEST(*name, "name");
    }
}

void TestApplyCommand::urls_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("normal");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("fault");
    const auto fine = [](const char *typed, const char *normal) {
        QTest::addRow("%s is fine", typed) << u(typed) << u(normal) << QString() << QString();
    };
    fine("https://api.anthropic.com", "https://api.anthropic.com");
    fine(" https://api.anthropic.com/ ", "https://api.anthropic.com");
    fine("https://api.anthropic.com:443", "https://api.anthropic.com");
    fine("http://localhost:80/a//", "http://localhost/a");
    fine("HTTPS://API.Test/V1/", "https://api.test/V1");
    fine("http://127.0.0.1:65535", "http://127.0.0.1:65535");
    fine("http://[::1]:8080/x", "http://[::1]:8080/x");
    fine("https://网关.example/路", "https://xn--d6q013i.example/路");
    const auto bad = [](const char *what, const QString &typed, const char *subject, const QString &fault) {
        QTest::newRow(what) << typed << QString() << u(subject) << fault;
    };
    bad("an empty text", {}, "", u("it is empty"));
    bad("a host alone", u("api.anthropic.com"), "api.anthropic.com", u("write https://api.anthropic.com"));
    bad("a host with a port and a path", u("api.test:8443/v1"), "api.test:8443/v1",
        u("write https://api.test:8443/v1"));
    bad("localhost with a port", u("localhost:8080"), "localhost:8080", u("write http://localhost:8080"));
    bad("a loopback address", u("127.0.0.1:99"), "127.0.0.1:99", u("write http://127.0.0.1:99"));
    bad("a key in place of a URL is not echoed beyond its host", u("me:pw@api.test?key=1"), "api.test",
        u("write https://api.test"));
    bad("another scheme", u("ftp://api.test"), "ftp://api.test", u("it must begin with https:// or http://"));
    bad("no host", u("https:///v1"), "https:///v1", u("the host is missing"));
    bad("port 0", u("https://api.test:0"), "https://api.test:0", u("the port must be between 1 and 65535"));
    bad("port 65536", u("https://api.test:65536"), "https://api.test:65536",
        u("Invalid port or port number out of range"));
    bad("user and password", u("https://me:pw@api.test"), "https://api.test",
        u("user name and password do not belong into it"));
    bad("an empty user", u("https://@api.test"), "https://api.test",
        u("user name and password do not belong into it"));
    bad("a query", u("https://api.test/?key=secret"), "https://api.test/",
        u("it must end before '?' or '#'"));
    bad("a fragment", u("https://api.test/#x"), "https://api.test/", u("it must end before '?' or '#'"));
    bad("a space", u("https://api.test/a b"), "https://api.test/a b", u("it contains spaces"));
    bad("an encoded space", u("https://api.test/a%20b"), "https://api.test/a b", u("it contains spaces"));
    bad("a line break", u("https://api.test\n/x"), "https://api.test /x", u("it contains spaces"));
    bad("a text that is far too long", u("https://api.test/") + QString(2000, u'a'),
        "https://api.test/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        u("it is longer than 2000 characters"));
}

void TestApplyCommand::urls()
{
    QFETCH(QString, typed);
    QFETCH(QString, fault);
    const Result<QUrl> url = parseBaseUrl(typed);
    if (url) {
        QVERIFY2(fault.isEmpty(), qPrintable(url->toString()));
        QTEST(url->toString(), "normal");
        return;
    }
    QCOMPARE(url.refusal().detail, fault);
    QCOMPARE(url.refusal().code, RefusalCode::InvalidUrl);
    QTEST(url.refusal().subject, "subject");
}

void TestApplyCommand::proxies_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("normal");
    QTest::addColumn<QString>("fault");
    const auto row = [](const char *what, const char *typed, const char *normal, const char *fault) {
        QTest::newRow(what) << u(typed) << u(normal) << u(fault);
    };
    row("none", " ", "", "");
    row("an HTTP proxy", "http://proxy.test:3128/", "http://proxy.test:3128", "");
    row("an HTTP proxy on the default port", "http://proxy.test:80", "http://proxy.test:80", "");
    row("a SOCKS proxy", "socks5://127.0.0.1:1080", "socks5://127.0.0.1:1080", "");
    row("no port", "http://proxy.test", "", "the port is missing");
    row("no host", "http://:3128", "", "the host is missing");
    row("no scheme", "proxy.test:3128", "", "write http://host:port or socks5://host:port");
    row("another scheme", "https://proxy.test:3128", "", "write http://host:port or socks5://host:port");
    row("names resolved by the proxy", "socks5h://proxy.test:1080", "",
        "write http://host:port or socks5://host:port");
    row("a user", "http://me@proxy.test:3128", "", "user name and password do not belong into it");
    row("a path", "http://proxy.test:3128/x", "", "it must end after the port");
    row("a query", "http://proxy.test:3128?x", "", "it must end before '?' or '#'");
    row("port 0", "http://proxy.test:0", "", "the port must be between 1 and 65535");
    row("spaces", "http://proxy.test :3128", "", "it contains spaces");
}

void TestApplyCommand::proxies()
{
    QFETCH(QString, typed);
    QFETCH(QString, fault);
    const Result<QUrl> url = parseOutboundProxy(typed);
    if (url) {
        QVERIFY2(fault.isEmpty(), qPrintable(url->toString()));
        QTEST(url->toString(), "normal");
        return;
    }
    QCOMPARE(url.refusal().detail, fault);
    QCOMPARE(url.refusal().code, RefusalCode::InvalidProxy);
}

void TestApplyCommand::keys_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("fault");
    const QString ascii = u("printable ASCII characters without spaces or line breaks");
    QTest::newRow("a key stays") << QByteArray("sk-ant-1~") << QByteArray("sk-ant-1~") << QString();
    QTest::newRow("white space around is taken off")
        << QByteArray(" \tsk\r\n") << QByteArray("sk") << QString();
    QTest::newRow("a space inside") << QByteArray("s k") << QByteArray() << ascii;
    QTest::newRow("two lines") << QByteArray("one\ntwo") << QByteArray() << ascii;
    QTest::newRow("another alphabet") << QByteArray("sk-密") << QByteArray() << ascii;
    QTest::newRow("a NUL inside") << QByteArray("s\0k", 3) << QByteArray() << ascii;
    QTest::newRow("4096 bytes") << QByteArray(4096, 'k') << QByteArray(4096, 'k') << QString();
    QTest::newRow("4097 bytes") << QByteArray(4097, 'k') << QByteArray() << u("at most 4096 characters");
}

void TestApplyCommand::keys()
{
    QFETCH(QByteArray, typed);
    QFETCH(QString, fault);
    const Result<Secret> key = checkedKey(Secret(typed), u("endpoint"));
    QCOMPARE(key.ok(), fault.isEmpty());
    if (!key) {
        QCOMPARE(key.refusal().code, RefusalCode::InvalidValue);
        QCOMPARE(key.refusal().detail, fault);
    } else {
        QTEST(key->reveal(), "key");
    }
}

void TestApplyCommand::timeLimits_data()
{
    QTest::addColumn<int>("milliseconds");
    QTest::addColumn<bool>("permitted");
    QTest::newRow("zero") << 0 << false;
    QTest::newRow("negative") << -1000 << false;
    QTest::newRow("just too short") << 99 << false;
    QTest::newRow("the shortest") << 100 << true;
    QTest::newRow("the longest") << 3'600'000 << true;
    QTest::newRow("just too long") << 3'600'001 << false;
}

void TestApplyCommand::timeLimits()
{
    QFETCH(int, milliseconds);
    const qcc::milliseconds limit(milliseconds);
    const TimeLimits usual;
    for (const TimeLimits &limits :
         {TimeLimits{limit, usual.header, usual.idle}, TimeLimits{usual.connect, limit, usual.idle},
          TimeLimits{usual.connect, usual.header, limit}})
        QTEST(checkTimeLimits(limits).ok(), "permitted");
}

void TestApplyCommand::newConfigGoesToTheFirstEmptyGroup()
{
    Settings settings;
    for (const auto &[name, expected] :
         {std::pair("a", Priority::Primary), std::pair("b", Priority::Secondary),
          std::pair("c", Priority::Fallback), std::pair("d", Priority::Fallback)}) {
        Result<Change> change = applyCommand(settings, {}, AddConfig{u(name), {}, {}, {}});
        QVERIFY(change.ok());
        settings = change->settings;
        QCOMPARE(settings.groups.priorityOf(u(name)), expected);
    }
    const Result<Change> disabled = applyCommand(settings, {}, AddConfig{u("e"), {}, {}, Priority::Disabled});
    QVERIFY(disabled.ok());
    QCOMPARE(disabled->settings.groups.priorityOf(u("e")), Priority::Disabled);
    QCOMPARE(disabled->settings.activeConfig, QString());
}

void TestApplyCommand::addingAConfigWithAnEndpointWritesItsKey()
{
    const Result<Change> change =
        applyCommand(someSettings(), someKeys(),
                     AddConfig{u(" new "), u(" text "), added("https://api.one.test/", " key-9\n"), {}});
    QVERIFY(change.ok());
    const Config *config = change->settings.find(u("new"));
    QVERIFY(config);
    QCOMPARE(config->description, u("text"));
    QCOMPARE(config->endpoints.at(0).url, QUrl(u("https://api.one.test")));
    QCOMPARE(config->endpoints.at(0).name, u("api.one.test"));
    QCOMPARE(change->keyWrites.size(), size_t(1));
    QCOMPARE(change->keyWrites.at(0).endpoint.value, u("00000009"));
    QCOMPARE(change->keyWrites.at(0).key.reveal(), QByteArray("key-9"));
    QVERIFY(change->keyRemovals.empty());
}

void TestApplyCommand::endpointNamesComeFromTheHost()
{
    Settings settings = someSettings();
    for (const auto &[id, name] :
         {std::pair("0000000a", "api.one.test-2"), std::pair("0000000b", "api.one.test-3")}) {
        Result<Change> change = applyCommand(
            settings, {}, AddEndpoint{u("production"), added("https://api.one.test/other", "k", "  ", id)});
        QVERIFY(change.ok());
        settings = change->settings;
        QCOMPARE(settings.find(u("production"))->endpoints.back().name, u(name));
    }
}

void TestApplyCommand::renamingKeepsPlaceAndActiveConfig()
{
    Settings settings = someSettings();
    settings.groups.place(u("spare"), Priority::Primary, 0);
    const Result<Change> change =
        applyCommand(settings, someKeys(), EditConfig{u("production"), u("main"), u("new text")});
    QVERIFY(change.ok());
    QCOMPARE(change->settings.groups.group(Priority::Primary).configNames,
             (std::vector{u("spare"), u("main")}));
    QCOMPARE(change->settings.activeConfig, u("main"));
    QCOMPARE(change->settings.configs.at(0).name, u("main"));
    QCOMPARE(change->settings.configs.at(0).description, u("new text"));
    QCOMPARE(change->settings.configs.at(0).endpoints, settings.configs.at(0).endpoints);
    QCOMPARE(change->renamed, (Rename{u("production"), u("main")}));
    QVERIFY(change->keyWrites.empty());
    QVERIFY(change->keyRemovals.empty());
}

void TestApplyCommand::renamingOnlyTheCaseIsAllowed()
{
    const Result<Change> change = applyCommand(someSettings(), {}, EditConfig{u("backup"), u("Backup"), {}});
    QVERIFY(change.ok());
    QVERIFY(change->settings.find(u("Backup")));
    QCOMPARE(change->settings.groups.priorityOf(u("Backup")), Priority::Secondary);
}

void TestApplyCommand::removingAConfigTakesItsKeysAndTheActiveMark()
{
    const Result<Change> change = applyCommand(someSettings(), someKeys(), RemoveConfig{u("production")});
    QVERIFY(change.ok());
    QCOMPARE(change->keyRemovals, (std::vector<EndpointId>{{u("00000001")}, {u("00000002")}}));
    QCOMPARE(change->settings.activeConfig, QString());
    QVERIFY(!change->settings.find(u("production")));
    QVERIFY(!change->settings.groups.priorityOf(u("production")));
    const Result<Change> other = applyCommand(someSettings(), someKeys(), RemoveConfig{u("spare")});
    QVERIFY(other.ok());
    QCOMPARE(other->settings.activeConfig, u("production"));
}

void TestApplyCommand::removingAnEndpointTakesItsKey()
{
    const Result<Change> change =
        applyCommand(someSettings(), someKeys(), RemoveEndpoint{u("production"), u("two")});
    QVERIFY(change.ok());
    QCOMPARE(change->keyRemovals, (std::vector<EndpointId>{{u("00000002")}}));
    QCOMPARE(change->settings.find(u("production"))->endpoints.size(), size_t(1));
}

void TestApplyCommand::editingTheUrlKeepsTheNameAndTheKey()
{
    const Result<Change> change = applyCommand(
        someSettings(), someKeys(),
        edit("production", "api.one.test", with(&EndpointPatch::url, QUrl(u("https://new.test/")))));
    QVERIFY(change.ok());
    const Endpoint &edited = change->settings.configs.at(0).endpoints.at(0);
    QCOMPARE(edited.name, u("api.one.test"));
    QCOMPARE(edited.url, QUrl(u("https://new.test")));
    QCOMPARE(edited.id.value, u("00000001"));
    QVERIFY(change->keyWrites.empty());
}

void TestApplyCommand::editingWithTheSameKeyWritesNothing()
{
    const Result<Change> same =
        applyCommand(someSettings(), someKeys(), editKey("production", "two", "key-2\n"));
    QVERIFY(same.ok());
    QVERIFY(same->keyWrites.empty());
    QCOMPARE(same->settings, someSettings());
    const Result<Change> other =
        applyCommand(someSettings(), someKeys(), editKey("production", "two", "key-4"));
    QVERIFY(other.ok());
    QCOMPARE(other->keyWrites.size(), size_t(1));
}

void TestApplyCommand::editingAllFieldsAtOnce()
{
    EndpointPatch patch;
    patch.name = u("renamed");
    patch.auth = AuthForm::Both;
    patch.http = HttpVersion::Http2;
    patch.connectLimit = milliseconds(1000);
    patch.headerLimit = milliseconds(2000);
    patch.idleLimit = milliseconds(3000);
    patch.outboundProxy = QUrl(u("socks5://p.test:1080"));
    patch.caFile = u("/etc/ca.pem");
    Result<Change> change = applyCommand(someSettings(), someKeys(), edit("production", "two", patch));
    QVERIFY(change.ok());
    Endpoint expected = someSettings().configs.at(0).endpoints.at(1);
    expected.name = u("renamed");
    expected.auth = AuthForm::Both;
    expected.http = HttpVersion::Http2;
    expected.limits = {milliseconds(1000), milliseconds(2000), milliseconds(3000)};
    expected.outboundProxy = QUrl(u("socks5://p.test:1080"));
    expected.caFile = u("/etc/ca.pem");
    QCOMPARE(change->settings.configs.at(0).endpoints.at(1), expected);
    EndpointPatch cleared = with(&EndpointPatch::outboundProxy, QUrl());
    cleared.caFile = QString();
    change = applyCommand(change->settings, someKeys(), edit("production", "renamed", cleared));
    QVERIFY(change.ok());
    QVERIFY(change->settings.configs.at(0).endpoints.at(1).outboundProxy.isEmpty());
    QVERIFY(change->settings.configs.at(0).endpoints.at(1).caFile.isEmpty());
}

void TestApplyCommand::endpointsAreFoundByIdAsWell()
{
    const Result<Change> change =
        applyCommand(someSettings(), someKeys(), RemoveEndpoint{u("production"), u("00000001")});
    QVERIFY(change.ok());
    QCOMPARE(change->settings.configs.at(0).endpoints.at(0).name, u("two"));
}

void TestApplyCommand::priorityMovesAndReorders()
{
    const Result<Change> moved =
        applyCommand(someSettings(), {}, SetPriority{u("backup"), Priority::Primary, 0});
    QVERIFY(moved.ok());
    QCOMPARE(moved->settings.groups.group(Priority::Primary).configNames,
             (std::vector{u("backup"), u("production")}));
    QVERIFY(moved->settings.groups.group(Priority::Secondary).configNames.empty());
    const Result<Change> reordered =
        applyCommand(moved->settings, {}, SetPriority{u("backup"), Priority::Primary, 9});
    QVERIFY(reordered.ok());
    QCOMPARE(reordered->settings.groups.group(Priority::Primary).configNames,
             (std::vector{u("production"), u("backup")}));
}

void TestApplyCommand::namesForModelsAreReplacedAsAWhole()
{
    EditConfig command{u("backup"), {}, {}, {}, {}};
    command.modelMappings = {{u(" a "), u("b")}, {u("c"), u("d")}};
    Result<Change> change = applyCommand(someSettings(), someKeys(), std::move(command));
    QVERIFY(change.ok());
    const std::vector<ModelMapping> expected{{u("a"), u("b")}, {u("c"), u("d")}};
    QCOMPARE(change->settings.find(u("backup"))->modelMappings, expected);
    EditConfig another{u("backup"), {}, u("new"), {}, {}};
    change = applyCommand(change->settings, someKeys(), std::move(another));
    QCOMPARE(change->settings.find(u("backup"))->modelMappings, expected);
    EditConfig bad{u("backup"), {}, {}, {}, {}};
    bad.modelMappings = {{u("a"), u("b*")}};
    QCOMPARE(applyCommand(someSettings(), someKeys(), std::move(bad)).refusal().subject, u("model_mappings"));
}

void TestApplyCommand::headersAreReplacedAsAWhole()
{
    EditConfig command{u("backup"), {}, {}, {}, {}};
    command.extraHeaders = {{u(" X-Team "), u("t")}, {u("x-team"), u("t")}};
    Result<Change> change = applyCommand(someSettings(), someKeys(), std::move(command));
    QVERIFY(change.ok());
    const std::vector<ExtraHeader> expected{{u("X-Team"), u("t")}};
    QCOMPARE(change->settings.find(u("backup"))->extraHeaders, expected);
    EditConfig another{u("backup"), {}, u("new"), {}, {}};
    change = applyCommand(change->settings, someKeys(), std::move(another));
    QCOMPARE(change->settings.find(u("backup"))->extraHeaders, expected);
    EditConfig none{u("backup"), {}, {}, {}, {}};
    none.extraHeaders.emplace();
    change = applyCommand(change->settings, someKeys(), std::move(none));
    QVERIFY(change->settings.find(u("backup"))->extraHeaders.empty());
    EditConfig bad{u("backup"), {}, {}, {}, {}};
    bad.extraHeaders = {{u("host"), u("b")}};
    QCOMPARE(applyCommand(someSettings(), someKeys(), std::move(bad)).refusal().subject, u("extra_headers"));
}

void TestApplyCommand::theGivenSettingsStayAsTheyWere()
{
    const Settings settings = someSettings();
    QVERIFY(applyCommand(settings, someKeys(), RemoveConfig{u("production")}).ok());
    QCOMPARE(settings, someSettings());
}

QTEST_APPLESS_MAIN(TestApplyCommand)
#include "tst_apply_command.moc"
