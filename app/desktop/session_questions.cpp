// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/control/control_address.h"
#include "app/control/reports_json.h"
#include "app/control/session_json.h"
#include "app/desktop/instance_session.h"

namespace qcc {

namespace {

Result<Done> nothing(const QJsonObject &)
{
    return Done{};
}

Refusal refusalOf(const ControlReply &reply, const QString &home)
{
    switch (reply.kind) {
    case ControlReply::Kind::Refused:
        return reply.refusal;
    case ControlReply::Kind::Lost:
    case ControlReply::Kind::TimedOut:
        return {RefusalCode::ProtocolError, QStringLiteral("no answer"), {}};
    case ControlReply::Kind::Answered:
    case ControlReply::Kind::Unreachable:
        break;
    }
    return {RefusalCode::NotRunning, home, {}};
}

template <typename T> void refuseLater(QObject *context, Answer<T> done, const Refusal &refusal)
{
    QMetaObject::invokeMethod(
        context, [done = std::move(done), refusal] { done(refusal); }, Qt::QueuedConnection);
}

} // namespace

template <typename T>
void InstanceSession::ask(const ControlRequest &request, Answer<T> done,
                          Result<T> (*decode)(const QJsonObject &), milliseconds limit)
{
    if (!m_watch || m_questions >= kMostQuestions) {
        const Refusal refusal = m_watch ? Refusal{RefusalCode::ProtocolError, QStringLiteral("clients"),
                                                  QString::number(kMostQuestions)}
                                        : Refusal{RefusalCode::NotRunning, m_options.home, {}};
        return refuseLater<T>(this, std::move(done), refusal);
    }
    ++m_questions;
    auto *client = new ControlClient(controlSocketPath(m_options.home), this);
    client->ask(
        request,
        [this, client, done = std::move(done), decode](const ControlReply &reply) {
            --m_questions;
            client->deleteLater();
            done(reply.kind == ControlReply::Kind::Answered ? decode(reply.data)
                                                            : refusalOf(reply, m_options.home));
        },
        limit);
}

void InstanceSession::submit(Command command, Answer<Done> done)
{
    ask<Done>(ControlRequest(std::move(command)), std::move(done), nothing);
}

void InstanceSession::switchConfig(SwitchConfig command, Answer<Done> done)
{
    ask<Done>(AskSwitch{std::move(command)}, std::move(done), nothing);
}

void InstanceSession::releasePin(Answer<Done> done)
{
    ask<Done>(AskReleasePin{}, std::move(done), nothing);
}

void InstanceSession::check(const QString &config, Answer<std::vector<CheckReport>> done)
{
    ask<std::vector<CheckReport>>(AskCheck{config}, std::move(done), reportsFromJson, kControlCheckLimit);
}

void InstanceSession::probe(ProbeEndpoint draft, Answer<CheckReport> done)
{
    ask<CheckReport>(AskProbe{std::move(draft)}, std::move(done), reportFromJson, kControlCheckLimit);
}

void InstanceSession::revealKey(const EndpointId &endpoint, Answer<Secret> done)
{
    ask<Secret>(AskKey{endpoint}, std::move(done), revealedKeyFromJson);
}

void InstanceSession::revealToken(Answer<Secret> done)
{
    ask<Secret>(AskToken{}, std::move(done), tokenFromJson);
}

void InstanceSession::renewToken(Answer<Secret> done)
{
    const auto answered = [this, done = std::move(done)](Result<Secret> result) {
        if (result)
            Q_EMIT tokenRenewed();
        done(std::move(result));
    };
    ask<Secret>(AskRenewToken{}, answered, tokenFromJson);
}

void InstanceSession::sessions(Answer<std::vector<SessionSnapshot>> done)
{
    ask<std::vector<SessionSnapshot>>(AskSessions{}, std::move(done), sessionsFromJson);
}

void InstanceSession::moveSession(MoveSession command, Answer<Done> done)
{
    ask<Done>(AskMoveSession{std::move(command)}, std::move(done), nothing);
}

void InstanceSession::testChannel(PutChannel draft, Answer<Done> done)
{
    ask<Done>(AskTestChannel{std::move(draft)}, std::move(done), nothing, kControlTestLimit);
}

void InstanceSession::serve(bool on, Answer<Done> done)
{
    const auto answered = [this, on, done = std::move(done)](const Result<Done> &result) {
        if (result && isHosting() && !m_options.pretended)
            Q_EMIT servingChosen(on);
        done(result);
    };
    ask<Done>(AskServe{on}, answered, nothing);
}

void InstanceSession::listenOn(const QString &host, quint16 port, Answer<Done> done)
{
    const auto answered = [this, host, port, done = std::move(done)](const Result<Done> &result) {
        if (result && isHosting() && !m_options.pretended)
            Q_EMIT addressChosen(host, port);
        done(result);
    };
    ask<Done>(AskListen{host, port}, answered, nothing);
}

} // namespace qcc
