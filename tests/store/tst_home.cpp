// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/home.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <sys/stat.h>

using namespace qcc;

namespace {

mode_t modeOf(const QString &path)
{
    struct stat status = {};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 07777 : 0;
}

} // namespace

class TestHome : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { qunsetenv("QCC_HOME"); }

    void withoutTheVariableItIsInThePersonsHome()
    {
        qunsetenv("QCC_HOME");
        QCOMPARE(qccHomePath(), QDir::homePath() + QStringLiteral("/.qcc"));
    }

    void aRelativePathIsMadeAbsolute()
    {
        qputenv("QCC_HOME", "some/../where");
        QCOMPARE(qccHomePath(), QDir::currentPath() + QStringLiteral("/where"));
    }

    void itIsCreatedForItsOwnerOnly()
    {
        const QString path = m_directory.filePath(QStringLiteral("new/deep/home"));
        qputenv("QCC_HOME", path.toUtf8());
        const Result<QString> home = qccHome();
        QVERIFY(home.ok());
        QCOMPARE(*home, path);
        QCOMPARE(modeOf(path), mode_t(0700));
    }

    void openPermissionsAreRepaired()
    {
        const QString path = m_directory.filePath(QStringLiteral("open"));
        QVERIFY(QDir().mkdir(path));
        QCOMPARE(::chmod(QFile::encodeName(path).constData(), 0755), 0);
        QVERIFY(openHome(path).ok());
        QCOMPARE(modeOf(path), mode_t(0700));
    }

    void onlyAHomeIsRepaired_data()
    {
        QTest::addColumn<QString>("content");
        QTest::addColumn<uint>("before");
        QTest::addColumn<uint>("after"); // as before: refused
        const auto row = [](const char *name, const char *content, uint before, uint after) {
            QTest::newRow(name) << QString::fromLatin1(content) << before << after;
        };
        row("an empty directory", "", 0755, 0700);
        row("one with the configs", "configs.json", 0755, 0700);
        row("one with the priorities", "priority_config.json", 0755, 0700);
        row("one with the secrets", "secrets.json", 0755, 0700);
        row("one that an instance has used", "instance.lock", 0755, 0700);
        row("the set-group-id bit stays", "configs.json", 02750, 02700);
        row("a directory with a person's files", "thesis.tex", 0755, 0755);
        row("one with hidden files", ".bashrc", 0755, 0755);
        row("one like /tmp", "thesis.tex", 01777, 01777);
    }

    void onlyAHomeIsRepaired()
    {
        QFETCH(QString, content);
        QFETCH(uint, before);
        QFETCH(uint, after);
        QTemporaryDir place;
        if (!content.isEmpty())
            QVERIFY(QFile(place.filePath(content)).open(QIODevice::WriteOnly));
        QCOMPARE(::chmod(QFile::encodeName(place.path()).constData(), before), 0);
        const Result<QString> home = openHome(place.path());
        QCOMPARE(modeOf(place.path()), mode_t(after));
        QCOMPARE(home.ok(), before != after);
        if (!home) {
            QCOMPARE(home.refusal().code, RefusalCode::FileUnwritable);
            QCOMPARE(home.refusal().subject, place.path());
            QVERIFY(home.refusal().detail.contains(QStringLiteral("not empty")));
        }
    }

    void aLinkToADirectoryIsFollowed()
    {
        const QString target = m_directory.filePath(QStringLiteral("target"));
        const QString link = m_directory.filePath(QStringLiteral("link"));
        QVERIFY(QDir().mkdir(target) && QFile::link(target, link));
        const Result<QString> home = openHome(link);
        QVERIFY(home.ok());
        QCOMPARE(*home, target);
    }

    void lookingForAHomeMakesNothing()
    {
        const QString target = m_directory.filePath(QStringLiteral("elsewhere"));
        const QString link = m_directory.filePath(QStringLiteral("way"));
        QVERIFY(QDir().mkdir(target) && QFile::link(target, link));
        const Result<QString> home = findHome(link + QStringLiteral("/not/there"));
        QVERIFY(home.ok());
        QCOMPARE(*home, target + QStringLiteral("/not/there"));
        QVERIFY(QDir(target).isEmpty());
        QCOMPARE(::chmod(QFile::encodeName(target).constData(), 0755), 0);
        QCOMPARE(*findHome(link), target);
        QCOMPARE(modeOf(target), mode_t(0755));
        QCOMPARE(*openHome(link + QStringLiteral("/not/there")), *home);
        QVERIFY(!findHome(QStringLiteral("/proc/self/status")));
    }

    void whatCannotBeAHomeIsRefused_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("reason");
        const QString file = m_directory.filePath(QStringLiteral("file"));
        QFile handle(file);
        QVERIFY(handle.open(QIODevice::WriteOnly));
        QTest::newRow("a file") << file << ENOTDIR;
        QTest::newRow("a directory inside a file") << file + QStringLiteral("/home") << ENOTDIR;
        QTest::newRow("where nobody may create anything") << QStringLiteral("/proc/qcc-home") << ENOENT;
    }

    void whatCannotBeAHomeIsRefused()
    {
        QFETCH(QString, path);
        QFETCH(int, reason);
        const Result<QString> home = openHome(path);
        QVERIFY(!home);
        QCOMPARE(home.refusal(), (Refusal{RefusalCode::FileUnwritable, path, qt_error_string(reason)}));
    }

private:
    QTemporaryDir m_directory;
};

QTEST_APPLESS_MAIN(TestHome)
#include "tst_home.moc"
