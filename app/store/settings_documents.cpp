// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/settings_documents.h"

#include "app/secrets/json_file.h"
#include "app/store/json_parts.h"

namespace qcc {

namespace {

const QString kAlertChannels = QStringLiteral("alert_channels");
const QByteArray kEmptyObject = QByteArrayLiteral("{}");

/// The file's groups, without names of configs that do not exist; configs in no group are Disabled.
PriorityGroups matchedGroups(const PriorityGroups &listed, const std::vector<Config> &configs)
{
    PriorityGroups groups = listed;
    const auto exists = [&](const QString &name) {
        return std::any_of(configs.begin(), configs.end(), [&](const Config &c) { return c.name == name; });
    };
    for (const PriorityGroup &group : listed.all()) {
        for (const QString &name : group.configNames) {
            if (!exists(name))
                groups.remove(name);
        }
    }
    for (const Config &config : configs) {
        if (!groups.priorityOf(config.name))
            groups.place(config.name, Priority::Disabled);
    }
    return groups;
}

/// The text as it was, unless what it means has changed: a file edited by hand keeps its looks.
std::optional<QByteArray> renderedIfChanged(const std::optional<QByteArray> &text, const QJsonObject &before,
                                            const QJsonObject &after)
{
    return text && before == after ? text : toJsonText(after);
}

} // namespace

SecretNames secretNames(const ConfigsDocument &configs)
{
    return {configs.keyIds, configs.alerts.secretIds};
}

Settings matchedSettings(const ConfigsDocument &configs, const PriorityDocument &priority)
{
    Settings settings{configs.configs, matchedGroups(priority.groups, configs.configs), priority.policy,
                      priority.retention, configs.alerts.channels};
    if (settings.find(priority.activeConfig))
        settings.activeConfig = priority.activeConfig;
    return settings;
}

Result<SettingsDocuments> parseDocuments(const SettingsFiles &files, SettingsTexts texts)
{
    Result<ConfigsDocument> configs = parseConfigs(files.configsPath(), texts.configs.value_or(kEmptyObject));
    if (!configs)
        return configs.refusal();
    Result<PriorityDocument> priority =
        parsePriority(files.priorityPath(), texts.priority.value_or(kEmptyObject));
    if (!priority)
        return priority.refusal();
    Settings settings = matchedSettings(*configs, *priority);
    return SettingsDocuments{std::move(texts), std::move(configs).value(), std::move(priority).value(),
                             std::move(settings)};
}

SettingsTexts renderDocuments(const SettingsDocuments &before, const Settings &settings,
                              const SecretNames &names, const std::optional<Rename> &renamed)
{
    const auto formerName = [&](const QString &name) {
        return renamed && renamed->to == name ? renamed->from : name;
    };
    const auto unknown = [&](const QString &name) {
        return !name.isEmpty() && !before.settings.find(name) && !settings.find(name);
    };
    SettingsTexts texts = before.texts;
    if (settings.configs != before.settings.configs || settings.channels != before.settings.channels ||
        names != secretNames(before.configs)) {
        QJsonObject configs = configsObject(before.configs.object, settings.configs, names.keys, formerName);
        setOrRemove(
            configs, kAlertChannels,
            channelsArray(configs.value(kAlertChannels).toArray(), {settings.channels, names.channels}));
        texts.configs = renderedIfChanged(texts.configs, before.configs.object, configs);
    }
    if (settings.groups != before.settings.groups || settings.policy != before.settings.policy ||
        settings.retention != before.settings.retention ||
        settings.activeConfig != before.settings.activeConfig) {
        const QJsonObject priority = priorityObject(before.priority.object, settings, unknown);
        texts.priority = renderedIfChanged(texts.priority, before.priority.object, priority);
    }
    return texts;
}

std::optional<RememberedPlace> rememberedPlace(const SettingsDocuments &documents, const QString &name)
{
    if (documents.settings.find(name))
        return std::nullopt;
    const std::optional<Priority> priority = documents.priority.groups.priorityOf(name);
    if (!priority)
        return std::nullopt;
    qsizetype index = 0;
    for (const QString &listed : documents.priority.groups.group(*priority).configNames) {
        if (listed == name)
            break;
        index += documents.settings.find(listed) ? 1 : 0;
    }
    return RememberedPlace{*priority, index};
}

} // namespace qcc
