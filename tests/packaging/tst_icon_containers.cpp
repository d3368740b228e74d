// SPDX-License-Identifier: GPL-3.0-or-later
#include "packaging/icons/icon_containers.h"

#include <QTest>
#include <QtEndian>

using namespace qcc;

class TestIconContainers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void icoNamesWhereEachPictureLies();
    void icoLeavesOutWhatItCannotName();
    void icnsPutsEachPictureBehindItsLetters();
};

void TestIconContainers::icoNamesWhereEachPictureLies()
{
    const QByteArray ico = icoOf({{16, "small"}, {256, "largest"}});
    QCOMPARE(ico.left(6), QByteArray("\0\0\1\0\2\0", 6));
    QCOMPARE(ico.mid(6, 2), QByteArray("\x10\x10", 2));
    QCOMPARE(ico.mid(22, 2), QByteArray("\0\0", 2)); // 256 does not fit a byte
    const auto wordAt = [&](int offset) { return qFromLittleEndian<quint32>(ico.constData() + offset); };
    QCOMPARE(ico.mid(int(wordAt(18)), int(wordAt(14))), QByteArray("small"));
    QCOMPARE(ico.mid(int(wordAt(34)), int(wordAt(30))), QByteArray("largest"));
    QCOMPARE(ico.size(), qsizetype(6 + 2 * 16 + 5 + 7));
}

void TestIconContainers::icoLeavesOutWhatItCannotName()
{
    QCOMPARE(icoOf({{16, "a"}, {512, "b"}}), icoOf({{16, "a"}}));
}

void TestIconContainers::icnsPutsEachPictureBehindItsLetters()
{
    const QByteArray icns = icnsOf({{22, "not known there"}, {32, "two"}, {128, "one"}});
    QCOMPARE(icns.left(4), QByteArray("icns"));
    QCOMPARE(qFromBigEndian<quint32>(icns.constData() + 4), quint32(icns.size()));
    QCOMPARE(icns.mid(8), QByteArray("icp5\0\0\0\13two"
                                     "ic11\0\0\0\13two"
                                     "ic07\0\0\0\13one",
                                     33));
}

QTEST_APPLESS_MAIN(TestIconContainers)
#include "tst_icon_containers.moc"
