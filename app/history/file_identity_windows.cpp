// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/file_identity.h"

#include <QDir>

#include <windows.h>

namespace qcc {

std::optional<quint64> fileIdentity(const QString &path)
{
    const HANDLE file = ::CreateFileW(QDir::toNativeSeparators(path).toStdWString().c_str(), 0,
                                      FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr,
                                      OPEN_EXISTING, 0, nullptr);
    if (file == INVALID_HANDLE_VALUE)
        return std::nullopt;
    BY_HANDLE_FILE_INFORMATION information{};
    const bool known = ::GetFileInformationByHandle(file, &information);
    ::CloseHandle(file);
    return known ? std::optional(quint64(information.nFileIndexHigh) << 32 | information.nFileIndexLow)
                 : std::nullopt;
}

} // namespace qcc
