// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/autostart.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSaveFile>

namespace qcc {

namespace {

/// As the file's string rules want it.
QString escapedString(QString text)
{
    return text.replace(QLatin1Char('\\'), QStringLiteral("\\\\"));
}

QString execLine(const QStringList &command)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9._-]+$"));
    QStringList words;
    for (const QString &word : command)
        words += plain.match(word).hasMatch() ? word : quotedForExec(word);
    return words.join(QLatin1Char(' '));
}

} // namespace

Autostart::Autostart(const LoginStart &start)
    : m_path(QDir(start.folder).filePath(QStringLiteral("autostart/qcc.desktop"))), m_command(start.command)
{
}

/// A Flatpak has a configuration folder of its own, which no login looks into.
QString loginFolder(const QProcessEnvironment &environment, const QString &home)
{
    const QString usual = home + QStringLiteral("/.config");
    const auto folder = [&](const QString &name) {
        const QString named = environment.value(name);
        return QDir::isAbsolutePath(named) ? named : usual;
    };
    return folder(environment.contains(QStringLiteral("FLATPAK_ID")) ? QStringLiteral("HOST_XDG_CONFIG_HOME")
                                                                     : QStringLiteral("XDG_CONFIG_HOME"));
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
                       "TryExec=%1\nExec=%2\nX-GNOME-Autostart-enabled=true\n")
            .arg(escapedString(m_command.constFirst()), execLine(m_command));
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
    return QLatin1Char('"') + escapedString(quoted) + QLatin1Char('"');
}

} // namespace qcc
