// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sim/sim_script.h"

#include <QByteArray>

namespace qcc::sim {

class SimProvider;

struct ControlRequest
{
    QByteArray method;
    QByteArray target;
    QByteArray body;
    bool fromWebPage = false; ///< it carries an Origin
};

/// Carries out a request below /_sim (what there is: GET /_sim) and returns its answer. Web pages are
/// refused.
Script answerControlRequest(const ControlRequest &request, SimProvider &provider);

} // namespace qcc::sim
