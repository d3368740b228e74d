// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

namespace qcc {

/// The entry by which a desktop starts QCC at login: autostart/qcc.desktop in the configuration folder (XDG
/// Autostart Specification 0.5). Blocking, but small; main thread.
class Autostart
{
public:
    /// @p configFolder: $XDG_CONFIG_HOME or ~/.config. @p program: this program's path.
    Autostart(const QString &configFolder, const QString &program);

    const QString &path() const { return m_path; }
    /// There, and not hidden by another hand.
    bool isOn() const;
    Result<Done> set(bool on) const;

private:
    QString m_path;
    QString m_program;
};

/// @p argument as one word of an Exec line (Desktop Entry Specification, "The Exec key").
QString quotedForExec(const QString &argument);

} // namespace qcc
