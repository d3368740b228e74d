// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/routing.h"

#include <QTest>

using namespace qcc;

/// The order of candidates.
class TestRouting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theOrderIsPlanned_data();
    void theOrderIsPlanned();
    void whoAnsweredTheSessionIsTold();
    void theFirstChoiceIgnoresHealth_data();
    void theFirstChoiceIgnoresHealth();
    void theReasonsAreTold();
    void onlyTheOverloadedAreLeft();
    void aHoldOnAModelConcernsThatModel();
    void holdsEndByThemselves();
};

namespace {

constexpr TimePoint kNow{seconds{1'767'323'045}};

QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

/// Primary: prod (p1 p2 p3), sib (s1). Secondary: back (b1 b2), hollow (no endpoints), ghost (not a config).
/// Fallback: emer (e1). Disabled: off (o1). Active: prod.
struct World
{
    Settings settings;
    EndpointStates states;
    std::set<QString> keyless;
    SessionPull session{};
    RequestKind kind = RequestKind::Messages;
    QByteArray model = "opus";

    World()
    {
        add("prod", Priority::Primary, {"p1", "p2", "p3"});
        add("sib", Priority::Primary, {"s1"});
        add("back", Priority::Secondary, {"b1", "b2"});
        add("hollow", Priority::Secondary, {});
        settings.groups.place(text("ghost"), Priority::Secondary);
        add("emer", Priority::Fallback, {"e1"});
        add("off", Priority::Disabled, {"o1"});
        settings.activeConfig = text("prod");
    }

    void add(const char *name, Priority priority, std::initializer_list<const char *> ids)
    {
        Config config;
        config.name = text(name);
        for (const char *id : ids) {
            Endpoint endpoint;
            endpoint.id = {text(id)};
            config.endpoints.push_back(endpoint);
        }
        settings.configs.push_back(config);
        settings.groups.place(config.name, priority);
    }

    EndpointState &state(const char *id) { return states[EndpointId{text(id)}]; }

    /// The breaker opened so long ago.
    void breakAgo(const char *id, milliseconds ago)
    {
        for (quint64 source = 1; source <= 3; ++source)
            state(id).breaker.failure(source, kNow - ago);
    }

    RoutingPlan planned() const
    {
        PlanRequest request;
        request.kind = kind;
        request.model = model;
        request.active = settings.activeConfig;
        request.session = session;
        return plan(settings, states, request, kNow,
                    [this](const EndpointId &id) { return !keyless.contains(id.value); });
    }
};

/// "p1 p2 s1"
QString print(const std::vector<Candidate> &candidates)
{
    QStringList ids;
    for (const Candidate &candidate : candidates)
        ids += candidate.endpoint.value;
    return ids.join(QLatin1Char(' '));
}

using Change = std::function<void(World &)>;

void at(World &w, const char *config, std::vector<EndpointId> avoid = {})
{
    w.session = {text(config), std::move(avoid), {}};
}

void allLimited(World &w)
{
    for (const char *id : {"p1", "p2", "p3", "s1", "b1", "b2", "e1"})
        w.state(id).limitedUntil = kNow + seconds(60);
}

void allMissing(World &w)
{
    for (const char *id : {"p1", "p2", "p3", "s1", "b1", "b2", "e1"})
        w.state(id).modelHolds["opus"] = {SkipReason::ModelMissing, kNow + seconds(60)};
}

} // namespace

void TestRouting::theOrderIsPlanned_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *title, const Change &change, const char *expected) {
        QTest::newRow(title) << change << text(expected);
    };

    row(
        "active, sibling, then the groups, six at most", [](World &) {}, "p1 p2 p3 s1 b1 b2");
    row(
        "the active config's siblings come before the other groups",
        [](World &w) { w.settings.activeConfig = text("sib"); }, "s1 p1 p2 p3 b1 b2");
    row(
        "from the secondary group on, the others follow from the top",
        [](World &w) { w.settings.activeConfig = text("back"); }, "b1 b2 p1 p2 p3 s1");
    row(
        "from the fallback group on", [](World &w) { w.settings.activeConfig = text("emer"); },
        "e1 p1 p2 p3 s1 b1");
    row(
        "no active config: from the top", [](World &w) { w.settings.activeConfig.clear(); },
        "p1 p2 p3 s1 b1 b2");
    row(
        "the active config is gone", [](World &w) { w.settings.activeConfig = text("ghost"); },
        "p1 p2 p3 s1 b1 b2");
    row(
        "the active config is disabled", [](World &w) { w.settings.activeConfig = text("off"); },
        "p1 p2 p3 s1 b1 b2");
    row(
        "the active config has no endpoints: its siblings first",
        [](World &w) { w.settings.activeConfig = text("hollow"); }, "b1 b2 p1 p2 p3 s1");
    row(
        "the active config's group is switched off",
        [](World &w) { w.settings.groups.setEnabled(Priority::Primary, false); }, "b1 b2 e1");
    row(
        "a group in the middle is switched off",
        [](World &w) { w.settings.groups.setEnabled(Priority::Secondary, false); }, "p1 p2 p3 s1 e1");
    row(
        "all groups are switched off",
        [](World &w) {
            for (const Priority priority : kRoutedPriorities)
                w.settings.groups.setEnabled(priority, false);
        },
        "");
    row(
        "switching off the disabled group changes nothing",
        [](World &w) { w.settings.groups.setEnabled(Priority::Disabled, false); }, "p1 p2 p3 s1 b1 b2");

