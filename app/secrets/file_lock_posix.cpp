// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/file_lock.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QThread>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace qcc {

namespace {

// flock has no deadline of its own; a waiting writer looks again this often.
constexpr milliseconds kRetryInterval{10};

} // namespace

Result<std::optional<FileLock>> FileLock::acquire(const QString &path, milliseconds timeout)
{
    const int descriptor =
        ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0)
        return Refusal{RefusalCode::FileUnwritable, path, qt_error_string(errno)};
    FileLock lock(descriptor);
    const QDeadlineTimer deadline(timeout);
    while (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR)
            return Refusal{RefusalCode::FileUnwritable, path, qt_error_string(errno)};
        if (deadline.hasExpired())
            return std::optional<FileLock>();
        QThread::msleep(static_cast<unsigned long>(kRetryInterval.count()));
    }
    return std::optional<FileLock>(std::move(lock));
}

FileLock::~FileLock()
{
    if (m_handle >= 0)
        ::close(static_cast<int>(m_handle));
}

FileLock::FileLock(FileLock &&other) noexcept : m_handle(std::exchange(other.m_handle, -1)) {}

void FileLock::note(const QByteArray &text)
{
    const auto size = static_cast<size_t>(text.size());
    const auto descriptor = static_cast<int>(m_handle);
    if (::ftruncate(descriptor, 0) != 0 || ::pwrite(descriptor, text.constData(), size, 0) != text.size())
        qWarning("lock file: %s", qUtf8Printable(qt_error_string(errno)));
}

} // namespace qcc
