// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace qcc {

class SqlConnection;

/// The statements that lead from one version of the database to the next; "PRAGMA user_version" tells which
/// one a file has (0: none yet). Steps are only ever added.
struct SchemaStep
{
    std::span<const char *const> statements;
};

std::span<const SchemaStep> schemaSteps();
int schemaVersion();

/// The version of an open database; -1 after a fault.
int versionOf(SqlConnection &connection);

/// Brings the database to @p version (the newest) in one transaction: nobody sees a version between, which a
/// reader would refuse. The fault is the connection's; closing it undoes what there was.
bool migrate(SqlConnection &connection, int version);

} // namespace qcc
