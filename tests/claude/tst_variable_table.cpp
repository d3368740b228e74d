// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/claude/variable_table.h"

#include <QTest>

using namespace qcc;

namespace {

const QString kFile = QStringLiteral("settings.json");

Result<VariableTable> tableOf(const QByteArray &text, bool editor)
{
    return VariableTable::read(kFile, text, editor ? SettingsForm::Editor : SettingsForm::ClaudeCode);
}

} // namespace

/// Where variables go in a file, and what stays when they are taken out again.
class TestVariableTable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void setsInTheMannerOfTheFile_data();
    void setsInTheMannerOfTheFile();
    void takesOut_data();
    void takesOut();
    void refusesOddForms_data();
    void refusesOddForms();
    void comparesWhatValuesMean();
};

void TestVariableTable::setsInTheMannerOfTheFile_data()
{
    QTest::addColumn<bool>("editor");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char *name, const char *before, const char *after, bool editor = false) {
        QTest::newRow(name) << editor << QByteArray(before) << QByteArray(after);
    };
    row("an empty file", "", "{\n  \"env\": {\n    \"A\": \"1\",\n    \"B\": \"2\"\n  }\n}\n");
    row("an empty object", "{}\n", "{\n  \"env\": {\n    \"A\": \"1\",\n    \"B\": \"2\"\n  }\n}\n");
    row("no env", "{\n    \"m\": 1\n}",
        "{\n    \"m\": 1,\n    \"env\": {\n        \"A\": \"1\",\n        \"B\": \"2\"\n    }\n}");
    row("tabs and CRLF", "{\r\n\t\"m\": 1\r\n}",
        "{\r\n\t\"m\": 1,\r\n\t\"env\": {\r\n\t\t\"A\": \"1\",\r\n\t\t\"B\": \"2\"\r\n\t}\r\n}");
    row("one line", "{\"m\":1}", "{\"m\":1,\"env\":{\"A\":\"1\",\"B\":\"2\"}}");
    row("one airy line", "{ \"m\": 1 }", "{ \"m\": 1, \"env\": { \"A\": \"1\", \"B\": \"2\" } }");
    row("an empty env", "{\n  \"env\": {}\n}",
        "{\n  \"env\": {\n    \"A\": \"1\",\n    \"B\": \"2\"\n  }\n}");
    row("an env that is there", "{\n  \"env\": {\n    \"C\" : 3\n  },\n  \"z\": 0\n}",
        "{\n  \"env\": {\n    \"C\" : 3,\n    \"A\" : \"1\",\n    \"B\" : \"2\"\n  },\n  \"z\": 0\n}");
    row("a value that is there", "{\"env\": {\"A\": {\"odd\": []}, \"C\": 3}}",
        "{\"env\": {\"A\": \"1\", \"C\": 3, \"B\": \"2\"}}");
    row("a repeated env, of which the last one counts", "{\"env\":{\"A\":0},\"env\":{}}",
        "{\"env\":{\"A\":0},\"env\":{\"A\":\"1\",\"B\":\"2\"}}");
    row("a repeated variable", "{\"env\":{\"A\":0,\"A\":9}}", "{\"env\":{\"A\":0,\"A\":\"1\",\"B\":\"2\"}}");
    row("a name in escapes", "{\"env\":{\"\\u0041\":0}}", "{\"env\":{\"\\u0041\":\"1\",\"B\":\"2\"}}");
    row("an editor's file", "{\n    \"x\": 1, // last\n}",
        "{\n    \"x\": 1, // last\n    \"claudeCode.environmentVariables\": [\n"
        "        { \"name\": \"A\", \"value\": \"1\" },\n        { \"name\": \"B\", \"value\": \"2\" }\n    "
        "]\n}",
        true);
    row("a comment behind the last value", "{\n  \"x\": 1 // about x\n}",
        "{\n  \"x\": 1, // about x\n  \"claudeCode.environmentVariables\": [\n"
        "    { \"name\": \"A\", \"value\": \"1\" },\n    { \"name\": \"B\", \"value\": \"2\" }\n  ]\n}",
        true);
    row("a comment at the end of one line", "{\"x\":1 // c\n}",
        "{\"x\":1, // c\n\"claudeCode.environmentVariables\":"
        "[{ \"name\":\"A\", \"value\":\"1\" },{ \"name\":\"B\", \"value\":\"2\" }]\n}",
        true);
    row("a variable in an editor's file",
        "{\"claudeCode.environmentVariables\": [{\"value\": \"0\", \"name\": \"B\"}, 7]}",
        "{\"claudeCode.environmentVariables\": [{\"value\": \"2\", \"name\": \"B\"}, 7, "
        "{ \"name\": \"A\", \"value\": \"1\" }]}",
        true);
}

