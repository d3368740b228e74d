// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/request_record.h"
#include "models/domain/snapshot.h"

#include <QStringList>

namespace qcc {

/// What QCC did for a request beside asking for it, each without a subject: "waited 35 s for the end of a
/// limit", "3 thinking blocks of other providers taken out". Empty: nothing.
QStringList requestNotes(const RequestRecord &record);

/// The same in a few words, for a cell: "waited 35 s, repaired". Empty: nothing.
QString requestMark(const RequestRecord &record);

/// Of requests that wait now: "Waiting for backup: every config is limited, 2 requests go on in 0:35." Empty:
/// none waits.
QString heldText(const ProxySnapshot &snapshot, TimePoint now);

} // namespace qcc
