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

    void aLinkToADirectoryIsFollowed()
    {
        const QString target = m_directory.filePath(QStringLiteral("target"));
        const QString link = m_directory.filePath(QStringLiteral("link"));
        QVERIFY(QDir().mkdir(target) && QFile::link(target, link));
        const Result<QString> home = openHome(link);
        QVERIFY(home.ok());
        QCOMPARE(*home, target);
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
