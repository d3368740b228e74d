// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/control/line_framer.h"

#include <QTest>

using namespace qcc;

class TestLineFramer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cutsLines_data();
    void cutsLines();
    void findsTheSameLinesWhateverTheChunks();
    void refusesLinesOverTheLimit_data();
    void refusesLinesOverTheLimit();
    void leavesBytesAloneThatOthersShare();
};

namespace {

QByteArrayList drain(LineFramer &framer)
{
    QByteArrayList lines;
    while (const auto line = framer.takeLine())
        lines << *line;
    return lines;
}

} // namespace

void TestLineFramer::cutsLines_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArrayList>("lines");
    QTest::addColumn<qsizetype>("rest");
    const auto row = [](const char *name, const QByteArray &bytes, const QByteArrayList &lines,
                        qsizetype rest) { QTest::newRow(name) << bytes << lines << rest; };
    row("nothing gives nothing", "", {}, 0);
    row("half a line waits", "abc", {}, 3);
    row("a whole line is given without its newline", "abc\n", {"abc"}, 0);
    row("an empty line is a line", "\n", {""}, 0);
    row("two lines and a half", "a\nbc\nd", {"a", "bc"}, 1);
    row("a NUL byte is an ordinary byte", QByteArray("a\0b\n", 4), {QByteArray("a\0b", 3)}, 0);
}

void TestLineFramer::cutsLines()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArrayList, lines);
    QFETCH(qsizetype, rest);
    LineFramer framer;
    framer.append(bytes.constData(), bytes.size());
    QCOMPARE(drain(framer), lines);
    QCOMPARE(framer.pending(), rest);
}

void TestLineFramer::findsTheSameLinesWhateverTheChunks()
{
    const QByteArray bytes = "first\n\nthe third one is longer\n" + QByteArray(5000, 'x') + "\nlast\n";
    const QByteArrayList expected = bytes.chopped(1).split('\n');
    for (qsizetype chunk = 1; chunk <= 64; ++chunk) {
        LineFramer framer;
        QByteArrayList lines;
        for (qsizetype at = 0; at < bytes.size(); at += chunk) {
            framer.append(bytes.constData() + at, std::min(chunk, bytes.size() - at));
            lines << drain(framer);
        }
        QCOMPARE(lines, expected);
        QCOMPARE(framer.pending(), 0);
    }
}

void TestLineFramer::refusesLinesOverTheLimit_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("tooLong");
    QTest::newRow("as long as permitted, complete") << QByteArray("12345678\n") << false;
    QTest::newRow("as long as permitted, unfinished") << QByteArray("12345678") << false;
    QTest::newRow("one byte more, complete") << QByteArray("123456789\n") << true;
    QTest::newRow("one byte more, unfinished") << QByteArray("123456789") << true;
}

void TestLineFramer::refusesLinesOverTheLimit()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, tooLong);
    LineFramer framer(8);
    framer.append("ok\n", 3);
    framer.append(bytes.constData(), bytes.size());
    QCOMPARE(framer.takeLine(), std::optional<QByteArray>("ok"));
    QCOMPARE(framer.takeLine().has_value(), !tooLong && bytes.endsWith('\n'));
    QCOMPARE(framer.tooLong(), tooLong);
    QVERIFY(!tooLong || !framer.takeLine());
}

void TestLineFramer::leavesBytesAloneThatOthersShare()
{
    QByteArray mine("secret");
    const QByteArray shared = mine;
    wipeBytes(mine);
    QVERIFY(mine.isEmpty());
    QCOMPARE(shared, QByteArray("secret"));
}

QTEST_GUILESS_MAIN(TestLineFramer)
#include "tst_line_framer.moc"
