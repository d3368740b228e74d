// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/history_access.h"

#include "app/cli/cli_text.h"
#include "app/cli/time_values.h"

namespace qcc {

namespace {

std::string mustBeMoment(const std::string &text)
{
    if (momentFromText(QString::fromStdString(text), currentTime()))
        return {};
    return help(CliText::tr("\"%1\" is no time; write it like 2h, 7d, 2026-11-20 or 2026-11-20T08:30:00")
                    .arg(QString::fromStdString(text)));
}

} // namespace

void withHistory(CliSession &session, const std::function<void(const HistoryReader &)> &read)
{
    const InstanceAccess *instance = session.access();
    if (!instance)
        return;
    const auto history = HistoryReader::open(instance->home());
    if (!history)
        return session.refuse(history.refusal());
    read(**history);
}

void addLimit(CLI::App &command, std::optional<int> &limit, const QString &description)
{
    command.add_option("--limit", limit, help(description))->type_name("N")->check(CLI::Range(1, kMostRows));
}

void addSince(CLI::App &command, std::string &since, const QString &description)
{
    command.add_option("--since", since, help(description))
        ->type_name("WHEN")
        ->check(CLI::Validator(mustBeMoment, std::string()));
}

} // namespace qcc
