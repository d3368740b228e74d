// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/policy_json.h"

#include "models/rules/validation.h"

namespace qcc {

namespace {

struct FlagField
{
    QLatin1StringView name;
    bool FailoverPolicy::*field;
};
constexpr FlagField kFlags[] = {
    {QLatin1StringView("auto_failover_enabled"), &FailoverPolicy::autoFailoverEnabled},
    {QLatin1StringView("auto_recovery_enabled"), &FailoverPolicy::autoRecoveryEnabled},
    {QLatin1StringView("notify_on_failover"), &FailoverPolicy::notifyOnFailover},
    {QLatin1StringView("notify_on_recovery"), &FailoverPolicy::notifyOnRecovery},
    {QLatin1StringView("spill_over_enabled"), &FailoverPolicy::spillOverEnabled},
};

struct CountField
{
    QLatin1StringView name;
    int FailoverPolicy::*field;
};
constexpr CountField kCounts[] = {
    {QLatin1StringView("failure_threshold"), &FailoverPolicy::failureThreshold},
    {QLatin1StringView("success_threshold"), &FailoverPolicy::successThreshold},
    {QLatin1StringView("max_failovers_per_hour"), &FailoverPolicy::maxFailoversPerHour},
};

struct TimeField
{
    QLatin1StringView name;
    seconds FailoverPolicy::*field;
};
constexpr TimeField kTimes[] = {
    {QLatin1StringView("check_interval"), &FailoverPolicy::checkInterval},
    {QLatin1StringView("cooldown_period"), &FailoverPolicy::cooldownPeriod},
    {QLatin1StringView("recovery_delay"), &FailoverPolicy::recoveryDelay},
};

qint64 readWhole(const JsonNode &policy, QLatin1StringView name, qint64 otherwise)
{
    const std::span<const PolicyRange> ranges = policyRanges();
    const auto range =
        std::find_if(ranges.begin(), ranges.end(), [&](const PolicyRange &r) { return r.field == name; });
    Q_ASSERT(range != ranges.end());
    return policy.member(name).whole(otherwise, range->least, range->most);
}

} // namespace

FailoverPolicy readPolicy(const JsonNode &node)
{
    FailoverPolicy policy;
    for (const auto &[name, field] : kFlags)
        policy.*field = node.member(name).flag(policy.*field);
    for (const auto &[name, field] : kCounts)
        policy.*field = static_cast<int>(readWhole(node, name, policy.*field));
    for (const auto &[name, field] : kTimes)
        policy.*field = seconds(readWhole(node, name, (policy.*field).count()));
    return policy;
}

QJsonObject policyObject(QJsonObject before, const FailoverPolicy &policy)
{
    for (const auto &[name, field] : kFlags)
        before.insert(name, policy.*field);
    for (const auto &[name, field] : kCounts)
        before.insert(name, policy.*field);
    for (const auto &[name, field] : kTimes)
        before.insert(name, static_cast<qint64>((policy.*field).count()));
    return before;
}

} // namespace qcc
