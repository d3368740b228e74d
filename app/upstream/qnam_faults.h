// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/http_message.h"
#include "models/domain/outcome.h"

#include <QNetworkReply>

namespace qcc {

/// What QNAM's error means for the attempt. Errors that only repeat the answer's @p status are none; 0: there
/// was no head.
TransportFault qnamFault(QNetworkReply::NetworkError error, int status, bool requestSent);

/// QNAM is lenient about heads; the fields it hands over are judged again: at most kResponseHeadLimits, one
/// Content-Length at most, not together with a transfer coding, and no coding but chunked.
bool soundHead(const HeaderFields &fields);

} // namespace qcc
