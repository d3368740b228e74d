// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli_text.h"
#include "app/cli/command_line.h"
#include "app/cli/refusal_text.h"
#include "app/importing/qcc_export.h"
#include "app/importing/sealed_export.h"
#include "app/secrets/private_file.h"
#include "app/store/settings_export.h"

#include <QFileInfo>

namespace qcc {

namespace {

struct ExportArguments
{
    std::string file;
    bool withKeys = false;
    bool passphraseStdin = false;
    bool yes = false;
};

/// None: the session has been ended.
std::optional<Secret> giveUp(CliSession &session, const QString &why)
{
    session.console().complain(why);
    session.finish(kExitRefused);
    return std::nullopt;
}

/// Typed twice on a terminal, else from stdin. None: the session has been ended.
std::optional<Secret> newPassphrase(CliSession &session, bool fromStdin)
{
    const Console &console = session.console();
    const QString nothing = CliText::tr("No passphrase was given; nothing was exported.");
    if (fromStdin && !console.canAsk()) {
        std::optional<Secret> word = console.readSecret(QString());
        return word ? std::optional(withoutLineEnd(std::move(*word))) : giveUp(session, nothing);
    }
    if (!console.canAsk()) {
        session.refuseUsage(CliText::tr(
            "There is no terminal to ask for a passphrase on; pipe it in with --passphrase-stdin."));
        return std::nullopt;
    }
    std::optional<Secret> first =
        console.askSecret(CliText::tr("Passphrase for the file (it is not shown): "));
    if (!first)
        return giveUp(session, nothing);
    const std::optional<Secret> second = console.askSecret(CliText::tr("The same once more: "));
    if (!second || !second->matches(first->reveal()))
        return giveUp(session, CliText::tr("The two passphrases are not the same; nothing was exported."));
    return first;
}

void finish(CliSession &session, const QString &path, const Result<QByteArray> &content)
{
    if (!content)
        return session.refuse(content.refusal());
    const Result<Done> written = writePrivateFile(path, *content);
    if (!written)
        return session.refuse(written.refusal());
    session.console().print(CliText::tr("Written to %1.").arg(path));
    session.finish(kExitDone);
}

std::vector<EndpointId> endpointsOf(const Settings &settings)
{
    std::vector<EndpointId> ids;
    for (const Config &config : settings.configs) {
        for (const Endpoint &endpoint : config.endpoints)
            ids.push_back(endpoint.id);
    }
    return ids;
}

void exportKeysToo(CliSession &session, const QString &path, const Settings &settings, bool fromStdin)
{
    auto word = std::make_shared<std::optional<Secret>>(newPassphrase(session, fromStdin));
    if (!*word)
        return;
    session.access()->keys(endpointsOf(settings), [&session, path, settings, word](const Result<Keys> &keys) {
        if (!keys)
            return session.refuse(keys.refusal());
        finish(session, path, sealed(exportWithKeys(settings, *keys), **word));
    });
}

void runExport(CliSession &session, const ExportArguments &arguments)
{
    const QString path = QFileInfo(QString::fromStdString(arguments.file)).absoluteFilePath();
    if (QFileInfo::exists(path) &&
        !agrees(session, arguments.yes, CliText::tr("Replace %1? [y/N] ").arg(path)))
        return;
    InstanceAccess *instance = session.access();
    if (!instance)
        return;
    instance->settings([&session, arguments, path](const Result<Settings> &settings) {
        if (!settings)
            return session.refuse(settings.refusal());
        if (arguments.withKeys)
            exportKeysToo(session, path, *settings, arguments.passphraseStdin);
        else
            finish(session, path, exportSettings(*settings));
    });
}

} // namespace

void addExportCommand(CLI::App &app, CliPlan &plan)
{
    const auto arguments = std::make_shared<ExportArguments>();
    CLI::App *command = addCommand(
        app, "export", CliText::tr("Write configs, groups and policy into a file to take along"),
        {QStringLiteral("qcc export qcc-settings.json"), QStringLiteral("qcc export --with-keys backup.json"),
         QStringLiteral("qcc export --with-keys --passphrase-stdin --yes backup.json < passphrase.txt")});
    command->add_option("FILE", arguments->file, help(CliText::tr("The file")))->required();
    CLI::Option *withKeys = command->add_flag("--with-keys", arguments->withKeys,
                                              help(CliText::tr("With the keys, encrypted by a passphrase")));
    command
        ->add_flag("--passphrase-stdin", arguments->passphraseStdin,
                   help(CliText::tr("Read the passphrase from stdin")))
        ->disable_flag_override()
        ->needs(withKeys);
    command->add_flag("--yes,-y", arguments->yes, help(CliText::tr("Replace the file without asking")));
    command->callback(
        [arguments, &plan] { plan.action = [arguments](CliSession &s) { runExport(s, *arguments); }; });
}

} // namespace qcc
