// SPDX-License-Identifier: GPL-3.0-or-later
// What goes over the wire to each service, against its documentation.
#include "tests/alerts/alert_bench.h"
#include "tests/alerts/service_recorder.h"

#include <QJsonArray>
#include <QProcess>
#include <QTest>

using namespace qcc;
using namespace qcc::test;

class ServiceFormsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void webhook();
    void aWebhookIsSigned();
    void slack();
    void dingTalk();
    void dingTalkIsSignedInItsAddress();
    void feishu();
    void feishuIsSignedInItsBody();
    void weCom();
    void telegram();
    void discord();
    void ntfy();
    void ntfyWithoutAToken();
    void whatIsGoodLooksIt();
    void longTextsAreCut_data();
    void longTextsAreCut();
    void withoutAnAddressNothingIsSent_data();
    void withoutAnAddressNothingIsSent();

private:
    const RecordedAsk &ask(const BenchChannel &to, const SpokenMessage &said = badNews());

    AlertOptions m_options;
    SenderDesk m_desk{m_options};
    ServiceRecorder m_service;
};

const RecordedAsk &ServiceFormsTest::ask(const BenchChannel &to, const SpokenMessage &said)
{
    send(m_desk, to, said);
    static const RecordedAsk kNone;
    if (m_service.asks().empty())
        return kNone;
    const RecordedAsk &made = m_service.asks().back();
    Q_ASSERT(made.method == "POST");
    Q_ASSERT(made.header.at("content-type").startsWith("application/json"));
    return made;
}

namespace {

QString at(const QJsonObject &object, const char *key)
{
    return object[QLatin1StringView(key)].toString();
}

QStringList keysOf(const QJsonObject &object)
{
    return object.keys();
}

const QString &subject()
{
    static const QString kSubject = QStringLiteral("my_*config* <@all> & [x](http://evil) `主`");
    return kSubject;
}

} // namespace

void ServiceFormsTest::webhook()
{
    BenchChannel to(ChannelKind::Webhook);
    const RecordedAsk &made = ask(to.with(ChannelSecret::Url, m_service.url("/hook?key=a%2Fb")));
    QCOMPARE(made.method, QByteArray("POST"));
    QCOMPARE(made.target, QByteArray("/hook?key=a%2Fb"));
    QCOMPARE(made.header.at("content-type"), QByteArray("application/json; charset=utf-8"));
    QVERIFY(made.header.at("user-agent").startsWith("QCC/"));
    QVERIFY(!made.header.contains("x-qcc-signature"));
    const QJsonObject body = made.json();
    QCOMPARE(at(body, "source"), QStringLiteral("qcc"));
    QCOMPARE(body[QLatin1String("version")].toInt(), 1);
    QCOMPARE(at(body, "event"), QStringLiteral("raised"));
    QCOMPARE(at(body, "sent_at"), QStringLiteral("2026-11-23T14:00:00.002Z"));
    QCOMPARE(at(body, "computer"), QStringLiteral("desk-7"));
    QVERIFY(body[QLatin1String("critical")].toBool());
    const QJsonObject alert = body[QLatin1String("alerts")][0].toObject();
    QCOMPARE(at(alert, "subject"), subject());
    QCOMPARE(at(alert, "since"), QStringLiteral("2026-11-23T13:55:00.002Z"));
    QVERIFY(alert[QLatin1String("ended")].isNull());
    QVERIFY(at(body, "text").contains(subject()));
}

void ServiceFormsTest::aWebhookIsSigned()
{
    BenchChannel to(ChannelKind::Webhook);
    to.with(ChannelSecret::Url, m_service.url("/hook")).with(ChannelSecret::Signing, "s3cret");
    const RecordedAsk &made = ask(to);
    const QByteArray timestamp = made.header.at("x-qcc-timestamp");
    QCOMPARE(timestamp, QByteArray("1795442400"));
    QProcess openssl;
    openssl.start(QStringLiteral("openssl"),
                  {QStringLiteral("dgst"), QStringLiteral("-sha256"), QStringLiteral("-hmac"),
                   QStringLiteral("s3cret"), QStringLiteral("-r")});
    openssl.write(timestamp + '.' + made.body);
    openssl.closeWriteChannel();
    QVERIFY(openssl.waitForFinished());
    QCOMPARE(made.header.at("x-qcc-signature"), "sha256=" + openssl.readAllStandardOutput().left(64));
}

