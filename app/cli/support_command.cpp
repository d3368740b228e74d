// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli_text.h"
#include "app/cli/command_line.h"
#include "app/cli/refusal_text.h"
#include "app/cli/support_report.h"
#include "app/secrets/json_file.h"
#include "app/secrets/private_file.h"

#include <QDir>
#include <QFileInfo>

namespace qcc {

namespace {

struct SupportArguments
{
    std::string file;
    bool force = false;
    bool print = false;
};

QString defaultName()
{
    return QStringLiteral("qcc-support-%1.json")
        .arg(QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmm")));
}

void store(CliSession &session, const SupportArguments &arguments, const QJsonObject &report)
{
    if (arguments.print) {
        session.console().print(report);
        return session.finish(kExitDone);
    }
    const QString name = arguments.file.empty() ? defaultName() : QString::fromStdString(arguments.file);
    const QString path = QDir::current().absoluteFilePath(name);
    if (QFileInfo::exists(path) && !arguments.force)
        return session.refuse({RefusalCode::FileUnwritable, path, QStringLiteral("it is there already")});
    const Result<Done> written = writePrivateFile(path, toJsonText(report));
    if (!written)
        return session.refuse(written.refusal());
    session.console().print(
        CliText::tr("Written to %1: no keys, no tokens, no private hosts, nothing of your "
                    "conversations. Look through it before you give it to somebody.")
            .arg(path));
    session.finish(kExitDone);
}

void runSupport(CliSession &session, const SupportArguments &arguments)
{
    if (!session.access())
        return;
    auto *report = new SupportReport(*session.access(), &session);
    QObject::connect(report, &SupportReport::ready, report,
                     [&session, &arguments](const QJsonObject &made) { store(session, arguments, made); });
    report->begin();
}

} // namespace

void addSupportCommand(CLI::App &app, CliPlan &plan)
{
    const auto arguments = std::make_shared<SupportArguments>();
    CLI::App *command = addCommand(
        app, "support",
        CliText::tr("Write what somebody who helps you needs to know into a file, without secrets"),
        {QStringLiteral("qcc support"), QStringLiteral("qcc support report.json"),
         QStringLiteral("qcc support --json")});
    command->add_option("FILE", arguments->file,
                        help(CliText::tr("File to write (default: qcc-support-DATE.json)")));
    command->add_flag("--force", arguments->force, help(CliText::tr("Replace a file that is there")));
    command->add_flag("--json", arguments->print, help(CliText::tr("Print it instead")));
    command->callback(
        [arguments, &plan] { plan.action = [arguments](CliSession &s) { runSupport(s, *arguments); }; });
}

} // namespace qcc
