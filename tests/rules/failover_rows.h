// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/rules/failover_world.h"

#include <QTest>

namespace qcc::test {

inline void scenarioColumns()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("expected");
}

/// A row: what happens, and what the world's log says of it.
inline void scenario(const char *name, const char *script, const char *expected)
{
    QTest::newRow(name) << QString::fromUtf8(script) << QString::fromUtf8(expected);
}

/// Plays the row's script in the standard world, where everything is healthy and checks are answered at once.
inline void playScenario(int shown, const QString &before = QStringLiteral("good"))
{
    QFETCH(QString, script);
    QFETCH(QString, expected);
    FailoverWorld world;
    world.addStandard();
    world.run(before);
    world.answering = true;
    world.lines.clear();
    world.run(script);
    QCOMPARE(world.log(shown), expected);
}

} // namespace qcc::test
