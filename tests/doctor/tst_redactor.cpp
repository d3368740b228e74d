// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/doctor/redactor.h"

#include <QTest>

using namespace qcc;

namespace {

QString u(const char *text)
{
    return QString::fromUtf8(text);
}

Settings privateSettings()
{
    Settings settings;
    Endpoint gateway;
    gateway.url = QUrl(u("https://llm.corp.internal/anthropic"));
    gateway.outboundProxy = QUrl(u("http://proxy.corp.internal:3128"));
    Endpoint official;
    official.url = QUrl(u("https://api.anthropic.com"));
    Config config{u("production"), u("of my employer"), {gateway, official}};
    config.extraHeaders = {{u("x-team"), u("compilers-of-acme")}};
    settings.configs = {config};
    AlertChannel mail;
    mail.server = u("mail.corp.internal");
    settings.channels = {mail};
    return settings;
}

} // namespace

class TestRedactor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void takesOutOfTexts_data();
    void takesOutOfTexts();
    void takesOutOfObjects();
    void leavesWhatIsNotPrivate();
};

void TestRedactor::takesOutOfTexts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("redacted");
    const auto row = [](const char *name, const char *text, const char *redacted) {
        QTest::newRow(name) << u(text) << u(redacted);
    };
    row("a private host", "TLS error with llm.corp.internal:443", "TLS error with host-1.example:443");
    row("in any case", "LLM.Corp.Internal", "host-1.example");
    row("the proxy's host", "http://proxy.corp.internal:3128", "http://host-2.example:3128");
    row("a channel's host", "mail.corp.internal said no", "host-3.example said no");
    row("the well-known host", "https://api.anthropic.com/v1", "https://api.anthropic.com/v1");
    row("this computer", "127.0.0.1:7860", "127.0.0.1:7860");
    row("an extra header's value", "x-team: compilers-of-acme", "x-team: •••");
    row("a known secret", "token 0123456789secret", "token •••");
    row("what looks like a key", "key sk-ant-api03-AbCdEf_123 was refused", "key ••• was refused");
    row("a bearer", "Authorization: Bearer abc.def", "Authorization: Bearer •••");
    row("a web token", "eyJhbGciOiJI.eyJzdWIiOiIx.sig-nature", "•••");
    row("a token of 64 digits", "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "•••");
    row("a key in a query", "https://a.example/x?access_token=abc123&b=1", "https://a.example/x•••&b=1");
    row("a short id stays", "event 1a2b3c4d", "event 1a2b3c4d");
}

void TestRedactor::takesOutOfTexts()
{
    QFETCH(QString, text);
    Redactor redactor(privateSettings());
    redactor.hide(Secret(QByteArray("0123456789secret")));
    QTEST(redactor.redacted(text), "redacted");
}

void TestRedactor::takesOutOfObjects()
{
    Redactor redactor(privateSettings());
    redactor.replace(u("/home/ada"), u("~"));
    redactor.replace(u("ab"), u("too short to be replaced"));
    const QJsonObject given{
        {u("home"), u("/home/ada/.qcc")},
        {u("recipients"), QJsonArray{u("ada@corp.internal")}},
        {u("sender"), u("")},
        {u("description"), u("of my employer")},
        {u("llm.corp.internal"), 7},
        {u("list"), QJsonArray{QJsonObject{{u("url"), u("https://llm.corp.internal")}}, true, 1.5}},
        {u("word"), u("about")},
    };
    const QJsonObject expected{
        {u("home"), u("~/.qcc")},
        {u("recipients"), u("•••")},
        {u("sender"), u("")},
        {u("description"), u("•••")},
        {u("host-1.example"), 7},
        {u("list"), QJsonArray{QJsonObject{{u("url"), u("https://host-1.example")}}, true, 1.5}},
        {u("word"), u("about")},
    };
    QCOMPARE(redactor.redacted(QJsonValue(given)).toObject(), expected);
}

void TestRedactor::leavesWhatIsNotPrivate()
{
    const Redactor redactor{Settings()};
    const QString text = u("production failed over to backup: 529 overloaded, 3 of 3 checks");
    QCOMPARE(redactor.redacted(text), text);
}

QTEST_GUILESS_MAIN(TestRedactor)
#include "tst_redactor.moc"
