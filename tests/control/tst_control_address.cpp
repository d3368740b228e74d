// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/control/control_address.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace qcc;

class TestControlAddress : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void staysInAHomeThatFits();
    void movesAwayFromAHomeTooLong_data();
    void movesAwayFromAHomeTooLong();
    void tellsLongHomesApartAndKnowsThemAgain();
    void closesTheDirectoryToOthers();
    void refusesADirectoryItCannotMake();
    void cleanup();
};

namespace {

QString longHome(QChar filler)
{
    return QStringLiteral("/") + QString(120, filler);
}

} // namespace

void TestControlAddress::cleanup()
{
    qunsetenv("XDG_RUNTIME_DIR");
}

void TestControlAddress::staysInAHomeThatFits()
{
    QCOMPARE(controlSocketPath(QStringLiteral("/home/me/.qcc")),
             QStringLiteral("/home/me/.qcc/control.sock"));
    const QString just = QStringLiteral("/") + QString(85, QLatin1Char('a')); // 86 + 13 = 99 bytes
    QCOMPARE(controlSocketPath(just), just + QStringLiteral("/control.sock"));
    const QString chinese = QStringLiteral("/") + QString(40, QChar(0x4e2d)); // 40 characters, 120 bytes
    QVERIFY(!controlSocketPath(chinese).startsWith(chinese));
}

void TestControlAddress::movesAwayFromAHomeTooLong_data()
{
    QTest::addColumn<QByteArray>("runtimeDir");
    QTest::addColumn<QString>("directory");
    const QString temp = QDir::tempPath() + QStringLiteral("/qcc-") +
                         QString::number(QFileInfo(QStringLiteral("/proc/self")).ownerId());
    QTest::newRow("to the session's directory")
        << QByteArray("/run/user/4711") << QStringLiteral("/run/user/4711/qcc");
    QTest::newRow("to the temporary directory without a session") << QByteArray() << temp;
    QTest::newRow("to the temporary directory when the session's is no absolute path")
        << QByteArray("run") << temp;
    QTest::newRow("to the temporary directory when the session's is too long as well")
        << QByteArray("/" + QByteArray(120, 'r')) << temp;
}

void TestControlAddress::movesAwayFromAHomeTooLong()
{
    QFETCH(QByteArray, runtimeDir);
    QFETCH(QString, directory);
    qputenv("XDG_RUNTIME_DIR", runtimeDir);
    const QString path = controlSocketPath(longHome(QLatin1Char('a')));
    QCOMPARE(QFileInfo(path).path(), directory);
    QVERIFY(QFile::encodeName(path).size() < 100);
}

void TestControlAddress::tellsLongHomesApartAndKnowsThemAgain()
{
    const QString a = longHome(QLatin1Char('a'));
    QCOMPARE(controlSocketPath(a), controlSocketPath(a + QStringLiteral("/.")));
    QVERIFY(controlSocketPath(a) != controlSocketPath(longHome(QLatin1Char('b'))));
}

void TestControlAddress::closesTheDirectoryToOthers()
{
    QTemporaryDir root;
    const QString open = root.filePath(QStringLiteral("open"));
    QVERIFY(QDir().mkdir(open));
    QVERIFY(QFile::setPermissions(open, QFile::Permissions(0x7755)));
    for (const QString &directory : {open, root.filePath(QStringLiteral("fresh"))}) {
        QVERIFY(prepareSocketDirectory(directory + QStringLiteral("/s")).ok());
        const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                                          QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
        QVERIFY(!(QFile::permissions(directory) & others));
    }
}

void TestControlAddress::refusesADirectoryItCannotMake()
{
    QTemporaryDir root;
    const QString file = root.filePath(QStringLiteral("file"));
    QVERIFY(QFile(file).open(QIODevice::WriteOnly));
    const auto inMissing = prepareSocketDirectory(root.filePath(QStringLiteral("a/b/s")));
    QVERIFY(!inMissing);
    QCOMPARE(inMissing.refusal().code, RefusalCode::FileUnwritable);
    const auto inFile = prepareSocketDirectory(file + QStringLiteral("/s"));
    QVERIFY(!inFile);
    QCOMPARE(inFile.refusal().subject, file);
}

QTEST_GUILESS_MAIN(TestControlAddress)
#include "tst_control_address.moc"
