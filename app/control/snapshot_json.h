// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/snapshot.h"

#include <QJsonObject>

namespace qcc {

/// What is shown of a running instance, for the control socket and `qcc proxy status --json`. Moments are ISO
/// 8601, UTC.
QJsonObject toJson(const ProxySnapshot &snapshot);
Result<ProxySnapshot> snapshotFromJson(const QJsonObject &object);

/// Some fields are told as of now and so change with every look, though nothing has happened: when a decision
/// was thought of, when a recovery is possible at the earliest. Who was shown @p before need not be shown
/// @p now while only these differ, by less than a second.
bool isNews(const ProxySnapshot &before, ProxySnapshot now);

} // namespace qcc
