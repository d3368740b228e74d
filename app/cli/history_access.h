// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command_line.h"
#include "app/history/history_reader.h"

namespace qcc {

inline constexpr int kMostRows = 1'000'000; ///< of a listing

/// Gives @p read the history of the session's home; an instance may write it meanwhile. Else the command is
/// refused.
void withHistory(CliSession &session, const std::function<void(const HistoryReader &)> &read);

/// Options that several commands share. The targets must outlive the parse.
void addLimit(CLI::App &command, std::optional<int> &limit, const QString &description);
/// Checked to be understood by momentFromText().
void addSince(CLI::App &command, std::string &since, const QString &description);

} // namespace qcc
