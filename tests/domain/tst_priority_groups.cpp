// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/priority_groups.h"

#include <QTest>

#include <random>

using namespace qcc;

/// The four groups: words, moves, and the invariant that a config is in exactly one of them.
class TestPriorityGroups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWordNamesItsPriority_data();
    void aWordNamesItsPriority();
    void anUnknownWordNamesNone();
    void placing_data();
    void placing();
    void renamingKeepsThePlace();
    void removingAnUnknownConfigChangesNothing();
    void aGroupIsSwitchedOffWithoutLosingItsConfigs();
    void randomChangesKeepTheInvariant_data();
    void randomChangesKeepTheInvariant();
};

namespace {

QString name(int i)
{
    return QStringLiteral("config-%1").arg(i);
}

/// Primary a b c, secondary d, fallback empty, disabled e.
PriorityGroups sample()
{
    PriorityGroups groups;
    for (const char *config : {"a", "b", "c"})
        groups.place(QString::fromLatin1(config), Priority::Primary);
    groups.place(QStringLiteral("d"), Priority::Secondary);
    groups.place(QStringLiteral("e"), Priority::Disabled);
    return groups;
}

/// "abc|d||e"
QString print(const PriorityGroups &groups)
{
    QStringList parts;
    for (const PriorityGroup &group : groups.all()) {
        QString names;
        for (const QString &config : group.configNames)
            names += config;
        parts += names;
    }
    return parts.join(QLatin1Char('|'));
}

int occurrences(const PriorityGroups &groups, const QString &config)
{
    int count = 0;
    for (const PriorityGroup &group : groups.all())
        count += static_cast<int>(std::count(group.configNames.begin(), group.configNames.end(), config));
    return count;
}

} // namespace

void TestPriorityGroups::aWordNamesItsPriority_data()
{
    QTest::addColumn<Priority>("priority");
    QTest::addColumn<QString>("word");
    QTest::newRow("primary") << Priority::Primary << QStringLiteral("primary");
    QTest::newRow("secondary") << Priority::Secondary << QStringLiteral("secondary");
    QTest::newRow("fallback") << Priority::Fallback << QStringLiteral("fallback");
    QTest::newRow("disabled") << Priority::Disabled << QStringLiteral("disabled");
}

void TestPriorityGroups::aWordNamesItsPriority()
{
    QFETCH(Priority, priority);
    QFETCH(QString, word);
    QCOMPARE(toWord(priority), word);
    QVERIFY(priorityFromWord(word) == priority);
}

void TestPriorityGroups::anUnknownWordNamesNone()
{
    for (const char *word : {"", "Primary", "tertiary", " primary"})
        QVERIFY2(!priorityFromWord(QString::fromLatin1(word)), word);
}

void TestPriorityGroups::placing_data()
{
    QTest::addColumn<QString>("config");
    QTest::addColumn<Priority>("priority");
    QTest::addColumn<int>("index"); // -100: none
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *title, const char *config, Priority priority, int index,
                        const char *expected) {
        QTest::newRow(title) << QString::fromLatin1(config) << priority << index
                             << QString::fromLatin1(expected);
    };
    row("a new config without an index goes to the end", "x", Priority::Primary, -100, "abcx|d||e");
    row("a new config goes to the front", "x", Priority::Primary, 0, "xabc|d||e");
    row("a config moves to another group", "b", Priority::Secondary, -100, "ac|db||e");
    row("a config moves to a place in another group", "b", Priority::Secondary, 0, "ac|bd||e");
    row("a config moves into an empty group", "a", Priority::Fallback, 0, "bc|d|a|e");
    row("a config moves down in its group, counted after the removal", "a", Priority::Primary, 1, "bac|d||e");
    row("a config moves up in its group", "c", Priority::Primary, 0, "cab|d||e");
    row("a config stays where it is", "b", Priority::Primary, 1, "abc|d||e");
    row("an index beyond the end is clamped", "a", Priority::Primary, 99, "bca|d||e");
    row("an index before the front is clamped", "c", Priority::Primary, -5, "cab|d||e");
    row("a disabled config comes back", "e", Priority::Primary, 0, "eabc|d||");
}

void TestPriorityGroups::placing()
{
    QFETCH(QString, config);
    QFETCH(Priority, priority);
    QFETCH(int, index);
    QFETCH(QString, expected);
    PriorityGroups groups = sample();
    groups.place(config, priority, index == -100 ? std::nullopt : std::optional<qsizetype>(index));
    QCOMPARE(print(groups), expected);
    QVERIFY(groups.priorityOf(config) == priority);
}

void TestPriorityGroups::renamingKeepsThePlace()
{
    PriorityGroups groups = sample();
    groups.rename(QStringLiteral("b"), QStringLiteral("z"));
    QCOMPARE(print(groups), QStringLiteral("azc|d||e"));
    groups.rename(QStringLiteral("nobody"), QStringLiteral("y"));
    QCOMPARE(print(groups), QStringLiteral("azc|d||e"));
}

void TestPriorityGroups::removingAnUnknownConfigChangesNothing()
{
    PriorityGroups groups = sample();
    groups.remove(QStringLiteral("nobody"));
    QCOMPARE(groups, sample());
    groups.remove(QStringLiteral("d"));
    QCOMPARE(print(groups), QStringLiteral("abc|||e"));
    QVERIFY(!groups.priorityOf(QStringLiteral("d")));
}

void TestPriorityGroups::aGroupIsSwitchedOffWithoutLosingItsConfigs()
{
    PriorityGroups groups = sample();
    groups.setEnabled(Priority::Primary, false);
    QVERIFY(!groups.group(Priority::Primary).enabled);
    QVERIFY(groups.group(Priority::Secondary).enabled);
    QCOMPARE(print(groups), QStringLiteral("abc|d||e"));
}

void TestPriorityGroups::randomChangesKeepTheInvariant_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed : {1U, 20260729U, 4242U})
        QTest::addRow("seed %u", seed) << seed;
}

void TestPriorityGroups::randomChangesKeepTheInvariant()
{
    QFETCH(unsigned, seed);
    std::mt19937 random(seed);
    const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    PriorityGroups groups;
    std::set<QString> present;
    for (int step = 0; step < 5000; ++step) {
        const QString config = name(below(12));
        const int action = below(10);
        if (action == 0) {
            groups.remove(config);
            present.erase(config);
        } else if (action == 1) {
            // Names are unique before a rename: commands see to that.
            const QString to = QStringLiteral("renamed-%1").arg(step);
            groups.rename(config, to);
            groups.rename(to, config);
        } else {
            const auto index = below(3) == 0 ? std::nullopt : std::optional<qsizetype>(below(20) - 4);
            groups.place(config, kPriorities[static_cast<size_t>(below(4))], index);
            present.insert(config);
        }
        for (int i = 0; i < 12; ++i) {
            QCOMPARE(occurrences(groups, name(i)), present.contains(name(i)) ? 1 : 0);
            QCOMPARE(groups.priorityOf(name(i)).has_value(), present.contains(name(i)));
        }
    }
}

QTEST_GUILESS_MAIN(TestPriorityGroups)
#include "tst_priority_groups.moc"
