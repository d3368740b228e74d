// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/json_file.h"
#include "app/store/priority_file.h"
#include "tests/store/store_fixture.h"

#include <QJsonArray>

using namespace qcc;
using namespace qcc::test;

namespace {

const QString kPath = QStringLiteral("/home/me/.qcc/priority_config.json");

Settings settingsOf(const PriorityGroups &groups, const FailoverPolicy &policy, const QString &active)
{
    Settings settings;
    settings.groups = groups;
    settings.policy = policy;
    settings.activeConfig = active;
    return settings;
}

/// As the tool before QCC wrote it.
const QByteArray kExisting =
    "{\n"
    "\"priority_groups\": {\n"
    "\"primary\": {\n"
    "\"priority\": \"primary\",\n"
    "\"config_names\": [\"production\", \"ghost\", \"second\"],\n"
    "\"enabled\": true,\n"
    "\"health_status\": \"healthy\",\n"
    "\"last_check\": \"2025-01-02T03:04:05.678901\",\n"
    "\"active_config\": \"production\",\n"
    "\"color\": \"green\"\n"
    "},\n"
    "\"secondary\": {\"priority\": \"secondary\", \"config_names\": [\"backup\", \"production\"], "
    "\"enabled\": false,\n"
    "\"health_status\": \"unknown\", \"last_check\": null, \"active_config\": null},\n"
    "\"experimental\": {\"config_names\": [\"x\"]}\n"
    "},\n"
    "\"current_active_priority\": \"primary\",\n"
    "\"current_active_config\": \"production\",\n"
    "\"policy\": {\"auto_recovery_enabled\": true, \"failure_threshold\": 5, \"check_interval\": 30.0, "
    "\"cooldown_period\": 0,\n"
    "\"retry_delays\": [1, 2]},\n"
    "\"written_by\": \"someone\"\n"
    "}";

bool isGhost(const QString &name)
{
    return name == u("ghost");
}

} // namespace

class TestPriorityFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anExistingFileIsRead()
    {
        const Result<PriorityDocument> document = parsePriority(kPath, kExisting);
        QVERIFY2(document.ok(), document ? "" : qPrintable(document.refusal().detail));
        QCOMPARE(document->groups.group(Priority::Primary).configNames,
                 (std::vector{u("production"), u("ghost"), u("second")}));
        // The first place of a config counts.
        QCOMPARE(document->groups.group(Priority::Secondary).configNames, (std::vector{u("backup")}));
        QVERIFY(!document->groups.group(Priority::Secondary).enabled);
        QVERIFY(document->groups.group(Priority::Fallback).enabled);
        QCOMPARE(document->activeConfig, u("production"));
        FailoverPolicy policy;
        policy.autoRecoveryEnabled = true;
        policy.failureThreshold = 5;
        policy.checkInterval = seconds(30);
        policy.cooldownPeriod = seconds(0);
        QCOMPARE(document->policy, policy);
    }

    void everythingElseSurvivesARewrite()
    {
        const Result<PriorityDocument> document = parsePriority(kPath, kExisting);
        QVERIFY(document.ok());
        PriorityGroups groups = document->groups;
        groups.remove(u("ghost"));
        groups.place(u("second"), Priority::Primary, 0);
        groups.place(u("new"), Priority::Fallback);
        const QJsonObject object =
            priorityObject(document->object, settingsOf(groups, document->policy, u("new")), isGhost);
        const QJsonValue primary = object[u("priority_groups")][u("primary")];
        QCOMPARE(primary[u("config_names")].toArray(),
                 QJsonArray({u("second"), u("production"), u("ghost")}));
        QCOMPARE(primary[u("health_status")].toString(), u("healthy"));
        QCOMPARE(primary[u("last_check")].toString(), u("2025-01-02T03:04:05.678901"));
        QCOMPARE(primary[u("active_config")].toString(), u("production"));
        QCOMPARE(primary[u("color")].toString(), u("green"));
        QCOMPARE(object[u("priority_groups")][u("experimental")][u("config_names")].toArray(),
                 QJsonArray({u("x")}));
        QCOMPARE(object[u("priority_groups")][u("fallback")][u("priority")].toString(), u("fallback"));
        QCOMPARE(object[u("policy")][u("retry_delays")].toArray(), QJsonArray({1, 2}));
        QCOMPARE(object[u("policy")][u("failure_threshold")].toInt(), 5);
        QCOMPARE(object[u("policy")][u("recovery_delay")].toInt(), 600);
        QCOMPARE(object[u("written_by")].toString(), u("someone"));
        QCOMPARE(object[u("current_active_config")].toString(), u("new"));
        QCOMPARE(object[u("current_active_priority")].toString(), u("fallback"));
    }

    void everythingSurvivesARoundTrip()
    {
        PriorityGroups groups;
        groups.place(u("a"), Priority::Secondary);
        groups.place(u("b"), Priority::Disabled);
        groups.setEnabled(Priority::Primary, false);
        const FailoverPolicy policy{false,      true, 1,     1000,  seconds(1), seconds(86'400),
                                    seconds(0), 7,    false, false, false};
        const QByteArray text = toJsonText(priorityObject({}, settingsOf(groups, policy, u("a")), isGhost));
        const Result<PriorityDocument> document = parsePriority(kPath, text);
        QVERIFY2(document.ok(), document ? "" : qPrintable(document.refusal().detail));
        QCOMPARE(document->groups, groups);
        QCOMPARE(document->policy, policy);
        QCOMPARE(document->activeConfig, u("a"));
    }

    void withoutAnActiveConfigItIsNull()
    {
        const QJsonObject object = priorityObject({}, Settings(), isGhost);
        QVERIFY(object[u("current_active_config")].isNull());
        QVERIFY(object[u("current_active_priority")].isNull());
        QCOMPARE(parsePriority(kPath, toJsonText(object))->activeConfig, QString());
    }

    void anUnknownActiveConfigStaysUntilAnotherIsChosen()
    {
        const QJsonObject before{{u("current_active_config"), u("ghost")},
                                 {u("current_active_priority"), u("primary")}};
        const QJsonObject kept = priorityObject(before, Settings(), isGhost);
        QCOMPARE(kept[u("current_active_config")].toString(), u("ghost"));
        QCOMPARE(kept[u("current_active_priority")].toString(), u("primary"));
        PriorityGroups groups;
        groups.place(u("a"), Priority::Secondary);
        const QJsonObject chosen = priorityObject(before, settingsOf(groups, {}, u("a")), isGhost);
        QCOMPARE(chosen[u("current_active_config")].toString(), u("a"));
        QCOMPARE(chosen[u("current_active_priority")].toString(), u("secondary"));
    }

    void theRetentionIsWrittenWhereItMatters()
    {
        QCOMPARE(parsePriority(kPath, "{}")->retention, HistoryRetention());
        Settings settings;
        QVERIFY(!priorityObject({}, settings, isGhost).contains(u("history")));
        settings.retention.requestDays = 90;
        const QJsonObject before{{u("history"), QJsonObject{{u("mine"), 1}}}};
        const QJsonObject object = priorityObject(before, settings, isGhost);
        QCOMPARE(object[u("history")][u("keep_requests_days")].toInt(), 90);
        QCOMPARE(object[u("history")][u("mine")].toInt(), 1);
        QCOMPARE(parsePriority(kPath, toJsonText(object))->retention, settings.retention);
        settings.retention = {};
        QCOMPARE(priorityObject(object, settings, isGhost)[u("history")][u("keep_requests_days")].toInt(),
                 30);
    }

    void brokenFilesAreExplained_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char *name, const QByteArray &text, const char *detail) {
            QTest::newRow(name) << text << u(detail);
        };
        row("no JSON", "{\"policy\": {\n  \"failure_threshold\": 3,,\n}}",
            "line 2, column 26: unterminated object");
        row("a threshold in words", "{\"policy\": {\n  \"failure_threshold\": \"three\"}}",
            "line 2, column 24: policy.failure_threshold: a whole number from 1 to 1000 is needed");
        row("a threshold of 0", "{\"policy\": {\"failure_threshold\": 0}}",
            "line 1, column 34: policy.failure_threshold: a whole number from 1 to 1000 is needed");
        row("half a threshold", "{\"policy\": {\"success_threshold\": 1.5}}",
            "line 1, column 34: policy.success_threshold: a whole number from 1 to 1000 is needed");
        row("an endless interval", "{\"policy\": {\"check_interval\": 86401}}",
            "line 1, column 31: policy.check_interval: a whole number from 1 to 86400 is needed");
        row("a negative cool-down", "{\"policy\": {\"cooldown_period\": -1}}",
            "line 1, column 32: policy.cooldown_period: a whole number from 0 to 86400 is needed");
        row("a number beyond all", "{\"policy\": {\"recovery_delay\": 1e300}}",
            "line 1, column 31: policy.recovery_delay: a whole number from 0 to 86400 is needed");
        row("no failover at all", "{\"policy\": {\"max_failovers_per_hour\": 0}}",
            "line 1, column 39: policy.max_failovers_per_hour: a whole number from 1 to 1000 is needed");
        row("a switch that is a number", "{\"policy\": {\"spill_over_enabled\": 1}}",
            "line 1, column 35: policy.spill_over_enabled: true or false is needed");
        row("a policy that is a list", "{\"policy\": []}",
            "line 1, column 12: policy: an object { … } is needed");
        row("groups that are a list", "{\"priority_groups\": []}",
            "line 1, column 21: priority_groups: an object { … } is needed");
        row("a group that is a list", "{\"priority_groups\": {\"primary\": [\"a\"]}}",
            "line 1, column 33: priority_groups.primary: an object { … } is needed");
        row("names that are no list", "{\"priority_groups\": {\"primary\": {\"config_names\": \"a\"}}}",
            "line 1, column 50: priority_groups.primary.config_names: a list [ … ] is needed");
        row("a name that is no text", "{\"priority_groups\": {\"primary\": {\"config_names\": [\"a\", 2]}}}",
            "line 1, column 56: priority_groups.primary.config_names[1]: a text in quotes is needed");
        row("an enabled that is a text", "{\"priority_groups\": {\"fallback\": {\"enabled\": \"yes\"}}}",
            "line 1, column 46: priority_groups.fallback.enabled: true or false is needed");
        row("an active config that is a number", "{\"current_active_config\": 1}",
            "line 1, column 27: current_active_config: a text in quotes is needed");
    }

    void brokenFilesAreExplained()
    {
        QFETCH(QByteArray, text);
        const Result<PriorityDocument> document = parsePriority(kPath, text);
        QVERIFY(!document);
        QCOMPARE(document.refusal().code, RefusalCode::FileBroken);
        QCOMPARE(document.refusal().subject, kPath);
        QTEST(document.refusal().detail, "detail");
    }
};

QTEST_APPLESS_MAIN(TestPriorityFile)
#include "tst_priority_file.moc"
