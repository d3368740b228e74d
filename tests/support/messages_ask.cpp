// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/messages_ask.h"

namespace qcc::test {

QByteArray messagesRequest(quint16 port, const QByteArray &token, const Ask &ask)
{
    const QByteArray body = R"({"model":")" + ask.model +
                            R"(","max_tokens":64,"stream":true,"messages":[{"role":"user","content":"hi"}]})";
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
    if (answer.status != 200 || !answer.whole || !answer.body.contains("message_stop"))
        return QByteArray::number(answer.status);
    return answer.field("x-qcc-config");
}

} // namespace qcc::test