void ServiceFormsTest::slack()
{
    BenchChannel to(ChannelKind::Slack);
    const RecordedAsk &made = ask(to.with(ChannelSecret::Url, m_service.url("/services/T0/B0/xyz")));
    QCOMPARE(made.target, QByteArray("/services/T0/B0/xyz"));
    const QJsonObject body = made.json();
    QCOMPARE(keysOf(body), (QStringList{QStringLiteral("blocks"), QStringLiteral("text")}));
    const QJsonObject section = body[QLatin1String("blocks")][0].toObject();
    QCOMPARE(at(section, "type"), QStringLiteral("section"));
    const QJsonObject text = section[QLatin1String("text")].toObject();
    QCOMPARE(at(text, "type"), QStringLiteral("mrkdwn"));
    const QString words = at(text, "text");
    QVERIFY2(words.startsWith(u'*' + at(body, "text") + QStringLiteral("*\n")), qPrintable(words));
    QVERIFY2(words.contains(QStringLiteral(
                 "my\u200b_\u200b*config\u200b* &lt;@all&gt; &amp; [x](http://evil) \u200b`主\u200b`")),
             qPrintable(words));
    QVERIFY(!words.contains(u'<'));
}

void ServiceFormsTest::dingTalk()
{
    BenchChannel to(ChannelKind::DingTalk);
    const RecordedAsk &made = ask(to.with(ChannelSecret::Url, m_service.url("/robot/send?access_token=abc")));
    QCOMPARE(made.target, QByteArray("/robot/send?access_token=abc"));
    const QJsonObject body = made.json();
    QCOMPARE(keysOf(body), (QStringList{QStringLiteral("msgtype"), QStringLiteral("text")}));
    QCOMPARE(at(body, "msgtype"), QStringLiteral("text"));
    const QString content = at(body[QLatin1String("text")].toObject(), "content");
    QCOMPARE(content.section(u'\n', 0, 0), badNews().title);
    QVERIFY(content.contains(subject()));
    QVERIFY2(content.contains(QLatin1String("QCC")), "a keyword that a robot can be told to ask for");
}

/// The expected value was computed with Python's hmac, base64 and urllib.parse.quote_plus.
void ServiceFormsTest::dingTalkIsSignedInItsAddress()
{
    BenchChannel to(ChannelKind::DingTalk);
    to.with(ChannelSecret::Url, m_service.url("/robot/send?access_token=abc"))
        .with(ChannelSecret::Signing, "SEC000test/+secret");
    QCOMPARE(ask(to).target, QByteArray("/robot/send?access_token=abc&timestamp=1795442400002"
                                        "&sign=%2FeyFnYVv8XB9h3Ft9wVT5gT3NB6%2BWNi1ZN3emWPWDBM%3D"));
}

void ServiceFormsTest::feishu()
{
    BenchChannel to(ChannelKind::Feishu);
    const RecordedAsk &made = ask(to.with(ChannelSecret::Url, m_service.url("/open-apis/bot/v2/hook/abc")));
    QCOMPARE(made.target, QByteArray("/open-apis/bot/v2/hook/abc"));
    const QJsonObject body = made.json();
    QCOMPARE(keysOf(body), (QStringList{QStringLiteral("content"), QStringLiteral("msg_type")}));
    QCOMPARE(at(body, "msg_type"), QStringLiteral("post"));
    const QJsonObject post =
        body[QLatin1String("content")][QLatin1String("post")][QLatin1String("zh_cn")].toObject();
    QCOMPARE(at(post, "title"), badNews().title);
    const QJsonArray lines = post[QLatin1String("content")].toArray();
    QCOMPARE(lines.size(), badNews().lines.size());
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QJsonObject run = lines[i][0].toObject();
        QCOMPARE(at(run, "tag"), QStringLiteral("text"));
        QCOMPARE(at(run, "text"), badNews().lines[i]);
    }
}

/// Computed with Python: the key is "1795442400\nSEC000test/+secret", the text is empty.
void ServiceFormsTest::feishuIsSignedInItsBody()
{
    BenchChannel to(ChannelKind::Feishu);
    to.with(ChannelSecret::Url, m_service.url("/hook")).with(ChannelSecret::Signing, "SEC000test/+secret");
    const QJsonObject body = ask(to).json();
    QCOMPARE(at(body, "timestamp"), QStringLiteral("1795442400"));
    QCOMPARE(at(body, "sign"), QStringLiteral("US+AIEPp+wf8S1J+DAukKAmmZyruZy2lRhFZLT0wJow="));
}

