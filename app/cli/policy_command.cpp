// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli_text.h"
#include "app/cli/command_line.h"
#include "app/cli/policy_fields.h"
#include "app/cli/policy_view.h"
#include "app/cli/refusal_text.h"
#include "app/cli/time_values.h"
#include "models/rules/validation.h"

namespace qcc {

namespace {

struct PolicyArguments
{
    PolicyPatch patch;
    bool json = false;
};

const PolicyRange &rangeOf(const PolicyField &field)
{
    const std::span<const PolicyRange> ranges = policyRanges();
    const auto range = std::find_if(ranges.begin(), ranges.end(),
                                    [&](const PolicyRange &r) { return r.field == field.name; });
    Q_ASSERT(range != ranges.end());
    return *range;
}

CLI::Validator mustBeNumber(const PolicyRange &range)
{
    return {[range](const std::string &text) {
                if (wholeNumberFromText(QString::fromStdString(text)))
                    return std::string();
                return help(CliText::tr("\"%1\" is no whole number; permitted is: %2 to %3")
                                .arg(QString::fromStdString(text), QString::number(range.least),
                                     QString::number(range.most)));
            },
            std::string()};
}

CLI::Validator mustBeSpan(const PolicyRange &range)
{
    return {[range](const std::string &text) {
                if (spanFromText(QString::fromStdString(text)))
                    return std::string();
                return help(CliText::tr("\"%1\" is no time; write seconds, or it like 90s, 5m, 2h or 1h30m; "
                                        "permitted is: %2 to %3 seconds")
                                .arg(QString::fromStdString(text), QString::number(range.least),
                                     QString::number(range.most)));
            },
            std::string()};
}

/// Adds the options of a field; each kind of value has its own form. @p patch must outlive the parse.
struct OptionMaker
{
    CLI::App &command;
    PolicyPatch &patch;
    const PolicyField &field;

    std::string meaning() const { return help(CliText::tr(field.meaning)); }
    std::string name() const { return "--" + std::string(field.option.data(), size_t(field.option.size())); }

    void operator()(PolicyField::Place<bool> place) const
    {
        const std::string yes = name();
        const std::string no = "--no-" + yes.substr(2);
        const auto set = [&p = patch, place](std::int64_t balance) { p.*place.inPatch = balance > 0; };
        command.add_flag_function(yes + ",!" + no, set, meaning())->disable_flag_override();
    }
    void operator()(PolicyField::Place<int> place) const
    {
        const auto set = [&p = patch, place](const std::string &text) {
            p.*place.inPatch = wholeNumberFromText(QString::fromStdString(text));
        };
        command.add_option_function<std::string>(name(), set, meaning())
            ->type_name("N")
            ->check(mustBeNumber(rangeOf(field)));
    }
    void operator()(PolicyField::Place<seconds> place) const
    {
        const auto set = [&p = patch, place](const std::string &text) {
            p.*place.inPatch = spanFromText(QString::fromStdString(text));
        };
        command.add_option_function<std::string>(name(), set, meaning())
            ->type_name("SECONDS")
            ->check(mustBeSpan(rangeOf(field)));
    }
};

void show(CliSession &session, bool json)
{
    session.withSettings([&session, json](const Settings &settings) {
        if (json)
            session.console().print(policyJson(settings));
        else
            showPolicy(session.console(), settings.policy);
    });
}

QString changesText(const PolicyPatch &patch)
{
    QStringList changes;
    for (const PolicyField &field : policyFields()) {
        if (const QString text = patchedText(field, patch); !text.isEmpty())
            changes << CliText::tr("%1 is now %2").arg(field.option, text);
    }
    return CliText::tr("%1.").arg(changes.join(CliText::tr(", ")));
}

void runPolicy(CliSession &session, const PolicyArguments &arguments)
{
    if (arguments.patch == PolicyPatch())
        return show(session, arguments.json);
    if (!arguments.json)
        return session.submit(EditPolicy{arguments.patch}, changesText(arguments.patch));
    InstanceAccess *instance = session.access();
    if (!instance)
        return;
    instance->submit(EditPolicy{arguments.patch}, [&session](const Result<Done> &done) {
        if (!done)
            return session.refuse(done.refusal());
        show(session, true);
    });
}

} // namespace

void addPolicyCommand(CLI::App &group, CliPlan &plan)
{
    const auto arguments = std::make_shared<PolicyArguments>();
    CLI::App *command = addCommand(
        group, "policy", CliText::tr("See or change when QCC switches by itself"),
        {QStringLiteral("qcc priority policy"), QStringLiteral("qcc priority policy --auto-recovery"),
         QStringLiteral("qcc priority policy --failure-threshold 5 --cooldown 10m --no-spill-over")});
    for (const PolicyField &field : policyFields())
        std::visit(OptionMaker{*command, arguments->patch, field}, field.place);
    command->add_flag("--json", arguments->json, help(CliText::tr("Print JSON")));
    command->callback(
        [arguments, &plan] { plan.action = [arguments](CliSession &s) { runPolicy(s, *arguments); }; });
}

} // namespace qcc
