// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>

#include <optional>

namespace qcc {

/// The bytes of both settings files; none: there is no such file.
struct SettingsTexts
{
    std::optional<QByteArray> configs;
    std::optional<QByteArray> priority;
    bool operator==(const SettingsTexts &) const = default;
};

/// Differs whenever the content of either file does.
QByteArray fingerprintOf(const SettingsTexts &texts);

/// configs.json and priority_config.json as one pair of bytes that changes at once, whatever moment the
/// writer is killed at. Knows nothing of what is in them. A change of both goes through a journal
/// (settings.journal): its rename is the moment at which the new state counts; readers see through it, the
/// next writer completes it. A file edited by hand after such an interruption is left as its editor wrote it.
class SettingsFiles
{
public:
    explicit SettingsFiles(const QString &home);

    const QString &home() const { return m_home; }
    QString configsPath() const;
    QString priorityPath() const;
    QString journalPath() const;

    /// Both as they count now. A pair: never one file of before and one of after a change. FileUnreadable.
    Result<SettingsTexts> read() const;

    /// Writes what differs between @p before and @p after. FileUnwritable: nothing has changed.
    /// @p before is what read() gave; the caller holds the InstanceLock.
    Result<Done> replace(const SettingsTexts &before, const SettingsTexts &after);

    /// Completes an interrupted replace() and removes temporary files of dead writers. The caller holds the
    /// InstanceLock.
    Result<Done> settle();

    /// A hash of both as they count now; empty when they cannot be read.
    QByteArray fingerprint() const;

private:
    Result<SettingsTexts> readOnce() const;
    bool takeBack(const SettingsTexts &after) const;

    QString m_home;
};

} // namespace qcc
