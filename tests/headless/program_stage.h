// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sim/sim_provider.h"
#include "tests/cli/cli_runner.h"
#include "tests/support/messages_ask.h"

namespace qcc::test {

inline constexpr std::chrono::milliseconds kProgramPatience{60'000}; ///< sanitizers on a busy machine

/// `qcc proxy start` as a process, with simulated providers in this one. Ends with the stage, whatever the
/// test says.
class ProgramStage
{
public:
    ProgramStage();
    ~ProgramStage();

    /// A provider that wants the key "sk-secret-of-NAME", and its config, added by `qcc add`.
    sim::SimProvider &add(const QByteArray &name, const char *priority, sim::SimOptions options = {});
    /// A provider alone.
    sim::SimProvider &provider(const QByteArray &name, sim::SimOptions options = {});

    /// Starts it and waits for its first line; false when it ends without one. Without health checks, so that
    /// providers are asked by the test alone.
    bool start(const QStringList &more = {QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"),
                                          QStringLiteral("--no-checks")});
    /// Starts it through the shell, e.g. to close its streams: @p line has "QCC" for the program and its
    /// arguments. Waits until it can be asked.
    bool startByShell(const QString &line);
    /// The exit code; -1 when it crashed or did not end in time.
    int waitForEnd();
    int stop(int signal);

    QByteArray request(const Ask &ask = {}) const { return messagesRequest(m_port, m_token, ask); }
    RawAnswer ask(const Ask &ask = {});
    QByteArray servedBy(const Ask &ask = {}) { return test::servedBy(this->ask(ask)); }

    QString out();
    QString err();
    QStringList lines() { return out().split(QLatin1Char('\n'), Qt::SkipEmptyParts); }
    bool printed(const QString &text);
    qint64 pid() const { return m_pid; }
    quint16 port() const { return m_port; }
    const QByteArray &token() const { return m_token; }

    CliRunner cli;
    QProcess process;
    std::vector<std::unique_ptr<sim::SimProvider>> sims;

private:
    bool learn();

    QString m_out;
    QString m_err;
    qint64 m_pid = 0; ///< of the program, also where a shell stands between
    quint16 m_port = 0;
    QByteArray m_token;
};

/// The words of a command line without quotes.
QStringList words(const char *line);

} // namespace qcc::test
