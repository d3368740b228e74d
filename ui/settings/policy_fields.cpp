// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/policy_fields.h"

#include "models/rules/validation.h"

#include <QCoreApplication>

namespace qcc {

namespace {

using Flag = PolicyFormField::Place<bool>;
using Count = PolicyFormField::Place<int>;
using Time = PolicyFormField::Place<seconds>;
using Name = QLatin1StringView;

constexpr std::array kFields{
    PolicyFormField{Name("auto_failover_enabled"),
                    Flag{&FailoverPolicy::autoFailoverEnabled, &PolicyPatch::autoFailoverEnabled},
                    QT_TRANSLATE_NOOP("PolicyFormField", "Automatic failover"),
                    QT_TRANSLATE_NOOP("PolicyFormField",
                                      "When the active config fails, the next one that works takes over.")},
    PolicyFormField{
        Name("auto_recovery_enabled"),
        Flag{&FailoverPolicy::autoRecoveryEnabled, &PolicyPatch::autoRecoveryEnabled},
        QT_TRANSLATE_NOOP("PolicyFormField", "Automatic recovery"),
        QT_TRANSLATE_NOOP("PolicyFormField", "When a better config is well again, QCC goes back to it.")},
    PolicyFormField{Name("spill_over_enabled"),
                    Flag{&FailoverPolicy::spillOverEnabled, &PolicyPatch::spillOverEnabled},
                    QT_TRANSLATE_NOOP("PolicyFormField", "Spill-over"),
                    QT_TRANSLATE_NOOP("PolicyFormField",
                                      "A request that fails is tried on the next endpoint or config at "
                                      "once, so that nobody sees an error.")},
    PolicyFormField{Name("failure_threshold"),
                    Count{&FailoverPolicy::failureThreshold, &PolicyPatch::failureThreshold},
                    QT_TRANSLATE_NOOP("PolicyFormField", "Failures before a failover"),
                    QT_TRANSLATE_NOOP("PolicyFormField",
                                      "After this many failures in a row, the config counts as down.")},
    PolicyFormField{
        Name("success_threshold"), Count{&FailoverPolicy::successThreshold, &PolicyPatch::successThreshold},
        QT_TRANSLATE_NOOP("PolicyFormField", "Good checks before a recovery"),
        QT_TRANSLATE_NOOP("PolicyFormField",
                          "After this many good checks in a row, the config counts as well again.")},
    PolicyFormField{Name("check_interval"), Time{&FailoverPolicy::checkInterval, &PolicyPatch::checkInterval},
                    QT_TRANSLATE_NOOP("PolicyFormField", "Time between checks"),
                    QT_TRANSLATE_NOOP("PolicyFormField",
                                      "How often every endpoint is looked at; where requests pass, they "
                                      "tell as much, and no check is made.")},
    PolicyFormField{Name("cooldown_period"),
                    Time{&FailoverPolicy::cooldownPeriod, &PolicyPatch::cooldownPeriod},
                    QT_TRANSLATE_NOOP("PolicyFormField", "Cool-down after a switch"),
                    QT_TRANSLATE_NOOP("PolicyFormField",
                                      "For this long after a switch there is no other automatic one.")},
    PolicyFormField{Name("recovery_delay"), Time{&FailoverPolicy::recoveryDelay, &PolicyPatch::recoveryDelay},
                    QT_TRANSLATE_NOOP("PolicyFormField", "Delay before a recovery"),
                    QT_TRANSLATE_NOOP("PolicyFormField",
                                      "For this long a config must not have failed before QCC goes back to "
                                      "it.")},
    PolicyFormField{Name("max_failovers_per_hour"),
                    Count{&FailoverPolicy::maxFailoversPerHour, &PolicyPatch::maxFailoversPerHour},
                    QT_TRANSLATE_NOOP("PolicyFormField", "Automatic switches per hour"),
                    QT_TRANSLATE_NOOP("PolicyFormField",
                                      "QCC makes no more than this in any hour; spill-over goes on "
                                      "serving.")},
    PolicyFormField{Name("notify_on_failover"),
                    Flag{&FailoverPolicy::notifyOnFailover, &PolicyPatch::notifyOnFailover},
                    QT_TRANSLATE_NOOP("PolicyFormField", "Failover"),
                    QT_TRANSLATE_NOOP("PolicyFormField", "Another config has taken over.")},
    PolicyFormField{Name("notify_on_recovery"),
                    Flag{&FailoverPolicy::notifyOnRecovery, &PolicyPatch::notifyOnRecovery},
                    QT_TRANSLATE_NOOP("PolicyFormField", "Recovery"),
                    QT_TRANSLATE_NOOP("PolicyFormField", "A better config serves again.")},
};

qint64 number(bool value)
{
    return value ? 1 : 0;
}
qint64 number(int value)
{
    return value;
}
qint64 number(seconds value)
{
    return value.count();
}

template <typename T> LiveSetting settingFor(PolicyFormField::Place<T> place)
{
    LiveSetting setting;
    setting.read = [place](const Settings &settings) { return number(settings.policy.*place.inPolicy); };
    setting.edit = [place](qint64 value) {
        EditPolicy command;
        command.patch.*place.inPatch = static_cast<T>(value);
        return Command(command);
    };
    setting.standard = number(FailoverPolicy{}.*place.inPolicy);
    return setting;
}

LiveSetting settingOf(const PolicyFormField &field)
{
    LiveSetting setting = std::visit([](auto place) { return settingFor(place); }, field.place);
    for (const PolicyRange &range : policyRanges()) {
        if (range.field == field.name) {
            setting.least = range.least;
            setting.most = range.most;
        }
    }
    return setting;
}

QString translated(const char *text)
{
    return QCoreApplication::translate("PolicyFormField", text);
}

} // namespace

std::span<const PolicyFormField> policyFormFields()
{
    return kFields;
}

LiveRow *makePolicyRow(const PolicyFormField &field, InstanceDoor &instance)
{
    if (std::holds_alternative<Flag>(field.place))
        return new SwitchRow(instance, settingOf(field));
    const bool isTime = std::holds_alternative<Time>(field.place);
    return new NumberRow(instance, settingOf(field),
                         isTime ? NumberRow::Unit::Seconds : NumberRow::Unit::None);
}

void translatePolicyRow(const PolicyFormField &field, LiveRow *row)
{
    row->setMeaning(translated(field.label), translated(field.meaning));
}

PolicyPatch patchToDefaults(const FailoverPolicy &policy)
{
    PolicyPatch patch;
    const FailoverPolicy standard;
    for (const PolicyFormField &field : kFields) {
        std::visit(
            [&](auto place) {
                if (policy.*place.inPolicy != standard.*place.inPolicy)
                    patch.*place.inPatch = standard.*place.inPolicy;
            },
            field.place);
    }
    return patch;
}

} // namespace qcc
