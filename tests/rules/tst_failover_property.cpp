// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/rules/failover_laws.h"
#include "tests/rules/random_history.h"

#include <QTest>

using namespace qcc;
using namespace qcc::test;

/// Laws that hold in whatever happens: thousands of random histories of inputs and policies.
class TestFailoverProperty : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lawsHold();
    void sameInputsGiveSameOutputs();
    void deadlinesAreEnough();
};

namespace {

// Sanitizers look at every access, so they need fewer histories, and could not bear more.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr quint32 kFewer = 20;
#else
constexpr quint32 kFewer = 1;
#endif
constexpr quint32 kHistories = 2000 / kFewer;
constexpr quint32 kRepeated = 200 / kFewer;
constexpr quint32 kStepped = 140 / kFewer;

/// What the world is like after all hindrances are taken away and time has passed: is the active config one
/// that works, if there is any?
QString endOf(FailoverWorld &world)
{
    world.answering = true;
    world.run(QStringLiteral(
        "net up; release; policy failover on; policy cooldown 60; policy perhour 10; rounds 70"));
    const auto serves = [&](const Config &config) {
        const std::optional<Priority> priority = world.settings.groups.priorityOf(config.name);
        return priority && *priority != Priority::Disabled &&
               world.settings.groups.group(*priority).enabled &&
               std::any_of(config.endpoints.begin(), config.endpoints.end(), [&](const Endpoint &endpoint) {
                   return !world.keyless.contains(endpoint.id) && !world.dead.contains(endpoint.id.value);
               });
    };
    const std::vector<Config> &all = world.settings.configs;
    if (std::none_of(all.begin(), all.end(), serves))
        return {};
    const Config *active = world.settings.find(world.state.active);
    return active && serves(*active) ? QString() : QStringLiteral("somebody could serve, and is not active");
}

void play(FailoverWorld &world, quint32 seed)
{
    const RandomHistory history(seed);
    history.setUp(world);
    world.answering = seed % 3 == 0;
    for (const QString &statement : history.script())
        world.run(statement);
}

} // namespace

void TestFailoverProperty::lawsHold()
{
    int switches = 0;
    for (quint32 seed = 1; seed <= kHistories; ++seed) {
        FailoverWorld world;
        const FailoverLaws laws(world);
        play(world, seed);
        const QString end = endOf(world);
        switches += laws.automaticSwitches();
        QVERIFY2(laws.broken().isEmpty(),
                 qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(laws.broken())));
        QVERIFY2(end.isEmpty(), qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(end)));
    }
    QVERIFY(switches > static_cast<int>(kHistories)); // or the histories are too dull to show anything
}

void TestFailoverProperty::sameInputsGiveSameOutputs()
{
    for (quint32 seed = 1; seed <= kRepeated; ++seed) {
        FailoverWorld first;
        FailoverWorld second;
        play(first, seed);
        play(second, seed);
        QVERIFY2(first.state == second.state, qPrintable(QString::number(seed)));
        QVERIFY2(first.lines == second.lines, qPrintable(QString::number(seed)));
    }
}

/// Stepping at inputs and deadlines alone says and does the same as looking every second.
void TestFailoverProperty::deadlinesAreEnough()
{
    for (quint32 seed = 1; seed <= kStepped; ++seed) {
        FailoverWorld byDeadline;
        FailoverWorld bySecond;
        bySecond.everySecond = true;
        play(byDeadline, seed);
        play(bySecond, seed);
        QCOMPARE(byDeadline.log(15), bySecond.log(15));
        QVERIFY2(byDeadline.state.active == bySecond.state.active, qPrintable(QString::number(seed)));
    }
}

QTEST_APPLESS_MAIN(TestFailoverProperty)
#include "tst_failover_property.moc"
