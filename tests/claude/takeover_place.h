// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/claude/takeover.h"

#include <QTemporaryDir>

namespace qcc::test {

/// A home folder with Claude Code's settings and QCC's, far from the real ones.
class TakeoverPlace
{
public:
    TakeoverPlace();

    QString path(const QString &name) const { return m_dir.filePath(name); }
    /// HOME/.claude/settings.json.
    QString settingsFile() const { return path(QStringLiteral("home/.claude/settings.json")); }
    QString editorFile() const { return path(QStringLiteral("home/.config/Code/User/settings.json")); }
    ClaudePlaces places() const;
    Takeover takeover() const { return Takeover(places()); }

    /// Makes the folders it needs.
    void write(const QString &file, const QByteArray &content) const;
    void writeSettings(const QByteArray &content) const { write(settingsFile(), content); }
    /// None: there is no such file.
    static std::optional<QByteArray> read(const QString &file);
    std::optional<QByteArray> settings() const { return read(settingsFile()); }
    /// Every file and folder below the home, with contents and modes: two are equal when nothing differs.
    QMap<QString, QByteArray> everything() const;

private:
    QTemporaryDir m_dir;
};

inline const QString kUrl = QStringLiteral("http://127.0.0.1:7860");
inline Secret token()
{
    return Secret("qcc-0123456789abcdef");
}

/// "ChangedMeanwhile …": what to compare when a refusal is expected. Empty for success.
template <typename T> std::optional<RefusalCode> codeOf(const Result<T> &result)
{
    return result ? std::nullopt : std::optional(result.refusal().code);
}

} // namespace qcc::test
