// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/control/command_json.h"

#include "app/control/channel_json.h"
#include "app/control/endpoint_patch_json.h"
#include "app/control/policy_patch_json.h"
#include "app/control/settings_json.h"
#include "models/domain/field_reader.h"

namespace qcc {

namespace {

using Field = QLatin1StringView;

void insertText(QJsonObject &object, Field key, const std::optional<QString> &text)
{
    if (text)
        object.insert(key, *text);
}

/// {"primary": ["production", …], …}
QJsonObject toJson(const BoardOrder &order)
{
    QJsonObject object;
    for (const auto &[priority, names] : order)
        object.insert(toWord(priority), QJsonArray::fromStringList({names.begin(), names.end()}));
    return object;
}

struct Encoder
{
    QJsonObject operator()(const AddConfig &add) const
    {
        QJsonObject object{{Field("command"), QStringLiteral("add-config")},
                           {Field("name"), add.name},
                           {Field("description"), add.description}};
        if (add.endpoint)
            object.insert(Field("endpoint"), toJson(*add.endpoint));
        if (add.priority)
            object.insert(Field("priority"), toWord(*add.priority));
        return object;
    }
    QJsonObject operator()(const EditConfig &edit) const
    {
        QJsonObject object{{Field("command"), QStringLiteral("edit-config")}, {Field("name"), edit.name}};
        insertText(object, Field("new_name"), edit.newName);
        insertText(object, Field("description"), edit.description);
        if (edit.nextPatterns)
            object.insert(Field("next_on"), toJson(*edit.nextPatterns));
        if (edit.modelMappings)
            object.insert(Field("model_mappings"), toJson(*edit.modelMappings));
        if (edit.extraHeaders)
            object.insert(Field("extra_headers"), toJson(*edit.extraHeaders));
        return object;
    }
    QJsonObject operator()(const RemoveConfig &remove) const
    {
        return {{Field("command"), QStringLiteral("remove-config")}, {Field("name"), remove.name}};
    }
    QJsonObject operator()(const AddEndpoint &add) const
    {
        return {{Field("command"), QStringLiteral("add-endpoint")},
                {Field("config"), add.config},
                {Field("endpoint"), toJson(add.endpoint)}};
    }
    QJsonObject operator()(const EditEndpoint &edit) const
    {
        QJsonObject object{{Field("command"), QStringLiteral("edit-endpoint")},
                           {Field("config"), edit.config},
                           {Field("endpoint"), edit.endpoint},
                           {Field("patch"), toJson(edit.patch)}};
        if (edit.key)
            object.insert(Field("key"), keyToJson(*edit.key));
        return object;
    }
    QJsonObject operator()(const RemoveEndpoint &remove) const
    {
        return {{Field("command"), QStringLiteral("remove-endpoint")},
                {Field("config"), remove.config},
                {Field("endpoint"), remove.endpoint}};
    }
    QJsonObject operator()(const SetPriority &set) const
    {
        QJsonObject object{{Field("command"), QStringLiteral("set-priority")},
                           {Field("config"), set.config},
                           {Field("priority"), toWord(set.priority)}};
        if (set.index)
            object.insert(Field("index"), qint64(*set.index));
        return object;
    }
    QJsonObject operator()(const SetGroupEnabled &set) const
    {
        return {{Field("command"), QStringLiteral("set-group-enabled")},
                {Field("priority"), toWord(set.priority)},
                {Field("enabled"), set.enabled}};
    }
    QJsonObject operator()(const EditPolicy &edit) const
    {
        return {{Field("command"), QStringLiteral("edit-policy")}, {Field("patch"), toJson(edit.patch)}};
    }
    QJsonObject operator()(const ArrangeConfigs &arrange) const
    {
        return {{Field("command"), QStringLiteral("arrange-configs")},
                {Field("before"), toJson(arrange.before)},
                {Field("after"), toJson(arrange.after)}};
    }
    QJsonObject operator()(const PutConfig &put) const
    {
        QJsonArray endpoints;
        for (const DraftEndpoint &draft : put.endpoints)
            endpoints << toJson(draft);
        QJsonObject object{{Field("command"), QStringLiteral("put-config")},
                           {Field("name"), put.name},
                           {Field("description"), put.description},
                           {Field("endpoints"), endpoints},
                           {Field("next_on"), toJson(put.nextPatterns)},
                           {Field("model_mappings"), toJson(put.modelMappings)},
                           {Field("extra_headers"), toJson(put.extraHeaders)}};
        if (put.before)
            object.insert(Field("before"), toJson(*put.before, std::nullopt));
        if (put.priority)
            object.insert(Field("priority"), toWord(*put.priority));
        return object;
    }
    QJsonObject operator()(const EditRetention &edit) const
    {
        return {{Field("command"), QStringLiteral("edit-retention")},
                {Field("history"), toJson(edit.retention)}};
    }
    QJsonObject operator()(const PutChannel &put) const
    {
        QJsonObject object = toJson(put);
        object.insert(Field("command"), QStringLiteral("put-channel"));
        return object;
    }
    QJsonObject operator()(const RemoveChannel &remove) const
    {
        return {{Field("command"), QStringLiteral("remove-channel")}, {Field("id"), remove.id}};
    }
};

} // namespace

QJsonObject toJson(const Command &command)
{
    return std::visit(Encoder{}, command);
}

} // namespace qcc
