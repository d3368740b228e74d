// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/json_validity.h"

#include "models/rules/json_text.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace qcc;

namespace {

bool qtAccepts(const QByteArray &text)
{
    QJsonParseError error;
    QJsonDocument::fromJson(text, &error);
    return error.error == QJsonParseError::NoError;
}

QString randomText(QRandomGenerator &random)
{
    static const QString kAlphabet = QString::fromUtf8("ab\"\\/\n\t\x01 é网🙂{}[]:,0");
    QString text;
    for (int i = random.bounded(12); i > 0; --i)
        text += kAlphabet[random.bounded(static_cast<int>(kAlphabet.size()))];
    return text.isValidUtf16() ? text : QString::fromUtf8(text.toUtf8());
}

QJsonValue randomValue(QRandomGenerator &random, int depth)
{
    switch (random.bounded(depth > 4 ? 5 : 7)) {
    case 0:
        return randomText(random);
    case 1:
        return random.bounded(2) == 0;
    case 2:
        return QJsonValue::Null;
    case 3:
        return static_cast<qint64>(random.generate64() >> 12) * (random.bounded(2) == 0 ? 1 : -1);
    case 4:
        return (random.generateDouble() - 0.5) * std::pow(10.0, random.bounded(40) - 20);
    case 5: {
        QJsonArray array;
        for (int i = random.bounded(4); i > 0; --i)
            array.append(randomValue(random, depth + 1));
        return array;
    }
    default: {
        QJsonObject object;
        for (int i = random.bounded(4); i > 0; --i)
            object.insert(randomText(random), randomValue(random, depth + 1));
        return object;
    }
    }
}

QByteArray randomDocument(QRandomGenerator &random)
{
    const auto format = random.bounded(2) == 0 ? QJsonDocument::Compact : QJsonDocument::Indented;
    const QJsonObject object{{QStringLiteral("a"), randomValue(random, 0)},
                             {randomText(random), randomValue(random, 0)}};
    return QJsonDocument(object).toJson(format);
}

/// One to three bytes changed, put in, taken out or moved.
QByteArray spoilt(QByteArray text, QRandomGenerator &random)
{
    static constexpr char kLiteral[] = "{}[]:,\"\\u0123eE+-.ntf \n\x80\xc3\xed\xf4\xff";
    static const QByteArray kBytes(kLiteral, sizeof kLiteral); // with the 0 at its end
    for (int i = 1 + random.bounded(3); i > 0 && !text.isEmpty(); --i) {
        const qsizetype at = random.bounded(static_cast<int>(text.size()));
        const char byte = kBytes[random.bounded(static_cast<int>(kBytes.size()))];
        switch (random.bounded(4)) {
        case 0:
            text[at] = byte;
            break;
        case 1:
            text.insert(at, byte);
            break;
        case 2:
            text.remove(at, 1 + random.bounded(3));
            break;
        default:
            text.insert(at, text.mid(random.bounded(static_cast<int>(text.size())), random.bounded(6)));
        }
    }
    return text;
}

} // namespace

class TestJsonValidity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void documents_data();
    void documents();
    void everyCutIsSeen();
    void goodDocumentsPass();
    void agreesWithQt();
    void nestingIsBounded();
    void plainAscii();
    void isCheap();
};

void TestJsonValidity::documents_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("valid");
    const auto row = [](const char *title, const QByteArray &text, bool valid) {
        QTest::newRow(title) << text << valid;
    };
    row("an empty object", "{}", true);
    row("an empty array", "[]", true);
    row("white space around", " \t\r\n{ \"a\" : [ 1 , 2 ] } \n", true);
    row("every kind of value", R"({"a":"b","c":1,"d":[true,false,null],"e":{"f":{}}})", true);
    row("numbers", "[0,-0,1,-12,1.5,0.25,1e5,1E+5,1e-5,-1.25e10]", true);
    row("escapes", R"(["\"\\\/\b\f\n\r\t\u00e9\ud83d\ude42"])", true);
    row("an escape that the RFC does not know", R"(["\x"])", true);
    row("a raw control character", QByteArray("[\"a\x01\nb\"]"), true);
    row("beyond ASCII", "[\"é网🙂\"]", true);
    row("nothing", "", false);
    row("white space", " ", false);
    row("a text", "\"a\"", false);
    row("a number", "1", false);
    row("a word", "true", false);
    row("HTML", "<html></html>", false);
    row("something behind it", "{} x", false);
    row("two documents", "{}{}", false);
    row("a closing bracket too many", "{}}", false);
    row("the wrong bracket", "[}", false);
    row("brackets crossed", "{\"a\":[}]", false);
    row("a comma at an object's end", "{\"a\":1,}", false);
    row("a comma at an array's end", "[1,]", false);
    row("a comma at the beginning", "[,1]", false);
    row("no comma", "[1 2]", false);
    row("no colon", "{\"a\" 1}", false);
    row("no value", "{\"a\":}", false);
    row("no key", "{1:2}", false);
    row("a colon in an array", "[\"a\":1]", false);
    row("a value in an object", "{\"a\"}", false);
    row("single quotes", "{'a':1}", false);
    row("a cut word", "[tru]", false);
    row("a word that goes on", "[nulls]", false);
    for (const char *number :
         {"01", "-", "+1", "1.", ".5", "1e", "1e+", "0x1", "1.5.5", "--1", "NaN", "Infinity"})
        QTest::addRow("the number %s", number) << QByteArray("[") + number + "]" << false;
    row("a short escape", R"(["\u12"])", false);
    row("an escape of other letters", R"(["\u12g4"])", false);
    for (const char *bytes :
         {"\x80", "\xc3", "\xc0\xaf", "\xc1\xbf", "\xe0\x9f\xbf", "\xed\xa0\x80", "\xf0\x8f\xbf\xbf",
          "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xff", "\xe7\xbd", "\xf0\x9f\x99"})
        QTest::addRow("the bytes %s", QByteArray(bytes).toHex().constData())
            << QByteArray("[\"") + bytes + "\"]" << false;
    row("bytes beyond ASCII outside of texts", "{\xc3\xa9}", false);
}

