// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/alerts/command_sending.h"

#include "app/alerts/alert_json.h"
#include "models/domain/words.h"
#include "models/text/text.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QProcessEnvironment>

#ifdef Q_OS_UNIX
#include <signal.h>
#include <unistd.h>
#endif

namespace qcc {

namespace {

constexpr qsizetype kMostOutput = 4 * 1024; ///< kept of what a program prints; it may print more
constexpr int kKilledMs = 500;              ///< until a killed program is gone

QProcessEnvironment environmentFor(const SpokenMessage &said)
{
    QProcessEnvironment made = QProcessEnvironment::systemEnvironment();
    const auto set = [&](const char *name, QString value) {
        made.insert(QStringLiteral("QCC_ALERT_") + QLatin1String(name), value.remove(QChar(u'\0')));
    };
    const AlertMessage &message = said.message;
    const Alert alert = message.happenings.empty() ? Alert{} : message.happenings.front().alert;
    const bool one = message.happenings.size() == 1;
    set("EVENT", eventWord(message));
    set("KIND", one ? toWord(alert.kind) : QString());
    set("SUBJECT", one ? alert.subject : QString());
    set("FROM", one ? alert.from : QString());
    set("TO", one ? alert.to : QString());
    set("CRITICAL", message.isCritical() ? QStringLiteral("1") : QStringLiteral("0"));
    set("TITLE", said.title);
    set("TEXT", said.text());
    set("COMPUTER", said.computer);
    return made;
}

} // namespace

QString CommandSending::obstacle(const AlertChannel &channel)
{
    const QFileInfo program(channel.program);
    if (!program.isAbsolute())
        return Text::tr("The program's path is not absolute: %1").arg(channel.program);
    if (!program.isFile())
        return Text::tr("There is no program %1.").arg(channel.program);
    if (!program.isExecutable())
        return Text::tr("%1 can't be run: its file is not executable.").arg(channel.program);
    return {};
}

CommandSending::CommandSending(const AlertChannel &channel, const SpokenMessage &said, milliseconds limit,
                               QObject *parent)
    : Sending(parent), m_program(channel.program), m_limit(limit)
{
    connect(&m_process, &QProcess::readyRead, this, &CommandSending::onReadable);
    connect(&m_process, &QProcess::errorOccurred, this, &CommandSending::onError);
    connect(&m_process, &QProcess::finished, this, &CommandSending::onFinished);
    connect(&m_deadline, &QTimer::timeout, this, &CommandSending::onTooLate);
    m_deadline.setSingleShot(true);
    m_deadline.start(limit);
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setProcessEnvironment(environmentFor(said));
    m_process.setWorkingDirectory(QDir::homePath());
#ifdef Q_OS_UNIX
    // A group of its own, so that what it starts can be ended with it.
    m_process.setChildProcessModifier([] { ::setpgid(0, 0); });
#endif
    m_process.start(channel.program, channel.arguments);
    m_process.write(QJsonDocument(alertJson(said)).toJson(QJsonDocument::Compact) + '\n');
    m_process.closeWriteChannel();
}

/// QProcess would wait for its end, without a limit worth the name.
CommandSending::~CommandSending()
{
    m_process.disconnect(this);
    if (m_process.state() == QProcess::NotRunning)
        return;
    kill();
    m_process.waitForFinished(kKilledMs);
}

void CommandSending::onReadable()
{
    m_output += m_process.readAll();
    if (m_output.size() > kMostOutput)
        m_output.remove(0, m_output.size() - kMostOutput);
}

void CommandSending::kill()
{
#ifdef Q_OS_UNIX
    if (const qint64 pid = m_process.processId(); pid > 0)
        ::kill(-pid_t(pid), SIGKILL);
#endif
    m_process.kill();
}

void CommandSending::onTooLate()
{
    m_late = true;
    kill(); // finished() follows
}

void CommandSending::onError(QProcess::ProcessError error)
{
    if (error == QProcess::FailedToStart)
        end({SendEnd::Refused,
             Text::tr("%1 could not be started: %2").arg(m_program, m_process.errorString()),
             {}});
}

void CommandSending::onFinished(int exitCode, QProcess::ExitStatus status)
{
    onReadable();
    if (m_late)
        end({SendEnd::Failed,
             Text::tr("%1 did not end within %n second(s) and was stopped.", nullptr,
                      int(m_limit.count() / 1000))
                 .arg(m_program),
             {}});
    else if (status == QProcess::CrashExit)
        end({SendEnd::Failed, Text::tr("%1 was ended by a signal.").arg(m_program), {}});
    else if (exitCode == 0)
        end({});
    else
        end({SendEnd::Failed,
             Text::tr("%1 ended with status %2: %3").arg(m_program).arg(exitCode).arg(lastLine()),
             {}});
}

void CommandSending::end(const SendOutcome &outcome)
{
    m_deadline.stop();
    if (!std::exchange(m_ended, true))
        Q_EMIT ended(outcome);
}

QString CommandSending::lastLine() const
{
    return QString::fromLocal8Bit(m_output.trimmed()).section(QLatin1Char('\n'), -1).trimmed();
}

} // namespace qcc
