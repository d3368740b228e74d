// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli_text.h"
#include "app/cli/endpoint_options.h"
#include "models/rules/extra_headers.h"
#include "models/rules/model_mapping.h"
#include "models/rules/next_patterns.h"

namespace qcc {

namespace {

struct AddArguments
{
    std::string name;
    std::string description;
    std::string priority;
    EndpointOptions endpoint;
};

void submitAdd(CliSession &session, const AddArguments &arguments)
{
    AddConfig add{
        QString::fromStdString(arguments.name), QString::fromStdString(arguments.description), {}, {}};
    if (!arguments.priority.empty()) {
        const QString word = QString::fromStdString(arguments.priority);
        add.priority = priorityFromWord(word);
        if (!add.priority)
            return session.refuse({RefusalCode::UnknownPriority, word, QString()});
    }
    QString done = CliText::tr("Added \"%1\".").arg(add.name);
    if (arguments.endpoint.hasUrl()) {
        const Result<Endpoint> endpoint = arguments.endpoint.endpoint();
        if (!endpoint)
            return session.refuse(endpoint.refusal());
        std::optional<Secret> key = arguments.endpoint.obtainKey(session, add.name);
        if (!key)
            return;
        add.endpoint = NewEndpoint{*endpoint, std::move(*key)};
    } else {
        done =
            CliText::tr("Added \"%1\", without an endpoint yet. Add one with: qcc endpoint add %2 --url URL")
                .arg(add.name, shellQuoted(add.name));
    }
    session.submit(std::move(add), done);
}

void runAdd(CliSession &session, const AddArguments &arguments)
{
    if (!arguments.endpoint.hasUrl() || !arguments.endpoint.asksForKey(session))
        return submitAdd(session, arguments);
    session.whenFree(QString::fromStdString(arguments.name),
                     [&session, &arguments] { submitAdd(session, arguments); });
}

void addAdd(CLI::App &app, CliPlan &plan)
{
    const auto arguments = std::make_shared<AddArguments>();
    CLI::App *command = addCommand(
        app, "add", CliText::tr("Add a config, at once with its first endpoint if --url is given"),
        {QStringLiteral("qcc add production --url https://api.anthropic.com"),
         QStringLiteral(
             "qcc add backup --url https://gateway.example/v1 --auth bearer --key-stdin < key.txt"),
         QStringLiteral("qcc add emergency --description 'Only when all else fails' --priority fallback")});
    command->add_option("NAME", arguments->name, help(CliText::tr("Name of the config")))->required();
    command->add_option("--description", arguments->description, help(CliText::tr("What it is")));
    command
        ->add_option(
            "--priority", arguments->priority,
            help(CliText::tr("primary, secondary, fallback or disabled (default: the first of primary and "
                             "secondary that is empty, else fallback)")))
        ->type_name("PRIORITY");
    arguments->endpoint.addTo(*command, EndpointOptions::Use::WithConfig);
    command->callback(
        [arguments, &plan] { plan.action = [arguments](CliSession &s) { runAdd(s, *arguments); }; });
}

struct EditArguments
{
    std::string name;
    std::optional<std::string> newName;
    std::optional<std::string> description;
    std::vector<std::string> nextOn;
    bool noNextOn = false;
    std::vector<std::string> map;
    bool noMap = false;
    std::vector<std::string> headers;
    bool noHeaders = false;

