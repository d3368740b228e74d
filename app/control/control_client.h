// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/control/control_limits.h"
#include "app/control/line_framer.h"
#include "app/control/message_json.h"

#include <QLocalSocket>
#include <QTimer>

#include <functional>

namespace qcc {

/// How a question to a running instance ended.
struct ControlReply
{
    enum class Kind {
        Answered,    ///< data holds the answer
        Refused,     ///< refusal says why; the instance changed nothing
        Unreachable, ///< nobody listens there: the question was not sent
        Lost, ///< the connection ended after the question was sent: whether it was carried out is not known
        TimedOut, ///< no answer in time: not known either
    };
    Kind kind = Kind::Unreachable;
    QJsonObject data;
    Refusal refusal;
};

/// Asks a running instance over its control socket, one question at a time; never blocks. Each question has
/// its own connection. Lives on the thread that made it; knows nothing of what the questions mean.
class ControlClient : public QObject
{
    Q_OBJECT
public:
    using Answer = std::function<void(ControlReply)>;

    explicit ControlClient(QString socketPath, QObject *parent = nullptr);
    ~ControlClient() override;

    /// Calls @p answer exactly once, from the event loop, unless the client is destroyed before. Not while a
    /// question is open.
    void ask(const ControlRequest &request, Answer answer, milliseconds limit = kControlReplyLimit);
    bool isAsking() const { return bool(m_answer); }

private:
    void sendQuestion();
    void readReply();
    void connectionEnded();
    void finish(ControlReply reply);

    QString m_path;
    QLocalSocket m_socket;
    QTimer m_deadline;
    std::optional<LineFramer> m_framer; ///< of this question's reply
    QByteArray m_question;
    Answer m_answer;
    bool m_sent = false;
    bool m_finished = true; ///< the answer is on its way to the asker, or was given
};

} // namespace qcc
