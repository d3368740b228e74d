// SPDX-License-Identifier: GPL-3.0-or-later
// A whole config put in by one command.
#include "models/rules/apply_command.h"

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

/// production (one, two) is primary and active; backup (three) is secondary.
Settings someSettings()
{
    Settings settings;
    settings.configs = {
        {u("production"),
         u("the first"),
         {endpoint("00000001", "one", "https://one.test"), endpoint("00000002", "two", "https://two.test")}},
        {u("backup"), {}, {endpoint("00000003", "three", "https://three.test")}}};
    settings.groups.place(u("production"), Priority::Primary);
    settings.groups.place(u("backup"), Priority::Secondary);
    settings.activeConfig = u("production");
    return settings;
}

Keys someKeys()
{
    Keys keys;
    for (const char number : {'1', '2', '3'})
        keys.emplace(EndpointId{u("0000000") + QLatin1Char(number)}, Secret(QByteArray("key-") + number));
    return keys;
}

/// production as a dialog gives it back untouched.
PutConfig untouched()
{
    const Config config = someSettings().configs[0];
    PutConfig put;
    put.before = config;
    put.name = config.name;
    put.description = config.description;
    for (const Endpoint &each : config.endpoints)
        put.endpoints.push_back({each, std::nullopt});
    return put;
}

DraftEndpoint fresh(const char *id, const char *name, const char *url, const char *key)
{
    return {endpoint(id, name, url), Secret(key)};
}

/// "id=key id=key"
QString written(const Change &change)
{
    QStringList all;
    for (const KeyWrite &write : change.keyWrites)
        all << write.endpoint.value + u'=' + QString::fromLatin1(write.key.reveal());
    return all.join(u' ');
}

using ChangePut = std::function<void(PutConfig &)>;

} // namespace

Q_DECLARE_METATYPE(ChangePut)
Q_DECLARE_METATYPE(RefusalCode)

