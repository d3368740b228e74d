// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace qcc {

/// What settings_file.h needs of the system beyond Qt. Errors are the system's words; none: it was done.
using DiskError = std::optional<QString>;

/// Why the file at @p target may not or should not be replaced: "the file is read-only" … None: it may.
std::optional<QString> whyNotReplaceable(const QString &target);
/// A new folder for its owner alone; one that is there will do.
DiskError makeFolder(const QString &folder);
/// Writes @p content to @p temporary, with the mode and owner of @p target if that is there, else for its
/// owner alone, and has it on the disk.
DiskError writeTemporary(const QString &temporary, const QString &target, const QByteArray &content);
/// Puts @p temporary in the place of @p target, in one step.
DiskError renameOver(const QString &temporary, const QString &target);
DiskError removeFile(const QString &target);
/// Has the names in @p folder on the disk. What fails only matters in a power cut.
void syncFolder(const QString &folder);

/// The nearest folder above @p target that is there.
QString nearestFolder(const QString &target);

} // namespace qcc
