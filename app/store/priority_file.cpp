// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/priority_file.h"

#include "app/store/json_reader.h"
#include "app/store/policy_json.h"
#include "models/rules/validation.h"

namespace qcc {

namespace {

const QString kGroups = QStringLiteral("priority_groups");
const QString kConfigNames = QStringLiteral("config_names");
const QString kEnabled = QStringLiteral("enabled");
const QString kActiveConfig = QStringLiteral("current_active_config");
const QString kActivePriority = QStringLiteral("current_active_priority");
const QString kPolicy = QStringLiteral("policy");
const QString kHistory = QStringLiteral("history");
const QString kKeepRequests = QStringLiteral("keep_requests_days");

void readGroup(const JsonNode &node, Priority priority, PriorityGroups &groups)
{
    for (const JsonNode &element : node.member(kConfigNames).elements()) {
        const QString name = element.text().trimmed();
        if (!name.isEmpty() && !groups.priorityOf(name))
            groups.place(name, priority);
    }
    groups.setEnabled(priority, node.member(kEnabled).flag(true));
}

/// The list as it shall be: @p wanted in its order, and each unknown name behind the name it stood behind.
QJsonArray mergedNames(const QJsonArray &before, const std::vector<QString> &wanted,
                       const IsUnknownConfig &unknown)
{
    QStringList names(wanted.begin(), wanted.end());
    qsizetype position = 0;
    for (const QJsonValue &value : before) {
        const QString name = value.toString().trimmed();
        if (unknown(name))
            names.insert(position++, name);
        else if (const qsizetype found = names.indexOf(name); found >= 0)
            position = found + 1;
    }
    return QJsonArray::fromStringList(names);
}

QJsonObject groupObject(QJsonObject object, const PriorityGroup &group, const IsUnknownConfig &unknown)
{
    object.insert(QStringLiteral("priority"), toWord(group.priority));
    object.insert(kConfigNames,
                  mergedNames(object.value(kConfigNames).toArray(), group.configNames, unknown));
    object.insert(kEnabled, group.enabled);
    // Health is not known here: what the file says of it stays, and a new group says that nothing is known.
    if (!object.contains(QLatin1String("health_status")))
        object.insert(QStringLiteral("health_status"), QStringLiteral("unknown"));
    for (const QString &unset : {QStringLiteral("last_check"), QStringLiteral("active_config")}) {
        if (!object.contains(unset))
            object.insert(unset, QJsonValue::Null);
    }
    return object;
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

/// The active config and its group; an unknown one stays while no other is chosen.
void setActive(QJsonObject &object, const PriorityGroups &groups, const QString &active,
               const IsUnknownConfig &unknown)
{
    const QString former = object.value(kActiveConfig).toString().trimmed();
    if (active.isEmpty() && unknown(former))
        return;
    const std::optional<Priority> priority = groups.priorityOf(active);
    object.insert(kActiveConfig, textOrNull(active));
    object.insert(kActivePriority, textOrNull(priority ? toWord(*priority) : QString()));
}

HistoryRetention readRetention(const JsonNode &node)
{
    HistoryRetention retention;
    retention.requestDays = static_cast<int>(
        node.member(kKeepRequests).whole(retention.requestDays, kFewestRequestDays, kMostRequestDays));
    return retention;
}

/// The default is not written into a file that doesn't mention it.
void setRetention(QJsonObject &object, const HistoryRetention &retention)
{
    if (retention == HistoryRetention() && !object.contains(kHistory))
        return;
    QJsonObject history = object.value(kHistory).toObject();
    history.insert(kKeepRequests, retention.requestDays);
    object.insert(kHistory, history);
}

} // namespace

Result<PriorityDocument> parsePriority(const QString &path, const QByteArray &text)
{
    const Result<QJsonObject> object = parseJsonObject(path, text);
    if (!object)
        return object.refusal();
    PriorityDocument document;
    document.object = *object;
    JsonReader reader(path, text);
    const JsonNode root(reader, *object);
    const JsonNode groups = root.member(kGroups);
    for (const Priority priority : kPriorities)
        readGroup(groups.member(toWord(priority)), priority, document.groups);
    document.policy = readPolicy(root.member(kPolicy));
    document.retention = readRetention(root.member(kHistory));
    document.activeConfig = root.member(kActiveConfig).text().trimmed();
    if (reader.fault())
        return *reader.fault();
    return document;
}

QJsonObject priorityObject(const QJsonObject &before, const Settings &settings,
                           const IsUnknownConfig &unknown)
{
    QJsonObject object = before;
    QJsonObject groupObjects = before.value(kGroups).toObject();
    for (const PriorityGroup &group : settings.groups.all()) {
        const QString word = toWord(group.priority);
        groupObjects.insert(word, groupObject(groupObjects.value(word).toObject(), group, unknown));
    }
    object.insert(kGroups, groupObjects);
    setActive(object, settings.groups, settings.activeConfig, unknown);
    object.insert(kPolicy, policyObject(before.value(kPolicy).toObject(), settings.policy));
    setRetention(object, settings.retention);
    return object;
}

} // namespace qcc
