// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/failover_state.h"

#include <random>

namespace qcc::test {

/// Makes states that no rule would, so that every field is seen with and without a value.
class RandomState
{
public:
    explicit RandomState(quint32 seed) : m_random(seed) {}

    FailoverState state()
    {
        FailoverState made;
        made.active = text();
        made.activeSince = moment();
        if (coin())
            made.pin = Pin{text(), moment(), maybeMoment()};
        made.lastSwitch = maybeMoment();
        for (int i = number(5); i > 0; --i)
            made.recentSwitches.push_back(moment());
        for (int i = number(4); i > 0; --i)
            made.endpoints[{QString::number(m_random(), 16)}] = endpoint();
        for (int i = number(4); i > 0; --i)
            made.lastDown[text()] = moment();
        for (int i = number(4); i > 0; --i) {
            const Alert alert{enumerator(AlertKind::HistoryUnavailable),
                              text(),
                              text(),
                              moment(),
                              maybeMoment(),
                              text(),
                              text()};
            made.alerts[{alert.kind, alert.subject}] = alert;
        }
        made.awaySince = maybeMoment();
        made.failureNoted = coin();
        if (coin())
            made.activeInFile = text();
        return made;
    }

private:
    int number(int below) { return int(m_random() % quint32(below)); }
    bool coin() { return number(2) == 0; }
    TimePoint moment() { return TimePoint(milliseconds(1'700'000'000'000 + qint64(m_random()) * 50)); }
    std::optional<TimePoint> maybeMoment() { return coin() ? std::optional(moment()) : std::nullopt; }
    template <typename Enum> Enum enumerator(Enum last) { return Enum(number(int(last) + 1)); }
    QString text()
    {
        static const std::array kTexts{"", "production", "备用 🚑", "with \"quotes\" and \\", "a/b\n\t"};
        return QString::fromUtf8(kTexts[size_t(number(int(kTexts.size())))]);
    }
    QByteArray bytes()
    {
        QByteArray made;
        for (int i = number(6); i > 0; --i)
            made += char(number(256));
        return made;
    }
    FailureFacts facts()
    {
        return {enumerator(OutcomeKind::ClientGone), number(600), enumerator(TransportFault::Cancelled)};
    }
    Outcome outcome()
    {
        return {enumerator(OutcomeKind::ClientGone),
                coin(),
                enumerator(HealthEffect::ModelLimited),
                maybeMoment(),
                number(600),
                enumerator(TransportFault::Cancelled),
                text()};
    }
    CheckReport check()
    {
        CheckReport made;
        made.endpoint.value = text();
        if (coin())
            made.rung = enumerator(CheckRung::Message);
        made.reachable = enumerator(CheckLayer::Bad);
        made.keyAccepted = enumerator(CheckLayer::Bad);
        made.modelAnswers = enumerator(CheckLayer::Bad);
        made.outcome = outcome();
        made.latency = milliseconds(number(100'000));
        made.startedAt = moment();
        made.endedAt = moment();
        return made;
    }
    EndpointHealth health()
    {
        EndpointHealth made;
        made.status = enumerator(HealthStatus::Unhealthy);
        made.consecutiveFailures = number(100);
        made.consecutiveSuccesses = number(100);
        made.failingSince = maybeMoment();
        made.lastEvidence = maybeMoment();
        made.lastSuccess = maybeMoment();
        made.lastFailure = maybeMoment();
        if (coin())
            made.lastFailureFacts = facts();
        if (coin())
            made.lastCheck = check();
        if (coin())
            made.learnedRung = enumerator(CheckRung::Message);
        made.learnedAt = maybeMoment();
        return made;
    }
    EndpointState endpoint()
    {
        EndpointState made;
        for (int i = number(6); i > 0; --i)
            made.breaker.failure((quint64(m_random()) << 32) + m_random(), moment());
        made.key = enumerator(KeyState::Rejected);
        made.keyRetryAt = maybeMoment();
        made.limitedUntil = maybeMoment();
        for (int i = number(3); i > 0; --i)
            made.modelHolds[bytes()] = {coin() ? SkipReason::ModelLimited : SkipReason::ModelMissing,
                                        moment()};
        made.lastOutcome = enumerator(OutcomeKind::ClientGone);
        made.lastStatus = number(600);
        made.health = health();
        return made;
    }

    std::mt19937 m_random;
};

} // namespace qcc::test
