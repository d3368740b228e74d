// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/alerts/sending.h"
#include "app/alerts/spoken_message.h"
#include "models/domain/alert_channel.h"

#include <QProcess>
#include <QTimer>

namespace qcc {

/// Runs a person's program, without a shell: the alert in its environment (QCC_ALERT_…) and as JSON on its
/// standard input. It arrived where the program ended with 0. What does not end in time is killed, with what
/// it started.
class CommandSending final : public Sending
{
    Q_OBJECT
public:
    /// What keeps @p channel's program from being started; empty: nothing.
    static QString obstacle(const AlertChannel &channel);

    CommandSending(const AlertChannel &channel, const SpokenMessage &said, milliseconds limit,
                   QObject *parent = nullptr);
    ~CommandSending() override;

private:
    void onReadable();
    void onTooLate();
    void onError(QProcess::ProcessError error);
    void onFinished(int exitCode, QProcess::ExitStatus status);
    void kill();
    void end(const SendOutcome &outcome);
    QString lastLine() const;

    QString m_program;
    milliseconds m_limit;
    QProcess m_process{this};
    QByteArray m_output;
    QTimer m_deadline{this};
    bool m_late = false;
    bool m_ended = false;
};

} // namespace qcc
