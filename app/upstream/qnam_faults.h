// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/http_message.h"
#include "models/domain/outcome.h"

#include <QNetworkReply>

namespace qcc {

/// What QNAM's error means for the attempt. Errors that only repeat the answer's status are none.
TransportFault qnamFault(QNetworkReply::NetworkError error, bool headSeen, bool requestSent);

/// QNAM is lenient about framing; the fields it hands over are judged again: one Content-Length at most, not together with a transfer
/// coding, and no coding but chunked.
bool soundFraming(const HeaderFields &fields);

} // namespace qcc