void TestJsonValidity::documents()
{
    QFETCH(QByteArray, text);
    QTEST(isJsonDocument(text), "valid");
}

void TestJsonValidity::everyCutIsSeen()
{
    const QByteArray text = "{\"a\":[1.5e3,true,\"\\u00e9 网\"],\"b\":{\"c\":null}}";
    QVERIFY(isJsonDocument(text));
    for (qsizetype size = 0; size < text.size(); ++size)
        QVERIFY2(!isJsonDocument(text.first(size)), qPrintable(QString::number(size)));
}

void TestJsonValidity::goodDocumentsPass()
{
    QRandomGenerator random(11);
    for (int i = 0; i < 3000; ++i) {
        const QByteArray text = randomDocument(random);
        QVERIFY2(isJsonDocument(text), text.constData());
    }
}

/// Qt is the oracle. Only numbers are told apart: it takes some with digits missing, and none that no double
/// holds.
void TestJsonValidity::agreesWithQt()
{
    const QRegularExpression digitsMissing(QStringLiteral("[0-9]\\.(?![0-9])|(?<![0-9])\\.[0-9]"));
    const QRegularExpression tooLarge(QStringLiteral("[0-9][eE][-+]?[0-9]{3,}"));
    QRandomGenerator random(13);
    int good = 0;
    int bad = 0;
    for (int i = 0; i < 60'000; ++i) {
        const QByteArray text = spoilt(randomDocument(random), random);
        const bool ours = isJsonDocument(text);
        const bool qts = qtAccepts(text);
        ours ? ++good : ++bad;
        if (ours != qts)
            QVERIFY2((ours ? tooLarge : digitsMissing).match(QString::fromLatin1(text)).hasMatch(),
                     text.constData());
    }
    QVERIFY(good > 3000);
    QVERIFY(bad > 3000);
}

void TestJsonValidity::nestingIsBounded()
{
    const auto nested = [](int depth) { return QByteArray(depth, '[') + QByteArray(depth, ']'); };
    QVERIFY(isJsonDocument(nested(kCheckedNesting)));
    QVERIFY(!isJsonDocument(nested(kCheckedNesting).chopped(1)));
    QVERIFY(isJsonDocument(QByteArray(100'000, '['))); // believed
}

void TestJsonValidity::plainAscii()
{
    QCOMPARE(plainAsciiSize({}), qsizetype(0));
    for (const char stop : {'"', '\\', '\x80', '\xff'}) {
        for (int before = 0; before < 20; ++before)
            QCOMPARE(plainAsciiSize(QByteArray(before, 'a') + stop + "bcdefghijk"), qsizetype(before));
    }
    QCOMPARE(plainAsciiSize(QByteArray(37, '\x01')), qsizetype(37));
}

void TestJsonValidity::isCheap()
{
    const QByteArray text =
        R"({"id":"msg_01","type":"message","role":"assistant","model":"claude-sonnet-4-5","content":[{"type":"text",)"
        R"("text":"Hello from production! This answer is as long as a short one is."}],"stop_reason":"end_turn",)"
        R"("stop_sequence":null,"usage":{"input_tokens":25,"cache_creation_input_tokens":0,"output_tokens":12}})";
    constexpr int kTimes = 20'000;
    const auto nsEach = [&](const auto &check) {
        QElapsedTimer timer;
        timer.start();
        int valid = 0;
        for (int i = 0; i < kTimes; ++i)
            valid += check(text) ? 1 : 0;
        return valid == kTimes ? timer.nsecsElapsed() / kTimes : -1;
    };
    const qint64 ours = nsEach(isJsonDocument);
    const qint64 qts = nsEach(qtAccepts);
    qInfo("%lld ns a message, QJsonDocument %lld ns", static_cast<long long>(ours),
          static_cast<long long>(qts));
    QVERIFY(ours >= 0);
    QVERIFY(ours < qts);
}

QTEST_APPLESS_MAIN(TestJsonValidity)
#include "tst_json_validity.moc"
