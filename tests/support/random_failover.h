// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/failover_state.h"

#include <random>

namespace qcc::test {

/// Makes FailoverStates of every shape, the same for the same seed; what does not survive a restart
/// (`network`, `memo`) is left as it begins. Times are whole milliseconds, texts hold what JSON and SQL could
/// trip over.
class RandomFailover
{
public:
    explicit RandomFailover(quint32 seed) : m_random(seed) {}

    FailoverState state()
    {
        FailoverState made;
        made.active = below(5) ? name() : QString();
        made.activeSince = time();
        made.pin = maybe([this] { return pin(); });
        made.lastSwitch = maybe([this] { return time(); });
        for (int i = below(12); i > 0; --i)
            made.recentSwitches.push_back(time());
        std::sort(made.recentSwitches.begin(), made.recentSwitches.end());
        for (int i = below(6); i > 0; --i)
            made.endpoints[id()] = endpoint();
        for (int i = below(4); i > 0; --i)
            made.lastDown[name()] = time();
        for (int i = below(4); i > 0; --i) {
            const Alert raised = alert();
            made.alerts[{raised.kind, raised.subject}] = raised;
        }
        made.awaySince = maybe([this] { return time(); });
        made.failureNoted = below(2) == 1;
        return made;
    }

    EndpointState endpoint()
    {
        EndpointState made;
        for (int i = below(5); i > 0; --i)
            made.breaker.failure(static_cast<quint64>(below(3)), time());
        made.key = oneOf({KeyState::Ok, KeyState::OutOfCredit, KeyState::Rejected});
        made.keyRetryAt = maybe([this] { return time(); });
        made.limitedUntil = maybe([this] { return time(); });
        for (int i = below(4); i > 0; --i) {
            const SkipReason reason = oneOf({SkipReason::ModelLimited, SkipReason::ModelMissing});
            made.modelHolds[name().toUtf8()] = {reason, time()};
        }
        made.lastOutcome = kind();
        made.lastStatus = below(2) ? 0 : 200 + below(400);
        made.health = health();
        return made;
    }

    EndpointHealth health()
    {
        EndpointHealth made;
        made.status = oneOf(
            {HealthStatus::Unknown, HealthStatus::Healthy, HealthStatus::Degraded, HealthStatus::Unhealthy});
        made.consecutiveFailures = below(9);
        made.consecutiveSuccesses = below(100'000);
        made.failingSince = maybe([this] { return time(); });
        made.lastEvidence = maybe([this] { return time(); });
        made.lastSuccess = maybe([this] { return time(); });
        made.lastFailure = maybe([this] { return time(); });
        made.lastFailureFacts = maybe([this] { return FailureFacts{kind(), below(600), fault()}; });
        made.lastCheck = maybe([this] { return check(); });
        made.learnedRung = maybe([this] { return rung(); });
        made.learnedAt = maybe([this] { return time(); });
        return made;
    }

    /// 0 … @p bound - 1.
    int below(int bound) { return static_cast<int>(m_random() % static_cast<quint32>(bound)); }

private:
    template <typename Make> auto maybe(Make make) -> std::optional<decltype(make())>
    {
        return below(3) ? std::optional(make()) : std::nullopt;
    }
    template <typename T> T oneOf(std::initializer_list<T> values)
    {
        return *(values.begin() + below(static_cast<int>(values.size())));
    }

    TimePoint time() { return TimePoint{milliseconds{1'700'000'000'000 + qint64{below(1'000'000'000)}}}; }
    QString name()
    {
        return oneOf({QStringLiteral("production"), QStringLiteral("backup \"two\""), QStringLiteral("备用"),
                      QStringLiteral("o'neill; drop"), QStringLiteral("a\\b"), QStringLiteral("🔵")});
    }
    EndpointId id() { return {QString::number(0x10000000u + m_random() % 0x7fffffffu, 16)}; }
    OutcomeKind kind()
    {
        return static_cast<OutcomeKind>(below(static_cast<int>(OutcomeKind::ClientGone) + 1));
    }
    TransportFault fault()
    {
        return static_cast<TransportFault>(below(static_cast<int>(TransportFault::Cancelled) + 1));
    }
    CheckRung rung() { return oneOf({CheckRung::Models, CheckRung::CountTokens, CheckRung::Message}); }
    CheckLayer layer() { return oneOf({CheckLayer::Unknown, CheckLayer::Good, CheckLayer::Bad}); }

    Pin pin()
    {
        return {name(), time(), maybe([this] { return time(); })};
    }

    Outcome outcome()
    {
        Outcome made;
        made.kind = kind();
        made.tryNext = below(2) == 1;
        made.effect = static_cast<HealthEffect>(below(static_cast<int>(HealthEffect::ModelLimited) + 1));
        made.until = maybe([this] { return time(); });
        made.status = below(600);
        made.fault = fault();
        made.errorType = below(2) ? QStringLiteral("overloaded_error") : QString();
        return made;
    }

    CheckReport check()
    {
        CheckReport made;
        made.endpoint = id();
        made.rung = maybe([this] { return rung(); });
        made.reachable = layer();
        made.keyAccepted = layer();
        made.modelAnswers = layer();
        made.outcome = outcome();
        made.latency = milliseconds{below(90'000)};
        made.startedAt = time();
        made.endedAt = made.startedAt + made.latency;
        return made;
    }

    Alert alert()
    {
        Alert made;
        made.kind = static_cast<AlertKind>(below(static_cast<int>(AlertKind::HistoryUnavailable) + 1));
        made.subject = below(2) ? name() : QString();
        made.detail = below(2) ? name() : QString();
        made.since = time();
        made.until = maybe([this] { return time(); });
        made.from = below(2) ? name() : QString();
        made.to = below(2) ? name() : QString();
        return made;
    }

    std::mt19937 m_random;
};

} // namespace qcc::test
