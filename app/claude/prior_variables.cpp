// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/claude/prior_variables.h"

#include "app/claude/takeover_journal.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace qcc {

std::optional<QJsonObject> priorVariables(const ClaudePlaces &places)
{
    const Result<std::optional<TakeoverJournal>> journal = readJournal(places.journalFile);
    if (!journal || !*journal)
        return std::nullopt;
    for (const FileRecord &file : (*journal)->files) {
        if (file.form != SettingsForm::ClaudeCode || file.path != places.settingsFile)
            continue;
        QJsonObject prior;
        for (const VariableRecord &variable : file.variables) {
            if (variable.before) // raw: a list around it makes it a document
                prior.insert(variable.name,
                             QJsonDocument::fromJson('[' + *variable.before + ']').array().at(0));
        }
        return prior;
    }
    return std::nullopt;
}

} // namespace qcc
