// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/json_walk.h"

#include <QTest>

using namespace qcc;

namespace {

/// "key=value|…"
QByteArray membersOf(const QByteArray &text)
{
    QByteArrayList parts;
    for (const JsonMemberRange &member : jsonMembers(text, jsonRoot(text))) {
        const QByteArrayView whole = bytesAt(text, member.whole);
        if (!whole.startsWith('"') || !whole.endsWith(bytesAt(text, member.value)))
            return "ranges don't fit";
        parts += member.key + '=' + bytesAt(text, member.value).toByteArray();
    }
    return parts.join('|');
}

QByteArray elementsOf(const QByteArray &text)
{
    QByteArrayList parts;
    for (const ByteRange &element : jsonElements(text, jsonRoot(text)))
        parts += bytesAt(text, element).toByteArray();
    return parts.join('|');
}

} // namespace

class TestJsonWalk : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void members_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("members");
        const auto row = [](const char *name, const char *text, const char *members) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(members);
        };
        row("none", "{}", "");
        row("none, with space", " { \n } ", "");
        row("of every kind", R"({"a":1,"b":"x","c":[1,2],"d":{"e":3},"f":true,"g":null,"h":-1.5e3})",
            R"(a=1|b="x"|c=[1,2]|d={"e":3}|f=true|g=null|h=-1.5e3)");
        row("with space everywhere", " {\t\"a\" : 1 ,\r\n \"b\":[ ] } ", "a=1|b=[ ]");
        row("strings with brackets, commas and quotes",
            "{\"a\":\"}],\\\"{\",\"b\":\"\\\\\",\"c\":\"\\\\\\\"\"}",
            "a=\"}],\\\"{\"|b=\"\\\\\"|c=\"\\\\\\\"\"");
        row("an escaped key", "{\"\\u0061b\":1}", "ab=1");
        row("a key twice", R"({"a":1,"a":2})", "a=1|a=2");
        row("not ASCII", "{\"名\":\"值\"}", "名=\"值\"");
        row("an array has none", "[1]", "");
        row("a string has none", "\"{}\"", "");
        row("nothing", "", "");
        row("cut off in a value", R"({"a":1,"b":[1)", "a=1|b=[");
        row("cut off in a key", "{\"a\":1,\"b", "a=1");
        row("cut off behind a backslash", "{\"a\":\"\\", "a=\"");
    }
    void members()
    {
        QFETCH(const QByteArray, text);
        QTEST(membersOf(text), "members");
    }

    void elements_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("elements");
        QTest::newRow("none") << QByteArray("[ ]") << QByteArray();
        QTest::newRow("of every kind") << QByteArray(R"( [1, "a,b" ,[2,[3]],{"c":[4]},false ] )")
                                       << QByteArray(R"(1|"a,b"|[2,[3]]|{"c":[4]}|false)");
        QTest::newRow("an object has none") << QByteArray("{}") << QByteArray();
        QTest::newRow("no JSON, and still an end") << QByteArray("[,,}]") << QByteArray();
    }
    void elements()
    {
        QFETCH(const QByteArray, text);
        QTEST(elementsOf(text), "elements");
    }

    void anyBeginningOfATextIsSafe()
    {
        const QByteArray text =
            " {\"a\":{\"b\":[\"\\\\\\\"\",{\"c\":[1,2,{\"d\":\"}\"}]}]},\"e\":[[],{},\"\"]} ";
        for (qsizetype size = 0; size <= text.size(); ++size) {
            const QByteArray part = text.left(size);
            for (const JsonMemberRange &member : jsonMembers(part, jsonRoot(part))) {
                QVERIFY(member.whole.offset + member.whole.size <= size);
                QVERIFY(member.value.size >= 0);
            }
        }
    }

    void onlyOneMemberOfAKeyIsTaken()
    {
        const QByteArray text = R"({"a":1,"b":2,"a":3})";
        const std::vector<JsonMemberRange> members = jsonMembers(text, jsonRoot(text));
        QVERIFY(!onlyMember(members, "a"));
        QVERIFY(!onlyMember(members, "c"));
        QCOMPARE(bytesAt(text, *onlyMember(members, "b")).toByteArray(), QByteArray("2"));
    }
};

QTEST_GUILESS_MAIN(TestJsonWalk)
#include "tst_json_walk.moc"
