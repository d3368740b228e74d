// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli_runner.h"

#include <QDir>
#include <QFile>
#include <QTest>

namespace qcc {

namespace {

constexpr int kLongestRun = 60'000; // ms; sanitizers are slow

} // namespace

CliRunner::CliRunner()
    : m_home(QFileInfo(m_directory.path()).canonicalFilePath()),
      m_environment(QProcessEnvironment::systemEnvironment())
{
    m_environment.insert(QStringLiteral("QCC_SECRETS"), QStringLiteral("file"));
    m_environment.remove(QStringLiteral("NO_COLOR"));
}

void CliRunner::prepare(QProcess &process, const QStringList &arguments) const
{
    QProcessEnvironment environment = m_environment;
    environment.insert(QStringLiteral("QCC_HOME"), m_home);
    process.setProcessEnvironment(environment);
    process.setProgram(QStringLiteral(QCC_PROGRAM));
    process.setArguments(arguments);
}

CliRun CliRunner::run(const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    prepare(process, arguments);
    process.start();
    process.write(input);
    process.closeWriteChannel();
    // The event loop runs on: a scripted instance may live in this process.
    if (!QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, kLongestRun))
        process.kill();
    const CliRun run{process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                     QString::fromUtf8(process.readAllStandardOutput()),
                     QString::fromUtf8(process.readAllStandardError())};
    remember(run.out + run.err);
    return run;
}

void CliRunner::mustAdd(const QString &name, const QString &url, const QByteArray &key,
                        const QStringList &more)
{
    const CliRun added = run(QStringList{QStringLiteral("add"), name, QStringLiteral("--url"), url,
                                         QStringLiteral("--key-stdin")} +
                                 more,
                             key);
    if (added.exitCode != 0)
        qFatal("could not add %s: %s", qPrintable(name), qPrintable(added.err));
}

QMap<QString, QByteArray> CliRunner::files() const
{
    QMap<QString, QByteArray> contents;
    for (const QFileInfo &info : QDir(m_home).entryInfoList(QDir::Files | QDir::Hidden)) {
        QFile file(info.filePath());
        if (info.suffix() != QLatin1StringView("lock") && file.open(QIODevice::ReadOnly))
            contents.insert(info.fileName(), file.readAll());
    }
    return contents;
}

QMap<QString, QByteArray> CliRunner::settingsFiles() const
{
    QMap<QString, QByteArray> contents = files();
    contents.removeIf(
        [](const auto &entry) { return entry.key().startsWith(QLatin1StringView("history.db")); });
    return contents;
}

} // namespace qcc
