// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/json_file.h"
#include "app/store/configs_file.h"
#include "tests/store/store_fixture.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace qcc;
using namespace qcc::test;

namespace {

const QString kPath = QStringLiteral("/home/me/.qcc/configs.json");

QString same(const QString &name)
{
    return name;
}

} // namespace

class TestConfigsFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everythingSurvivesARoundTrip()
    {
        Endpoint full;
        full.id = {u("0000000a")};
        full.name = u("网关");
        full.url = QUrl(u("https://api.test:8443/v1"));
        full.auth = AuthForm::Both;
        full.http = HttpVersion::Http2;
        full.limits = {milliseconds(100), milliseconds(1500), milliseconds(3'600'000)};
        full.outboundProxy = QUrl(u("socks5://127.0.0.1:1080"));
        full.caFile = u("/etc/ca.pem");
        Endpoint plain;
        plain.id = {u("0000000b")};
        plain.name = u("api.test");
        plain.url = QUrl(u("http://api.test"));
        const std::vector<NextPattern> patterns{{400, u("模型不可用")}, {422, {}}};
        const std::vector<Config> configs{{u("生产"), u("two\nlines"), {full, plain}, patterns},
                                          {u("empty"), {}, {}}};
        const KeyIds keyIds{{full.id, u("k1")}, {plain.id, u("k2")}};
        const QByteArray text = toJsonText(configsObject({}, configs, keyIds, same));
        const Result<ConfigsDocument> document = parseConfigs(kPath, text);
        QVERIFY2(document.ok(), document ? "" : qPrintable(document.refusal().detail));
        QCOMPARE(document->configs, configs);
        QCOMPARE(document->keyIds, keyIds);
        QCOMPARE(toJsonText(configsObject(document->object, configs, keyIds, same)), text);
    }

    void aFileByHandNeedsOnlyNamesAndUrls()
    {
        const QByteArray text =
            "{\"configs\": [{\"name\": \" a \", \"endpoints\": [{\"url\": \"https://x.test/\"},\n"
            "{\"url\": \"https://x.test\", \"http\": \"2\", \"connect_timeout\": 0.25, \"proxy\": null}]}]}";
        const Result<ConfigsDocument> document = parseConfigs(kPath, text);
        QVERIFY2(document.ok(), document ? "" : qPrintable(document.refusal().detail));
        QCOMPARE(document->configs.at(0).name, u("a"));
        const std::vector<Endpoint> &endpoints = document->configs.at(0).endpoints;
        QCOMPARE(endpoints.at(0).name, u("x.test"));
        QCOMPARE(endpoints.at(1).name, u("x.test-2"));
        QCOMPARE(endpoints.at(1).http, HttpVersion::Http2);
        QCOMPARE(endpoints.at(1).limits.connect, milliseconds(250));
        QCOMPARE(endpoints.at(1).limits.header, TimeLimits().header);
        QCOMPARE(endpoints.at(0).id.value.size(), qsizetype(8));
        QVERIFY(endpoints.at(0).id != endpoints.at(1).id);
        QCOMPARE(parseConfigs(kPath, text)->configs, document->configs);
        QCOMPARE(document->keyIds.at(endpoints.at(0).id), endpoints.at(0).id.value);
    }

    void foreignKeysSurviveAtEveryLevel()
    {
        const QByteArray text =
            "{\"mine\": 1, \"configs\": [{\"name\": \"old\", \"color\": \"red\", \"next_on\": [{\"status\": "
            "422},\n"
            "{\"status\": 400, \"text\": \" busy \", \"since\": \"May\"}], \"endpoints\": [\n"
            "{\"id\": \"0000000a\", \"url\": \"https://x.test\", \"weight\": 12345678901234567, \"proxy\": "
            "\"http://p.test:1\"},\n"
            "{\"url\": \"https://y.test/\", \"note\": \"by hand\"}]}]}";
        const Result<ConfigsDocument> document = parseConfigs(kPath, text);
        QVERIFY(document.ok());
        std::vector<Config> configs = document->configs;
        QCOMPARE(configs[0].nextPatterns, (std::vector<NextPattern>{{422, {}}, {400, u("busy")}}));
        configs[0].nextPatterns.erase(configs[0].nextPatterns.begin());
        configs[0].name = u("new");
        configs[0].endpoints[0].url = QUrl(u("https://z.test"));
        configs[0].endpoints[0].outboundProxy = QUrl();
        configs.push_back({u("other"), {}, {}});
        std::reverse(configs.begin(), configs.end());
        const QJsonObject object =
            configsObject(document->object, configs, document->keyIds,
                          [](const QString &name) { return name == u("new") ? u("old") : name; });
        QCOMPARE(object[u("mine")].toInt(), 1);
        const QJsonObject config = object[u("configs")][1].toObject();
        QCOMPARE(config[u("name")].toString(), u("new"));
        QCOMPARE(config[u("color")].toString(), u("red"));
        QCOMPARE(config[u("next_on")].toArray().size(), qsizetype(1));
        QCOMPARE(config[u("next_on")][0][u("since")].toString(), u("May"));
        QVERIFY(object[u("configs")][0][u("next_on")].isUndefined());
        QCOMPARE(config[u("endpoints")][0][u("weight")].toInteger(), qint64(12345678901234567));
        QVERIFY(config[u("endpoints")][0][u("proxy")].isUndefined());
        QCOMPARE(config[u("endpoints")][1][u("note")].toString(), u("by hand"));
    }

    void headersAreKeptWithTheirForeignKeys()
    {
        const QByteArray text = "{\"configs\": [{\"name\": \"a\", \"extra_headers\": [\n"
                                "{\"name\": \"x-a\", \"value\": \" 1 \", \"why\": \"the gateway\"},\n"
                                "{\"name\": \"x-b\", \"value\": \"2\"}]}]}";
        const Result<ConfigsDocument> document = parseConfigs(kPath, text);
        QVERIFY(document.ok());
        std::vector<Config> configs = document->configs;
        QCOMPARE(configs[0].extraHeaders, (std::vector<ExtraHeader>{{u("x-a"), u("1")}, {u("x-b"), u("2")}}));
        configs[0].extraHeaders.pop_back();
        const auto written = [&] {
            return configsObject(document->object, configs, document->keyIds,
                                 [](const QString &name) { return name; })[u("configs")][0]
                .toObject();
        };
        QCOMPARE(written()[u("extra_headers")].toArray().size(), qsizetype(1));
        QCOMPARE(written()[u("extra_headers")][0][u("value")].toString(), u("1"));
        configs[0].extraHeaders.clear();
        QVERIFY(!written().contains(u("extra_headers")));
    }

    void namesForModelsAreKeptWithTheirForeignKeys()
    {
        const QByteArray text = "{\"configs\": [{\"name\": \"a\", \"model_mappings\": [\n"
                                "{\"from\": \" claude-* \", \"to\": \"m\", \"why\": \"cheap\"},\n"
                                "{\"from\": \"x\", \"to\": \"y\"}]}]}";
        const Result<ConfigsDocument> document = parseConfigs(kPath, text);
        QVERIFY(document.ok());
        std::vector<Config> configs = document->configs;
        QCOMPARE(configs[0].modelMappings,
                 (std::vector<ModelMapping>{{u("claude-*"), u("m")}, {u("x"), u("y")}}));
        std::reverse(configs[0].modelMappings.begin(), configs[0].modelMappings.end());
        const auto same = [](const QString &name) { return name; };
        QJsonObject object = configsObject(document->object, configs, {}, same);
        const QJsonValue list = object[u("configs")][0][u("model_mappings")];
        QCOMPARE(list[0][u("from")].toString(), u("x"));
        QCOMPARE(list[1][u("to")].toString(), u("m"));
        QCOMPARE(list[1][u("why")].toString(), u("cheap"));
        configs[0].modelMappings.clear();
        object = configsObject(object, configs, {}, same);
        QVERIFY(object[u("configs")][0][u("model_mappings")].isUndefined());
    }

    void brokenFilesAreExplained_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char *name, const QByteArray &text, const char *detail) {
            QTest::newRow(name) << text << u(detail);
        };
        const auto endpoint = [](const QByteArray &members) {
            return "{\"configs\": [{\"name\": \"a\",\n\"endpoints\": [{" + members + "}]}]}";
        };
        row("no JSON", "{\n  \"configs\": [,]\n}", "line 2, column 15: illegal value");
        row("a version to come", "{\"version\": 2}",
            "line 1, column 13: version: a whole number from 1 to 1 is needed");
        row("configs that are no list", "{\"configs\": {}}",
            "line 1, column 13: configs: a list [ … ] is needed");
        row("a config that is no object", "{\"configs\": [\n3]}",
            "line 2, column 1: configs[0]: an object { … } is needed");
        row("a config without a name", "{\"configs\": [{}]}",
            "line 1, column 14: configs[0].name: it is empty");
        row("a name that is no text", "{\"configs\": [{\"name\": 5}]}",
            "line 1, column 23: configs[0].name: a text in quotes is needed");
        row("a name for a model without the other",
            "{\"configs\": [{\"name\": \"a\",\n\"model_mappings\": "
            "[{\"from\": \"b\"}]}]}",
            "line 2, column 20: configs[0].model_mappings[0]: two names of 1 to 200 characters without "
            "control "
            "characters");
        row("a name for a model with a star",
            "{\"configs\": [{\"name\": \"a\",\n\"model_mappings\": "
            "[{\"from\": \"b\", \"to\": \"c*\"}]}]}",
            "line 2, column 40: configs[0].model_mappings[0].to: a plain name to send, without *");
        row("a name with a slash", "{\"configs\": [{\"name\": \"a/b\"}]}",
            "line 1, column 23: configs[0].name: it contains '/'");
        row("two configs of one name", "{\"configs\": [{\"name\": \"a\"},\n {\"name\": \"A\"}]}",
            "line 2, column 11: configs[1].name: another config has this name already");
        row("an endpoint without a URL", endpoint(""),
            "line 2, column 15: configs[0].endpoints[0].url: it is empty");
        row("a URL without a scheme", endpoint("\"url\": \"x.test\""),
            "line 2, column 23: configs[0].endpoints[0].url: write https://x.test");
        row("an unknown form of credential", endpoint("\"url\": \"http://x.test\", \"auth\": \"basic\""),
            "line 2, column 48: configs[0].endpoints[0].auth: \"x-api-key\", \"bearer\" or \"both\" is "
            "needed");
        row("an unknown HTTP version", endpoint("\"url\": \"http://x.test\", \"http\": 3"),
            "line 2, column 48: configs[0].endpoints[0].http: 1 or 2 is needed");
        row("a limit in words", endpoint("\"url\": \"http://x.test\", \"idle_timeout\": \"long\""),
            "line 2, column 56: configs[0].endpoints[0].idle_timeout: a number from 0.1 to 3600 is needed");
        row("a limit out of range", endpoint("\"url\": \"http://x.test\", \"idle_timeout\": 3601"),
            "line 2, column 56: configs[0].endpoints[0].idle_timeout: a number from 0.1 to 3600 is needed");
        row("a relative CA file", endpoint("\"url\": \"http://x.test\", \"ca_file\": \"ca.pem\""),
            "line 2, column 51: configs[0].endpoints[0].ca_file: an absolute path");
        const auto nextOn = [](const QByteArray &list) {
            return "{\"configs\": [{\"name\": \"a\",\n\"next_on\": " + list + "}]}";
        };
        row("patterns that are no list", nextOn("400"),
            "line 2, column 12: configs[0].next_on: a list [ … ] is needed");
        row("a pattern without a status", nextOn("[{\"text\": \"busy\"}]"),
            "line 2, column 13: configs[0].next_on[0]: a status from 400 to 499; 401, 402, 403, 404, 408, "
            "409 "
            "and 429 lead to the next one anyway");
        row("a pattern's status out of range", nextOn("[{\"status\": 422},\n{\"status\": 500}]"),
            "line 3, column 12: configs[0].next_on[1].status: a whole number from 400 to 499 is needed");
        row("a pattern for what leads to the next one anyway", nextOn("[{\"status\": 429}]"),
            "line 2, column 24: configs[0].next_on[0].status: a status from 400 to 499; 401, 402, 403, 404, "
            "408, 409 and 429 lead to the next one anyway");
        row("a pattern's words that are no text", nextOn("[{\"status\": 400, \"text\": 5}]"),
            "line 2, column 37: configs[0].next_on[0].text: a text in quotes is needed");
        row("a pattern's words without end",
            nextOn("[{\"status\": 400, \"text\": \"" + QByteArray(201, 'x') + "\"}]"),
            "line 2, column 37: configs[0].next_on[0].text: a text of at most 200 characters");
        row("too many patterns",
            nextOn("[" + QByteArray("{\"status\": 400},").repeated(20) + "{\"status\": 400}]"),
            "line 2, column 12: configs[0].next_on: at most 20 of them");
        const auto headers = [](const QByteArray &list) {
            return "{\"configs\": [{\"name\": \"a\",\n\"extra_headers\": " + list + "}]}";
        };
        row("a header without a value", headers("[{\"name\": \"x-a\"}]"),
            "line 2, column 19: configs[0].extra_headers[0]: a value of 1 to 1000 plain characters in one "
            "line");
        row("a header with a key in it",
            headers(
                "[{\"name\": \"x-a\", \"value\": \"b\"},\n{\"name\": \"x-auth-token\", \"value\": \"c\"}]"),
            "line 3, column 35: configs[0].extra_headers[1].value: no key or password; those belong to an "
            "endpoint");
        row("too many headers",
            headers("[" + QByteArray("{\"name\": \"x-a\", \"value\": \"b\"},").repeated(20) +
                    "{\"name\": \"x-a\", \"value\": \"b\"}]"),
            "line 2, column 18: configs[0].extra_headers: at most 20 of them");
        row("one id twice",
            endpoint(
                "\"id\": \"1\", \"url\": \"http://x.test\"},\n{\"id\": \"1\", \"url\": \"http://y.test\""),
            "line 3, column 8: configs[0].endpoints[1].id: another endpoint has this id already; leave it "
            "out to get a new one");
        row("one endpoint name twice",
            endpoint("\"name\": \"n\", \"url\": \"http://x.test\"},\n{\"name\": \"N\", \"url\": "
                     "\"http://y.test\""),
            "line 3, column 10: configs[0].endpoints[1].name: another endpoint of this config has this name "
            "already");
    }

    void brokenFilesAreExplained()
    {
        QFETCH(QByteArray, text);
        const Result<ConfigsDocument> document = parseConfigs(kPath, text);
        QVERIFY(!document);
        QCOMPARE(document.refusal().code, RefusalCode::FileBroken);
        QCOMPARE(document.refusal().subject, kPath);
        QTEST(document.refusal().detail, "detail");
    }
};

QTEST_APPLESS_MAIN(TestConfigsFile)
#include "tst_configs_file.moc"
