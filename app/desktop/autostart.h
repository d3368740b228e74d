// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QProcessEnvironment>
#include <QStringList>

namespace qcc {

/// What a login is to start, and the folder in which the system looks for such things.
struct LoginStart
{
    QString folder;
    QStringList command; ///< the program, then its arguments
};

/// This program as it was installed. @p application is a path that will be gone after an AppImage, and that
/// nobody outside of a Flatpak knows; both tell so in the environment.
LoginStart loginStart(const QProcessEnvironment &environment, const QString &home,
                      const QString &application);

/// The entry by which the system starts QCC at login, in the tray; one source for each system: on Linux
/// autostart/qcc.desktop in the configuration folder (XDG Autostart Specification 0.5), on macOS a
/// LaunchAgent, on Windows a value of the registry's key Run. Blocking, but small; main thread.
class Autostart
{
public:
    explicit Autostart(const LoginStart &start);

    /// Where the entry is, for people.
    const QString &path() const { return m_path; }
    /// There, and not hidden by another hand.
    bool isOn() const;
    Result<Done> set(bool on) const;

private:
    QString m_path;
    QStringList m_command;
};

/// The folder for LoginStart on this system.
QString loginFolder(const QProcessEnvironment &environment, const QString &home);

/// @p argument as one word of an Exec line (Desktop Entry Specification, "The Exec key").
QString quotedForExec(const QString &argument);

} // namespace qcc
