// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>

#include <optional>

namespace qcc {

/// What becomes of one file.
struct JournalEntry
{
    QByteArray before; ///< contentHash() of what it replaces
    QByteArray after;
};

/// A change of both settings files, put down before either is touched.
struct SettingsJournal
{
    std::optional<JournalEntry> configs;
    std::optional<JournalEntry> priority;
};

/// SHA-256 in hex; "none" for a file that is not there.
QByteArray contentHash(const std::optional<QByteArray> &content);

/// {"version": 1, "configs.json": {"before": hash, "after": text}, "priority_config.json": {…}}
QByteArray journalText(const SettingsJournal &journal);
/// FileBroken: somebody else has written it; it is left alone.
Result<SettingsJournal> parseJournal(const QString &path, const QByteArray &text);

} // namespace qcc
