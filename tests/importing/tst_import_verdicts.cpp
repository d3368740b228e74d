// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importing/import_draft.h"
#include "app/importing/import_verdicts.h"
#include "models/rules/apply_command.h"
#include "tests/importing/printed_offer.h"

#include <QTest>

using namespace qcc;
using namespace qcc::test;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

ImportedConfig config(const char *name, std::vector<std::pair<const char *, const char *>> addresses)
{
    std::vector<OfferedEndpoint> endpoints;
    for (const auto &[url, key] : addresses)
        endpoints.push_back({QString(), s(url), s(key), AuthForm::Bearer});
    return offeredConfig(s(name), endpoints);
}

template <typename... Configs> ImportOffer offer(Configs... configs)
{
    ImportOffer offer;
    (offer.configs.push_back(std::move(configs)), ...);
    return offer;
}

/// What is here: "work" with one address and a key, "bare" with an address and none.
struct Here
{
    Settings settings;
    Keys keys;
    Here()
    {
        add("work", "aaaa0001", "https://work.example", "sk-work");
        add("bare", "aaaa0002", "https://bare.example", nullptr);
    }
    void add(const char *name, const char *id, const char *url, const char *key)
    {
        Endpoint endpoint;
        endpoint.id = {s(id)};
        endpoint.url = QUrl(s(url));
        settings.configs.push_back({s(name), QString(), {endpoint}});
        settings.groups.place(s(name), Priority::Primary);
        if (key)
            keys.emplace(endpoint.id, Secret(QByteArray(key)));
    }
};

} // namespace

/// Nothing is added twice, and nothing in the place of another.
class TestImportVerdicts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void verdicts_data();
    void verdicts();
    void onlyKeysThatMatterAreAskedFor();
    void whatIsAddedIsPermitted();
    void theSecondImportBringsNothing();
    void namesArePermitted_data();
    void namesArePermitted();
};

using Maker = ImportOffer (*)();
Q_DECLARE_METATYPE(Maker)

void TestImportVerdicts::verdicts_data()
{
    QTest::addColumn<Maker>("maker");
    QTest::addColumn<QString>("judged");
    const auto row = [](const char *name, Maker maker, const char *judged) {
        QTest::newRow(name) << maker << s(judged);
    };
    row(
        "a new one",
        [] {
            return offer(config("new", {{"https://new.example", "sk-1"}}));
        },
        "new (new): new\n  https://new.example bearer sk-1\n");
    row(
        "the same address and key, by whatever name",
        [] {
            return offer(config("other", {{"https://work.example/", "sk-work"}}));
        },
        "other (other): already there, work\n  https://work.example bearer sk-work\n");
    row(
        "the same address with another key",
        [] {
            return offer(config("Work", {{"https://work.example", "sk-other"}}));
        },
        "Work 2 (Work): renamed\n  https://work.example bearer sk-other\n");
    row(
        "one address that is here, one that is not",
        [] {
            return offer(
                config("mixed", {{"https://work.example", "sk-work"}, {"https://b.example", "sk-b"}}));
        },
        "mixed (mixed): new\n  https://b.example bearer sk-b\n");
    row(
        "without a key",
        [] {
            return offer(config("new", {{"https://new.example", ""}}));
        },
        "new (new): without key\n  https://new.example bearer -\n");
    row(
        "without a key, of a name with that address",
        [] {
            return offer(config("BARE", {{"https://bare.example", ""}}));
        },
        "BARE (BARE): already there, bare\n  https://bare.example bearer -\n");
    row(
        "without a key, another name",
        [] {
            return offer(config("x", {{"https://bare.example", ""}}));
        },
        "x (x): without key\n  https://bare.example bearer -\n");
    row(
        "the same twice in one offer",
        [] {
            return offer(config("a", {{"https://a.example", "sk-a"}}),
                         config("b", {{"https://a.example", "sk-a"}}));
        },
        "a (a): new\n  https://a.example bearer sk-a\nb (b): already there, a\n  https://a.example bearer "
        "sk-a\n");
    row(
        "two of one name",
        [] {
            return offer(config("a", {{"https://a.example", "sk-a"}}),
                         config("a", {{"https://b.example", "sk-b"}}));
        },
        "a (a): new\n  https://a.example bearer sk-a\na 2 (a): renamed\n  https://b.example bearer sk-b\n");
    row(
        "one address twice in a config",
        [] {
            return offer(config("a", {{"https://a.example", "sk-a"}, {"https://a.example/", "sk-a"}}));
        },
        "a (a): new\n  https://a.example bearer sk-a\n");
    row(
        "what can't be used stays so", [] { return offer(unusableConfig(s("work"), s("because"))); },
        "work (work): unusable, because\n");
}