void TestVariableTable::setsInTheMannerOfTheFile()
{
    QFETCH(const bool, editor);
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    const Result<VariableTable> table = tableOf(before, editor);
    QVERIFY(table);
    const ByteEdits edits = table->setting({{QStringLiteral("A"), "\"1\""}, {QStringLiteral("B"), "\"2\""}});
    QCOMPARE(applied(before, edits).value_or("none"), after);
    QCOMPARE(applied(after, inverted(edits)).value_or("none"), before);
}

void TestVariableTable::takesOut_data()
{
    QTest::addColumn<bool>("editor");
    QTest::addColumn<bool>("tableToo");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char *name, bool tableToo, const char *before, const char *after,
                        bool editor = false) {
        QTest::newRow(name) << editor << tableToo << QByteArray(before) << QByteArray(after);
    };
    row("the last two", false, "{\"env\": {\n  \"C\": 3,\n  \"A\": 1,\n  \"B\": 2\n}}",
        "{\"env\": {\n  \"C\": 3\n}}");
    row("the first two", false, "{\"env\": {\n  \"A\": 1,\n  \"B\": 2,\n  \"C\": 3\n}}",
        "{\"env\": {\n  \"C\": 3\n}}");
    row("around another", false, "{\"env\":{\"A\":1,\"C\":3,\"B\":2}}", "{\"env\":{\"C\":3}}");
    row("one only", false, "{\"env\":{\"A\":1,\"C\":3}}", "{\"env\":{\"C\":3}}");
    row("all", false, "{\"env\": {\n  \"A\": 1\n}}", "{\"env\": {}}");
    row("all and their place", true, "{\n  \"m\": 1,\n  \"env\": {\n    \"A\": 1\n  }\n}",
        "{\n  \"m\": 1\n}");
    row("the place is not ours alone", true, "{\"env\":{\"A\":1,\"C\":3}}", "{\"env\":{\"C\":3}}");
    row("nothing there", false, "{\"env\":{\"C\":3}}", "{\"env\":{\"C\":3}}");
    row("an empty place that was ours", true, "{\"env\":{}}", "{}");
    row("comments stay", true,
        "{\"claudeCode.environmentVariables\": [\n  // mine\n  {\"name\":\"A\",\"value\":1}, // a\n"
        "  {\"name\":\"B\",\"value\":1}\n]}",
        "{\"claudeCode.environmentVariables\": [\n  // mine\n   // a\n  \n]}", true);
    row("a line comment swallows nothing", false,
        "{\"claudeCode.environmentVariables\": [ // mine\n  {\"name\":\"A\",\"value\":1}, 7]}",
        "{\"claudeCode.environmentVariables\": [ // mine\n   7]}", true);
}

void TestVariableTable::takesOut()
{
    QFETCH(const bool, editor);
    QFETCH(const bool, tableToo);
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    const Result<VariableTable> table = tableOf(before, editor);
    QVERIFY(table);
    const ByteEdits edits = table->removing({QStringLiteral("A"), QStringLiteral("B")}, tableToo);
    QCOMPARE(applied(before, edits).value_or("none"), after);
    QVERIFY(tableOf(after, editor));
}

void TestVariableTable::refusesOddForms_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("detail");
    QTest::newRow("no object") << QByteArray("[]") << int(RefusalCode::FileBroken)
                               << QStringLiteral("line 1, column 1: an object { … } is needed");
    QTest::newRow("env is a list") << QByteArray("{\n \"env\": []}") << int(RefusalCode::InTheWay)
                                   << QStringLiteral("line 2, column 9: \"env\" holds no object { … }");
    QTest::newRow("env is null") << QByteArray("{\"env\":null}") << int(RefusalCode::InTheWay)
                                 << QStringLiteral("line 1, column 8: \"env\" holds no object { … }");
}

void TestVariableTable::refusesOddForms()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, code);
    QFETCH(const QString, detail);
    const Result<VariableTable> table = tableOf(text, false);
    QVERIFY(!table);
    QCOMPARE(int(table.refusal().code), code);
    QCOMPARE(table.refusal().subject, kFile);
    QCOMPARE(table.refusal().detail, detail);
}

void TestVariableTable::comparesWhatValuesMean()
{
    QVERIFY(sameValue("\"a/b\"", "\"a\\/b\""));
    QVERIFY(sameValue("{\"a\": 1}", "{\"a\":1}"));
    QVERIFY(!sameValue("\"a\"", "\"b\""));
    QVERIFY(!sameValue("1", "\"1\""));
}

QTEST_GUILESS_MAIN(TestVariableTable)
#include "tst_variable_table.moc"
