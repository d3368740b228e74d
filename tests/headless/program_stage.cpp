// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/headless/program_stage.h"

#include <QJsonDocument>

#include <csignal>

namespace qcc::test {

ProgramStage::ProgramStage() = default;

ProgramStage::~ProgramStage()
{
    if (process.state() != QProcess::NotRunning) {
        if (m_pid > 0)
            ::kill(static_cast<pid_t>(m_pid), SIGKILL);
        process.kill();
        process.waitForFinished();
    }
}

sim::SimProvider &ProgramStage::provider(const QByteArray &name, sim::SimOptions options)
{
    options.name = name;
    options.apiKey = "sk-secret-of-" + name;
    sims.push_back(std::make_unique<sim::SimProvider>(options));
    if (!sims.back()->listen())
        qFatal("a simulated provider can't listen");
    return *sims.back();
}

sim::SimProvider &ProgramStage::add(const QByteArray &name, const char *priority, sim::SimOptions options)
{
    sim::SimProvider &added = provider(name, std::move(options));
    cli.mustAdd(QString::fromLatin1(name), added.url().toString(), added.options().apiKey,
                {QStringLiteral("--priority"), QString::fromLatin1(priority), QStringLiteral("--name"),
                 QStringLiteral("api")});
    return added;
}

bool ProgramStage::start(const QStringList &more)
{
    m_out.clear();
    m_err.clear();
    cli.prepare(process, QStringList{QStringLiteral("proxy"), QStringLiteral("start")} + more);
    process.start();
    const bool begun = eventually(
        [this] { return out().contains(QLatin1Char('\n')) || process.state() == QProcess::NotRunning; },
        kProgramPatience);
    return begun && process.state() == QProcess::Running &&
           out().startsWith(QStringLiteral("proxy listening")) && learn();
}

bool ProgramStage::startByShell(const QString &line)
{
    cli.prepare(process, {});
    QString script = line;
    script.replace(QStringLiteral("QCC"),
                   QStringLiteral("%1 proxy start --listen 127.0.0.1:0").arg(process.program()));
    process.setProgram(QStringLiteral("/bin/sh"));
    process.setArguments({QStringLiteral("-c"), script});
    process.start();
    return eventually(
               [this] {
                   return cli.run({QStringLiteral("proxy"), QStringLiteral("status")}).exitCode == 0;
               },
               kProgramPatience) &&
           learn();
}

/// What only the running instance knows.
bool ProgramStage::learn()
{
    if (process.arguments().contains(QStringLiteral("--demo"))) {
        m_pid = process.processId();
        return true; // it lives in a home of its own
    }
    const auto object = [this](const char *line) {
        return QJsonDocument::fromJson(cli.run(words(line)).out.toUtf8()).object();
    };
    const QJsonObject environment = object("claude env --json");
    m_token = environment.value(QLatin1String("ANTHROPIC_AUTH_TOKEN")).toString().toLatin1();
    m_port =
        static_cast<quint16>(QUrl(environment.value(QLatin1String("ANTHROPIC_BASE_URL")).toString()).port());
    m_pid = object("proxy status --json").value(QLatin1String("pid")).toInteger();
    return m_pid > 0 && m_port > 0;
}

int ProgramStage::waitForEnd()
{
    if (!eventually([this] { return process.state() == QProcess::NotRunning; }, kProgramPatience))
        return -1;
    return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

int ProgramStage::stop(int signal)
{
    ::kill(static_cast<pid_t>(m_pid), signal);
    return waitForEnd();
}

RawAnswer ProgramStage::ask(const Ask &ask)
{
    RawClient client(m_port);
    client.send(request(ask));
    return client.next(false, kProgramPatience);
}

QString ProgramStage::out()
{
    return m_out += QString::fromUtf8(process.readAllStandardOutput());
}

QString ProgramStage::err()
{
    return m_err += QString::fromUtf8(process.readAllStandardError());
}

bool ProgramStage::printed(const QString &text)
{
    return eventually([&] { return out().contains(text); }, kProgramPatience);
}

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace qcc::test
