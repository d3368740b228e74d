// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/command.h"
#include "models/domain/result.h"

#include <QJsonObject>

namespace qcc {

/// The endpoints of commands as they travel over the control socket, with their keys (see command_json.h).

QString keyToJson(const Secret &key);
Secret keyFromJson(QString text);

/// The endpoint's members (settings_json.h) and "key".
QJsonObject toJson(const NewEndpoint &added);
Result<NewEndpoint> newEndpointFromJson(const QJsonObject &object);

/// Likewise; without "key" when the stored one stays.
QJsonObject toJson(const DraftEndpoint &draft);
Result<DraftEndpoint> draftEndpointFromJson(const QJsonObject &object);

/// Only the members that are set.
QJsonObject toJson(const EndpointPatch &patch);
Result<EndpointPatch> endpointPatchFromJson(const QJsonObject &object);

} // namespace qcc
