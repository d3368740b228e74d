// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/snapshot.h"

#include <QStringList>

namespace qcc {

/// A model that is not asked for there: "overloaded for opus until 14:35:10 (in 3:20)".
QString holdText(const ModelHoldSnapshot &hold, TimePoint now);

/// The models that are not asked for there; of many, the first and how many more. A kind of request that the
/// provider does not offer is not worth a word.
QStringList holdTexts(const EndpointSnapshot &endpoint, TimePoint now);

/// All that keeps an endpoint from serving every request, a line each, with its name: "eu: limited until
/// 14:35:10 (in 3:20)". Empty: nothing does.
QStringList endpointTroubles(const EndpointSnapshot &endpoint, TimePoint now);

/// What keeps a whole config from serving although its checks are good, without a subject: all its endpoints
/// are held back, or all are overloaded for the same model. Empty: it can serve.
QString configHeldBack(const QString &config, const ProxySnapshot &snapshot, TimePoint now);

} // namespace qcc