    row(
        "a session stays with the config that served it", [](World &w) { at(w, "back"); },
        "b1 b2 p1 p2 p3 s1");
    row(
        "a session at a disabled config", [](World &w) { at(w, "off"); }, "p1 p2 p3 s1 b1 b2");
    row(
        "a session at a config that is gone", [](World &w) { at(w, "ghost"); }, "p1 p2 p3 s1 b1 b2");
    row(
        "a session at a config without endpoints", [](World &w) { at(w, "hollow"); }, "p1 p2 p3 s1 b1 b2");
    row(
        "a session that was never served", [](World &w) { at(w, ""); }, "p1 p2 p3 s1 b1 b2");
    row(
        "a session in a group that is switched off",
        [](World &w) {
            at(w, "back");
            w.settings.groups.setEnabled(Priority::Secondary, false);
        },
        "p1 p2 p3 s1 e1");
    row(
        "a session whose config is down moves on",
        [](World &w) {
            at(w, "back");
            w.breakAgo("b1", seconds(1));
            w.breakAgo("b2", seconds(1));
        },
        "p1 p2 p3 s1 e1 b1");
    row(
        "a session whose config is half down stays",
        [](World &w) {
            at(w, "back");
            w.breakAgo("b1", seconds(1));
        },
        "b2 p1 p2 p3 s1 e1");
    row(
        "a session without an active config",
        [](World &w) {
            at(w, "back");
            w.settings.activeConfig.clear();
        },
        "b1 b2 p1 p2 p3 s1");
    row(
        "the endpoint that broke the stream goes last",
        [](World &w) {
            at(w, "sib", {{text("s1")}});
            w.settings.groups.place(text("back"), Priority::Disabled);
        },
        "p1 p2 p3 e1 s1");
    row(
        "among several it goes behind all others, and may fall off the list",
        [](World &w) { at(w, "prod", {{text("p1")}}); }, "p2 p3 s1 b1 b2 e1");
    row(
        "of two that broke it the last one goes last",
        [](World &w) {
            at(w, "prod", {{text("p1")}, {text("p3")}});
            w.settings.groups.place(text("back"), Priority::Disabled);
        },
        "p2 s1 e1 p1 p3");
    row(
        "an unknown avoided endpoint changes nothing", [](World &w) { at(w, "prod", {{text("zz")}}); },
        "p1 p2 p3 s1 b1 b2");

    row(
        "an open breaker is skipped", [](World &w) { w.breakAgo("p1", seconds(1)); }, "p2 p3 s1 b1 b2 e1");
    row(
        "after 30 s it gets its trial", [](World &w) { w.breakAgo("p1", seconds(30)); }, "p1 p2 p3 s1 b1 b2");
    row(
        "a trial that is taken is skipped",
        [](World &w) {
            w.breakAgo("p1", seconds(30));
            w.state("p1").breaker.admit(kNow);
        },
        "p2 p3 s1 b1 b2 e1");
    row(
        "a limited endpoint is skipped", [](World &w) { w.state("p1").limitedUntil = kNow + seconds(1); },
        "p2 p3 s1 b1 b2 e1");
    row(
        "until its time", [](World &w) { w.state("p1").limitedUntil = kNow; }, "p1 p2 p3 s1 b1 b2");
    row(
        "a rejected key is skipped",
        [](World &w) {
            w.state("p1").key = KeyState::Rejected;
            w.state("p1").keyRetryAt = kNow + seconds(1);
        },
        "p2 p3 s1 b1 b2 e1");
    row(
        "a key out of credit is tried again at its time",
        [](World &w) {
            w.state("p1").key = KeyState::OutOfCredit;
            w.state("p1").keyRetryAt = kNow;
        },
        "p1 p2 p3 s1 b1 b2");
    row(
        "a bad key without a time waits for an edit",
        [](World &w) { w.state("p1").key = KeyState::Rejected; }, "p2 p3 s1 b1 b2 e1");
    row(
        "no key is skipped", [](World &w) { w.keyless.insert(text("p2")); }, "p1 p3 s1 b1 b2 e1");