void ServiceFormsTest::weCom()
{
    BenchChannel to(ChannelKind::WeCom);
    const RecordedAsk &made =
        ask(to.with(ChannelSecret::Url, m_service.url("/cgi-bin/webhook/send?key=abc")));
    QCOMPARE(made.target, QByteArray("/cgi-bin/webhook/send?key=abc"));
    const QJsonObject body = made.json();
    QCOMPARE(keysOf(body), (QStringList{QStringLiteral("msgtype"), QStringLiteral("text")}));
    QCOMPARE(at(body, "msgtype"), QStringLiteral("text"));
    QVERIFY(at(body[QLatin1String("text")].toObject(), "content").contains(subject()));
}

void ServiceFormsTest::telegram()
{
    BenchChannel to(ChannelKind::Telegram);
    to.channel.server = QString::fromLatin1(m_service.url("/api/"));
    to.channel.recipients = QStringList{QStringLiteral("-1001234")};
    const RecordedAsk &made = ask(to.with(ChannelSecret::Token, "123456:AAb-c_d"));
    QCOMPARE(made.target, QByteArray("/api/bot123456:AAb-c_d/sendMessage"));
    const QJsonObject body = made.json();
    QCOMPARE(keysOf(body), (QStringList{QStringLiteral("chat_id"), QStringLiteral("link_preview_options"),
                                        QStringLiteral("text")}));
    QCOMPARE(at(body, "chat_id"), QStringLiteral("-1001234"));
    QVERIFY2(at(body, "text").contains(subject()), "plain, for there is no parse mode");
    QVERIFY(body[QLatin1String("link_preview_options")][QLatin1String("is_disabled")].toBool());
}

void ServiceFormsTest::discord()
{
    BenchChannel to(ChannelKind::Discord);
    const RecordedAsk &made = ask(to.with(ChannelSecret::Url, m_service.url("/api/webhooks/1/abc")));
    const QJsonObject body = made.json();
    QCOMPARE(keysOf(body), (QStringList{QStringLiteral("allowed_mentions"), QStringLiteral("embeds"),
                                        QStringLiteral("username")}));
    const QJsonObject mentions = body[QLatin1String("allowed_mentions")].toObject();
    QVERIFY(mentions[QLatin1String("parse")].isArray() &&
            mentions[QLatin1String("parse")].toArray().isEmpty());
    const QJsonObject embed = body[QLatin1String("embeds")][0].toObject();
    QCOMPARE(embed[QLatin1String("color")].toInt(), 0xd32f2f);
    const QString words = at(embed, "description");
    QVERIFY2(words.contains(
                 QStringLiteral("my\\_\\*config\\* \\<\\@all\\> & \\[x\\]\\(http\\://evil\\) \\`主\\`")),
             qPrintable(words));
}

void ServiceFormsTest::ntfy()
{
    BenchChannel to(ChannelKind::Ntfy);
    to.channel.server = QString::fromLatin1(m_service.url());
    to.channel.recipients = QStringList{QStringLiteral("my-topic")};
    const RecordedAsk &made = ask(to.with(ChannelSecret::Token, "tk_abc"));
    QVERIFY2(made.target == "/" || made.target.isEmpty(), made.target.constData());
    QCOMPARE(made.header.at("authorization"), QByteArray("Bearer tk_abc"));
    const QJsonObject body = made.json();
    QCOMPARE(at(body, "topic"), QStringLiteral("my-topic"));
    QCOMPARE(at(body, "title"), badNews().title);
    QCOMPARE(at(body, "message"), badNews().text());
    QCOMPARE(body[QLatin1String("priority")].toInt(), 5);
    QCOMPARE(body[QLatin1String("tags")].toArray(), QJsonArray{QStringLiteral("rotating_light")});
}

void ServiceFormsTest::ntfyWithoutAToken()
{
    BenchChannel to(ChannelKind::Ntfy);
    to.channel.server = QString::fromLatin1(m_service.url());
    to.channel.recipients = QStringList{QStringLiteral("open")};
    const RecordedAsk &made = ask(to, trial());
    QVERIFY(!made.header.contains("authorization"));
    QCOMPARE(made.json()[QLatin1String("priority")].toInt(), 3);
}

