// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/completion_answer.h"

#include "app/cli/completion.h"
#include "app/store/home.h"
#include "app/store/workspace.h"

namespace qcc {

namespace {

void addNames(Completion &completion)
{
    const Result<QString> home = findHome(qccHomePath());
    const Result<Settings> settings = home ? Workspace::readSettings(*home) : home.refusal();
    if (!settings)
        return;
    if (completion.further == Further::ConfigNames) {
        for (const Config &config : settings->configs)
            offer(completion, config.name, config.description);
    } else {
        for (const AlertChannel &channel : settings->channels)
            offer(completion, channel.name, {});
    }
}

/// On one line, and without the tab that ends the word.
QString oneLine(const QString &text)
{
    return text.simplified();
}

} // namespace

std::optional<QStringList> wordsToComplete(const QStringList &arguments)
{
    if (arguments.value(1) != QLatin1StringView("complete") || arguments.value(2) != QLatin1StringView("--"))
        return std::nullopt;
    return arguments.mid(3);
}

void answerCompletion(const CLI::App &app, const QStringList &words, const Console &console)
{
    Completion completion = completionOf(commandTree(app), words);
    if (completion.further == Further::ConfigNames || completion.further == Further::ChannelNames)
        addNames(completion);
    if (completion.further == Further::Paths)
        console.print(QStringLiteral(":paths"));
    for (const Candidate &candidate : completion.candidates)
        console.print(candidate.word + QLatin1Char('\t') + oneLine(candidate.description));
}

} // namespace qcc
