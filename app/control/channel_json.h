// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/command.h"
#include "models/domain/result.h"

#include <QJsonObject>

namespace qcc {

/// An alert channel as it travels over the control socket and stands in `--json` output: all its fields,
/// without secrets. The decoders refuse (ProtocolError) what misses a field; they don't validate values.
QJsonObject toJson(const AlertChannel &channel);
Result<AlertChannel> channelFromJson(const QJsonObject &object);

/// {"channel": {…}, "secrets": {"url": TEXT, …}, "before": {…}}, the last only where it replaces another.
/// Secrets travel in it: who writes or reads the bytes wipes them.
QJsonObject toJson(const PutChannel &put);
Result<PutChannel> putChannelFromJson(const QJsonObject &object);

} // namespace qcc
