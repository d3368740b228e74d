// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/claude/settings_disk.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <io.h>
#include <windows.h>

namespace qcc {

namespace {

const wchar_t *wide(const QString &native)
{
    return reinterpret_cast<const wchar_t *>(native.utf16());
}

DiskError lastError()
{
    return qt_error_string(static_cast<int>(GetLastError()));
}

} // namespace

/// Who may write a folder is known to its access lists alone: there, writing tells.
std::optional<QString> whyNotReplaceable(const QString &target)
{
    const QFileInfo file(target);
    if (file.exists() && !file.isWritable())
        return QStringLiteral("the file is read-only");
    return std::nullopt;
}

DiskError makeFolder(const QString &folder)
{
    const QString native = QDir::toNativeSeparators(folder);
    const bool there = CreateDirectoryW(wide(native), nullptr) || GetLastError() == ERROR_ALREADY_EXISTS;
    return there ? DiskError() : lastError();
}

/// A new file takes over the access list of its folder, which is the person's own.
DiskError writeTemporary(const QString &temporary, const QString &target, const QByteArray &content)
{
    Q_UNUSED(target)
    QFile file(temporary);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(content) != content.size() ||
        !file.flush())
        return file.errorString();
    const bool synced = FlushFileBuffers(reinterpret_cast<HANDLE>(_get_osfhandle(file.handle())));
    return synced ? DiskError() : lastError();
}

/// ReplaceFile keeps the attributes and the access list of what was there.
DiskError renameOver(const QString &temporary, const QString &target)
{
    const QString from = QDir::toNativeSeparators(temporary);
    const QString to = QDir::toNativeSeparators(target);
    const bool done = QFileInfo::exists(target)
                          ? ReplaceFileW(wide(to), wide(from), nullptr, 0, nullptr, nullptr)
                          : MoveFileExW(wide(from), wide(to), MOVEFILE_WRITE_THROUGH);
    return done ? DiskError() : lastError();
}

DiskError removeFile(const QString &target)
{
    const bool gone =
        DeleteFileW(wide(QDir::toNativeSeparators(target))) || GetLastError() == ERROR_FILE_NOT_FOUND;
    return gone ? DiskError() : lastError();
}

/// The system writes names through by itself.
void syncFolder(const QString &) {}

} // namespace qcc
