// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/words.h"
#include "models/rules/notices.h"

#include <QTest>

using namespace qcc;

namespace {

const QTime kNoon(12, 0);
const QTime kNight(23, 30);

Alert alertOf(AlertKind kind, const QString &subject = {})
{
    Alert alert;
    alert.kind = kind;
    alert.subject = subject;
    return alert;
}

Alert switched(AlertKind kind, const QString &from, const QString &to)
{
    Alert alert = alertOf(kind, to);
    alert.from = from;
    alert.to = to;
    return alert;
}

NoticeInput failover()
{
    return AnnouncedAlert{switched(AlertKind::Failover, QStringLiteral("a"), QStringLiteral("b"))};
}

NoticeInput recovery()
{
    return AnnouncedAlert{switched(AlertKind::Recovery, QStringLiteral("b"), QStringLiteral("a"))};
}

NoticeInput standing(const std::vector<Alert> &alerts, const QString &active = QStringLiteral("a"))
{
    return StandingAlerts{alerts, active};
}

NoticeInput closed(const QString &key)
{
    return ClosedNotice{key};
}

/// "show switch", "update hourly-limit", "withdraw switch".
QString said(const NoticeEffect &effect)
{
    if (const auto *show = std::get_if<ShowNotice>(&effect))
        return QStringLiteral("show ") + noticeKey(show->notice.alert);
    if (const auto *update = std::get_if<UpdateNotice>(&effect))
        return QStringLiteral("update ") + noticeKey(update->notice.alert);
    return QStringLiteral("withdraw ") + std::get<WithdrawNotice>(effect).key;
}

/// A course of inputs, and what a person sees of it: "show a; withdraw a".
struct Course
{
    NoticeFilter filter;
    NoticeState state;
    QStringList seen;

    void give(const NoticeInput &input, QTime local)
    {
        NoticeStep made = step(std::move(state), input, filter, local);
        state = std::move(made.state);
        for (const NoticeEffect &effect : made.effects)
            seen += said(effect);
    }
};

struct Moment
{
    NoticeInput input;
    QTime local = kNoon;
};

using Moments = std::vector<Moment>;

Alert limitUntil(int minute)
{
    Alert alert = alertOf(AlertKind::HourlyLimit);
    alert.until = TimePoint(minutes(minute));
    return alert;
}

std::vector<Alert> rejectedKeys(int count)
{
    std::vector<Alert> alerts;
    for (int i = 0; i < count; ++i)
        alerts.push_back(alertOf(AlertKind::KeyRejected, QString::number(i)));
    return alerts;
}

} // namespace

Q_DECLARE_METATYPE(NoticeFilter)
Q_DECLARE_METATYPE(Moments)

/// What is told to a person, and when it is taken away.
class TestNotices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCourseIsTold_data();
    void aCourseIsTold();
    void quietTime_data();
    void quietTime();
    void urgencyAndButtons_data();
    void urgencyAndButtons();
    void onlySoManyAtOnce();
    void aloneAndDownIsCritical();
    void buttonsHaveWords();
};

