// SPDX-License-Identifier: GPL-3.0-or-later
// The board's order, changed by one command; and how long requests are kept.
#include "models/rules/apply_command.h"
#include "models/rules/arrange_configs.h"

#include <QTest>

using namespace qcc;

namespace {

/// "a b|c||d": primary, secondary, fallback, disabled.
BoardOrder orderIn(const QString &text)
{
    const QStringList groups = text.split(u'|');
    BoardOrder order;
    for (qsizetype i = 0; i < groups.size(); ++i) {
        const QStringList names = groups[i].split(u' ', Qt::SkipEmptyParts);
        order[kPriorities[size_t(i)]] = {names.begin(), names.end()};
    }
    return order;
}

QString textOf(const PriorityGroups &groups)
{
    QStringList texts;
    for (const PriorityGroup &group : groups.all())
        texts << QStringList(group.configNames.begin(), group.configNames.end()).join(u' ');
    return texts.join(u'|');
}

Settings settingsWith(const QString &order)
{
    Settings settings;
    for (const auto &[priority, names] : orderIn(order)) {
        for (const QString &name : names) {
            settings.configs.push_back({name, {}, {}});
            settings.groups.place(name, priority);
        }
    }
    settings.groups.setEnabled(Priority::Fallback, false);
    settings.activeConfig = QStringLiteral("a");
    return settings;
}

} // namespace

class TestArrangeConfigs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theBoardIsArranged_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("refused"); // the subject
        const auto row = [](const char *name, const char *before, const char *after,
                            const char *refused = "") {
            QTest::newRow(name) << QString::fromLatin1(before) << QString::fromLatin1(after)
                                << QString::fromLatin1(refused);
        };
        row("nothing moves", "a b|c||d", "a b|c||d");
        row("within a group", "a b|c||d", "b a|c||d");
        row("to another group", "a b|c||d", "b|a c||d");
        row("several at once", "a b|c||d", "|c||d b a");
        row("everything turned round", "a b|c||d", "d||c|b a");
        row("somebody has moved one", "a|b c||d", "b|a c||d", "board");
        row("somebody has changed the order", "b a|c||d", "b|a c||d", "board");
        row("somebody has removed one", "a b|c||d x", "a b|c||d", "board");
        row("somebody has added one", "a b|c||", "b a|c||", "board");
        row("one would be lost", "a b|c||d", "a|c||d", "order");
        row("one would be there twice", "a b|c||d", "a b|c a||d", "order");
        row("one would be another", "a b|c||d", "a x|c||d", "order");
    }
    void theBoardIsArranged()
    {
        QFETCH(const QString, before);
        QFETCH(const QString, after);
        QFETCH(const QString, refused);
        const Settings settings = settingsWith(QStringLiteral("a b|c||d"));
        const Result<Change> change =
            applyCommand(settings, {}, ArrangeConfigs{orderIn(before), orderIn(after)});
        QCOMPARE(change.ok(), refused.isEmpty());
        if (!change) {
            QCOMPARE(change.refusal().subject, refused);
            QCOMPARE(change.refusal().code == RefusalCode::ChangedMeanwhile,
                     refused == QLatin1StringView("board"));
            return;
        }
        QCOMPARE(textOf(change->settings.groups), after);
        QVERIFY(!change->settings.groups.group(Priority::Fallback).enabled);
        QCOMPARE(change->settings.configs, settings.configs);
        QCOMPARE(change->settings.activeConfig, QStringLiteral("a"));
    }

    void whatWasDoneCanBeUndone()
    {
        const Settings settings = settingsWith(QStringLiteral("a b|c||d"));
        const BoardOrder before = boardOrder(settings.groups);
        const BoardOrder after = orderIn(QStringLiteral("|b||d c a"));
        const Result<Change> done = applyCommand(settings, {}, ArrangeConfigs{before, after});
        QVERIFY(done.ok());
        const Result<Change> undone = applyCommand(done->settings, {}, ArrangeConfigs{after, before});
        QVERIFY(undone.ok());
        QCOMPARE(undone->settings, settings);
    }

    void aGroupLeftOutIsEmpty()
    {
        const Settings settings = settingsWith(QStringLiteral("a|||"));
        const BoardOrder before{{Priority::Primary, {QStringLiteral("a")}}};
        const BoardOrder after{{Priority::Disabled, {QStringLiteral("a")}}};
        const Result<Change> change = applyCommand(settings, {}, ArrangeConfigs{before, after});
        QVERIFY(change.ok());
        QCOMPARE(textOf(change->settings.groups), QStringLiteral("|||a"));
    }

    void requestsAreKeptForDays_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<bool>("permitted");
        QTest::newRow("a day") << 1 << true;
        QTest::newRow("ten years") << 3650 << true;
        QTest::newRow("none") << 0 << false;
        QTest::newRow("less than none") << -1 << false;
        QTest::newRow("longer") << 3651 << false;
    }
    void requestsAreKeptForDays()
    {
        QFETCH(const int, days);
        QFETCH(const bool, permitted);
        const Result<Change> change = applyCommand(Settings(), {}, EditRetention{{days}});
        QCOMPARE(change.ok(), permitted);
        if (change)
            QCOMPARE(change->settings.retention.requestDays, days);
        else
            QCOMPARE(change.refusal(),
                     (Refusal{RefusalCode::InvalidValue, QStringLiteral("keep_requests_days"),
                              QStringLiteral("1 to 3650")}));
    }
};

QTEST_GUILESS_MAIN(TestArrangeConfigs)
#include "tst_arrange_configs.moc"
