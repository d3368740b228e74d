// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/autostart.h"

#include <QDir>
#include <QSettings>

namespace qcc {

namespace {

const QString &valueName()
{
    static const QString kName = QStringLiteral("QCC");
    return kName;
}

/// A command line as CommandLineToArgvW() takes it apart; paths can hold no quotation mark.
QString commandLine(const QStringList &command)
{
    QStringList words;
    for (const QString &word : command)
        words += word.contains(QLatin1Char(' ')) ? QStringLiteral("\"%1\"").arg(word) : word;
    return words.join(QLatin1Char(' '));
}

} // namespace

Autostart::Autostart(const LoginStart &start) : m_path(start.folder), m_command(start.command)
{
    m_command.first() = QDir::toNativeSeparators(m_command.constFirst());
}

QString loginFolder(const QProcessEnvironment &, const QString &)
{
    return QStringLiteral("HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Run");
}

bool Autostart::isOn() const
{
    return QSettings(m_path, QSettings::NativeFormat).contains(valueName());
}

Result<Done> Autostart::set(bool on) const
{
    QSettings run(m_path, QSettings::NativeFormat);
    if (on)
        run.setValue(valueName(), commandLine(m_command));
    else
        run.remove(valueName());
    run.sync();
    if (run.status() != QSettings::NoError)
        return Refusal{RefusalCode::FileUnwritable, m_path, {}};
    return Done{};
}

} // namespace qcc
