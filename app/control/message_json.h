// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/command.h"
#include "models/domain/result.h"

#include <QByteArray>
#include <QJsonObject>

namespace qcc {

/// The control protocol: JSON objects, one a line, one reply for each request, in order.
///   request = {"v":2, "ask":"submit", "command":{…}} | {"v":2, "ask":"switch", "switch":{…}} |
///             {"v":2, "ask":"check", "config":…} |
///             {"v":2, "ask":"settings" | "status" | "token" | "stop" | "release-pin"}
///   reply   = {"v":2, "ok":true, "data":{…}} | {"v":2, "ok":false, "refusal":{"code":…, "subject":…,
///   "detail":…}}
/// Encoders end the line with its newline. The caller wipes lines that hold commands (wipeBytes()).

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
using ControlRequest =
    std::variant<Command, AskSettings, AskStatus, AskToken, AskStop, AskSwitch, AskReleasePin, AskCheck>;

QByteArray encodeRequest(const ControlRequest &request);
/// Refuses (ProtocolError) what is no JSON object, of another protocol version, or unknown.
Result<ControlRequest> decodeRequest(const QByteArray &line);

QByteArray encodeReply(const Result<QJsonObject> &reply);
/// The data, or the instance's refusal; ProtocolError also for what is no reply.
Result<QJsonObject> decodeReply(const QByteArray &line);

QJsonObject toJson(const Refusal &refusal);
/// None when a field is missing or the code is unknown.
std::optional<Refusal> refusalFromJson(const QJsonObject &object);

} // namespace qcc
