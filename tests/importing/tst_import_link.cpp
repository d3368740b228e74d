// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importing/import_link.h"
#include "models/text/address_text.h"
#include "tests/importing/printed_offer.h"

#include <QTest>

using namespace qcc;
using namespace qcc::test;

/// Links come from strangers: read strictly, and nothing of a key in what is said about them.
class TestImportLink : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aLinkBecomesAnOffer_data();
    void aLinkBecomesAnOffer();
    void aBadLinkIsRefused_data();
    void aBadLinkIsRefused();
    void aPersonSeesWhereItLeads_data();
    void aPersonSeesWhereItLeads();
};

void TestImportLink::aLinkBecomesAnOffer_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("offer");
    const auto row = [](const char *name, const char *link, const char *offer) {
        QTest::newRow(name) << QString::fromUtf8(link) << QString::fromUtf8(offer);
    };
    row("an address", "qcc://import?url=https%3A%2F%2Fa.example",
        "a.example (): new\n  https://a.example x-api-key -\n");
    row("all of it",
        "qcc://import?name=My+gateway&url=https%3A%2F%2Fa.example%2Fx&url=https://"
        "b.example&key=sk%2B1&auth=bearer"
        "&description=paid%20for&map=claude-opus-*%3Dbig&map=claude-*%3Dsmall",
        "My gateway (My gateway): new, \"paid for\"\n  https://a.example/x bearer sk+1\n"
        "  https://b.example bearer sk+1\n  claude-opus-* = big\n  claude-* = small\n");
    row("with a slash", "qcc://import/?name=%E6%99%BA%E8%B0%B1&url=http%3A%2F%2F127.0.0.1%3A9000",
        "智谱 (智谱): new\n  http://127.0.0.1:9000 x-api-key -\n");
    row("an address that is none", "qcc://import?name=a&url=javascript%3Aalert(1)&key=sk-1",
        "a (a): unusable, it must begin with https:// or http://\n");
    row("an address in disguise", "qcc://import?name=a&url=https%3A%2F%2Fapi.anthropic.com%40evil.example",
        "a (a): unusable, user name and password do not belong into it\n");
    row("a name of marks", "qcc://import?name=%E2%80%AE%2F%07..&url=https%3A%2F%2Fa.example",
        "a.example (/..): new\n  https://a.example x-api-key -\n");
    row("cc-switch's",
        "ccswitch://v1/"
        "import?resource=provider&app=claude&name=My%20Provider&endpoint=https%3A%2F%2Fapi.example%2C"
        "https%3A%2F%2Fb.example&apiKey=sk-1&homepage=https%3A%2F%2Fapi.example&model=big&haikuModel=small&"
        "notes=n"
        "&icon=x&enabled=true",
        "My Provider (My Provider): new, \"n\"\n  https://api.example bearer sk-1\n  https://b.example "
        "bearer sk-1\n"
        "  claude-*haiku* = small\n  claude-* = big\n");
    // {"env":{"ANTHROPIC_BASE_URL":"https://c.example","ANTHROPIC_AUTH_TOKEN":"sk-c"}}
    row("cc-switch's with a config",
        "ccswitch://v1/import?resource=provider&app=claude&name=c&config="
        "eyJlbnYiOnsiQU5USFJPUElDX0JBU0VfVVJMIjoiaHR0cHM6Ly9jLmV4YW1wbGUiLCJBTlRIUk9QSUNfQVVUSF9UT0tFTiI6InNr"
        "LWMifX0%3D",
        "c (c): new\n  https://c.example bearer sk-c\n");
}

void TestImportLink::aLinkBecomesAnOffer()
{
    QFETCH(QString, link);
    const QUrl url(link, QUrl::StrictMode);
    QVERIFY(isImportLink(url));
    const Result<ImportOffer> offer = offerFromLink(url);
    QVERIFY2(offer.ok(), offer ? "" : qPrintable(offer.refusal().detail));
    QTEST(printed(*offer), "offer");
    QVERIFY(!offer->source.contains(QLatin1Char('?')));
}

