// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/endpoint.h"

#include <optional>

namespace qcc {

/// "x-api-key", "bearer", "both": the words of the files, the control socket and the command line.
QString toWord(AuthForm form);
std::optional<AuthForm> authFormFromWord(const QString &word);

/// "1", "2".
QString toWord(HttpVersion version);
std::optional<HttpVersion> httpVersionFromWord(const QString &word);

} // namespace qcc