void TestNotices::aCourseIsTold_data()
{
    QTest::addColumn<NoticeFilter>("filter");
    QTest::addColumn<Moments>("moments");
    QTest::addColumn<QString>("seen");
    const auto row = [](const char *name, const QString &seen, const Moments &moments,
                        const NoticeFilter &filter = {}) {
        QTest::newRow(name) << filter << moments << seen;
    };
    const Alert down = alertOf(AlertKind::AllDown);
    row("switched back before a snapshot told of the new config",
        QStringLiteral("show switch; withdraw switch"),
        {{failover()}, {StandingAlerts{{}, QStringLiteral("a"), TimePoint(minutes(1))}}});
    const Alert away = alertOf(AlertKind::AwayFromPrimary);
    const NoticeFilter quiet{{}, QuietTime{QTime(22, 0), QTime(8, 0)}};
    const QString b = QStringLiteral("b");

    row("a condition is shown once and withdrawn when it is over",
        QStringLiteral("show all-down; withdraw all-down"),
        {{standing({down})}, {standing({down})}, {standing({})}});
    row("two causes are two notices",
        QStringLiteral(
            "show key-rejected:0; show key-rejected:1; withdraw key-rejected:0; withdraw key-rejected:1"),
        {{standing(rejectedKeys(2))}, {standing({})}});
    row("what changes is updated in place", QStringLiteral("show hourly-limit; update hourly-limit"),
        {{standing({limitUntil(1)})}, {standing({limitUntil(2)})}, {standing({limitUntil(2)})}});
    row("what was closed is not updated", QStringLiteral("show hourly-limit"),
        {{standing({limitUntil(1)})}, {closed(QStringLiteral("hourly-limit"))}, {standing({limitUntil(2)})}});
    row("what was closed comes again with a new cause",
        QStringLiteral("show all-down; withdraw all-down; show all-down"),
        {{standing({down})},
         {closed(QStringLiteral("all-down"))},
         {standing({down})},
         {standing({})},
         {standing({down})}});
    row("closing what is not shown does nothing", QString(), {{closed(QStringLiteral("switch"))}});
    row("a recovery takes the failover's place", QStringLiteral("show switch; show switch"),
        {{failover()}, {standing({}, b)}, {recovery()}});
    row("the snapshot may lag behind the announcement", QStringLiteral("show switch"),
        {{failover()}, {standing({})}, {standing({}, b)}, {standing({}, b)}});
    row("another config made active by hand ends a failover's notice",
        QStringLiteral("show switch; withdraw switch"), {{failover()}, {standing({}, b)}, {standing({})}});
    row("an announcement that isn't wanted is not shown", QString(), {{failover()}},
        {{AlertKind::Failover}, std::nullopt});
    row("a recovery that isn't wanted still ends the failover's notice",
        QStringLiteral("show switch; withdraw switch"), {{failover()}, {recovery()}},
        {{AlertKind::Recovery}, std::nullopt});
    row("a condition that isn't wanted is not shown", QString(), {{standing({down})}},
        {{AlertKind::AllDown}, std::nullopt});
    row("in quiet hours nothing but the most urgent comes", QStringLiteral("show all-down"),
        {{failover(), kNight}, {standing({away, down}, b), kNight}}, quiet);
    row("what still stands after the quiet hours is told then", QStringLiteral("show away-from-primary"),
        {{standing({away}), kNight}, {standing({away})}}, quiet);
    row("what came before the quiet hours stays", QStringLiteral("show away-from-primary"),
        {{standing({away})}, {standing({away}), kNight}}, quiet);
    row("a recovery at night ends the failover's notice", QStringLiteral("show switch; withdraw switch"),
        {{failover()}, {recovery(), kNight}}, quiet);
    row("nobody to take over, and so all down, is one cause", QStringLiteral("show no-fallback:a"),
        {{standing({down, alertOf(AlertKind::NoFallback, QStringLiteral("a"))})}});
    row("all down gives way when nobody can take over",
        QStringLiteral("show all-down; withdraw all-down; show no-fallback:a"),
        {{standing({down})}, {standing({down, alertOf(AlertKind::NoFallback, QStringLiteral("a"))})}});
    row("all down is told where the other isn't wanted", QStringLiteral("show all-down"),
        {{standing({down, alertOf(AlertKind::NoFallback, QStringLiteral("a"))})}},
        {{AlertKind::NoFallback}, std::nullopt});
}

void TestNotices::aCourseIsTold()
{
    QFETCH(NoticeFilter, filter);
    QFETCH(Moments, moments);
    Course course{filter, {}, {}};
    for (const Moment &moment : moments)
        course.give(moment.input, moment.local);
    QTEST(course.seen.join(QStringLiteral("; ")), "seen");
}

void TestNotices::quietTime_data()
{
    QTest::addColumn<QTime>("from");
    QTest::addColumn<QTime>("to");
    QTest::addColumn<QTime>("time");
    QTest::addColumn<bool>("quiet");
    const QTime ten(22, 0);
    const QTime eight(8, 0);
    QTest::newRow("within, past midnight") << ten << eight << QTime(3, 0) << true;
    QTest::newRow("within, before midnight") << ten << eight << QTime(23, 59) << true;
    QTest::newRow("at the beginning") << ten << eight << ten << true;
    QTest::newRow("at the end") << ten << eight << eight << false;
    QTest::newRow("outside") << ten << eight << kNoon << false;
    QTest::newRow("within one day") << eight << ten << kNoon << true;
    QTest::newRow("outside of one day") << eight << ten << QTime(23, 0) << false;
    QTest::newRow("the whole day") << ten << ten << kNoon << true;
}

