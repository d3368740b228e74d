// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/json_file.h"

#include <QTest>

using namespace qcc;

namespace {

const QString kFile = QStringLiteral("/home/me/.qcc/some.json");

JsonPath path(std::initializer_list<std::variant<QString, qsizetype>> parts)
{
    return parts;
}

} // namespace

Q_DECLARE_METATYPE(JsonPath)

class TestJsonFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void brokenTextIsPlaced_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("place");
        const auto row = [](const char *name, const char *text, const char *place) {
            QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(place);
        };
        row("nothing at all", "", "line 1, column 1: ");
        row("no JSON", "hello", "line 1, column 1: ");
        row("a list", "\n  [1]", "line 2, column 3: an object { … } is needed");
        row("a missing colon", "{\n  \"a\" 1\n}", "line 2, column 7: ");
        row("an open end", "{\n \"a\": [1, 2", "line 2, column ");
        row("a comma too many", "{\n  \"a\": 1,\n}", "line 3, column ");
        row("characters count, not bytes", "{\"网关\": nix}", "line 1, column 8: ");
        row("a word in place of a value", "{\n  \"a\": oops\n}", "line 2, column 8: ");
        row("something after the end", "{}\n\nx", "line 3, column 1: ");
    }

    void brokenTextIsPlaced()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, place);
        const Result<QJsonObject> object = parseJsonObject(kFile, text);
        QVERIFY(!object);
        QCOMPARE(object.refusal().code, RefusalCode::FileBroken);
        QCOMPARE(object.refusal().subject, kFile);
        QVERIFY2(object.refusal().detail.startsWith(place), qPrintable(object.refusal().detail));
        QVERIFY(object.refusal().detail.size() > place.size() || place.endsWith(QStringLiteral("needed")));
    }

    void valuesAreFound_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<JsonPath>("to");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char *name, const char *text, JsonPath to, const char *detail) {
            QTest::newRow(name) << QByteArray(text) << std::move(to) << QString::fromUtf8(detail);
        };
        const auto s = [](const char *text) { return QString::fromUtf8(text); };
        row("a member", "{\"a\": 1,\n  \"b\": 2}", path({s("b")}), "line 2, column 8: b: why");
        row("a nested member", "{\"x\": {\"y\": [1, {\"z\": true}]},\n\"p\": {\"q\": 5}}",
            path({s("p"), s("q")}), "line 2, column 12: p.q: why");
        row("an element", "{\"a\": [\n\"one\",\n {\"b\": \"]}\\\"\"}, 3]}", path({s("a"), 2}),
            "line 3, column 17: a[2]: why");
        row("a member of an element", "{\"a\": [0, {\"b\": null}]}", path({s("a"), 1, s("b")}),
            "line 1, column 17: a[1].b: why");
        row("the last of several of one name", "{\"a\": 1,\n\"a\": 2}", path({s("a")}),
            "line 2, column 6: a: why");
        row("an escaped name", "{\"b\": 0,\"\\u0061\": 2}", path({s("a")}), "line 1, column 19: a: why");
        row("a missing member is where it should be", "{\n\"a\": {}}", path({s("a"), s("b")}),
            "line 2, column 6: a.b: why");
        row("behind a byte order mark", "\xEF\xBB\xBF{\"a\": 1}", path({s("a")}), "line 1, column 8: a: why");
        row("an empty list", "{\"a\": []}", path({s("a"), 0}), "line 1, column 7: a[0]: why");
    }

    void valuesAreFound()
    {
        QFETCH(QByteArray, text);
        QFETCH(JsonPath, to);
        QVERIFY(parseJsonObject(kFile, text).ok());
        const Refusal refusal = brokenAt(kFile, text, to, QStringLiteral("why"));
        QCOMPARE(refusal.code, RefusalCode::FileBroken);
        QTEST(refusal.detail, "detail");
    }
};

QTEST_APPLESS_MAIN(TestJsonFile)
#include "tst_json_file.moc"
