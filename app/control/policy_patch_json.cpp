// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/control/policy_patch_json.h"

#include "models/domain/field_reader.h"

namespace qcc {

namespace {

using Field = QLatin1StringView;

/// Goes through the fields of @p patch, to write or to read them: the one list of their names.
template <typename Patch, typename Visit> void visitFields(Patch &patch, Visit visit)
{
    visit(Field("auto_failover_enabled"), patch.autoFailoverEnabled);
    visit(Field("auto_recovery_enabled"), patch.autoRecoveryEnabled);
    visit(Field("failure_threshold"), patch.failureThreshold);
    visit(Field("success_threshold"), patch.successThreshold);
    visit(Field("check_interval"), patch.checkInterval);
    visit(Field("cooldown_period"), patch.cooldownPeriod);
    visit(Field("recovery_delay"), patch.recoveryDelay);
    visit(Field("max_failovers_per_hour"), patch.maxFailoversPerHour);
    visit(Field("notify_on_failover"), patch.notifyOnFailover);
    visit(Field("notify_on_recovery"), patch.notifyOnRecovery);
    visit(Field("spill_over_enabled"), patch.spillOverEnabled);
}

QJsonValue toValue(bool flag)
{
    return flag;
}
QJsonValue toValue(int count)
{
    return count;
}
QJsonValue toValue(seconds time)
{
    return qint64(time.count());
}

void read(FieldReader &in, Field key, std::optional<bool> &field)
{
    field = in.flag(key);
}

void read(FieldReader &in, Field key, std::optional<int> &field)
{
    const qint64 number = in.number(key);
    if (number < std::numeric_limits<int>::min() || number > std::numeric_limits<int>::max())
        return in.reject(key);
    field = int(number);
}

void read(FieldReader &in, Field key, std::optional<seconds> &field)
{
    field = seconds(in.number(key));
}

} // namespace

QJsonObject toJson(const PolicyPatch &patch)
{
    QJsonObject object;
    visitFields(patch, [&](Field key, const auto &field) {
        if (field)
            object.insert(key, toValue(*field));
    });
    return object;
}

Result<PolicyPatch> policyPatchFromJson(const QJsonObject &object)
{
    FieldReader in(object);
    PolicyPatch patch;
    visitFields(patch, [&](Field key, auto &field) {
        if (in.has(key))
            read(in, key, field);
    });
    return in.ok() ? Result<PolicyPatch>(patch) : in.refusal();
}

} // namespace qcc
