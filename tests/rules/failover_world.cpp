// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/rules/failover_world.h"

namespace qcc::test {
namespace {

/// "3:07", or "3:07.250".
QString stamp(TimePoint at)
{
    const qint64 ms = (at - FailoverWorld::kStart).count();
    const QString whole =
        QStringLiteral("%1:%2").arg(ms / 60'000).arg(ms / 1000 % 60, 2, 10, QLatin1Char('0'));
    return ms % 1000 == 0 ? whole : whole + QStringLiteral(".%1").arg(ms % 1000, 3, 10, QLatin1Char('0'));
}

QString word(FailoverEventType type)
{
    static const char *const kWords[] = {"failover", "recovery", "manual", "activation"};
    return QString::fromLatin1(kWords[static_cast<int>(type)]);
}

QString word(DecisionRule rule)
{
    static const char *const kWords[] = {
        "ActiveFailed",  "BetterIsBack",     "ChosenByPerson",  "FirstActivation", "ActiveGone",
        "AllWell",       "ActiveFailing",    "AutoFailoverOff", "AutoRecoveryOff", "Pinned",
        "CoolDown",      "HourlyLimit",      "OwnNetwork",      "NoCandidate",     "AwaitingCheck",
        "RecoveryWaits", "NothingConfigured"};
    return QString::fromLatin1(kWords[static_cast<int>(rule)]);
}

QString word(const Alert &alert)
{
    static const char *const kWords[] = {"Failover",    "Recovery",          "AllDown",     "NoFallback",
                                         "HourlyLimit", "AwayFromPrimary",   "KeyRejected", "OutOfCredit",
                                         "OwnNetwork",  "HistoryUnavailable"};
    const QString kind = QString::fromLatin1(kWords[static_cast<int>(alert.kind)]);
    return alert.subject.isEmpty() ? kind : kind + QLatin1Char(' ') + alert.subject;
}

QString text(const FailoverEvent &event)
{
    const QString rule = event.decision ? word(event.decision->rule) : QString();
    return QStringLiteral("%1%2 %3>%4 %5")
        .arg(event.success ? QString() : QStringLiteral("no "), word(event.type), event.from, event.to, rule);
}

Outcome failure(OutcomeKind kind, TransportFault fault, int status = 0)
{
    Outcome outcome;
    outcome.kind = kind;
    outcome.effect = HealthEffect::Failure;
    outcome.fault = fault;
    outcome.status = status;
    return outcome;
}

Outcome answer(OutcomeKind kind, HealthEffect effect, int status)
{
    Outcome outcome;
    outcome.kind = kind;
    outcome.effect = effect;
    outcome.status = status;
    return outcome;
}

Outcome until(Outcome outcome, TimePoint at)
{
    outcome.until = at;
    return outcome;
}

} // namespace

Outcome outcomeOf(const QString &word, TimePoint now, seconds lasts)
{
    using Kind = OutcomeKind;
    using Effect = HealthEffect;
    using Fault = TransportFault;
    const std::map<QString, Outcome> outcomes{
        {QStringLiteral("ok"), answer(Kind::Success, Effect::Success, 200)},
        {QStringLiteral("500"), failure(Kind::ServerError, Fault::None, 500)},
        {QStringLiteral("refused"), failure(Kind::ConnectFailure, Fault::Refused)},
        {QStringLiteral("timeout"), failure(Kind::HeaderTimeout, Fault::HeaderTimeout)},
        {QStringLiteral("cut"), failure(Kind::BrokenStream, Fault::Truncated, 200)},
        {QStringLiteral("rejected"),
         until(answer(Kind::KeyRejected, Effect::KeyRejected, 401), now + seconds{1800})},
        {QStringLiteral("credit"),
         until(answer(Kind::OutOfCredit, Effect::KeyOutOfCredit, 402), now + seconds{1800})},
        {QStringLiteral("limited"), until(answer(Kind::RateLimitedUntil, Effect::Limited, 429), now + lasts)},
        {QStringLiteral("neutral"), answer(Kind::PassedThrough, Effect::Neutral, 400)},
        {QStringLiteral("gone"), answer(Kind::ClientGone, Effect::Neutral, 0)},
    };
    Q_ASSERT(outcomes.contains(word));
    return outcomes.at(word);
}

FailoverWorld::FailoverWorld() : hasKey([this](const EndpointId &id) { return !keyless.contains(id); }) {}

void FailoverWorld::add(const QString &config, Priority priority, const QStringList &endpoints)
{
    Config added;
    added.name = config;
    for (const QString &id : endpoints) {
        Endpoint endpoint;
        endpoint.id = {id};
        endpoint.name = id;
        endpoint.url = QUrl(QStringLiteral("https://%1.example").arg(id));
        added.endpoints.push_back(endpoint);
    }
    settings.configs.push_back(added);
    settings.groups.place(config, priority);
}

void FailoverWorld::addStandard()
{
    add(QStringLiteral("prod"), Priority::Primary, {QStringLiteral("p1"), QStringLiteral("p2")});
    add(QStringLiteral("sib"), Priority::Primary, {QStringLiteral("s1")});
    add(QStringLiteral("back"), Priority::Secondary, {QStringLiteral("b1")});
    add(QStringLiteral("emer"), Priority::Fallback, {QStringLiteral("e1")});
    add(QStringLiteral("off"), Priority::Disabled, {QStringLiteral("o1")});
    state.active = QStringLiteral("prod");
    state.activeSince = now;
    give(SettingsChanged{});
}

EndpointState &FailoverWorld::endpoint(const char *id)
{
    return state.endpoints[EndpointId{QString::fromLatin1(id)}];
}

std::vector<FailoverEffect> FailoverWorld::give(const FailoverInput &input)
{
    const std::optional<FailoverState> before = watch ? std::optional(state) : std::nullopt;
    FailoverStep next = step(std::move(state), setup(), input, now);
    if (watch)
        watch(*before, input, next);
    state = std::move(next.state);
    for (const FailoverEffect &effect : next.effects)
        write(effect);
    for (const FailoverEffect &effect : next.effects) {
        const auto *check = std::get_if<CheckNow>(&effect);
        if (check && answering)
            checkByItself(check->endpoints);
    }
    return next.effects;
}

std::vector<FailoverEffect> FailoverWorld::observe(const QString &id, const Outcome &outcome)
{
    Evidence evidence;
    evidence.endpoint = {id};
    evidence.number = ++number;
    evidence.modelKey = "opus";
    evidence.outcome = outcome;
    evidence.startedAt = now;
    return give(evidence);
}

QStringList FailoverWorld::everyEndpoint() const
{
    QStringList ids;
    for (const Config &config : settings.configs) {
        for (const Endpoint &endpoint : config.endpoints) {
            if (settings.groups.priorityOf(config.name) != Priority::Disabled)
                ids.push_back(endpoint.id.value);
        }
    }
    return ids;
}

void FailoverWorld::checkByItself(const std::vector<EndpointId> &ids)
{
    QStringList asked;
    for (const EndpointId &id : ids)
        asked.push_back(id.value);
    const QStringList chosen = ids.empty() ? everyEndpoint() : asked;
    for (const QString &id : chosen)
        observe(id, outcomeOf(dead.contains(id) ? QStringLiteral("refused") : QStringLiteral("ok"), now));
}

void FailoverWorld::round()
{
    pass(seconds{60});
    for (const QString &id : everyEndpoint())
        checkByItself({EndpointId{id}});
}

void FailoverWorld::pass(milliseconds span)
{
    const TimePoint end = now + span;
    for (;;) {
        const std::optional<TimePoint> due =
            everySecond ? std::optional(now + seconds{1}) : nextDeadline(state, setup(), now);
        if (!due || *due > end)
            break;
        Q_ASSERT(*due > now); // else it would be due for ever
        now = *due;
        give(TimePassed{});
    }
    now = end;
}

void FailoverWorld::write(const FailoverEffect &effect)
{
    const auto put = [this](Shown kind, const QString &what) {
        lines.emplace_back(kind, stamp(now) + QLatin1Char(' ') + what);
    };
    if (const auto *recorded = std::get_if<RecordEvent>(&effect)) {
        events.push_back(recorded->event);
        put(Events, text(recorded->event));
    } else if (const auto *announced = std::get_if<Announce>(&effect)) {
        put(Announcements, QStringLiteral("say ") + word(announced->alert));
    } else if (const auto *raised = std::get_if<RaiseAlert>(&effect)) {
        put(Alerts, QStringLiteral("raise ") + word(raised->alert));
    } else if (const auto *cleared = std::get_if<ClearAlert>(&effect)) {
        put(Alerts, QStringLiteral("clear ") + word(cleared->alert));
    } else if (const auto *check = std::get_if<CheckNow>(&effect)) {
        QStringList ids;
        for (const EndpointId &id : check->endpoints)
            ids.push_back(id.value);
        put(Checks, QStringLiteral("check ") + (ids.isEmpty() ? QStringLiteral("all") : ids.join(u',')));
    }
}

QString FailoverWorld::log(int shown) const
{
    QStringList chosen;
    for (const auto &[kind, line] : lines) {
        if (kind & shown)
            chosen.push_back(line);
    }
    return chosen.join(QStringLiteral("; "));
}

} // namespace qcc::test
