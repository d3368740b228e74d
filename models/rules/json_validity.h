// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace qcc {

/// Nesting that is looked into; what is deeper is believed.
inline constexpr int kCheckedNesting = 1024;

/// True for one whole JSON object or array (RFC 8259) with nothing but white space around it. Strings must be
/// valid UTF-8, but may hold raw control characters and escapes that the RFC does not know, as lenient
/// readers take them: a doubt is not worth a good answer. Does not allocate; one pass. Pure; any thread.
bool isJsonDocument(QByteArrayView text);

} // namespace qcc
