// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>

#include <optional>

namespace qcc {

/// Files that only their owner may read, replaced as a whole. Not by QSaveFile, which creates its file
/// readable for others and keeps quiet about a failed fsync; what is the system's is in system_file.h.
inline constexpr qint64 kLargestFile = 16 * 1024 * 1024; ///< bytes; a larger file is not read

/// The content; none when there is no such file. FileUnreadable with the system's reason.
Result<std::optional<QByteArray>> readPrivateFile(const QString &path);

/// Writes @p content to a temporary file (0600 from the start) beside @p path, syncs it and renames it over
/// @p path, or beside the file that symbolic links there lead to, which all stay. FileUnwritable, also
/// for what is there and no regular file: what was there is as it was.
Result<Done> writePrivateFile(const QString &path, const QByteArray &content);

/// Removing what is not there is a success. The directory is synced.
Result<Done> removePrivateFile(const QString &path);

/// Removes temporary files that writers left in @p directory when they were killed, and beside the files that
/// symbolic links in it lead to.
void removeLeftovers(const QString &directory);

} // namespace qcc