void TestImportVerdicts::verdicts()
{
    QFETCH(Maker, maker);
    const Here here;
    ImportOffer offered = maker();
    judgeOffer(offered, here.settings, here.keys);
    QTEST(printed(offered), "judged");
}

void TestImportVerdicts::onlyKeysThatMatterAreAskedFor()
{
    const Here here;
    const ImportOffer both =
        offer(config("a", {{"https://work.example", "sk-a"}, {"https://a.example", "sk-a"}}));
    QCOMPARE(endpointsToCompare(both, here.settings), std::vector<EndpointId>{EndpointId{s("aaaa0001")}});
    const ImportOffer keyless = offer(config("a", {{"https://work.example", ""}}));
    QVERIFY(endpointsToCompare(keyless, here.settings).empty());
}

void TestImportVerdicts::whatIsAddedIsPermitted()
{
    Here here;
    ImportOffer offered = offer(config(
        "work",
        {{"https://work.example", "sk-work"}, {"https://b.example", "sk-b"}, {"https://b.example", ""}}));
    judgeOffer(offered, here.settings, here.keys);
    PutConfig command = takeCommand(offered.configs.front());
    int number = 0;
    for (DraftEndpoint &draft : command.endpoints)
        draft.endpoint.id = {QStringLiteral("bbbb000%1").arg(++number)};
    const Result<Change> change = applyCommand(here.settings, here.keys, std::move(command));
    QVERIFY2(change.ok(), change ? "" : qPrintable(change.refusal().subject + change.refusal().detail));
    QVERIFY(change->settings.find(s("work 2")));
}

void TestImportVerdicts::theSecondImportBringsNothing()
{
    Here here;
    const auto make = [] {
        return offer(config("a", {{"https://a.example", "sk-a"}}), config("k", {{"https://k.example", ""}}));
    };
    ImportOffer first = make();
    judgeOffer(first, here.settings, here.keys);
    int number = 0;
    for (ImportedConfig &one : first.configs) {
        PutConfig command = takeCommand(one);
        command.endpoints.front().endpoint.id = {QStringLiteral("cccc000%1").arg(++number)};
        Result<Change> change = applyCommand(here.settings, here.keys, std::move(command));
        QVERIFY(change.ok());
        here.settings = change->settings;
        for (KeyWrite &write : change->keyWrites)
            here.keys.emplace(write.endpoint, std::move(write.key));
    }
    ImportOffer second = make();
    judgeOffer(second, here.settings, here.keys);
    for (const ImportedConfig &one : second.configs)
        QCOMPARE(one.verdict, ImportVerdict::AlreadyThere);
}

void TestImportVerdicts::namesArePermitted_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("name");
    QTest::newRow("as it is") << s("智谱 GLM") << s("智谱 GLM");
    QTest::newRow("slashes") << s("/a/b") << s("a-b");
    QTest::newRow("line breaks and bells") << s("a\n\x07 b") << s("a b");
    QTest::newRow("writing that runs backwards") << s("a\u202Eexample") << s("aexample");
    QTest::newRow("an option") << s("--yes") << s("yes");
    QTest::newRow("dots") << s("..") << s("otherwise");
    QTest::newRow("nothing") << s("") << s("otherwise");
    QTest::newRow("long") << QString(100, QLatin1Char('n')) << QString(64, QLatin1Char('n'));
    QTest::newRow("long and wide") << s("😀").repeated(70) << s("😀").repeated(64);
}

void TestImportVerdicts::namesArePermitted()
{
    QFETCH(QString, given);
    QTEST(permittedName(given, s("otherwise")), "name");
}

QTEST_APPLESS_MAIN(TestImportVerdicts)
#include "tst_import_verdicts.moc"
