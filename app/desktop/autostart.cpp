// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/autostart.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace qcc {

Autostart::Autostart(const QString &configFolder, const QString &program)
    : m_path(QDir(configFolder).filePath(QStringLiteral("autostart/qcc.desktop"))), m_program(program)
{
}

bool Autostart::isOn() const
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    for (const QByteArray &line : file.read(64 * 1024).split('\n')) {
        const QByteArray plain = line.simplified().replace(' ', "");
        if (plain == "Hidden=true" || plain == "X-GNOME-Autostart-enabled=false")
            return false;
    }
    return true;
}

Result<Done> Autostart::set(bool on) const
{
    if (!on) {
        QFile file(m_path);
        if (!file.exists() || file.remove())
            return Done{};
        return Refusal{RefusalCode::FileUnwritable, m_path, file.errorString()};
    }
    const QString folder = QFileInfo(m_path).path();
    if (!QDir().mkpath(folder))
        return Refusal{RefusalCode::FileUnwritable, folder, {}};
    QSaveFile file(m_path);
    const QString entry =
        QStringLiteral("[Desktop Entry]\nType=Application\nName=QCC\nIcon=qcc\nTerminal=false\n"
                       "Comment=Keeps Claude Code working when a provider fails\n"
                       "Comment[zh_CN]=服务商出故障时让 Claude Code 继续工作\n"
                       "Exec=%1 --hidden\nX-GNOME-Autostart-enabled=true\n")
            .arg(quotedForExec(m_program));
    const QByteArray bytes = entry.toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Refusal{RefusalCode::FileUnwritable, m_path, file.errorString()};
    return Done{};
}

QString quotedForExec(const QString &argument)
{
    QString quoted;
    for (const QChar c : argument) {
        if (QStringView(u"\"`$\\").contains(c))
            quoted += QLatin1Char('\\');
        quoted += c;
        if (c == QLatin1Char('%'))
            quoted += c; // a field code otherwise
    }
    // The string rules of the file come after those of the line: each backslash is written twice.
    quoted.replace(QLatin1Char('\\'), QStringLiteral("\\\\"));
    return QLatin1Char('"') + quoted + QLatin1Char('"');
}

} // namespace qcc