void ServiceFormsTest::whatIsGoodLooksIt()
{
    BenchChannel chat(ChannelKind::Discord);
    const QJsonObject embed = ask(chat.with(ChannelSecret::Url, m_service.url("/x")), goodNews())
                                  .json()[QLatin1String("embeds")][0]
                                  .toObject();
    QCOMPARE(embed[QLatin1String("color")].toInt(), 0x388e3c);
    BenchChannel hook(ChannelKind::Webhook);
    const QJsonObject body = ask(hook.with(ChannelSecret::Url, m_service.url("/x")), goodNews()).json();
    QCOMPARE(at(body, "event"), QStringLiteral("cleared"));
    QCOMPARE(at(body[QLatin1String("alerts")][0].toObject(), "ended"),
             QStringLiteral("2026-11-23T14:00:00.002Z"));
}

void ServiceFormsTest::longTextsAreCut_data()
{
    QTest::addColumn<ChannelKind>("kind");
    QTest::addColumn<qsizetype>("most"); ///< of what is cut, as the service counts
    QTest::newRow("slack: 3000 characters of a section") << ChannelKind::Slack << qsizetype{3000};
    QTest::newRow("dingtalk: 20,000 bytes in all") << ChannelKind::DingTalk << qsizetype{20'000};
    QTest::newRow("feishu: 20 KiB in all") << ChannelKind::Feishu << qsizetype{20'480};
    QTest::newRow("wecom: 2048 bytes of content") << ChannelKind::WeCom << qsizetype{2048};
    QTest::newRow("telegram: 4096 characters") << ChannelKind::Telegram << qsizetype{4096};
    QTest::newRow("discord: 4096 characters of a description") << ChannelKind::Discord << qsizetype{4096};
    QTest::newRow("ntfy: 4096 bytes") << ChannelKind::Ntfy << qsizetype{4096};
}

void ServiceFormsTest::longTextsAreCut()
{
    QFETCH(ChannelKind, kind);
    QFETCH(qsizetype, most);
    BenchChannel to(kind);
    to.with(ChannelSecret::Url, m_service.url("/x")).with(ChannelSecret::Token, "t");
    to.channel.server = QString::fromLatin1(m_service.url());
    to.channel.recipients = QStringList{QStringLiteral("x")};
    const RecordedAsk &made = ask(to, longNews(30'000));
    const QJsonObject body = made.json();
    QVERIFY2(!body.isEmpty(), "still whole JSON");
    const std::map<ChannelKind, qsizetype> sizes{
        {ChannelKind::Slack,
         at(body[QLatin1String("blocks")][0][QLatin1String("text")].toObject(), "text").size()},
        {ChannelKind::DingTalk, made.body.size()},
        {ChannelKind::Feishu, made.body.size()},
        {ChannelKind::WeCom, at(body[QLatin1String("text")].toObject(), "content").toUtf8().size()},
        {ChannelKind::Telegram, at(body, "text").size()},
        {ChannelKind::Discord, at(body[QLatin1String("embeds")][0].toObject(), "description").size()},
        {ChannelKind::Ntfy, at(body, "message").toUtf8().size()}};
    QVERIFY2(sizes.at(kind) <= most, qPrintable(QString::number(sizes.at(kind))));
    QVERIFY2(sizes.at(kind) >= most / 2, qPrintable(QString::number(sizes.at(kind))));
}

void ServiceFormsTest::withoutAnAddressNothingIsSent_data()
{
    QTest::addColumn<ChannelKind>("kind");
    QTest::addColumn<QByteArray>("url");
    QTest::newRow("none") << ChannelKind::Slack << QByteArray();
    QTest::newRow("a file") << ChannelKind::Webhook << QByteArray("file:///etc/passwd");
    QTest::newRow("no host") << ChannelKind::Webhook << QByteArray("https:///x");
    QTest::newRow("nonsense") << ChannelKind::DingTalk << QByteArray("http://[::x/");
    QTest::newRow("signed without one") << ChannelKind::DingTalk << QByteArray();
    QTest::newRow("no token") << ChannelKind::Telegram << QByteArray();
}

void ServiceFormsTest::withoutAnAddressNothingIsSent()
{
    QFETCH(ChannelKind, kind);
    QFETCH(QByteArray, url);
    BenchChannel to(kind);
    to.with(ChannelSecret::Url, url).with(ChannelSecret::Signing, "s");
    const SendOutcome outcome = send(m_desk, to, badNews());
    QCOMPARE(outcome.end, SendEnd::Refused);
    QVERIFY(!outcome.trouble.isEmpty());
}

QTEST_GUILESS_MAIN(ServiceFormsTest)
#include "tst_service_forms.moc"
