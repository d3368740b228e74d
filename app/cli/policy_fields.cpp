// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/policy_fields.h"

#include "app/cli/cli_text.h"

namespace qcc {

namespace {

using Flag = PolicyField::Place<bool>;
using Count = PolicyField::Place<int>;
using Time = PolicyField::Place<seconds>;
using Name = QLatin1StringView;

constexpr std::array kFields{
    PolicyField{Name("auto_failover_enabled"), Name("auto-failover"),
                Flag{&FailoverPolicy::autoFailoverEnabled, &PolicyPatch::autoFailoverEnabled},
                QT_TRANSLATE_NOOP("CliText", "switch to another config when the active one fails")},
    PolicyField{Name("auto_recovery_enabled"), Name("auto-recovery"),
                Flag{&FailoverPolicy::autoRecoveryEnabled, &PolicyPatch::autoRecoveryEnabled},
                QT_TRANSLATE_NOOP("CliText", "go back when a better config is well again")},
    PolicyField{Name("failure_threshold"), Name("failure-threshold"),
                Count{&FailoverPolicy::failureThreshold, &PolicyPatch::failureThreshold},
                QT_TRANSLATE_NOOP("CliText", "failures in a row before a failover")},
    PolicyField{Name("success_threshold"), Name("success-threshold"),
                Count{&FailoverPolicy::successThreshold, &PolicyPatch::successThreshold},
                QT_TRANSLATE_NOOP("CliText", "good checks in a row before a recovery")},
    PolicyField{Name("check_interval"), Name("check-interval"),
                Time{&FailoverPolicy::checkInterval, &PolicyPatch::checkInterval},
                QT_TRANSLATE_NOOP("CliText", "between two rounds of health checks")},
    PolicyField{Name("cooldown_period"), Name("cooldown"),
                Time{&FailoverPolicy::cooldownPeriod, &PolicyPatch::cooldownPeriod},
                QT_TRANSLATE_NOOP("CliText", "after a switch, no automatic switch for so long")},
    PolicyField{Name("recovery_delay"), Name("recovery-delay"),
                Time{&FailoverPolicy::recoveryDelay, &PolicyPatch::recoveryDelay},
                QT_TRANSLATE_NOOP("CliText", "since a config last failed, before going back to it")},
    PolicyField{Name("max_failovers_per_hour"), Name("max-failovers-per-hour"),
                Count{&FailoverPolicy::maxFailoversPerHour, &PolicyPatch::maxFailoversPerHour},
                QT_TRANSLATE_NOOP("CliText", "automatic switches in any hour")},
    PolicyField{Name("notify_on_failover"), Name("notify-on-failover"),
                Flag{&FailoverPolicy::notifyOnFailover, &PolicyPatch::notifyOnFailover},
                QT_TRANSLATE_NOOP("CliText", "say it when a failover happens")},
    PolicyField{Name("notify_on_recovery"), Name("notify-on-recovery"),
                Flag{&FailoverPolicy::notifyOnRecovery, &PolicyPatch::notifyOnRecovery},
                QT_TRANSLATE_NOOP("CliText", "say it when a recovery happens")},
    PolicyField{Name("spill_over_enabled"), Name("spill-over"),
                Flag{&FailoverPolicy::spillOverEnabled, &PolicyPatch::spillOverEnabled},
                QT_TRANSLATE_NOOP("CliText", "try a failing request on the next endpoint or config")},
};

QString asText(bool value)
{
    return value ? CliText::tr("on") : CliText::tr("off");
}
QString asText(int value)
{
    return QString::number(value);
}
QString asText(seconds value)
{
    return CliText::tr("%1 s").arg(value.count());
}

} // namespace

std::span<const PolicyField> policyFields()
{
    return kFields;
}

QString valueText(const PolicyField &field, const FailoverPolicy &policy)
{
    return std::visit([&](auto place) { return asText(policy.*place.inPolicy); }, field.place);
}

QString patchedText(const PolicyField &field, const PolicyPatch &patch)
{
    const auto shown = [&](auto place) {
        const auto &wanted = patch.*place.inPatch;
        return wanted ? asText(*wanted) : QString();
    };
    return std::visit(shown, field.place);
}

} // namespace qcc
