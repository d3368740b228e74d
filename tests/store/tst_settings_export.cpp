// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/settings_export.h"
#include "tests/store/store_fixture.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace qcc;
using namespace qcc::test;

namespace {

const QByteArray kByHand =
    R"({"qcc_export": 1, "configs": [{"name": "a", "endpoints": [{"url": "https://x.test/"}]}]})";

Settings someSettings()
{
    Endpoint endpoint;
    endpoint.id.value = u("0badcafe");
    endpoint.name = u("gateway");
    endpoint.url = QUrl(u("https://gateway.test/v1"));
    endpoint.auth = AuthForm::Bearer;
    endpoint.http = HttpVersion::Http2;
    endpoint.limits.idle = milliseconds(30'500);
    endpoint.outboundProxy = QUrl(u("socks5://p.test:1080"));
    endpoint.caFile = u("/etc/ca.pem");
    Settings settings;
    settings.configs = {
        {u("官方"), u("two\nlines"), {endpoint}, {{400, u("busy")}}, {{u("claude-*"), u("m")}}},
        {u("empty"), {}, {}}};
    settings.groups.place(u("官方"), Priority::Secondary);
    settings.groups.place(u("empty"), Priority::Disabled);
    settings.groups.setEnabled(Priority::Fallback, false);
    settings.policy.autoRecoveryEnabled = true;
    settings.policy.cooldownPeriod = seconds(7);
    settings.retention.requestDays = 90;
    return settings;
}

} // namespace

class TestSettingsExport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everythingComesBack()
    {
        const Result<Settings> read = importSettings(exportSettings(someSettings()));
        QVERIFY2(read.ok(), read ? "" : qPrintable(read.refusal().detail));
        QCOMPARE(*read, someSettings());
        QCOMPARE(*importSettings(exportSettings(Settings())), Settings());
    }

    void whatIsOfThisPlaceStaysHere()
    {
        Settings settings = someSettings();
        settings.activeConfig = u("官方");
        const QByteArray text = exportSettings(settings);
        for (const char *word : {"key", "active", "health", "last_check"})
            QVERIFY2(!text.contains(word), word);
        QCOMPARE(QJsonDocument::fromJson(text).object().value(u("qcc_export")).toInt(), 1);
        QCOMPARE(importSettings(text)->activeConfig, QString());
    }

    void anExportWrittenByHandMayBeShort()
    {
        const Result<Settings> read = importSettings(kByHand);
        QVERIFY(read.ok());
        QCOMPARE(read->configs.at(0).endpoints.at(0).name, u("x.test"));
        QCOMPARE(read->groups.priorityOf(u("a")), Priority::Disabled);
        QCOMPARE(read->policy, FailoverPolicy());
    }

    void whatIsNoExportIsExplained_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char *name, const char *text, const char *detail) {
            QTest::newRow(name) << QByteArray(text) << u(detail);
        };
        row("nothing", "", "line 1, column 1: illegal value");
        row("no JSON", "{\"qcc_export\": 1,\n \"configs\": [,]}", "line 2, column 14: illegal value");
        row("something else", "{\"configs\": []}", "line 1, column 1: it holds no exported settings of QCC");
        row("a version to come", "{\n \"qcc_export\": 2, \"configs\": 7}",
            "line 2, column 16: qcc_export: it is of version 2, this QCC knows 1");
        row("an object of no version", "{\"qcc_export\": null}",
            "line 1, column 1: it holds no exported settings of QCC");
        row("a version that is none", "{\"qcc_export\": \"1\"}",
            "line 1, column 16: qcc_export: a whole number from 1 to 2147483647 is needed");
        row("a config that is none", "{\"qcc_export\": 1,\n\"configs\": [{\"name\": \"a/b\"}]}",
            "line 2, column 22: configs[0].name: it contains '/'");
        row("a policy out of range", "{\"qcc_export\": 1,\n\"policy\": {\"failure_threshold\": 0}}",
            "line 2, column 33: policy.failure_threshold: a whole number from 1 to 1000 is needed");
    }
    void whatIsNoExportIsExplained()
    {
        QFETCH(const QByteArray, text);
        const Result<Settings> read = importSettings(text);
        QVERIFY(!read.ok());
        QCOMPARE(read.refusal().code, RefusalCode::FileBroken);
        QTEST(read.refusal().detail, "detail");
    }
};

QTEST_GUILESS_MAIN(TestSettingsExport)
#include "tst_settings_export.moc"
