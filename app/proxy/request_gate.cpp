// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/proxy/request_gate.h"

namespace qcc {

namespace {

GateDecision closing(OwnAnswer answer, AnswerForm form)
{
    form.keepAlive = false;
    return {std::move(answer), form};
}

} // namespace

GateDecision decideAtGate(const ParsedRequest &parsed, GuardVerdict verdict, qint64 bodyLimit, bool last)
{
    const AnswerForm form{parsed.head.method == "HEAD", parsed.head.minorVersion == 0,
                          parsed.keepAlive && !last};
    const bool hasBody = parsed.framing.kind != BodyFraming::Kind::None;
    if (verdict == GuardVerdict::Greeting) {
        // It needs no credentials, so nothing of it may ever go further.
        return hasBody ? closing(greetingAnswer(), form) : GateDecision{greetingAnswer(), form};
    }
    if (verdict == GuardVerdict::OwnPage)
        return {std::nullopt, AnswerForm{form.headRequest, form.http10, form.keepAlive && !hasBody}};
    if (verdict == GuardVerdict::OwnPageMethod && !hasBody)
        return {refusalAnswer(verdict), form};
    if (verdict != GuardVerdict::Allowed)
        return closing(refusalAnswer(verdict), form);
    if (parsed.expectOther)
        return closing(errorAnswer(417, QStringLiteral("QCC: this expectation can't be met.")), form);
    if (parsed.framing.kind == BodyFraming::Kind::Length &&
        parsed.framing.length > static_cast<quint64>(bodyLimit))
        return closing(bodyTooLargeAnswer(bodyLimit), form);
    return {std::nullopt, form};
}

} // namespace qcc
