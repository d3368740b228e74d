// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace qcc::test {

/// The room that a source path (from the project root) belongs to: "models/rules", "app/proxy", "app" for the
/// programs' mains; empty for what is no room (tests, benchmarks).
QString roomOf(const QString &path);

/// What is wrong with the includes of the source @p path: an upward or sideways include, an include that does
/// not start at the project root, a room that the table does not know. One line each; empty when all is well.
QStringList includeViolations(const QString &path, const QString &text);

/// What a pure room (models/domain, models/rules) must not touch: objects with signals, timers, sockets,
/// files, threads, the environment, randomness, and the clock. Comments don't count. Empty for all other
/// rooms.
QStringList purityViolations(const QString &path, const QString &text);

} // namespace qcc::test