    bool isEmpty() const
    {
        return !newName && !description && nextOn.empty() && !noNextOn && map.empty() && !noMap &&
               headers.empty() && !noHeaders;
    }
};

/// A list that is wanted as a whole; none when nothing is said of it. @p parse reads one of its texts.
template <typename Item>
Result<std::optional<std::vector<Item>>> wantedList(const std::vector<std::string> &texts, bool emptied,
                                                    Result<Item> (*parse)(const QString &))
{
    using Wanted = std::optional<std::vector<Item>>;
    if (texts.empty())
        return emptied ? Wanted(std::in_place) : Wanted();
    Wanted wanted(std::in_place);
    for (const std::string &text : texts) {
        Result<Item> item = parse(QString::fromStdString(text));
        if (!item)
            return item.refusal();
        wanted->push_back(std::move(item).value());
    }
    return wanted;
}

Result<EditConfig> wantedEdit(const EditArguments &arguments)
{
    EditConfig edit{QString::fromStdString(arguments.name), {}, {}, {}, {}};
    if (arguments.newName)
        edit.newName = QString::fromStdString(*arguments.newName);
    if (arguments.description)
        edit.description = QString::fromStdString(*arguments.description);
    auto patterns = wantedList(arguments.nextOn, arguments.noNextOn, parseNextPattern);
    if (!patterns)
        return patterns.refusal();
    edit.nextPatterns = std::move(patterns).value();
    auto mappings = wantedList(arguments.map, arguments.noMap, parseModelMapping);
    if (!mappings)
        return mappings.refusal();
    edit.modelMappings = std::move(mappings).value();
    auto headers = wantedList(arguments.headers, arguments.noHeaders, parseExtraHeader);
    if (!headers)
        return headers.refusal();
    edit.extraHeaders = std::move(headers).value();
    return edit;
}

void runEdit(CliSession &session, const EditArguments &arguments)
{
    if (arguments.isEmpty())
        return session.refuseUsage(
            CliText::tr("Nothing to change: give --rename, --description, --next-on, --map or --header. "
                        "Endpoints are changed with: qcc endpoint edit"));
    Result<EditConfig> edit = wantedEdit(arguments);
    if (!edit)
        return session.refuse(edit.refusal());
    const QString done = edit->newName
                             ? CliText::tr("Renamed \"%1\" to \"%2\".").arg(edit->name, *edit->newName)
                             : CliText::tr("Changed \"%1\".").arg(edit->name);
    session.submit(std::move(edit).value(), done);
}

struct ListHelp
{
    const char *type;
    const char *emptyName;
    QString option;
    QString empty;
};

/// An option that may be given several times, and the flag that takes all of them away.
void addList(CLI::App &command, const std::string &name, std::vector<std::string> &texts, bool &emptied,
             const ListHelp &words)
{
    CLI::Option *option = command.add_option("--" + name, texts, help(words.option));
    option->type_name(words.type)->expected(1)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    command.add_flag(words.emptyName, emptied, help(words.empty))->excludes(option);
}

void addEdit(CLI::App &app, CliPlan &plan)
{
    const auto arguments = std::make_shared<EditArguments>();
    CLI::App *command = addCommand(
        app, "edit",
        CliText::tr(
            "Rename a config, change its description, what leads to the next one, its names for models, or "
            "its headers"),
        {QStringLiteral("qcc edit production --rename official"),
         QStringLiteral("qcc edit backup --description 'Company gateway'"),
         QStringLiteral("qcc edit backup --next-on '400:model unavailable' --next-on 422"),
         QStringLiteral("qcc edit backup --map 'claude-opus-*=my-opus' --map 'claude-haiku-*=my-haiku'"),
         QStringLiteral("qcc edit backup --header 'x-team: compilers'")});
    command->add_option("NAME", arguments->name, help(CliText::tr("Name of the config")))->required();
    command->add_option("--rename", arguments->newName, help(CliText::tr("Its new name")))
        ->type_name("NEWNAME");
    command->add_option("--description", arguments->description, help(CliText::tr("Its new description")))
        ->type_name("TEXT");
    addList(*command, "next-on", arguments->nextOn, arguments->noNextOn,
            {"STATUS:WORDS", "--no-next-on",
             CliText::tr("An error that means \"ask the next one\", as STATUS or STATUS:WORDS; may be "
                         "repeated, replaces those before"),
             CliText::tr("No such errors any more")});
    addList(*command, "map", arguments->map, arguments->noMap,
            {"FROM=TO", "--no-map",
             CliText::tr("A model's name, or a pattern with *, and the name to ask this config for instead; "
                         "may be repeated, the first that fits counts, replaces those before"),
             CliText::tr("Ask for models by their own names")});
    addList(*command, "header", arguments->headers, arguments->noHeaders,
            {"NAME:VALUE", "--no-headers",
             CliText::tr("A header to send to this config's providers, in the place of Claude Code's of the "
                         "same name; may be repeated, replaces those before. Keys belong to endpoints"),
             CliText::tr("Send no headers of its own any more")});
    command->callback(
        [arguments, &plan] { plan.action = [arguments](CliSession &s) { runEdit(s, *arguments); }; });
}

struct RemoveArguments
{
    std::string name;
    bool yes = false;
};

void submitRemove(CliSession &session, const RemoveArguments &arguments)
{
    const QString name = QString::fromStdString(arguments.name);
    if (agrees(session, arguments.yes,
               CliText::tr("Remove \"%1\" with its endpoints and keys? [y/N] ").arg(name)))
        session.submit(RemoveConfig{name}, CliText::tr("Removed \"%1\".").arg(name));
}

void runRemove(CliSession &session, const RemoveArguments &arguments)
{
    if (arguments.yes)
        return submitRemove(session, arguments);
    session.whenThere(QString::fromStdString(arguments.name), QString(),
                      [&session, &arguments] { submitRemove(session, arguments); });
}

void addRemove(CLI::App &app, CliPlan &plan)
{
    const auto arguments = std::make_shared<RemoveArguments>();
    CLI::App *command =
        addCommand(app, "remove", CliText::tr("Remove a config with its endpoints and keys"),
                   {QStringLiteral("qcc remove backup"), QStringLiteral("qcc remove backup --yes")});
    command->add_option("NAME", arguments->name, help(CliText::tr("Name of the config")))->required();
    command->add_flag("--yes,-y", arguments->yes, help(CliText::tr("Don't ask")));
    command->callback(
        [arguments, &plan] { plan.action = [arguments](CliSession &s) { runRemove(s, *arguments); }; });
}

} // namespace

void addConfigCommands(CLI::App &app, CliPlan &plan)
{
    addAdd(app, plan);
    addEdit(app, plan);
    addRemove(app, plan);
}

} // namespace qcc
