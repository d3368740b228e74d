// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/messages_ask.h"

namespace qcc::test {

QByteArray messagesRequest(quint16 port, const QByteArray &token, const Ask &ask)
{
    const QByteArray body = R"({"model":")" + ask.model + R"(","max_tokens":64,"stream":)" +
                            (ask.stream ? "true" : "false") + R"(,"messages":[)" + ask.messages + "]}";
    QByteArray head =
        "POST /v1/messages?beta=true HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port) +
        "\r\nAuthorization: Bearer " + token +
        "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
    if (!ask.session.isEmpty())
        head += "x-claude-code-session-id: " + ask.session + "\r\n";
    return head + "\r\n" + body;
}

QByteArray servedBy(const RawAnswer &answer)
{
    const bool ended = answer.body.contains("message_stop") || answer.body.contains("\"stop_reason\":\"");
    if (answer.status != 200 || !answer.whole || !ended)
        return QByteArray::number(answer.status);
    return answer.field("x-qcc-config");
}

} // namespace qcc::test
