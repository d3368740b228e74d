// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/proxy/course_end.h"

namespace qcc {

namespace {

constexpr seconds kLongLimit{60}; ///< all limited for longer: the true retry-after
constexpr seconds kSoonest{1};
constexpr seconds kLatest{15};

bool hasOwnWord(int status)
{
    constexpr std::array kStatuses{400, 401, 402, 403, 404, 429, 529};
    return std::find(kStatuses.begin(), kStatuses.end(), status) != kStatuses.end();
}

bool sameEndpoint(std::span<const AttemptRecord> attempts)
{
    return std::all_of(attempts.begin(), attempts.end(),
                       [&](const AttemptRecord &each) { return each.endpoint == attempts.front().endpoint; });
}

/// When the first limit of all candidates ends; none unless every one of them is limited.
std::optional<TimePoint> allLimitedUntil(const FailedRequest &failed)
{
    std::optional<TimePoint> earliest;
    const auto take = [&](const std::optional<TimePoint> &until) {
        if (until && (!earliest || *until < *earliest))
            earliest = until;
        return until.has_value();
    };
    for (const AttemptRecord &attempt : failed.attempts) {
        const HealthEffect effect = attempt.outcome.effect;
        if ((effect != HealthEffect::Limited && effect != HealthEffect::ModelLimited) ||
            !take(attempt.outcome.until))
            return std::nullopt;
    }
    for (const SkippedCandidate &each : failed.skipped) {
        if ((each.reason != SkipReason::Limited && each.reason != SkipReason::ModelLimited) ||
            !take(each.until))
            return std::nullopt;
    }
    return earliest;
}

/// Until the next trial or the end of the first limit, 1 to 15 s.
seconds retryAfter(const FailedRequest &failed, TimePoint now)
{
    seconds soonest = kLatest;
    const auto consider = [&](const std::optional<TimePoint> &until) {
        if (until)
            soonest = std::min(soonest, std::chrono::ceil<seconds>(*until - now));
    };
    for (const AttemptRecord &attempt : failed.attempts) {
        consider(attempt.outcome.until);
        if (!attempt.outcome.until)
            soonest = std::min(soonest, seconds(5)); // nothing keeps it from being tried again
    }
    for (const SkippedCandidate &each : failed.skipped)
        consider(each.until);
    return std::clamp(soonest, kSoonest, kLatest);
}

} // namespace

bool providersAnswerStands(const FailedRequest &failed)
{
    if (failed.attempts.empty() || failed.timeIsUp)
        return false;
    const auto saysElsewhere = [](const AttemptRecord &each) {
        return each.outcome.kind == OutcomeKind::NotFound || each.outcome.kind == OutcomeKind::ConfigSaysNext;
    };
    const bool missingEverywhere =
        std::all_of(failed.attempts.begin(), failed.attempts.end(), saysElsewhere) &&
        std::all_of(failed.skipped.begin(), failed.skipped.end(),
                    [](const SkippedCandidate &each) { return each.reason == SkipReason::ModelMissing; });
    if (missingEverywhere)
        return true;
    return failed.skipped.empty() && sameEndpoint(failed.attempts) &&
           hasOwnWord(failed.attempts.back().outcome.status) &&
           failed.attempts.back().outcome.fault == TransportFault::None;
}

OwnAnswer failureAnswer(const FailedRequest &failed, const QString &details, TimePoint now)
{
    if (failed.attempts.empty() && failed.skipped.empty()) {
        return errorAnswer(
            503,
            QStringLiteral(
                "QCC: no config may serve requests: none is set up, all are disabled, or their groups are "
                "switched off. See them with `qcc priority list`; add one with `qcc add NAME --url URL "
                "--key-stdin`."),
            {{"x-should-retry", "false"}});
    }
    if (failed.timeIsUp)
        return errorAnswer(504, QStringLiteral("QCC: no config answered in time. %1").arg(details),
                           {{"x-should-retry", "true"}, {"retry-after", "1"}});
    const std::optional<TimePoint> limited = allLimitedUntil(failed);
    if (limited && *limited - now > kLongLimit) {
        const auto rest = std::chrono::ceil<seconds>(*limited - now).count();
        return errorAnswer(429, QStringLiteral("QCC: every config is rate limited. %1").arg(details),
                           {{"retry-after", QByteArray::number(static_cast<qint64>(rest))}});
    }
    return errorAnswer(
        503, QStringLiteral("QCC: no config could serve this request. %1").arg(details),
        {{"x-should-retry", "true"},
         {"retry-after", QByteArray::number(static_cast<qint64>(retryAfter(failed, now).count()))}});
}

} // namespace qcc