class TestPutConfig : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void untouchedItChangesNothing()
    {
        const Result<Change> change = applyCommand(someSettings(), someKeys(), untouched());
        QVERIFY(change.ok());
        QCOMPARE(change->settings, someSettings());
        QVERIFY(change->keyWrites.empty());
        QVERIFY(change->keyRemovals.empty());
        QVERIFY(!change->renamed);
    }

    void everythingAtOnce()
    {
        PutConfig put = untouched();
        put.name = u(" official ");
        put.description = u(" the best ");
        put.endpoints.erase(put.endpoints.begin());                                 // one goes
        put.endpoints[0].endpoint.url = QUrl(u("https://two.test/v2/"));            // two moves
        put.endpoints.push_back(fresh("00000009", "", "https://new.test", " k9 ")); // and a new one comes
        std::swap(put.endpoints[0], put.endpoints[1]);
        put.nextPatterns = {{422, u(" busy ")}};
        put.modelMappings = {{u(" claude-* "), u(" m ")}};
        put.extraHeaders = {{u(" X-Team "), u(" t ")}};
        const Result<Change> change = applyCommand(someSettings(), someKeys(), std::move(put));
        QVERIFY(change.ok());
        const Config expected{u("official"),
                              u("the best"),
                              {endpoint("00000009", "new.test", "https://new.test"),
                               endpoint("00000002", "two", "https://two.test/v2")},
                              {{422, u("busy")}},
                              {{u("claude-*"), u("m")}},
                              {{u("X-Team"), u("t")}}};
        QCOMPARE(change->settings.configs.at(0), expected);
        QCOMPARE(change->settings.configs.at(1), someSettings().configs[1]);
        QCOMPARE(change->settings.groups.priorityOf(u("official")), Priority::Primary);
        QVERIFY(!change->settings.groups.priorityOf(u("production")));
        QCOMPARE(change->settings.activeConfig, u("official"));
        QCOMPARE(change->renamed, (Rename{u("production"), u("official")}));
        QCOMPARE(written(*change), u("00000009=k9"));
        QCOMPARE(change->keyRemovals, std::vector{EndpointId{u("00000001")}});
    }

    void aNewConfigGoesWhereItIsWanted_data()
    {
        QTest::addColumn<std::optional<Priority>>("wanted");
        QTest::addColumn<Priority>("place");
        QTest::newRow("a wanted place") << std::optional(Priority::Disabled) << Priority::Disabled;
        QTest::newRow("the first free one") << std::optional<Priority>() << Priority::Fallback;
    }
    void aNewConfigGoesWhereItIsWanted()
    {
        QFETCH(std::optional<Priority>, wanted);
        PutConfig put;
        put.name = u("third");
        put.priority = wanted;
        put.endpoints.push_back(fresh("00000009", "x", "https://three.test", "another-key"));
        const Result<Change> change = applyCommand(someSettings(), someKeys(), std::move(put));
        QVERIFY(change.ok());
        QTEST(*change->settings.groups.priorityOf(u("third")), "place");
        QCOMPARE(written(*change), u("00000009=another-key"));
    }

    void keysAreWrittenWhereTheyChange()
    {
        PutConfig put = untouched();
        put.endpoints[0].key = Secret("key-1"); // the stored one
        put.endpoints[1].key = Secret(" other ");
        const Result<Change> change = applyCommand(someSettings(), someKeys(), std::move(put));
        QVERIFY(change.ok());
        QCOMPARE(written(*change), u("00000002=other"));
        QVERIFY(change->keyRemovals.empty());
    }

    void anEndpointTakenInFromElsewhereHasNoKeyYet()
    {
        PutConfig put = untouched();
        put.endpoints.push_back({endpoint("00000009", "x", "https://three.test"), std::nullopt});
        const Result<Change> change = applyCommand(someSettings(), someKeys(), std::move(put));
        QVERIFY(change.ok());
        QCOMPARE(change->settings.configs[0].endpoints.size(), size_t(3));
        QVERIFY(change->keyWrites.empty());
    }

    void endpointsMayExchangeTheirNamesAndUrls()
    {
        PutConfig put = untouched();
        std::swap(put.endpoints[0].endpoint.url, put.endpoints[1].endpoint.url);
        std::swap(put.endpoints[0].endpoint.name, put.endpoints[1].endpoint.name);
        put.endpoints[0].key = Secret("key-2");
        put.endpoints[1].key = Secret("key-1");
        const Result<Change> change = applyCommand(someSettings(), someKeys(), std::move(put));
        QVERIFY(change.ok());
        QCOMPARE(change->settings.configs[0].endpoints[0].name, u("two"));
        QCOMPARE(written(*change), u("00000001=key-2 00000002=key-1"));
    }

    void aMadeUpNameIsNotOneThatAnotherHas()
    {
        PutConfig put = untouched();
        put.endpoints.insert(put.endpoints.begin(), fresh("00000009", "", "https://one.test", "k9"));
        put.endpoints[1].endpoint.name = u("one.test");
        const Result<Change> change = applyCommand(someSettings(), someKeys(), std::move(put));
        QVERIFY(change.ok());
        QCOMPARE(change->settings.configs[0].endpoints[0].name, u("one.test-2"));
        QCOMPARE(change->settings.configs[0].endpoints[1].name, u("one.test"));
    }

    void onlyTheCaseOfTheNameMayChange()
    {
        PutConfig put = untouched();
        put.name = u("Production");
        const Result<Change> change = applyCommand(someSettings(), someKeys(), std::move(put));
        QVERIFY(change.ok());
        QCOMPARE(change->settings.activeConfig, u("Production"));
    }

    void refuses_data()
    {
        QTest::addColumn<ChangePut>("spoil");
        QTest::addColumn<RefusalCode>("code");
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char *name, ChangePut spoil, RefusalCode code, const char *subject,
                            const char *detail = "") {
            QTest::newRow(name) << spoil << code << u(subject) << u(detail);
        };
        using enum RefusalCode;
        row(
            "somebody has changed it", [](PutConfig &put) { put.before->description = u("old"); },
            ChangedMeanwhile, "production");
        row(
            "somebody has changed an endpoint", [](PutConfig &put) { put.before->endpoints.pop_back(); },
            ChangedMeanwhile, "production");
        row(
            "somebody has renamed or removed it", [](PutConfig &put) { put.before->name = u("gone"); },
            ChangedMeanwhile, "gone");
        row(
            "no name", [](PutConfig &put) { put.name = u(" "); }, InvalidName, "", "it is empty");
        row(
            "another config's name", [](PutConfig &put) { put.name = u("BACKUP"); }, DuplicateConfig,
            "backup");
        row(
            "a new config of a name that is there", [](PutConfig &put) { put.before.reset(); },
            DuplicateConfig, "production");
        row(
            "a description too long", [](PutConfig &put) { put.description = QString(1001, u'x'); },
            InvalidValue, "description", "at most 1000 characters");
        row(
            "a pattern of no use",
            [](PutConfig &put) {
                put.nextPatterns = {{200, {}}};
            },
            InvalidValue, "next_on",
            "a status from 400 to 499; 401, 402, 403, 404, 408, 409 and 429 lead to the next one anyway");
        row(
            "a name for a model twice",
            [](PutConfig &put) {
                put.modelMappings = {{u("a"), u("b")}, {u("a"), u("c")}};
            },
            InvalidValue, "model_mappings", "every name once");
        row(
            "a header that carries a key",
            [](PutConfig &put) {
                put.extraHeaders = {{u("x-api-key"), u("k")}};
            },
            InvalidValue, "extra_headers", "a header that QCC does not set itself");
        row(
            "a URL that is none", [](PutConfig &put) { put.endpoints[1].endpoint.url = QUrl(u("ftp://x")); },
            InvalidUrl, "ftp://x", "it must begin with https:// or http://");
        row(
            "an endpoint's name twice", [](PutConfig &put) { put.endpoints[1].endpoint.name = u("ONE "); },
            DuplicateEndpointName, "one", "production");
        row(
            "an empty key", [](PutConfig &put) { put.endpoints[0].key = Secret(" "); }, EmptyKey, "one");
        row(
            "a key with a space", [](PutConfig &put) { put.endpoints[0].key = Secret("a b"); }, InvalidValue,
            "key", "printable ASCII characters without spaces or line breaks");
        row(
            "an id twice",
            [](PutConfig &put) { put.endpoints[1].endpoint.id = put.endpoints[0].endpoint.id; }, InvalidValue,
            "id", "one that is not in use");
        row(
            "another config's id", [](PutConfig &put) { put.endpoints[1].endpoint.id = {u("00000003")}; },
            InvalidValue, "id", "one that is not in use");
        row(
            "no id", [](PutConfig &put) { put.endpoints[1].endpoint.id = {}; }, InvalidValue, "id",
            "8 hex digits");
        row(
            "another config's URL and key",
            [](PutConfig &put) {
                put.endpoints[1].endpoint.url = QUrl(u("https://three.test/"));
                put.endpoints[1].key = Secret("key-3");
            },
            DuplicateEndpoint, "https://three.test", "backup/three");
        row(
            "URL and key twice in it",
            [](PutConfig &put) {
                put.endpoints.push_back(fresh("00000009", "x", "https://two.test", "key-2"));
            },
            DuplicateEndpoint, "https://two.test", "production/two");
        row(
            "a stored key moved to a URL that has it",
            [](PutConfig &put) {
                put.endpoints[0].key = Secret("key-2");
                put.endpoints[0].endpoint.url = QUrl(u("https://two.test"));
            },
            DuplicateEndpoint, "https://two.test", "production/two");
    }
    void refuses()
    {
        QFETCH(const ChangePut, spoil);
        PutConfig put = untouched();
        spoil(put);
        const Result<Change> change = applyCommand(someSettings(), someKeys(), std::move(put));
        QVERIFY(!change.ok());
        QTEST(change.refusal().code, "code");
        QTEST(change.refusal().subject, "subject");
        QTEST(change.refusal().detail, "detail");
    }
};

QTEST_GUILESS_MAIN(TestPutConfig)
#include "tst_put_config.moc"
