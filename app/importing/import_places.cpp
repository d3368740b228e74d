// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importing/import_places.h"

#include <QDir>
#include <QFileInfo>

namespace qcc {

namespace {

/// An application and the files that it may have, the newest form first.
struct Application
{
    const char *id;
    const char *title;
    std::vector<const char *> files; ///< below the person's home
};

const std::vector<Application> &applications()
{
    static const std::vector<Application> kAll{
        {"claude-code", "Claude Code", {}}, // by ImportPlaces::claudeSettings
        {"cc-switch", "cc-switch", {".cc-switch/cc-switch.db", ".cc-switch/config.json"}},
        {"claude-code-router",
         "claude-code-router",
         {".claude-code-router/config.sqlite", ".claude-code-router/config.json"}},
        {"ccnexus", "ccNexus", {".ccNexus/ccnexus.db", ".ccNexus/config.json"}},
        {"fastcc", "FastCC", {".fastcc/cache.json", ".qcc/cache.json"}},
    };
    return kAll;
}

QString fileOf(const Application &application, const ImportPlaces &places)
{
    if (application.files.empty())
        return QFileInfo(places.claudeSettings).isFile() ? places.claudeSettings : QString();
    for (const char *file : application.files) {
        const QString path = places.homeDirectory + u'/' + QLatin1StringView(file);
        if (QFileInfo(path).isFile())
            return path;
    }
    return {};
}

} // namespace

ImportPlaces importPlaces()
{
    const QString home = QDir::homePath();
    const QString configured = qEnvironmentVariable("CLAUDE_CONFIG_DIR");
    const QString claude = configured.isEmpty() ? home + QStringLiteral("/.claude") : configured;
    return {home, QDir(claude).absoluteFilePath(QStringLiteral("settings.json"))};
}

std::vector<ImportSource> importSources(const ImportPlaces &places)
{
    std::vector<ImportSource> found;
    for (const Application &application : applications()) {
        if (const QString file = fileOf(application, places); !file.isEmpty())
            found.push_back({QLatin1StringView(application.id), QLatin1StringView(application.title), file});
    }
    return found;
}

QStringList importSourceIds()
{
    QStringList ids;
    for (const Application &application : applications())
        ids += QLatin1StringView(application.id);
    return ids;
}

} // namespace qcc
