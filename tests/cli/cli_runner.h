// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTemporaryDir>

namespace qcc {

/// How one run of the program ended.
struct CliRun
{
    int exitCode = -1;
    QString out;
    QString err;
};

/// Runs the program `qcc` in a home of its own, with the file as its secret store, and remembers all that it
/// printed.
class CliRunner
{
public:
    CliRunner();

    /// Canonical; exists.
    QString home() const { return m_home; }
    /// A run with another home; empty: the own one again.
    void setHome(const QString &home) { m_home = home; }
    void setVariable(const QString &name, const QString &value) { m_environment.insert(name, value); }

    CliRun run(const QStringList &arguments, const QByteArray &input = {});
    /// Adds a config with an endpoint, or fails loudly.
    void mustAdd(const QString &name, const QString &url, const QByteArray &key,
                 const QStringList &more = {});

    /// A process that is ready to be started with the same environment; the caller may give it a terminal.
    void prepare(QProcess &process, const QStringList &arguments) const;
    void remember(const QString &printed) { m_printed += printed; }
    QString everythingPrinted() const { return m_printed; }

    /// The content of all files in the home but locks, by name.
    QMap<QString, QByteArray> files() const;
    /// Without the history, which has a life of its own.
    QMap<QString, QByteArray> settingsFiles() const;

private:
    QTemporaryDir m_directory;
    QString m_home;
    QProcessEnvironment m_environment;
    QString m_printed;
};

} // namespace qcc
