// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QStringList>

#include <functional>

namespace qcc {

/// Told before each step of a change that a kill could come after: tests end the process there.
using StepWatch = std::function<void(const char *step)>;

/// A settings file that belongs to another program, as it was when it was looked at.
struct SettingsFile
{
    QString path;   ///< as it is named
    QString target; ///< where symbolic links lead; the same where there are none
    bool exists = false;
    QByteArray content;
    bool isLink() const { return path != target; }
};

/// FileUnreadable, also for a ring of links.
Result<SettingsFile> lookAt(const QString &path);

/// Why QCC may not or should not replace @p file: "the file is read-only" … None: it may.
std::optional<QString> whyUnwritable(const SettingsFile &file);

/// Folders that have to be made for @p file, the outermost first.
QStringList missingFolders(const SettingsFile &file);

/// Replaces the file at the end of the links as a whole, once it is synced; its mode and owner stay, and a
/// new one is for its owner alone. Makes missing folders. ChangedMeanwhile when it is no longer as @p file
/// tells; FileUnwritable.
Result<Done> replaceContent(const SettingsFile &file, const QByteArray &content, const StepWatch &watch);
/// Takes the file away, and those of @p folders that are empty then. ChangedMeanwhile, FileUnwritable.
Result<Done> takeAway(const SettingsFile &file, const QStringList &folders, const StepWatch &watch);
/// Removes what a writer of @p target left beside it when it was killed.
void removeTemporaryFiles(const QString &target);

} // namespace qcc
