// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/file_lock.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QThread>

#include <windows.h>

namespace qcc {

namespace {

// LockFileEx waits without a deadline, or not at all; a waiting writer looks again this often.
constexpr milliseconds kRetryInterval{10};
// A lock of Windows keeps others from reading what is locked, so it is one byte far behind the content.
constexpr DWORD kLockedByte = 0x7fff'0000;

HANDLE handleOf(qintptr number)
{
    return reinterpret_cast<HANDLE>(number);
}

bool tryLock(HANDLE file)
{
    OVERLAPPED place{};
    place.Offset = kLockedByte;
    return ::LockFileEx(file, LOCKFILE_EXCLUSIVE_LOCK | LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &place);
}

QString reason()
{
    return qt_error_string(static_cast<int>(::GetLastError()));
}

} // namespace

Result<std::optional<FileLock>> FileLock::acquire(const QString &path, milliseconds timeout)
{
    const HANDLE file = ::CreateFileW(QDir::toNativeSeparators(path).toStdWString().c_str(),
                                      GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE,
                                      nullptr, OPEN_ALWAYS, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (file == INVALID_HANDLE_VALUE)
        return Refusal{RefusalCode::FileUnwritable, path, reason()};
    FileLock lock(reinterpret_cast<qintptr>(file));
    const QDeadlineTimer deadline(timeout);
    while (!tryLock(file)) {
        if (::GetLastError() != ERROR_LOCK_VIOLATION && ::GetLastError() != ERROR_IO_PENDING)
            return Refusal{RefusalCode::FileUnwritable, path, reason()};
        if (deadline.hasExpired())
            return std::optional<FileLock>();
        QThread::msleep(static_cast<unsigned long>(kRetryInterval.count()));
    }
    return std::optional<FileLock>(std::move(lock));
}

FileLock::~FileLock()
{
    if (m_handle != -1)
        ::CloseHandle(handleOf(m_handle));
}

FileLock::FileLock(FileLock &&other) noexcept : m_handle(std::exchange(other.m_handle, -1)) {}

void FileLock::note(const QByteArray &text)
{
    const HANDLE file = handleOf(m_handle);
    DWORD written = 0;
    const bool noted =
        ::SetFilePointer(file, 0, nullptr, FILE_BEGIN) != INVALID_SET_FILE_POINTER && ::SetEndOfFile(file) &&
        ::WriteFile(file, text.constData(), static_cast<DWORD>(text.size()), &written, nullptr);
    if (!noted)
        qWarning("lock file: %s", qUtf8Printable(reason()));
}

} // namespace qcc