    row(
        "all breakers open: least bad first",
        [](World &w) {
            int s = 1;
            for (const char *id : {"p1", "p2", "p3", "s1", "b1", "b2", "e1"})
                w.breakAgo(id, seconds(s++));
        },
        "e1 b2 b1 s1 p3 p2");
    row(
        "equally bad ones keep their order",
        [](World &w) {
            for (const char *id : {"p1", "p2", "p3", "s1", "b1", "b2", "e1"})
                w.breakAgo(id, seconds(5));
        },
        "p1 p2 p3 s1 b1 b2");
    row(
        "one open breaker among limited ones is tried anyway",
        [](World &w) {
            allLimited(w);
            w.state("b1") = {};
            w.breakAgo("b1", seconds(1));
        },
        "b1");
    row(
        "a taken trial among limited ones is tried anyway",
        [](World &w) {
            allLimited(w);
            w.state("b1") = {};
            w.breakAgo("b1", seconds(30));
            w.state("b1").breaker.admit(kNow);
        },
        "b1");
    row(
        "all limited: nothing", [](World &w) { allLimited(w); }, "");
    row(
        "no keys at all: nothing",
        [](World &w) {
            for (const char *id : {"p1", "p2", "p3", "s1", "b1", "b2", "e1"})
                w.keyless.insert(text(id));
        },
        "");
    row(
        "the model is missing everywhere: asked anyway", [](World &w) { allMissing(w); },
        "p1 p2 p3 s1 b1 b2");
    row(
        "missing almost everywhere, limited once: nothing",
        [](World &w) {
            allMissing(w);
            w.state("e1").limitedUntil = kNow + seconds(1);
        },
        "");
    row(
        "missing everywhere for another model",
        [](World &w) {
            allMissing(w);
            w.model = "haiku";
        },
        "p1 p2 p3 s1 b1 b2");

    row(
        "other paths go to the first config only", [](World &w) { w.kind = RequestKind::Other; }, "p1 p2 p3");
    row(
        "other paths don't care about models",
        [](World &w) {
            allMissing(w);
            w.kind = RequestKind::Other;
            w.model.clear();
        },
        "p1 p2 p3");
    row(
        "other paths of an active config without endpoints",
        [](World &w) {
            w.kind = RequestKind::Other;
            w.settings.activeConfig = text("hollow");
        },
        "b1 b2");
    row(
        "other paths with all breakers open",
        [](World &w) {
            w.kind = RequestKind::Other;
            w.breakAgo("p1", seconds(1));
            w.breakAgo("p2", seconds(2));
            w.breakAgo("p3", seconds(3));
        },
        "p3 p2 p1");
    row(
        "without spill-over only the first config",
        [](World &w) { w.settings.policy.spillOverEnabled = false; }, "p1 p2 p3");
    row(
        "without spill-over a session's config is the first",
        [](World &w) {
            w.settings.policy.spillOverEnabled = false;
            at(w, "back");
        },
        "b1 b2");
    row(
        "without spill-over the avoided endpoint goes last",
        [](World &w) {
            w.settings.policy.spillOverEnabled = false;
            at(w, "prod", {{text("p1")}});
        },
        "p2 p3 p1");
    row(
        "nothing is set up", [](World &w) { w.settings = Settings(); }, "");
}

void TestRouting::theOrderIsPlanned()
{
    QFETCH(Change, change);
    QFETCH(QString, expected);
    World world;
    change(world);
    const RoutingPlan result = world.planned();
    QCOMPARE(print(result.candidates), expected);
    for (const SkippedCandidate &skipped : result.skipped) {
        QVERIFY2(std::find(result.candidates.begin(), result.candidates.end(), skipped.candidate) ==
                     result.candidates.end(),
                 "tried and skipped at once");
    }
    for (const Candidate &candidate : result.candidates)
        QVERIFY(world.settings.groups.priorityOf(candidate.config) == candidate.priority);
}

void TestRouting::whoAnsweredTheSessionIsTold()
{
    World world;
    at(world, "back");
    world.session.answeredBy = {text("back"), text("ghost")};
    QCOMPARE(world.planned().sessionConfigs, world.session.answeredBy);
    world.session.answeredBy.clear();
    QVERIFY(world.planned().sessionConfigs.empty());
}

