// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui_support/sample_world.h"
#include "ui/editing/draft_faults.h"

#include <QTest>

using namespace qcc;

class TestDraftFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void identity_data();
    void identity();
    void endpoint_data();
    void endpoint();
    void namesTwice();
    void hints_data();
    void hints();
    void places_data();
    void places();
    void emptyRowsAreLeftOut();
};

namespace {

EndpointDraft good()
{
    EndpointDraft draft;
    draft.fields.name = QStringLiteral("eu");
    draft.fields.url = QStringLiteral("https://eu.example.com");
    draft.key = Secret("sk-test");
    return draft;
}

EndpointDraft with(const std::function<void(EndpointDraft &)> &change)
{
    EndpointDraft draft = good();
    change(draft);
    return draft;
}

std::vector<EndpointDraft> alone(EndpointDraft draft)
{
    std::vector<EndpointDraft> drafts;
    drafts.push_back(std::move(draft));
    return drafts;
}

using Change = std::function<void(EndpointDraft &)>;

} // namespace

void TestDraftFaults::identity_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("description");
    QTest::addColumn<int>("field"); // -1: no fault
    const int name = static_cast<int>(DraftField::Name);
    QTest::newRow("a new name") << "mine"
                                << ""
                                << "" << -1;
    QTest::newRow("its own name") << "backup"
                                  << "backup"
                                  << "" << -1;
    QTest::newRow("its own name in another case") << "Backup"
                                                  << "backup"
                                                  << "" << -1;
    QTest::newRow("another's name") << "backup"
                                    << ""
                                    << "" << name;
    QTest::newRow("another's name in another case") << " BackUp "
                                                    << "production"
                                                    << "" << name;
    QTest::newRow("no name") << " "
                             << ""
                             << "" << name;
    QTest::newRow("a slash") << "a/b"
                             << ""
                             << "" << name;
    QTest::newRow("a description too long")
        << "mine"
        << "" << QString(1001, QLatin1Char('x')) << static_cast<int>(DraftField::Description);
}

void TestDraftFaults::identity()
{
    QFETCH(QString, name);
    QFETCH(QString, shown);
    QFETCH(QString, description);
    QFETCH(int, field);
    const auto faults = identityFaults(name, description, test::sampleSettings(), shown);
    QCOMPARE(faults.empty(), field < 0);
    if (field >= 0)
        QCOMPARE(static_cast<int>(faults.front().field), field);
}

void TestDraftFaults::endpoint_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<int>("field");
    const auto row = [](const char *name, const Change &change, std::optional<DraftField> field) {
        QTest::newRow(name) << change << (field ? static_cast<int>(*field) : -1);
    };
    row("all right", [](EndpointDraft &) {}, {});
    row("without a name", [](EndpointDraft &d) { d.fields.name.clear(); }, {});
    row(
        "a name with a slash", [](EndpointDraft &d) { d.fields.name = QStringLiteral("a/b"); },
        DraftField::EndpointName);
    row(
        "no URL", [](EndpointDraft &d) { d.fields.url.clear(); }, DraftField::Url);
    row(
        "no scheme", [](EndpointDraft &d) { d.fields.url = QStringLiteral("eu.example.com"); },
        DraftField::Url);
    row(
        "only a scheme", [](EndpointDraft &d) { d.fields.url = QStringLiteral("https://"); },
        DraftField::Url);
    row(
        "another scheme", [](EndpointDraft &d) { d.fields.url = QStringLiteral("ftp://a"); },
        DraftField::Url);
    row(
        "a query", [](EndpointDraft &d) { d.fields.url += QStringLiteral("?a=b"); }, DraftField::Url);
    row(
        "a new one without a key", [](EndpointDraft &d) { d.key.reset(); }, DraftField::Key);
    row("a stored key",
        [](EndpointDraft &d) {
            d.key.reset();
            d.keyStored = true;
            d.fields.id = EndpointId{QStringLiteral("0000a001")};
        },
        {});
    row(
        "a key with spaces inside", [](EndpointDraft &d) { d.key = Secret("sk test"); }, DraftField::Key);
    row("a key with spaces around", [](EndpointDraft &d) { d.key = Secret(" sk-test\n"); }, {});
    row(
        "a key of spaces", [](EndpointDraft &d) { d.key = Secret("  "); }, DraftField::Key);
    row(
        "a limit of nothing", [](EndpointDraft &d) { d.fields.limits.idle = milliseconds(0); },
        DraftField::TimeLimits);
    row(
        "a proxy without a port",
        [](EndpointDraft &d) { d.fields.outboundProxy = QStringLiteral("http://p"); },
        DraftField::OutboundProxy);
    row("a proxy", [](EndpointDraft &d) { d.fields.outboundProxy = QStringLiteral("socks5://p:1080"); }, {});
    row(
        "a relative CA file", [](EndpointDraft &d) { d.fields.caFile = QStringLiteral("ca.pem"); },
        DraftField::CaFile);
}

void TestDraftFaults::endpoint()
{
    QFETCH(Change, change);
    QFETCH(int, field);
    const auto faults = endpointFaults(alone(with(change)));
    QCOMPARE(faults.size(), size_t(field < 0 ? 0 : 1));
    if (field < 0)
        return;
    QCOMPARE(static_cast<int>(faults.front().field), field);
    QCOMPARE(faults.front().endpoint, 0);
}

