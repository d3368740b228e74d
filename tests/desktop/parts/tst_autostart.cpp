// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/autostart.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace qcc;

class TestAutostart : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void switchesOnAndOff();
    void anotherHandMayHideIt_data();
    void anotherHandMayHideIt();
    void theProgramIsQuoted_data();
    void theProgramIsQuoted();
    void aFolderThatCannotBeMade();
};

void TestAutostart::switchesOnAndOff()
{
    const QTemporaryDir folder;
    const Autostart autostart(folder.path(), QStringLiteral("/opt/qcc/bin/qcc-desktop"));
    QVERIFY(!autostart.isOn());
    QVERIFY(autostart.set(true).ok());
    QVERIFY(autostart.isOn());
    QFile file(folder.filePath(QStringLiteral("autostart/qcc.desktop")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.startsWith("[Desktop Entry]\nType=Application\n"));
    QVERIFY(text.contains("\nExec=\"/opt/qcc/bin/qcc-desktop\" --hidden\n"));
    QVERIFY(autostart.set(false).ok());
    QVERIFY(!autostart.isOn());
    QVERIFY(!file.exists());
    QVERIFY(autostart.set(false).ok()); // it is off already
}

void TestAutostart::anotherHandMayHideIt_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("Hidden") << QByteArray("Hidden=true");
    QTest::newRow("with spaces") << QByteArray("Hidden = true");
    QTest::newRow("switched off in a desktop's own settings")
        << QByteArray("X-GNOME-Autostart-enabled=false");
}

void TestAutostart::anotherHandMayHideIt()
{
    QFETCH(QByteArray, line);
    const QTemporaryDir folder;
    const Autostart autostart(folder.path(), QStringLiteral("/usr/bin/qcc-desktop"));
    QVERIFY(autostart.set(true).ok());
    QFile file(autostart.path());
    QVERIFY(file.open(QIODevice::Append));
    file.write(line + '\n');
    file.close();
    QVERIFY(!autostart.isOn());
    QVERIFY(autostart.set(true).ok());
    QVERIFY(autostart.isOn());
}

void TestAutostart::theProgramIsQuoted_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *name, const char *program, const char *word) {
        QTest::newRow(name) << QString::fromLatin1(program) << QString::fromLatin1(word);
    };
    row("plain", "/usr/bin/qcc-desktop", "\"/usr/bin/qcc-desktop\"");
    row("a space", "/opt/my apps/qcc", "\"/opt/my apps/qcc\"");
    row("a field code", "/opt/100%/qcc", "\"/opt/100%%/qcc\"");
    row("a quote", "/opt/\"q\"/qcc", "\"/opt/\\\\\"q\\\\\"/qcc\"");
    row("a dollar", "/opt/$x/qcc", "\"/opt/\\\\$x/qcc\"");
    row("a backslash", "/opt/a\\b", "\"/opt/a\\\\\\\\b\"");
}

void TestAutostart::theProgramIsQuoted()
{
    QFETCH(QString, program);
    QFETCH(QString, word);
    QCOMPARE(quotedForExec(program), word);
}

void TestAutostart::aFolderThatCannotBeMade()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const Autostart autostart(file.fileName(), QStringLiteral("/usr/bin/qcc-desktop"));
    const Result<Done> set = autostart.set(true);
    QVERIFY(!set.ok());
    QCOMPARE(set.refusal().code, RefusalCode::FileUnwritable);
    QVERIFY(!autostart.isOn());
}

QTEST_GUILESS_MAIN(TestAutostart)
#include "tst_autostart.moc"
