// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/field_reader.h"
#include "models/domain/session.h"

namespace qcc {

/// Conversations, as the answer to AskSessions and for `qcc sessions --json`: {"sessions": […]}. Their ids are
/// bytes that a client chose; each travels as the character of its number.
QJsonObject sessionsToJson(const std::vector<SessionSnapshot> &sessions);
Result<std::vector<SessionSnapshot>> sessionsFromJson(const QJsonObject &object);

/// {"session":…, "config":…}, the latter empty: as the rules say.
QJsonObject toJson(const MoveSession &command);
MoveSession moveSessionFromJson(FieldReader &in);

} // namespace qcc