void TestDraftFaults::namesTwice()
{
    std::vector<EndpointDraft> drafts = alone(good());
    drafts.push_back(with([](EndpointDraft &d) { d.fields.name = QStringLiteral(" EU "); }));
    const auto faults = endpointFaults(drafts);
    QCOMPARE(faults.size(), size_t(1));
    QCOMPARE(faults.front().field, DraftField::EndpointName);
    QCOMPARE(faults.front().endpoint, 1);
}

void TestDraftFaults::hints_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<int>("hint"); // -1: none
    const auto hint = [](EndpointHint h) { return static_cast<int>(h); };
    QTest::newRow("https") << "https://a.example" << QByteArray("k") << -1;
    QTest::newRow("http to this computer") << "http://127.0.0.1:8080" << QByteArray("k") << -1;
    QTest::newRow("http to localhost") << "http://localhost" << QByteArray("k") << -1;
    QTest::newRow("http to elsewhere")
        << "http://a.example" << QByteArray("k") << hint(EndpointHint::PlainHttp);
    QTest::newRow("/v1") << "https://a.example/v1/" << QByteArray("k") << hint(EndpointHint::EndsWithV1);
    QTest::newRow("/v1 inside") << "https://a.example/v1/x" << QByteArray("k") << -1;
    QTest::newRow("a key with spaces")
        << "https://a.example" << QByteArray(" k ") << hint(EndpointHint::KeyHasSpaces);
}

void TestDraftFaults::hints()
{
    QFETCH(QString, url);
    QFETCH(QByteArray, key);
    QFETCH(int, hint);
    const auto hints = hintsOf(with([&](EndpointDraft &d) {
        d.fields.url = url;
        d.key = Secret(key);
    }));
    QCOMPARE(hints.empty() ? -1 : static_cast<int>(hints.front()), hint);
    QVERIFY(hints.size() <= 1);
}

void TestDraftFaults::places_data()
{
    QTest::addColumn<Refusal>("refusal");
    QTest::addColumn<int>("field");
    QTest::addColumn<int>("endpoint");
    const auto row = [](const char *name, RefusalCode code, const char *subject, DraftField field,
                        int endpoint) {
        QTest::newRow(name) << Refusal{code, QString::fromLatin1(subject), {}} << static_cast<int>(field)
                            << endpoint;
    };
    row("the config's name is taken", RefusalCode::DuplicateConfig, "mine", DraftField::Name, -1);
    row("the endpoint's name is taken", RefusalCode::DuplicateEndpointName, "eu", DraftField::EndpointName,
        0);
    row("the same URL and key", RefusalCode::DuplicateEndpoint, "https://eu.example.com", DraftField::Url, 0);
    row("a URL of nobody", RefusalCode::InvalidUrl, "https://x", DraftField::Whole, -1);
    row("a key is missing", RefusalCode::EmptyKey, "eu", DraftField::Key, 0);
    row("the CA file can't be read", RefusalCode::FileUnreadable, "/ca.pem", DraftField::CaFile, 0);
    row("another file can't be read", RefusalCode::FileUnreadable, "/configs.json", DraftField::Whole, -1);
    row("the CA file holds nothing", RefusalCode::InvalidValue, "/ca.pem", DraftField::CaFile, 0);
    row("a pattern", RefusalCode::InvalidValue, "next_on", DraftField::NextPatterns, -1);
    row("a model name", RefusalCode::InvalidValue, "model_mappings", DraftField::ModelMappings, -1);
    row("a header", RefusalCode::InvalidValue, "extra_headers", DraftField::ExtraHeaders, -1);
    row("the description", RefusalCode::InvalidValue, "description", DraftField::Description, -1);
    row("the keyring", RefusalCode::SecretsUnavailable, "desktop keyring", DraftField::Whole, -1);
}

void TestDraftFaults::places()
{
    QFETCH(Refusal, refusal);
    QFETCH(int, field);
    QFETCH(int, endpoint);
    const auto drafts = alone(with([](EndpointDraft &d) { d.fields.caFile = QStringLiteral("/ca.pem"); }));
    const DraftFault fault = placed(refusal, QStringLiteral("mine"), drafts);
    QCOMPARE(static_cast<int>(fault.field), field);
    QCOMPARE(fault.endpoint, endpoint);
    QCOMPARE(fault.refusal, refusal);
}

void TestDraftFaults::emptyRowsAreLeftOut()
{
    const TypedRows patterns{{QStringLiteral("400"), QStringLiteral("gone")}, {{}, QStringLiteral(" ")}};
    QCOMPARE(nextPatternsOf(patterns).value(), (std::vector<NextPattern>{{400, QStringLiteral("gone")}}));
    QVERIFY(!nextPatternsOf({{QStringLiteral("401"), {}}}));
    QVERIFY(!nextPatternsOf({{QStringLiteral("many"), {}}}));
    const TypedRows mappings{{QStringLiteral("a*"), QStringLiteral("b")}, {}};
    QCOMPARE(modelMappingsOf(mappings).value(),
             (std::vector<ModelMapping>{{QStringLiteral("a*"), QStringLiteral("b")}}));
    QVERIFY(!modelMappingsOf({{QStringLiteral("a"), {}}}));
    const TypedRows headers{{QStringLiteral("x-a"), QStringLiteral("b")}, {{}, QStringLiteral(" ")}};
    QCOMPARE(extraHeadersOf(headers).value(),
             (std::vector<ExtraHeader>{{QStringLiteral("x-a"), QStringLiteral("b")}}));
    QVERIFY(!extraHeadersOf({{QStringLiteral("host"), QStringLiteral("b")}}));
}

QTEST_GUILESS_MAIN(TestDraftFaults)
#include "tst_draft_faults.moc"
