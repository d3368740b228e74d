// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop_services.h"

#include "app/secrets/private_file.h"
#include "app/store/settings_export.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QStandardPaths>

namespace qcc {

DesktopServices::DesktopServices(const QString &home, InstanceDoor &instance, QObject *parent)
    : DesktopDoor(parent), m_instance(instance), m_file(home),
      m_autostart(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation),
                  QCoreApplication::applicationFilePath())
{
    m_facts.home = home;
}

Result<Done> DesktopServices::load()
{
    const Result<Preferences> loaded = m_file.load();
    if (!loaded)
        return loaded.refusal();
    m_preferences = *loaded;
    return Done{};
}

void DesktopServices::showHome(const QString &home, bool simulation)
{
    if (std::exchange(m_facts, {home, simulation}).simulation == simulation)
        return;
    if (simulation)
        m_ownRecoveryBeforePause = std::exchange(m_preferences.recoveryBeforePause, std::nullopt);
    else
        m_preferences.recoveryBeforePause = std::exchange(m_ownRecoveryBeforePause, std::nullopt);
}

void DesktopServices::setPreferences(const Preferences &preferences)
{
    if (preferences == m_preferences)
        return;
    m_preferences = preferences;
    Q_EMIT preferencesChanged();
    Preferences kept = m_preferences;
    if (m_facts.simulation)
        kept.recoveryBeforePause = m_ownRecoveryBeforePause;
    if (const Result<Done> saved = m_file.save(kept); !saved)
        Q_EMIT preferencesNotSaved(saved.refusal());
}

void DesktopServices::openFolder()
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(m_facts.home));
}

Result<Done> DesktopServices::exportSettings(const QString &path)
{
    if (!m_instance.isReachable()) // nothing may be known: no file is replaced by an empty one
        return Refusal{RefusalCode::NotRunning, m_facts.home, {}};
    return writePrivateFile(path, qcc::exportSettings(m_instance.settings()));
}

Result<ImportPreview> DesktopServices::readImport(const QString &path)
{
    const Result<std::optional<QByteArray>> text = readPrivateFile(path);
    if (!text)
        return text.refusal();
    if (!*text)
        return Refusal{RefusalCode::FileUnreadable, path, {}};
    const Result<Settings> settings = importSettings(**text);
    if (!settings) {
        Refusal refusal = settings.refusal();
        refusal.subject = path;
        return refusal;
    }
    ImportPreview preview;
    for (const Config &config : settings->configs) {
        if (m_instance.settings().find(config.name)) {
            preview.skipped.push_back(config.name);
            continue;
        }
        preview.configs.push_back(config);
        preview.places.emplace_back(config.name,
                                    settings->groups.priorityOf(config.name).value_or(Priority::Disabled));
    }
    return preview;
}

void DesktopServices::import(const ImportPreview &preview, Answer<Done> done)
{
    importNext(std::make_shared<ImportPreview>(preview), m_facts.home, std::move(done));
}

void DesktopServices::importNext(std::shared_ptr<ImportPreview> left, const QString &home, Answer<Done> done)
{
    // A simulation that was begun or ended meanwhile has another home.
    const bool isOver = left->configs.empty() || home != m_facts.home;
    if (isOver) {
        const Result<Done> result =
            left->configs.empty() ? Result<Done>(Done{}) : Refusal{RefusalCode::NotRunning, home, {}};
        QMetaObject::invokeMethod(
            this, [done = std::move(done), result] { done(result); }, Qt::QueuedConnection);
        return;
    }
    const Config config = left->configs.front();
    left->configs.erase(left->configs.begin());
    PutConfig put;
    put.name = config.name;
    put.description = config.description;
    put.nextPatterns = config.nextPatterns;
    put.modelMappings = config.modelMappings;
    put.extraHeaders = config.extraHeaders;
    for (Endpoint endpoint : config.endpoints) {
        endpoint.id = {}; // a name for life is given here anew
        put.endpoints.push_back({endpoint, std::nullopt});
    }
    for (const auto &[name, priority] : left->places)
        if (name == config.name)
            put.priority = priority;
    m_instance.submit(Command(std::move(put)),
                      [self = QPointer(this), left, home, done](const Result<Done> &result) {
                          if (!result)
                              return done(result.refusal());
                          if (self)
                              self->importNext(left, home, done);
                      });
}

} // namespace qcc