void TestRouting::theFirstChoiceIgnoresHealth_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("first"); ///< empty: there is none
    const auto row = [](const char *title, const char *first, Change change) {
        QTest::newRow(title) << std::move(change) << text(first);
    };
    row("all well: the first candidate", "p1", [](World &) {});
    row("its breaker is open", "p1", [](World &w) { w.breakAgo("p1", seconds(1)); });
    row("it is limited", "p1", [](World &w) { w.state("p1").limitedUntil = kNow + seconds(60); });
    row("everybody is limited", "p1", [](World &w) { allLimited(w); });
    row("its key is rejected", "p1", [](World &w) {
        w.state("p1").key = KeyState::Rejected;
        w.state("p1").keyRetryAt = kNow + seconds(60);
    });
    row("the model is missing there", "p1", [](World &w) { allMissing(w); });
    row("it has no key: a matter of settings", "p2", [](World &w) { w.keyless = {text("p1")}; });
    row("its config has no key", "s1", [](World &w) { w.keyless = {text("p1"), text("p2"), text("p3")}; });
    row("another config is active", "b1", [](World &w) { w.settings.activeConfig = text("back"); });
    row("the session lives elsewhere", "e1", [](World &w) { at(w, "emer"); });
    row("the session's config is down", "e1", [](World &w) {
        at(w, "emer");
        w.breakAgo("e1", seconds(1));
    });
    row("the session's config is disabled", "p1", [](World &w) { at(w, "off"); });
    row("the session's config has no key", "p1", [](World &w) {
        at(w, "emer");
        w.keyless = {text("e1")};
    });
    row("the endpoint that broke the session's stream", "p1",
        [](World &w) { at(w, "prod", {{text("p1")}}); });
    row("another path, whatever the session", "p1", [](World &w) {
        at(w, "emer");
        w.kind = RequestKind::Other;
    });
    row("nothing is set up", "", [](World &w) { w.settings = {}; });
}

void TestRouting::theFirstChoiceIgnoresHealth()
{
    QFETCH(Change, change);
    QFETCH(QString, first);
    World world;
    change(world);
    const RoutingPlan plan = world.planned();
    QCOMPARE(plan.firstChoice ? plan.firstChoice->endpoint.value : QString(), first);
}

void TestRouting::theReasonsAreTold()
{
    World w;
    w.breakAgo("p1", seconds(10));
    w.breakAgo("p2", seconds(40));
    w.state("p2").breaker.admit(kNow);
    w.state("p3").limitedUntil = kNow + seconds(3);
    w.state("s1").modelHolds["opus"] = {SkipReason::ModelLimited, kNow + seconds(4)};
    w.state("b1").key = KeyState::Rejected;
    w.state("b1").keyRetryAt = kNow + seconds(5);
    w.keyless.insert(text("b2"));
    const RoutingPlan result = w.planned();
    // Last resorts come behind the free one, and are not among the skipped.
    QCOMPARE(print(result.candidates), text("e1 p2 p1 s1"));
    const auto prod = [](const char *id) { return Candidate{text("prod"), {text(id)}, Priority::Primary}; };
    const std::vector<SkippedCandidate> expected{
        {prod("p3"), SkipReason::Limited, kNow + seconds(3)},
        {{text("back"), {text("b1")}, Priority::Secondary}, SkipReason::KeyRejected, kNow + seconds(5)},
        {{text("back"), {text("b2")}, Priority::Secondary}, SkipReason::NoKey, std::nullopt},
    };
    QVERIFY(result.skipped == expected);
}

void TestRouting::onlyTheOverloadedAreLeft()
{
    World w;
    for (const char *id : {"p1", "p2", "p3", "s1", "b1", "b2", "e1"})
        w.state(id).limitedUntil = kNow + seconds(100);
    w.state("s1").limitedUntil.reset();
    w.state("s1").modelHolds["opus"] = {SkipReason::ModelLimited, kNow + seconds(40)};
    w.state("b1").limitedUntil.reset();
    w.state("b1").modelHolds["opus"] = {SkipReason::ModelLimited, kNow + seconds(30)};
    QCOMPARE(print(w.planned().candidates), text("b1 s1"));
}

void TestRouting::aHoldOnAModelConcernsThatModel()
{
    World w;
    w.state("p1").modelHolds["opus"] = {SkipReason::ModelMissing, kNow + seconds(1)};
    w.state("p2").modelHolds["count_tokens"] = {SkipReason::ModelMissing, kNow + seconds(1)};
    QCOMPARE(print(w.planned().candidates), text("p2 p3 s1 b1 b2 e1"));
    w.kind = RequestKind::CountTokens;
    QCOMPARE(print(w.planned().candidates), text("p1 p3 s1 b1 b2 e1"));
    w.kind = RequestKind::Models;
    w.model.clear();
    QCOMPARE(print(w.planned().candidates), text("p1 p2 p3 s1 b1 b2"));
}

void TestRouting::holdsEndByThemselves()
{
    World w;
    w.state("p1").modelHolds["opus"] = {SkipReason::ModelMissing, kNow};
    QCOMPARE(print(w.planned().candidates), text("p1 p2 p3 s1 b1 b2"));
}

QTEST_GUILESS_MAIN(TestRouting)
#include "tst_routing.moc"
