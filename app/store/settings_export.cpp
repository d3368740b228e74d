// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/settings_export.h"

#include "app/store/json_parts.h"
#include "app/store/settings_documents.h"

namespace qcc {

namespace {

const QString kExport = QStringLiteral("qcc_export");

QString itself(const QString &name)
{
    return name;
}

bool knowsAll(const QString &)
{
    return false;
}

/// Key names mean nothing elsewhere.
QJsonArray withoutKeyNames(const QJsonArray &configs)
{
    QJsonArray list;
    for (const QJsonValue &value : configs) {
        QJsonObject config = value.toObject();
        QJsonArray endpoints;
        for (const QJsonValue &one : config.value(QLatin1StringView("endpoints")).toArray()) {
            QJsonObject endpoint = one.toObject();
            endpoint.remove(QLatin1StringView("key_id"));
            endpoints << endpoint;
        }
        config.insert(QStringLiteral("endpoints"), endpoints);
        list << config;
    }
    return list;
}

/// Which groups there are, but not how they are: health is of the moment.
QJsonObject placesOnly(const QJsonObject &groups)
{
    QJsonObject places;
    for (auto it = groups.begin(); it != groups.end(); ++it) {
        QJsonObject group = it.value().toObject();
        for (const auto &momentary : {QLatin1StringView("health_status"), QLatin1StringView("last_check"),
                                      QLatin1StringView("active_config")})
            group.remove(momentary);
        places.insert(it.key(), group);
    }
    return places;
}

/// Why it can't be taken in.
std::optional<Refusal> faultOfVersion(const QJsonObject &object, const QString &file, const QByteArray &text)
{
    if (object.value(kExport).isUndefined() || object.value(kExport).isNull())
        return Refusal{RefusalCode::FileBroken, file,
                       QStringLiteral("line 1, column 1: it holds no exported settings of QCC")};
    JsonReader reader(file, text);
    const JsonNode version = JsonNode(reader, object).member(kExport);
    const qint64 number = version.whole(0, 1, std::numeric_limits<int>::max());
    if (number > kExportVersion)
        version.fail(
            QStringLiteral("it is of version %1, this QCC knows %2").arg(number).arg(kExportVersion));
    return reader.fault();
}

} // namespace

QByteArray exportSettings(const Settings &settings)
{
    const QString groups = QStringLiteral("priority_groups");
    const QString configs = QStringLiteral("configs");
    QJsonObject object = priorityObject({}, settings, knowsAll);
    object.remove(QLatin1StringView("current_active_config"));
    object.remove(QLatin1StringView("current_active_priority"));
    object.insert(groups, placesOnly(object.value(groups).toObject()));
    object.insert(configs,
                  withoutKeyNames(configsObject({}, settings.configs, {}, itself).value(configs).toArray()));
    setOrRemove(object, QStringLiteral("alert_channels"), channelsArray({}, {settings.channels, {}}));
    object.insert(kExport, kExportVersion);
    return toJsonText(object);
}

Result<Settings> importSettings(const QByteArray &text)
{
    const QString file; // the caller knows its name
    const Result<QJsonObject> object = parseJsonObject(file, text);
    if (!object)
        return object.refusal();
    if (std::optional<Refusal> fault = faultOfVersion(*object, file, text))
        return *std::move(fault);
    const Result<ConfigsDocument> configs = parseConfigs(file, text);
    if (!configs)
        return configs.refusal();
    const Result<PriorityDocument> priority = parsePriority(file, text);
    if (!priority)
        return priority.refusal();
    Settings settings = matchedSettings(*configs, *priority);
    settings.activeConfig.clear();
    return settings;
}

} // namespace qcc
