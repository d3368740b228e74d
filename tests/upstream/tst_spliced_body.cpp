// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/upstream/spliced_body.h"
#include "tests/upstream/memory_body.h"

#include <QTest>

using namespace qcc;
using namespace qcc::test;

using Splices = std::vector<Splice>;
Q_DECLARE_METATYPE(Splices)

class TestSplicedBody : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isReadInAnyStep_data()
    {
        QTest::addColumn<Splices>("splices");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const Splices &splices, const QByteArray &expected) {
            QTest::newRow(name) << splices << expected;
        };
        row("longer", {{3, 2, "-----"}}, "012-----56789");
        row("shorter", {{3, 4, "-"}}, "012-789");
        row("as long", {{3, 2, "--"}}, "012--56789");
        row("nothing instead", {{3, 2, ""}}, "01256789");
        row("in front", {{0, 1, "--"}}, "--123456789");
        row("at the end", {{9, 1, "--"}}, "012345678--");
        row("all of it", {{0, 10, "--"}}, "--");
        row("none", {}, "0123456789");
        row("two, apart", {{1, 2, "abcd"}, {6, 3, "-"}}, "0abcd345-9");
        row("two, side by side", {{1, 2, "ab"}, {3, 2, "cd"}}, "0abcd56789");
        row("two that leave nothing, side by side", {{1, 2, ""}, {3, 2, ""}}, "056789");
        row("first nothing, then something at the same place", {{1, 2, ""}, {3, 0, "x"}}, "0x3456789");
        row("in front, in the middle and at the end", {{0, 2, ""}, {4, 1, "**"}, {8, 2, "!"}}, "23**567!");
    }
    void isReadInAnyStep()
    {
        QFETCH(Splices, splices);
        QFETCH(QByteArray, expected);
        MemoryBody body("0123456789");
        SplicedBody spliced(body, splices);
        QCOMPARE(spliced.size(), expected.size());
        for (qint64 step = 1; step <= expected.size() + 1; ++step) {
            QByteArray read;
            while (read.size() < spliced.size())
                read += *spliced.read(read.size(), step);
            QCOMPARE(read, expected);
            QCOMPARE(*spliced.read(read.size(), step), QByteArray());
        }
        QCOMPARE(*spliced.read(1, 1000), expected.mid(1));
    }

    void growsWithTheOther()
    {
        MemoryBody body("01234", false);
        SplicedBody spliced(body, {{1, 2, "abcd"}});
        QCOMPARE(*spliced.read(0, 100), QByteArray("0abcd34"));
        QCOMPARE(*spliced.read(7, 100), QByteArray());
        QVERIFY(!spliced.complete());
        body.bytes += "56";
        body.whole = true;
        QVERIFY(spliced.complete());
        QCOMPARE(spliced.size(), 9);
        QCOMPARE(*spliced.read(7, 100), QByteArray("56"));
    }

    void saysSoWhenTheOtherCanNotBeRead()
    {
        MemoryBody body("0123456789");
        SplicedBody spliced(body, {{5, 1, "x"}});
        body.broken = true;
        QVERIFY(!spliced.read(0, 3));
        QVERIFY(!spliced.read(5, 3));
        QVERIFY(!spliced.read(7, 3));
    }
};

QTEST_GUILESS_MAIN(TestSplicedBody)
#include "tst_spliced_body.moc"
