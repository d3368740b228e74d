// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/event_file.h"

#include "app/cli/cli_text.h"
#include "app/history/history_export.h"
#include "app/secrets/private_file.h"
#include "models/text/decision_text.h"

#include <QFileInfo>
#include <QJsonDocument>

namespace qcc {

Result<Done> writeEvents(const std::vector<FailoverEvent> &events, const QString &path, Overwrite overwrite)
{
    const QFileInfo target(path);
    if (target.isDir())
        return Refusal{RefusalCode::FileUnwritable, path, CliText::tr("it is a directory")};
    if (overwrite == Overwrite::Nothing && (target.exists() || target.isSymLink()))
        return Refusal{RefusalCode::FileUnwritable, path,
                       CliText::tr("it exists already; replace it with --force")};
    const auto reasonOf = [](const FailoverEvent &event) { return reasonLine(event); };
    const std::vector<FailoverEvent> oldestFirst(events.rbegin(), events.rend());
    return writePrivateFile(
        path, QJsonDocument(exportEvents(oldestFirst, reasonOf)).toJson(QJsonDocument::Indented));
}

} // namespace qcc
