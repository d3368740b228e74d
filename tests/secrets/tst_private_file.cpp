// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/file_lock.h"
#include "app/secrets/private_file.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace qcc;

namespace {

mode_t modeOf(const QString &path)
{
    struct stat status = {};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 07777 : 0;
}

QByteArray contentOf(const QString &path)
{
    const Result<std::optional<QByteArray>> content = readPrivateFile(path);
    return content && *content ? **content : QByteArray("<none>");
}

/// Runs @p work in a child process that may write files of at most @p limit bytes, as on a full disk. Its
/// answer is the exit code.
int underFileSizeLimit(rlim_t limit, const std::function<bool()> &work)
{
    const pid_t child = ::fork();
    if (child == 0) {
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit size{limit, limit};
        ::setrlimit(RLIMIT_FSIZE, &size);
        ::_exit(work() ? 0 : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

} // namespace

class TestPrivateFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QVERIFY(m_directory.isValid()); }

    void aMissingFileIsNone()
    {
        const Result<std::optional<QByteArray>> content = readPrivateFile(path("missing"));
        QVERIFY(content.ok());
        QVERIFY(!*content);
    }

    void aNewFileIsForItsOwnerOnly()
    {
        const mode_t umask = ::umask(0);
        QVERIFY(writePrivateFile(path("new"), "text").ok());
        ::umask(umask);
        QCOMPARE(modeOf(path("new")), mode_t(0600));
        QCOMPARE(contentOf(path("new")), QByteArray("text"));
    }

    void replacingRepairsPermissionsAndLeavesNothingBehind()
    {
        writeByHand("old", "before");
        QVERIFY(QFile::setPermissions(path("old"), QFile::ReadOwner | QFile::ReadOther));
        QVERIFY(writePrivateFile(path("old"), "after").ok());
        QCOMPARE(contentOf(path("old")), QByteArray("after"));
        QCOMPARE(modeOf(path("old")), mode_t(0600));
        QCOMPARE(QDir(m_directory.path()).entryList({QStringLiteral(".*")}, QDir::Files | QDir::Hidden),
                 QStringList());
    }

    void aSymbolicLinkStaysOne()
    {
        writeByHand("target", "before");
        QVERIFY(QFile::link(path("target"), path("link")));
        QVERIFY(writePrivateFile(path("link"), "after").ok());
        QVERIFY(QFileInfo(path("link")).isSymLink());
        QCOMPARE(contentOf(path("target")), QByteArray("after"));
    }

    void aChainOfLinksStaysOne_data()
    {
        QTest::addColumn<bool>("exists");
        QTest::newRow("to a file") << true;
        QTest::newRow("to a file that is not there yet") << false;
    }

    void aChainOfLinksStaysOne()
    {
        QFETCH(bool, exists);
        QFile::remove(path("first"));
        QVERIFY(QDir(path("dots")).removeRecursively());
        QVERIFY(QDir(m_directory.path()).mkpath(QStringLiteral("dots")));
        if (exists)
            writeByHand("dots/end", "before");
        linkByHand("dots/middle", "end"); // relative to its own directory
        linkByHand("first", "dots/middle");
        QVERIFY(writePrivateFile(path("first"), "after").ok());
        QVERIFY(QFileInfo(path("first")).isSymLink());
        QVERIFY(QFileInfo(path("dots/middle")).isSymLink());
        QVERIFY(!QFileInfo(path("dots/end")).isSymLink());
        QCOMPARE(contentOf(path("dots/end")), QByteArray("after"));
    }

    void aRingOfLinksIsRefused()
    {
        linkByHand("ring", "gnir");
        linkByHand("gnir", "ring");
        const Result<Done> written = writePrivateFile(path("ring"), "x");
        QVERIFY(!written);
        QCOMPARE(written.refusal(),
                 (Refusal{RefusalCode::FileUnwritable, path("ring"), qt_error_string(ELOOP)}));
        QVERIFY(QFileInfo(path("ring")).isSymLink() && QFileInfo(path("gnir")).isSymLink());
    }

    void whatCannotBeReadIsSaid_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("reason");
        QTest::newRow("a directory") << QStringLiteral(".") << QStringLiteral("it is not a regular file");
        QTest::newRow("a device without end")
            << QStringLiteral("/dev/zero") << QStringLiteral("it is not a regular file");
        QTest::newRow("a path through a file") << QStringLiteral("plain/x") << qt_error_string(ENOTDIR);
        QTest::newRow("a file of more than 16 MiB")
            << QStringLiteral("large") << QStringLiteral("it is larger than 16 MiB");
    }

