// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/command.h"
#include "models/domain/probe.h"
#include "models/domain/result.h"
#include "models/domain/session.h"
#include "models/domain/time.h"

#include <QByteArray>
#include <QJsonObject>

namespace qcc {

/// The control protocol: JSON objects, one a line, one reply for each request, in order; only "watch" is
/// answered by one reply after the other (see watch_stream.h).
///   request = {"v":4, "ask":"submit", "command":{…}} | {"v":4, "ask":"switch", "switch":{…}} |
///             {"v":4, "ask":"check", "config":…} | {"v":4, "ask":"probe", "endpoint":{…}, "key":…} |
///             {"v":4, "ask":"key", "endpoint":ID} | {"v":4, "ask":"serve", "on":…} |
///             {"v":4, "ask":"listen", "host":…, "port":…} | {"v":4, "ask":"watch", "every_ms":…} |
///             {"v":4, "ask":"move-session", "session":…, "config":…} |
///             {"v":4, "ask":"test-channel", "channel":{…}, "secrets":{…}} |
///             {"v":4, "ask":"settings" | "status" | "sessions" | "token" | "renew-token" | "stop" |
///             "release-pin"}
///   reply   = {"v":4, "ok":true, "data":{…}} | {"v":4, "ok":false, "refusal":{"code":…, "subject":…,
///   "detail":…}}
/// Encoders end the line with its newline. The caller wipes lines that hold keys (wipeBytes()).

struct AskSettings
{
};
struct AskStatus
{
};
/// The token of the running instance, for its own user only (the peer's uid is checked): {"token": TEXT}.
struct AskToken
{
};
struct AskStop
{
};
/// {"switch": {"config":…, "reason":…, "pin_for": SECONDS}}, the last only where the pin is for a time.
struct AskSwitch
{
    SwitchConfig command;
};
struct AskReleasePin
{
};
/// Answered with {"reports": […]}, see reports_json.h.
struct AskCheck
{
    QString config; ///< empty: all
};
/// Checks an endpoint that is being edited. Answered with {"report": {…}}, see reports_json.h.
struct AskProbe
{
    ProbeEndpoint draft;
};
/// Answered with {"key": TEXT}.
struct AskKey
{
    EndpointId endpoint;
};
/// Answered with {"token": TEXT}, the new one.
struct AskRenewToken
{
};
/// Answered with {"sessions": […]}, see session_json.h.
struct AskSessions
{
};
struct AskMoveSession
{
    MoveSession command;
};
/// Sends a test message over a channel that is being edited.
struct AskTestChannel
{
    PutChannel draft;
};
struct AskServe
{
    bool on = true;
};
struct AskListen
{
    QString host;
    quint16 port = 0;
};
/// What is watched comes at most once in @p every (kShortestWatchPace … kLongestWatchPace). While watching:
/// with another pace from now on.
struct AskWatch
{
    milliseconds every{100};
};
using ControlRequest =
    std::variant<Command, AskSettings, AskStatus, AskToken, AskStop, AskSwitch, AskReleasePin, AskCheck,
                 AskProbe, AskKey, AskRenewToken, AskSessions, AskMoveSession, AskTestChannel, AskServe, AskListen, AskWatch>;

QByteArray encodeRequest(const ControlRequest &request);
/// Refuses (ProtocolError) what is no JSON object, of another protocol version, or unknown.
Result<ControlRequest> decodeRequest(const QByteArray &line);

QByteArray encodeReply(const Result<QJsonObject> &reply);
/// The data, or the instance's refusal; ProtocolError also for what is no reply.
Result<QJsonObject> decodeReply(const QByteArray &line);

/// The answers to AskToken, AskRenewToken and AskKey.
QJsonObject tokenToJson(const Secret &token);
Result<Secret> tokenFromJson(const QJsonObject &data);
QJsonObject revealedKeyToJson(const Secret &key);
Result<Secret> revealedKeyFromJson(const QJsonObject &data);

QJsonObject toJson(const Refusal &refusal);
/// None when a field is missing or the code is unknown.
std::optional<Refusal> refusalFromJson(const QJsonObject &object);

} // namespace qcc