void TestImportLink::aBadLinkIsRefused_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, const QString &link, const char *subject, const char *detail) {
        QTest::newRow(name) << link << QString::fromUtf8(subject) << QString::fromUtf8(detail);
    };
    const auto s = [](const char *text) { return QString::fromUtf8(text); };
    const char *const form = "a link like qcc://import?name=…&url=… is needed";
    row("another verb", s("qcc://delete?name=a&key=sk-secret"), "qcc://delete", form);
    row("another path", s("qcc://import/x?url=https://a.example&key=sk-secret"), "qcc://import/x", form);
    row("no address", s("qcc://import?name=a&key=sk-secret"), "qcc://import",
        "a parameter \"url\" is needed");
    row("a parameter that is not known",
        s("qcc://import?url=https://a.example&priority=primary&key=sk-secret"), "qcc://import",
        "its parameter \"priority\" is not known");
    row("two keys", s("qcc://import?url=https://a.example&key=sk-secret&key=sk-secret2"), "qcc://import",
        "its parameter \"key\" is there twice");
    row("another form of key", s("qcc://import?url=https://a.example&auth=basic&key=sk-secret"),
        "qcc://import", "\"x-api-key\", \"bearer\" or \"both\" is needed");
    row("a mapping that is none", s("qcc://import?url=https://a.example&map=x&key=sk-secret"), "qcc://import",
        "FROM=TO, for example \"claude-opus-*=my-opus\"");
    row("not UTF-8", s("qcc://import?url=https://a.example&name=%FF&key=sk-secret"), "qcc://import",
        "it is not UTF-8");
    row("a fragment", s("qcc://import?url=https://a.example&key=sk-secret#x"), "qcc://import",
        "it has parts that do not belong into such a link");
    row("a user", s("qcc://me@import?url=https://a.example&key=sk-secret"), "qcc://import",
        "it has parts that do not belong into such a link");
    row("too long", s("qcc://import?url=https://a.example&name=") + QString(20'000, QLatin1Char('n')),
        "qcc://import", "it is longer than 16384 characters");
    row("cc-switch's for another program",
        s("ccswitch://v1/import?resource=provider&app=codex&name=a&endpoint=https://"
          "a.example&apiKey=sk-secret"),
        "ccswitch://v1/import", "it has no providers for Claude Code");
    row("cc-switch's for something else", s("ccswitch://v1/import?resource=mcp&apps=claude&config=e30"),
        "ccswitch://v1/import", "it has no providers for Claude Code");
    row("cc-switch's without an address", s("ccswitch://v1/import?resource=provider&app=claude&name=a"),
        "ccswitch://v1/import", "a parameter \"endpoint\" is needed");
    row("cc-switch's with a broken config",
        s("ccswitch://v1/import?resource=provider&app=claude&name=a&config=%21&apiKey=sk-secret"),
        "ccswitch://v1/import", "its parameter \"config\" is not readable");
    row("cc-switch's of another version", s("ccswitch://v2/import?resource=provider"), "ccswitch://v2/import",
        form);
}

void TestImportLink::aBadLinkIsRefused()
{
    QFETCH(QString, link);
    const Result<ImportOffer> offer = offerFromLink(QUrl(link, QUrl::StrictMode));
    QVERIFY(!offer);
    QCOMPARE(offer.refusal().code, RefusalCode::NothingToImport);
    QTEST(offer.refusal().subject, "subject");
    QTEST(offer.refusal().detail, "detail");
    QVERIFY(!(offer.refusal().subject + offer.refusal().detail).contains(QLatin1StringView("secret")));
}

void TestImportLink::aPersonSeesWhereItLeads_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<bool>("warned");
    const auto row = [](const char *name, const char *url, const char *shown, bool warned) {
        QTest::newRow(name) << QString::fromUtf8(url) << QString::fromUtf8(shown) << warned;
    };
    row("plain", "https://a.example/x", "a.example/x", false);
    row("a port", "https://a.example:8443", "a.example:8443", false);
    row("unencrypted", "http://a.example", "http://a.example", true);
    row("unencrypted here", "http://127.0.0.1:9000", "http://127.0.0.1:9000", false);
    row("unencrypted here by name", "http://localhost:9000", "http://localhost:9000", false);
    row("a Cyrillic letter", "https://аpi.anthropic.com", "xn--pi-6kc.anthropic.com", true);
}

void TestImportLink::aPersonSeesWhereItLeads()
{
    QFETCH(QString, url);
    const QUrl address(url);
    QTEST(addressText(address), "shown");
    QTEST(!addressWarning(address).isEmpty(), "warned");
}

QTEST_GUILESS_MAIN(TestImportLink)
#include "tst_import_link.moc"
