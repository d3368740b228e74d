// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>

namespace qcc::disk {

/// What private files need of the system, one source for each. The errors are the system's own numbers, for
/// qt_error_string(); 0 is none.

/// Opens @p path without waiting for anything and looks whether it is a regular file. None when there is no
/// such file. FileUnreadable. Reads kLargestFile + 1 bytes at most.
Result<std::optional<QByteArray>> readRegularFile(const QString &path, qint64 most);
/// Makes a file that was not there, for its owner alone from the start, with @p content on the disk.
int writeNewFile(const QString &path, const QByteArray &content);
/// Puts @p from in the place of @p to, in one step.
int replaceFile(const QString &from, const QString &to);
/// Removing what is not there is no error.
int removeFile(const QString &path);
/// Has the names in a directory on the disk, where the system can be told to.
int syncDirectory(const QString &path);
/// Whether a process of this number runs, or might.
bool isAlive(qint64 pid);
/// For a chain of links that leads nowhere.
int tooManyLinks();

} // namespace qcc::disk