    void whatCannotBeReadIsSaid()
    {
        writeByHand("plain", "x");
        QFile large(path("large"));
        QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(kLargestFile + 1));
        QFETCH(QString, name);
        const QString whole = QDir(m_directory.path()).absoluteFilePath(name);
        const Result<std::optional<QByteArray>> content = readPrivateFile(whole);
        QVERIFY(!content);
        QCOMPARE(content.refusal().code, RefusalCode::FileUnreadable);
        QCOMPARE(content.refusal().subject, whole);
        QTEST(content.refusal().detail, "reason");
    }

    void whatIsNoFileIsNotReplaced_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("a pipe") << QByteArray("pipe");
        QTest::newRow("a link to a pipe") << QByteArray("to-pipe");
        QTest::newRow("a directory") << QByteArray("folder");
    }

    void whatIsNoFileIsNotReplaced()
    {
        QFile::remove(path("pipe"));
        QFile::remove(path("to-pipe"));
        QCOMPARE(::mkfifo(QFile::encodeName(path("pipe")).constData(), 0600), 0);
        linkByHand("to-pipe", "pipe");
        QVERIFY(QDir(m_directory.path()).mkpath(QStringLiteral("folder")));
        QFETCH(QByteArray, name);
        const QString whole = path(name.constData());
        struct stat before = {};
        QCOMPARE(::stat(QFile::encodeName(whole).constData(), &before), 0);
        const Result<Done> written = writePrivateFile(whole, "x");
        QVERIFY(!written);
        QCOMPARE(written.refusal(),
                 (Refusal{RefusalCode::FileUnwritable, whole, QStringLiteral("it is not a regular file")}));
        struct stat after = {};
        QCOMPARE(::stat(QFile::encodeName(whole).constData(), &after), 0);
        QCOMPARE(after.st_mode, before.st_mode);
    }

    void writingIntoNoDirectoryIsRefused()
    {
        const Result<Done> written = writePrivateFile(path("nowhere/file"), "x");
        QVERIFY(!written);
        QCOMPARE(written.refusal(),
                 (Refusal{RefusalCode::FileUnwritable, path("nowhere/file"), qt_error_string(ENOENT)}));
    }

    void aFullDiskLeavesTheOldFile()
    {
        writeByHand("kept", "before");
        const int outcome = underFileSizeLimit(1000, [&] {
            const Result<Done> written = writePrivateFile(path("kept"), QByteArray(5000, 'x'));
            return !written && written.refusal().code == RefusalCode::FileUnwritable &&
                   written.refusal().detail == qt_error_string(EFBIG);
        });
        QCOMPARE(outcome, 0);
        QCOMPARE(contentOf(path("kept")), QByteArray("before"));
        QCOMPARE(QDir(m_directory.path()).entryList({QStringLiteral(".kept*")}, QDir::Files | QDir::Hidden),
                 QStringList());
    }

    void leftoversOfDeadWritersAreRemovedOnly()
    {
        QProcess process;
        process.start(QStringLiteral("true"), QStringList());
        QVERIFY(process.waitForStarted());
        const qint64 dead = process.processId();
        QVERIFY(process.waitForFinished());
        const QByteArray ofDead = ".settings.journal." + QByteArray::number(dead) + "-1.new";
        const QByteArray ofLiving = ".secrets.json." + QByteArray::number(qint64(::getpid())) + "-999.new";
        const QByteArray besideTarget = "dots/.mine.json." + QByteArray::number(dead) + "-1.new";
        const QByteArray foreign = "dots/.yours.json." + QByteArray::number(dead) + "-1.new";
        QVERIFY(QDir(m_directory.path()).mkpath(QStringLiteral("dots")));
        for (const QByteArray &name : {ofDead, ofLiving, QByteArray(".other.json.x-1.new"),
                                       QByteArray("configs.json"), besideTarget, foreign})
            writeByHand(name.constData(), "x");
        linkByHand("linked.json", "dots/mine.json");
        removeLeftovers(m_directory.path());
        QVERIFY(!QFile::exists(path(besideTarget.constData())));
        QVERIFY(QFile::exists(path(foreign.constData())));
        QVERIFY(!QFile::exists(path(ofDead.constData())));
        for (const QByteArray &name :
             {ofLiving, QByteArray(".other.json.x-1.new"), QByteArray("configs.json")})
            QVERIFY2(QFile::exists(path(name.constData())), name.constData());
    }

    void aLockIsForOneAndEndsWithIt()
    {
        Result<std::optional<FileLock>> first = FileLock::acquire(path("lock"), milliseconds(0));
        QVERIFY(first && *first);
        Result<std::optional<FileLock>> second = FileLock::acquire(path("lock"), milliseconds(30));
        QVERIFY(second && !*second);
        first->reset();
        Result<std::optional<FileLock>> third = FileLock::acquire(path("lock"), milliseconds(0));
        QVERIFY(third && *third);
        QCOMPARE(modeOf(path("lock")), mode_t(0600));
        QVERIFY(!FileLock::acquire(path("nowhere/lock"), milliseconds(0)));
    }

private:
    QString path(const char *name) const { return m_directory.filePath(QString::fromUtf8(name)); }
    void writeByHand(const char *name, const QByteArray &content) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }
    void linkByHand(const char *name, const char *target) const
    {
        QCOMPARE(::symlink(target, QFile::encodeName(path(name)).constData()), 0);
    }

    QTemporaryDir m_directory;
};

QTEST_GUILESS_MAIN(TestPrivateFile)
#include "tst_private_file.moc"