void TestNotices::quietTime()
{
    QFETCH(QTime, from);
    QFETCH(QTime, to);
    QFETCH(QTime, time);
    QTEST((QuietTime{from, to}.contains(time)), "quiet");
}

void TestNotices::urgencyAndButtons_data()
{
    QTest::addColumn<AlertKind>("kind");
    QTest::addColumn<NoticeUrgency>("urgency");
    QTest::addColumn<QString>("buttons");
    const auto row = [](AlertKind kind, NoticeUrgency urgency, const char *buttons) {
        QTest::newRow(qPrintable(toWord(kind))) << kind << urgency << QString::fromLatin1(buttons);
    };
    row(AlertKind::Failover, NoticeUrgency::Normal, "default switch-back why pause");
    row(AlertKind::Recovery, NoticeUrgency::Normal, "default why");
    row(AlertKind::AllDown, NoticeUrgency::Critical, "default check-now why");
    row(AlertKind::NoFallback, NoticeUrgency::Normal, "default check-now why");
    row(AlertKind::HourlyLimit, NoticeUrgency::Normal, "default why pause");
    row(AlertKind::AwayFromPrimary, NoticeUrgency::Normal, "default why");
    row(AlertKind::KeyRejected, NoticeUrgency::Normal, "default");
    row(AlertKind::OutOfCredit, NoticeUrgency::Normal, "default");
    row(AlertKind::OwnNetwork, NoticeUrgency::Low, "default check-now");
    row(AlertKind::HistoryUnavailable, NoticeUrgency::Normal, "default");
}

void TestNotices::urgencyAndButtons()
{
    QFETCH(AlertKind, kind);
    const Alert alert = switched(kind, QStringLiteral("a"), QStringLiteral("b"));
    const bool once = kind == AlertKind::Failover || kind == AlertKind::Recovery;
    const NoticeInput input = once ? NoticeInput(AnnouncedAlert{alert}) : standing({alert});
    const NoticeStep made = step({}, input, {}, kNoon);
    QCOMPARE(made.effects.size(), size_t(1));
    const Notice notice = std::get<ShowNotice>(made.effects.front()).notice;
    QTEST(notice.urgency, "urgency");
    QStringList words;
    for (const NoticeButton button : notice.buttons)
        words += toWord(button);
    QTEST(words.join(QLatin1Char(' ')), "buttons");
}

void TestNotices::onlySoManyAtOnce()
{
    Course course;
    std::vector<Alert> alerts = rejectedKeys(kMostNotices + 3);
    course.give(standing(alerts), kNoon);
    QCOMPARE(course.seen.size(), qsizetype(kMostNotices));
    course.seen.clear();
    alerts.erase(alerts.begin());
    alerts.push_back(alertOf(AlertKind::AllDown));
    course.give(standing(alerts), kNoon);
    QCOMPARE(course.seen,
             (QStringList{QStringLiteral("withdraw key-rejected:0"), QStringLiteral("show all-down")}));
}

void TestNotices::aloneAndDownIsCritical()
{
    const Alert alone = alertOf(AlertKind::NoFallback, QStringLiteral("a"));
    NoticeStep first = step({}, standing({alone}), {}, kNoon);
    const NoticeState shown = step(first.state, closed(noticeKey(alone)), {}, kNoon).state;
    const NoticeStep worse = step(shown, standing({alertOf(AlertKind::AllDown), alone}), {}, kNoon);
    QCOMPARE(worse.effects.size(), size_t(1));
    QCOMPARE(std::get<UpdateNotice>(worse.effects.front()).notice.urgency, NoticeUrgency::Critical);
}

void TestNotices::buttonsHaveWords()
{
    for (const NoticeButton button : {NoticeButton::Open, NoticeButton::SwitchBack, NoticeButton::Why,
                                      NoticeButton::Pause, NoticeButton::CheckNow})
        QCOMPARE(noticeButtonFromWord(toWord(button)), std::optional(button));
    QVERIFY(!noticeButtonFromWord(QStringLiteral("snooze")));
}

QTEST_GUILESS_MAIN(TestNotices)
#include "tst_notices.moc"
