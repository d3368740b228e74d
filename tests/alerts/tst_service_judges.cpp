// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/alerts/service_form.h"
#include "app/alerts/without_secrets.h"

#include <QTest>

using namespace qcc;

class ServiceJudgesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void judge_data();
    void judge();
    void withoutSecrets_data();
    void withoutSecrets();
    void wordsAreBounded();
};

void ServiceJudgesTest::judge_data()
{
    QTest::addColumn<ChannelKind>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<SendEnd>("end");
    QTest::addColumn<QString>("words"); ///< that stand in its trouble
    QTest::addColumn<int>("waitMs");
    const auto row = [](const char *name, ChannelKind kind, int status, const char *body, SendEnd end,
                        const char *words = "", int waitMs = -1) {
        QTest::newRow(name) << kind << status << QByteArray(body) << end << QString::fromLatin1(words)
                            << waitMs;
    };
    const ChannelKind hook = ChannelKind::Webhook;
    row("webhook: 200", hook, 200, "", SendEnd::Arrived);
    row("webhook: 202", hook, 202, "{}", SendEnd::Arrived);
    row("webhook: a redirect is not followed", hook, 302, "", SendEnd::Refused, "redirect");
    row("webhook: 401", hook, 401, "who are you", SendEnd::Refused, "401: who are you");
    row("webhook: 408", hook, 408, "", SendEnd::Failed, "408");
    row("webhook: 500", hook, 500, "", SendEnd::Failed, "500");
    const ChannelKind slack = ChannelKind::Slack;
    row("slack: ok", slack, 200, "ok", SendEnd::Arrived);
    row("slack: no_service", slack, 404, "no_service", SendEnd::Refused, "no_service");
    row("slack: too many", slack, 429, "", SendEnd::Failed, "429");
    const ChannelKind ding = ChannelKind::DingTalk;
    row("dingtalk: 0", ding, 200, R"({"errcode":0,"errmsg":"ok"})", SendEnd::Arrived);
    row("dingtalk: a wrong signature under 200", ding, 200, R"({"errcode":310000,"errmsg":"sign not match"})",
        SendEnd::Refused, "310000: sign not match");
    row("dingtalk: too many", ding, 200, R"({"errcode":130101,"errmsg":"send too fast"})", SendEnd::Failed,
        "send too fast");
    row("dingtalk: busy", ding, 200, R"({"errcode":-1,"errmsg":"busy"})", SendEnd::Failed, "busy");
    row("dingtalk: a page", ding, 200, "<html>", SendEnd::Failed, "Check the address");
    row("dingtalk: 502", ding, 502, "<html>", SendEnd::Failed, "502");
    const ChannelKind feishu = ChannelKind::Feishu;
    row("feishu: 0", feishu, 200, R"({"code":0,"msg":"success","data":{}})", SendEnd::Arrived);
    row("feishu: the older form", feishu, 200, R"({"StatusCode":0,"StatusMessage":"success"})",
        SendEnd::Arrived);
    row("feishu: a wrong signature under 200", feishu, 200, R"({"code":19021,"msg":"sign match fail"})",
        SendEnd::Refused, "19021: sign match fail");
    row("feishu: under 400", feishu, 400, R"({"code":9499,"msg":"Bad Request"})", SendEnd::Refused,
        "9499: Bad Request");
    row("feishu: too many", feishu, 200, R"({"code":11232,"msg":"frequency limited"})", SendEnd::Failed,
        "frequency limited");
    row("feishu: nothing", feishu, 200, "", SendEnd::Failed, "Check the address");
    const ChannelKind wecom = ChannelKind::WeCom;
    row("wecom: 0", wecom, 200, R"({"errcode":0,"errmsg":"ok"})", SendEnd::Arrived);
    row("wecom: an unknown robot under 200", wecom, 200,
        R"({"errcode":93000,"errmsg":"invalid webhook url"})", SendEnd::Refused, "invalid webhook url");
    row("wecom: too many", wecom, 200, R"({"errcode":45009,"errmsg":"api freq out of limit"})",
        SendEnd::Failed, "api freq out of limit");
    const ChannelKind telegram = ChannelKind::Telegram;
    row("telegram: ok", telegram, 200, R"({"ok":true,"result":{}})", SendEnd::Arrived);
    row("telegram: an unknown chat", telegram, 400,
        R"({"ok":false,"error_code":400,"description":"Bad Request: chat not found"})", SendEnd::Refused,
        "chat not found");
    row("telegram: not ok under 200", telegram, 200,
        R"({"ok":false,"error_code":403,"description":"kicked"})", SendEnd::Refused, "403: kicked");
    row("telegram: too many", telegram, 429,
        R"({"ok":false,"error_code":429,"description":"Too Many Requests","parameters":{"retry_after":35}})",
        SendEnd::Failed, "Too Many Requests", 35'000);
    row("telegram: a page", telegram, 200, "<html>", SendEnd::Failed, "Check the address");
    row("telegram: not ok, and no code", telegram, 200, R"({"ok":false})", SendEnd::Failed,
        "Check the address");
    const ChannelKind discord = ChannelKind::Discord;
    row("discord: 204", discord, 204, "", SendEnd::Arrived);
    row("discord: an unknown webhook", discord, 404, R"({"message":"Unknown Webhook","code":10015})",
        SendEnd::Refused, "Unknown Webhook");
    row("discord: too many", discord, 429, R"({"message":"You are being rate limited.","retry_after":0.529})",
        SendEnd::Failed, "rate limited", 529);
    const ChannelKind ntfy = ChannelKind::Ntfy;
    row("ntfy: 200", ntfy, 200, R"({"id":"x"})", SendEnd::Arrived);
    row("ntfy: forbidden", ntfy, 403, R"({"code":40301,"http":403,"error":"forbidden"})", SendEnd::Refused,
        "403: forbidden");
    row("ntfy: too many", ntfy, 429, R"({"code":42901,"http":429,"error":"limit reached"})", SendEnd::Failed,
        "limit reached");
}

void ServiceJudgesTest::judge()
{
    QFETCH(ChannelKind, kind);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(SendEnd, end);
    QFETCH(QString, words);
    QFETCH(int, waitMs);
    const SendOutcome outcome = serviceForm(kind)->judge({status, body, {}});
    QCOMPARE(outcome.end, end);
    QVERIFY2(outcome.trouble.contains(words), qPrintable(outcome.trouble));
    QCOMPARE(outcome.trouble.isEmpty(), end == SendEnd::Arrived);
    QCOMPARE(outcome.retryAfter.value_or(milliseconds{-1}).count(), waitMs);
}

void ServiceJudgesTest::withoutSecrets_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *words, const char *expected) {
        QTest::newRow(name) << QString::fromUtf8(words) << QString::fromUtf8(expected);
    };
    row("none", "no_service", "no_service");
    row("the whole address", "can't POST https://h.example/services/T0AAAA/B0BBBB?key=k%2Fey123 now",
        "can't POST ••• now");
    row("its path", "no /services/T0AAAA/B0BBBB here", "no ••• here");
    row("a part of it", "team T0AAAA is gone", "team ••• is gone");
    row("in other letters", "team t0aaaa is gone", "team ••• is gone");
    row("a value of its query", "key k/ey123 is old", "key ••• is old");
    row("the same, encoded", "key k%2Fey123 is old", "key ••• is old");
    row("a token", "Authorization: Bearer tk_1234!", "Authorization: Bearer •••!");
    row("the host stays", "h.example is down", "h.example is down");
    row("in one line", "a\r\nb\x1b[31m\tc", "a b [31m c");
}

void ServiceJudgesTest::withoutSecrets()
{
    QFETCH(QString, words);
    QFETCH(QString, expected);
    ChannelSecrets secrets;
    secrets[ChannelSecret::Url] = Secret("https://h.example/services/T0AAAA/B0BBBB?key=k%2Fey123");
    secrets[ChannelSecret::Token] = Secret("tk_1234");
    QCOMPARE(qcc::withoutSecrets(words, secrets), expected);
}

void ServiceJudgesTest::wordsAreBounded()
{
    QVERIFY(qcc::withoutSecrets(QString(100'000, u'x'), {}).size() <= kMostTroubleUnits);
}

QTEST_GUILESS_MAIN(ServiceJudgesTest)
#include "tst_service_judges.moc"
