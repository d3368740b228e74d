// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "ui/base/preferences.h"

#include <QJsonObject>

namespace qcc {

/// desktop.json. A field that is missing or not understood has its default; fields of later versions survive.
QJsonObject toJson(const Preferences &preferences, QJsonObject onto);
Preferences preferencesFromJson(const QJsonObject &object);

/// The person's choices for this desktop, in @p home. Blocking, but small; main thread.
class PreferencesFile
{
public:
    explicit PreferencesFile(const QString &home);

    const QString &path() const { return m_path; }
    /// Defaults where there is no file. FileBroken, FileUnreadable: the file is left alone, and save()
    /// refuses too until it can be read again.
    Result<Preferences> load();
    /// Atomically, readable for its owner only.
    Result<Done> save(const Preferences &preferences);

private:
    QString m_path;
};

} // namespace qcc
