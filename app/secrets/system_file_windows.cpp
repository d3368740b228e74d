// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/system_file.h"

#include <QDir>

#include <windows.h>

#include <sddl.h>

namespace qcc::disk {

namespace {

/// For the file's owner and the system alone, whatever the folder gives others.
constexpr const wchar_t *kOwnerOnly = L"D:P(A;;FA;;;OW)(A;;FA;;;SY)";
constexpr DWORD kSharedWithAll = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;

std::wstring nativePath(const QString &path)
{
    return QDir::toNativeSeparators(path).toStdWString();
}

int lastError()
{
    return static_cast<int>(::GetLastError());
}

Refusal unreadable(const QString &path, const QString &reason)
{
    return {RefusalCode::FileUnreadable, path, reason};
}

/// Closes a handle at the end of a scope; close() by hand where its failure counts.
class Handle
{
public:
    explicit Handle(HANDLE handle) : m_handle(handle) {}
    ~Handle() { close(); }
    Handle(const Handle &) = delete;
    Handle &operator=(const Handle &) = delete;

    bool isOpen() const { return m_handle != INVALID_HANDLE_VALUE; }
    HANDLE get() const { return m_handle; }
    bool close() { return !isOpen() || ::CloseHandle(std::exchange(m_handle, INVALID_HANDLE_VALUE)); }

private:
    HANDLE m_handle;
};

/// A security descriptor out of its text.
class Rights
{
public:
    explicit Rights(const wchar_t *text)
    {
        ::ConvertStringSecurityDescriptorToSecurityDescriptorW(text, SDDL_REVISION_1, &m_descriptor, nullptr);
        m_attributes = {sizeof m_attributes, m_descriptor, FALSE};
    }
    ~Rights() { ::LocalFree(m_descriptor); }
    Rights(const Rights &) = delete;
    Rights &operator=(const Rights &) = delete;

    bool isKnown() const { return m_descriptor; }
    SECURITY_ATTRIBUTES *get() { return &m_attributes; }

private:
    PSECURITY_DESCRIPTOR m_descriptor = nullptr;
    SECURITY_ATTRIBUTES m_attributes{};
};

int writeAll(HANDLE file, QByteArrayView rest)
{
    while (!rest.isEmpty()) {
        DWORD written = 0;
        if (!::WriteFile(file, rest.data(), static_cast<DWORD>(rest.size()), &written, nullptr))
            return lastError();
        rest = rest.sliced(static_cast<qsizetype>(written));
    }
    return 0;
}

bool isRegular(HANDLE file)
{
    BY_HANDLE_FILE_INFORMATION information{};
    return ::GetFileType(file) == FILE_TYPE_DISK && ::GetFileInformationByHandle(file, &information) &&
           !(information.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY);
}

} // namespace

Result<std::optional<QByteArray>> readRegularFile(const QString &path, qint64 most)
{
    const Handle file(::CreateFileW(nativePath(path).c_str(), GENERIC_READ, kSharedWithAll, nullptr,
                                    OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS, nullptr));
    if (!file.isOpen()) {
        const DWORD error = ::GetLastError();
        if (error == ERROR_FILE_NOT_FOUND || error == ERROR_PATH_NOT_FOUND)
            return std::optional<QByteArray>();
        return unreadable(path, qt_error_string(static_cast<int>(error)));
    }
    if (!isRegular(file.get()))
        return unreadable(path, QStringLiteral("it is not a regular file"));
    QByteArray content;
    std::array<char, 64 * 1024> chunk;
    DWORD count = 0;
    do {
        const auto wanted = static_cast<DWORD>(std::min<qint64>(qint64(chunk.size()), most - content.size()));
        if (!::ReadFile(file.get(), chunk.data(), wanted, &count, nullptr))
            return unreadable(path, qt_error_string(lastError()));
        content.append(chunk.data(), static_cast<qsizetype>(count));
    } while (count > 0 && content.size() < most);
    return std::optional(std::move(content));
}

int writeNewFile(const QString &path, const QByteArray &content)
{
    Rights rights(kOwnerOnly);
    if (!rights.isKnown())
        return lastError();
    Handle file(::CreateFileW(nativePath(path).c_str(), GENERIC_WRITE, 0, rights.get(), CREATE_NEW,
                              FILE_ATTRIBUTE_NORMAL, nullptr));
    if (!file.isOpen())
        return lastError();
    if (const int error = writeAll(file.get(), content))
        return error;
    return ::FlushFileBuffers(file.get()) && file.close() ? 0 : lastError();
}

int replaceFile(const QString &from, const QString &to)
{
    return ::MoveFileExW(nativePath(from).c_str(), nativePath(to).c_str(),
                         MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH)
               ? 0
               : lastError();
}

int removeFile(const QString &path)
{
    if (::DeleteFileW(nativePath(path).c_str()))
        return 0;
    const int error = lastError();
    return error == ERROR_FILE_NOT_FOUND || error == ERROR_PATH_NOT_FOUND ? 0 : error;
}

int syncDirectory(const QString &)
{
    return 0; // MOVEFILE_WRITE_THROUGH has waited for it already
}

bool isAlive(qint64 pid)
{
    const HANDLE process = ::OpenProcess(SYNCHRONIZE, FALSE, static_cast<DWORD>(pid));
    if (!process)
        return ::GetLastError() == ERROR_ACCESS_DENIED;
    const bool runs = ::WaitForSingleObject(process, 0) == WAIT_TIMEOUT;
    ::CloseHandle(process);
    return runs;
}

int tooManyLinks()
{
    return ERROR_CANT_RESOLVE_FILENAME;
}

} // namespace qcc::disk
