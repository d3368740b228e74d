// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/policy_edit.h"

#include "models/rules/validation.h"

namespace qcc {

namespace {

qint64 amount(int count)
{
    return count;
}
qint64 amount(seconds time)
{
    return time.count();
}

/// Takes the fields over one by one; the first one out of its range ends it.
class PolicyEdit
{
public:
    template <typename T> void take(T &field, const std::optional<T> &wanted)
    {
        if (wanted)
            field = *wanted;
    }

    template <typename T> void take(T &field, const std::optional<T> &wanted, QLatin1StringView name)
    {
        if (!wanted)
            return;
        const std::span<const PolicyRange> ranges = policyRanges();
        const auto range =
            std::find_if(ranges.begin(), ranges.end(), [&](const PolicyRange &r) { return r.field == name; });
        Q_ASSERT(range != ranges.end());
        if (amount(*wanted) < range->least || amount(*wanted) > range->most)
            m_refusal = Refusal{RefusalCode::InvalidValue, name,
                                QStringLiteral("%1 to %2").arg(range->least).arg(range->most)};
        else
            field = *wanted;
    }

    const std::optional<Refusal> &refusal() const { return m_refusal; }

private:
    std::optional<Refusal> m_refusal;
};

} // namespace

Result<FailoverPolicy> patched(FailoverPolicy policy, const PolicyPatch &patch)
{
    PolicyEdit edit;
    edit.take(policy.autoFailoverEnabled, patch.autoFailoverEnabled);
    edit.take(policy.autoRecoveryEnabled, patch.autoRecoveryEnabled);
    edit.take(policy.failureThreshold, patch.failureThreshold, QLatin1StringView("failure_threshold"));
    edit.take(policy.successThreshold, patch.successThreshold, QLatin1StringView("success_threshold"));
    edit.take(policy.checkInterval, patch.checkInterval, QLatin1StringView("check_interval"));
    edit.take(policy.cooldownPeriod, patch.cooldownPeriod, QLatin1StringView("cooldown_period"));
    edit.take(policy.recoveryDelay, patch.recoveryDelay, QLatin1StringView("recovery_delay"));
    edit.take(policy.maxFailoversPerHour, patch.maxFailoversPerHour,
              QLatin1StringView("max_failovers_per_hour"));
    edit.take(policy.notifyOnFailover, patch.notifyOnFailover);
    edit.take(policy.notifyOnRecovery, patch.notifyOnRecovery);
    edit.take(policy.spillOverEnabled, patch.spillOverEnabled);
    if (edit.refusal())
        return *edit.refusal();
    return policy;
}

} // namespace qcc
