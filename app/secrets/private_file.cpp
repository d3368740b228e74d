// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/private_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace qcc {

namespace {

constexpr mode_t kOwnerOnly = 0600;
constexpr int kMostLinks = 40; // as the kernel follows at most
constexpr auto kTemporarySuffix = QLatin1StringView(".new");

Refusal systemRefusal(RefusalCode code, const QString &path, int error)
{
    return {code, path, qt_error_string(error)};
}

/// Closes a descriptor at the end of a scope; close() by hand where its failure counts.
class Descriptor
{
public:
    explicit Descriptor(int number) : m_number(number) {}
    ~Descriptor() { close(); }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    bool isOpen() const { return m_number >= 0; }
    int number() const { return m_number; }
    int close() { return m_number >= 0 ? ::close(std::exchange(m_number, -1)) : 0; }

private:
    int m_number;
};

/// 0, or errno.
int writeAll(int descriptor, QByteArrayView rest)
{
    while (!rest.isEmpty()) {
        const ssize_t written = ::write(descriptor, rest.data(), static_cast<size_t>(rest.size()));
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return errno;
        rest = rest.sliced(written);
    }
    return 0;
}

int writeSynced(const QByteArray &path, const QByteArray &content)
{
    Descriptor file(
        ::open(path.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, kOwnerOnly));
    if (!file.isOpen())
        return errno;
    if (const int error = writeAll(file.number(), content))
        return error;
    if (::fsync(file.number()) != 0 || file.close() != 0)
        return errno;
    return 0;
}

int syncDirectory(const QString &path)
{
    const Descriptor directory(
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!directory.isOpen())
        return errno;
    // Some file systems know no fsync of directories.
    return ::fsync(directory.number()) == 0 || errno == EINVAL ? 0 : errno;
}

/// Unique among living processes and within this one: ".configs.json.4711-3.new".
QString temporaryPath(const QFileInfo &target)
{
    static std::atomic<quint64> counter = 0;
    return target.path() +
           QStringLiteral("/.%1.%2-%3").arg(target.fileName()).arg(::getpid()).arg(++counter) +
           kTemporarySuffix;
}

/// The file that a chain of symbolic links leads to, there or not; none: a ring.
std::optional<QFileInfo> endOfLinks(const QString &path)
{
    QFileInfo end(path);
    for (int i = 0; i < kMostLinks && end.isSymLink(); ++i)
        end = QFileInfo(end.symLinkTarget());
    return end.isSymLink() ? std::nullopt : std::optional(end);
}

bool isAlive(pid_t pid)
{
    return ::kill(pid, 0) == 0 || errno == EPERM;
}

/// Temporary files of dead writers whose names match @p pattern.
void removeMatching(const QDir &directory, const QString &pattern)
{
    for (const QString &name : directory.entryList({pattern}, QDir::Files | QDir::Hidden)) {
        const QString writer = name.chopped(kTemporarySuffix.size()).section(u'.', -1).section(u'-', 0, 0);
        bool isNumber = false;
        const int pid = writer.toInt(&isNumber);
        if (isNumber && pid > 0 && !isAlive(pid) && !QFile::remove(directory.filePath(name)))
            qWarning("%s: cannot be removed", qUtf8Printable(directory.filePath(name)));
    }
}

} // namespace

Result<std::optional<QByteArray>> readPrivateFile(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    const Descriptor descriptor(::open(name.constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!descriptor.isOpen() && errno == ENOENT)
        return std::optional<QByteArray>();
    if (!descriptor.isOpen())
        return systemRefusal(RefusalCode::FileUnreadable, path, errno);
    struct stat status = {};
    if (::fstat(descriptor.number(), &status) != 0)
        return systemRefusal(RefusalCode::FileUnreadable, path, errno);
    if (!S_ISREG(status.st_mode))
        return Refusal{RefusalCode::FileUnreadable, path, QStringLiteral("it is not a regular file")};
    QFile file;
    if (!file.open(descriptor.number(), QIODevice::ReadOnly))
        return Refusal{RefusalCode::FileUnreadable, path, file.errorString()};
    QByteArray content = file.read(kLargestFile + 1);
    if (file.error() != QFileDevice::NoError)
        return Refusal{RefusalCode::FileUnreadable, path, file.errorString()};
    if (content.size() > kLargestFile)
        return Refusal{RefusalCode::FileUnreadable, path, QStringLiteral("it is larger than 16 MiB")};
    return std::optional(std::move(content));
}

Result<Done> writePrivateFile(const QString &path, const QByteArray &content)
{
    const std::optional<QFileInfo> end = endOfLinks(path);
    if (!end)
        return systemRefusal(RefusalCode::FileUnwritable, path, ELOOP);
    const QFileInfo &target = *end;
    const QString temporary = temporaryPath(target);
    const QByteArray from = QFile::encodeName(temporary);
    int error = writeSynced(from, content);
    if (error == 0 && ::rename(from.constData(), QFile::encodeName(target.filePath()).constData()) != 0)
        error = errno;
    if (error != 0) {
        ::unlink(from.constData());
        return systemRefusal(RefusalCode::FileUnwritable, path, error);
    }
    // The new content is in place; a power cut might still bring back the old one, whole.
    if (const int unsynced = syncDirectory(target.path()))
        qWarning("%s: not synced: %s", qUtf8Printable(target.path()),
                 qUtf8Printable(qt_error_string(unsynced)));
    return Done{};
}

Result<Done> removePrivateFile(const QString &path)
{
    if (::unlink(QFile::encodeName(path).constData()) != 0 && errno != ENOENT)
        return systemRefusal(RefusalCode::FileUnwritable, path, errno);
    if (const int error = syncDirectory(QFileInfo(path).path()))
        return systemRefusal(RefusalCode::FileUnwritable, path, error);
    return Done{};
}

void removeLeftovers(const QString &directory)
{
    const QDir dir(directory);
    removeMatching(dir, QLatin1StringView(".*.*-*") + kTemporarySuffix);
    for (const QFileInfo &entry : dir.entryInfoList(QDir::Files | QDir::Hidden | QDir::System)) {
        const std::optional<QFileInfo> end = entry.isSymLink() ? endOfLinks(entry.filePath()) : std::nullopt;
        if (end)
            removeMatching(end->dir(), u'.' + end->fileName() + QLatin1StringView(".*-*") + kTemporarySuffix);
    }
}

} // namespace qcc
