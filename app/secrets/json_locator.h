// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/secrets/json_file.h"

namespace qcc {

/// Where in @p text (valid JSON) the value at @p path begins, in bytes; of a repeated member the last one, as
/// parsers take it. For a path that leads nowhere: where the last value on the way begins.
qsizetype locate(QByteArrayView text, const JsonPath &path);

/// "line L, column C" of a byte offset; columns count UTF-8 characters from 1.
QString lineAndColumn(QByteArrayView text, qsizetype offset);

} // namespace qcc
