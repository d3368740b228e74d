// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/autostart.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace qcc {

namespace {

constexpr QLatin1StringView kLabel("org.example.qcc"); // as in packaging/macos/Info.plist.in

QString argumentsOf(const QStringList &command)
{
    QString arguments;
    for (const QString &word : command)
        arguments += QStringLiteral("    <string>%1</string>\n").arg(word.toHtmlEscaped());
    return arguments;
}

QByteArray agent(const QStringList &command)
{
    return QStringLiteral("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                          "<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" "
                          "\"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n"
                          "<plist version=\"1.0\">\n<dict>\n"
                          "  <key>Label</key>\n  <string>%1</string>\n"
                          "  <key>ProgramArguments</key>\n  <array>\n%2  </array>\n"
                          "  <key>RunAtLoad</key>\n  <true/>\n"
                          "  <key>ProcessType</key>\n  <string>Interactive</string>\n"
                          "</dict>\n</plist>\n")
        .arg(kLabel, argumentsOf(command))
        .toUtf8();
}

} // namespace

Autostart::Autostart(const LoginStart &start)
    : m_path(QDir(start.folder).filePath(kLabel + QStringLiteral(".plist"))), m_command(start.command)
{
}

QString loginFolder(const QProcessEnvironment &, const QString &home)
{
    return home + QStringLiteral("/Library/LaunchAgents");
}

bool Autostart::isOn() const
{
    return QFile::exists(m_path);
}

/// It counts from the next login on: launchd reads the folder then.
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
    const QByteArray bytes = agent(m_command);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Refusal{RefusalCode::FileUnwritable, m_path, file.errorString()};
    return Done{};
}

} // namespace qcc
