// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/autostart.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace qcc;
Q_DECLARE_METATYPE(qcc::LoginStart)

namespace {

QStringList command(const char *program)
{
    return {QString::fromLatin1(program), QStringLiteral("--hidden")};
}

} // namespace

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
    void startsWhatWillBeThere_data();
    void startsWhatWillBeThere();
};

void TestAutostart::switchesOnAndOff()
{
    const QTemporaryDir folder;
    const Autostart autostart(LoginStart{folder.path(), command("/opt/qcc/bin/qcc-desktop")});
    QVERIFY(!autostart.isOn());
    QVERIFY(autostart.set(true).ok());
    QVERIFY(autostart.isOn());
    QFile file(folder.filePath(QStringLiteral("autostart/qcc.desktop")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.startsWith("[Desktop Entry]\nType=Application\n"));
    QVERIFY(text.contains("\nTryExec=/opt/qcc/bin/qcc-desktop\n")); // once it is gone, nothing is started
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
    const Autostart autostart(LoginStart{folder.path(), command("/usr/bin/qcc-desktop")});
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
    const Autostart autostart(LoginStart{file.fileName(), command("/usr/bin/qcc-desktop")});
    const Result<Done> set = autostart.set(true);
    QVERIFY(!set.ok());
    QCOMPARE(set.refusal().code, RefusalCode::FileUnwritable);
    QVERIFY(!autostart.isOn());
}

void TestAutostart::startsWhatWillBeThere_data()
{
    QTest::addColumn<QStringList>("environment");
    QTest::addColumn<LoginStart>("expected");
    const auto row = [](const char *name, const QStringList &environment, const char *folder,
                        const char *words) {
        QTest::newRow(name) << environment
                            << LoginStart{QString::fromLatin1(folder),
                                          QString::fromLatin1(words).split(QLatin1Char(' '))};
    };
    row("installed", {}, "/home/x/.config", "/usr/bin/qcc-desktop --hidden");
    row("another configuration folder", {QStringLiteral("XDG_CONFIG_HOME=/etc/x")}, "/etc/x",
        "/usr/bin/qcc-desktop --hidden");
    row("a folder that is not absolute does not count", {QStringLiteral("XDG_CONFIG_HOME=x")},
        "/home/x/.config", "/usr/bin/qcc-desktop --hidden");
    row("an AppImage, whose inside is gone afterwards", {QStringLiteral("APPIMAGE=/home/x/QCC.AppImage")},
        "/home/x/.config", "/home/x/QCC.AppImage --hidden");
    row("a Flatpak, with a configuration folder of its own",
        {QStringLiteral("FLATPAK_ID=org.example.qcc"),
         QStringLiteral("XDG_CONFIG_HOME=/home/x/.var/app/org.example.qcc/config")},
        "/home/x/.config", "flatpak run org.example.qcc --hidden");
    row("a Flatpak where the person's is another one",
        {QStringLiteral("FLATPAK_ID=org.example.qcc"), QStringLiteral("HOST_XDG_CONFIG_HOME=/etc/x")},
        "/etc/x", "flatpak run org.example.qcc --hidden");
}

void TestAutostart::startsWhatWillBeThere()
{
    QFETCH(QStringList, environment);
    QFETCH(LoginStart, expected);
    QProcessEnvironment variables;
    for (const QString &line : environment)
        variables.insert(line.section(QLatin1Char('='), 0, 0), line.section(QLatin1Char('='), 1));
    const LoginStart start =
        loginStart(variables, QStringLiteral("/home/x"), QStringLiteral("/usr/bin/qcc-desktop"));
    QCOMPARE(start.folder, expected.folder);
    QCOMPARE(start.command, expected.command);
}

QTEST_GUILESS_MAIN(TestAutostart)
#include "tst_autostart.moc"
