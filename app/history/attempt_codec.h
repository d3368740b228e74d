// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/request_record.h"

#include <QHash>

#include <functional>

namespace qcc {

/// The attempts of one request in one small text: a JSON array with one array of numbers for each,
///     [config, endpoint, name, ms, kind, effect, status, fault, try_next, until, "error type", model]
/// where the first three, the model and the words are ids of the table `names`. Zeros at the end are left
/// out: the usual request takes some twenty bytes.
QString encodeAttempts(const std::vector<AttemptRecord> &attempts,
                       const std::function<qint64(const QString &)> &idOf);

/// What can't be read is left out.
std::vector<AttemptRecord> decodeAttempts(const QByteArray &text, const QHash<qint64, QString> &names);

} // namespace qcc
