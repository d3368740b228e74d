// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/system_file.h"

#include <QFile>

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace qcc::disk {

namespace {

constexpr mode_t kOwnerOnly = 0600;

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

Refusal unreadable(const QString &path, const QString &reason)
{
    return {RefusalCode::FileUnreadable, path, reason};
}

} // namespace

Result<std::optional<QByteArray>> readRegularFile(const QString &path, qint64 most)
{
    const QByteArray name = QFile::encodeName(path);
    const Descriptor descriptor(::open(name.constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!descriptor.isOpen() && errno == ENOENT)
        return std::optional<QByteArray>();
    if (!descriptor.isOpen())
        return unreadable(path, qt_error_string(errno));
    struct stat status = {};
    if (::fstat(descriptor.number(), &status) != 0)
        return unreadable(path, qt_error_string(errno));
    if (!S_ISREG(status.st_mode))
        return unreadable(path, QStringLiteral("it is not a regular file"));
    QFile file;
    if (!file.open(descriptor.number(), QIODevice::ReadOnly))
        return unreadable(path, file.errorString());
    QByteArray content = file.read(most);
    if (file.error() != QFileDevice::NoError)
        return unreadable(path, file.errorString());
    return std::optional(std::move(content));
}

int writeNewFile(const QString &path, const QByteArray &content)
{
    Descriptor file(::open(QFile::encodeName(path).constData(),
                           O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, kOwnerOnly));
    if (!file.isOpen())
        return errno;
    if (const int error = writeAll(file.number(), content))
        return error;
    if (::fsync(file.number()) != 0 || file.close() != 0)
        return errno;
    return 0;
}

int replaceFile(const QString &from, const QString &to)
{
    return ::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0 ? 0 : errno;
}

int removeFile(const QString &path)
{
    return ::unlink(QFile::encodeName(path).constData()) == 0 || errno == ENOENT ? 0 : errno;
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

bool isAlive(qint64 pid)
{
    return ::kill(static_cast<pid_t>(pid), 0) == 0 || errno == EPERM;
}

int tooManyLinks()
{
    return ELOOP;
}

} // namespace qcc::disk
