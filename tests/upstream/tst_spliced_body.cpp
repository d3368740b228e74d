// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/upstream/spliced_body.h"
#include "tests/upstream/memory_body.h"

#include <QTest>

using namespace qcc;
using namespace qcc::test;

Q_DECLARE_METATYPE(Splice)

class TestSplicedBody : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isReadInAnyStep_data()
    {
        QTest::addColumn<Splice>("splice");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("longer") << Splice{3, 2, "-----"} << QByteArray("012-----56789");
        QTest::newRow("shorter") << Splice{3, 4, "-"} << QByteArray("012-789");
        QTest::newRow("as long") << Splice{3, 2, "--"} << QByteArray("012--56789");
        QTest::newRow("nothing instead") << Splice{3, 2, ""} << QByteArray("01256789");
        QTest::newRow("in front") << Splice{0, 1, "--"} << QByteArray("--123456789");
        QTest::newRow("at the end") << Splice{9, 1, "--"} << QByteArray("012345678--");
        QTest::newRow("all of it") << Splice{0, 10, "--"} << QByteArray("--");
    }
    void isReadInAnyStep()
    {
        QFETCH(Splice, splice);
        QFETCH(QByteArray, expected);
        MemoryBody body("0123456789");
        SplicedBody spliced(body, splice);
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
        SplicedBody spliced(body, {1, 2, "abcd"});
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
        SplicedBody spliced(body, {5, 1, "x"});
        body.broken = true;
        QVERIFY(!spliced.read(0, 3));
        QVERIFY(!spliced.read(5, 3));
        QVERIFY(!spliced.read(7, 3));
    }
};

QTEST_GUILESS_MAIN(TestSplicedBody)
#include "tst_spliced_body.moc"
