// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/autostart.h"

namespace qcc {

LoginStart loginStart(const QProcessEnvironment &environment, const QString &home, const QString &application)
{
    LoginStart start{loginFolder(environment, home), {application}};
    const QString image = environment.value(QStringLiteral("APPIMAGE"));
    const QString flatpak = environment.value(QStringLiteral("FLATPAK_ID"));
    if (!image.isEmpty())
        start.command = QStringList{image};
    else if (!flatpak.isEmpty())
        start.command = QStringList{QStringLiteral("flatpak"), QStringLiteral("run"), flatpak};
    start.command += QStringLiteral("--hidden");
    return start;
}

} // namespace qcc
