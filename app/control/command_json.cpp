// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/control/command_json.h"

#include "app/control/policy_patch_json.h"
#include "app/control/settings_json.h"
#include "models/domain/endpoint_words.h"
#include "models/domain/field_reader.h"

namespace qcc {

namespace {

using Field = QLatin1StringView;

/// Latin-1 keeps every byte of a key; a provider's keys are ASCII anyway (they stand in a header).
QString keyToJson(const Secret &key)
{
    return QString::fromLatin1(key.reveal());
}

Secret keyFromJson(QString text)
{
    QByteArray bytes = text.toLatin1();
    text.fill(QChar::Null);
    return Secret(std::move(bytes));
}

QJsonObject newEndpointToJson(const NewEndpoint &added)
{
    QJsonObject object = toJson(added.endpoint);
    object.insert(Field("key"), keyToJson(added.key));
    return object;
}

Result<NewEndpoint> newEndpointFromJson(const QJsonObject &object)
{
    Result<Endpoint> endpoint = endpointFromJson(object);
    if (!endpoint)
        return endpoint.refusal();
    FieldReader in(object);
    NewEndpoint added{std::move(endpoint).value(), keyFromJson(in.text(Field("key")))};
    return in.ok() ? Result<NewEndpoint>(std::move(added)) : in.refusal();
}

void insertText(QJsonObject &object, Field key, const std::optional<QString> &text)
{
    if (text)
        object.insert(key, *text);
}

void insertUrl(QJsonObject &object, Field key, const std::optional<QUrl> &url)
{
    if (url)
        object.insert(key, url->toString(QUrl::FullyEncoded));
}

void insertLimit(QJsonObject &object, Field key, const std::optional<milliseconds> &limit)
{
    if (limit)
        object.insert(key, qint64(limit->count()));
}

QJsonObject toJson(const EndpointPatch &patch)
{
    QJsonObject object;
    insertText(object, Field("name"), patch.name);
    insertUrl(object, Field("url"), patch.url);
    if (patch.auth)
        object.insert(Field("auth"), toWord(*patch.auth));
    if (patch.http)
        object.insert(Field("http"), toWord(*patch.http));
    insertLimit(object, Field("connect_ms"), patch.connectLimit);
    insertLimit(object, Field("header_ms"), patch.headerLimit);
    insertLimit(object, Field("idle_ms"), patch.idleLimit);
    insertUrl(object, Field("proxy"), patch.outboundProxy);
    insertText(object, Field("ca_file"), patch.caFile);
    return object;
}

std::optional<QUrl> optionalUrl(FieldReader &in, Field key)
{
    const std::optional<QString> text = in.optionalText(key);
    return text ? std::optional(QUrl(*text, QUrl::StrictMode)) : std::nullopt;
}

std::optional<milliseconds> optionalLimit(FieldReader &in, Field key)
{
    return in.has(key) ? std::optional(milliseconds(in.count(key))) : std::nullopt;
}

Result<EndpointPatch> patchFromJson(const QJsonObject &object)
{
    FieldReader in(object);
    EndpointPatch patch;
    patch.name = in.optionalText(Field("name"));
    patch.url = optionalUrl(in, Field("url"));
    if (in.has(Field("auth")))
        patch.auth = in.word(Field("auth"), authFormFromWord);
    if (in.has(Field("http")))
        patch.http = in.word(Field("http"), httpVersionFromWord);
    patch.connectLimit = optionalLimit(in, Field("connect_ms"));
    patch.headerLimit = optionalLimit(in, Field("header_ms"));
    patch.idleLimit = optionalLimit(in, Field("idle_ms"));
    patch.outboundProxy = optionalUrl(in, Field("proxy"));
    patch.caFile = in.optionalText(Field("ca_file"));
    return in.ok() ? Result<EndpointPatch>(patch) : in.refusal();
}

struct Encoder
{
    QJsonObject operator()(const AddConfig &add) const
    {
        QJsonObject object{{Field("command"), QStringLiteral("add-config")},
                           {Field("name"), add.name},
                           {Field("description"), add.description}};
        if (add.endpoint)
            object.insert(Field("endpoint"), newEndpointToJson(*add.endpoint));
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
                {Field("endpoint"), newEndpointToJson(add.endpoint)}};
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
};

/// The command, unless a field was missing.
Result<Command> checked(const FieldReader &in, Command command)
{
    return in.ok() ? Result<Command>(std::move(command)) : in.refusal();
}

Result<Command> addConfigFrom(FieldReader &in)
{
    AddConfig add{in.text(Field("name")), in.text(Field("description")), {}, {}};
    if (in.has(Field("priority")))
        add.priority = in.word(Field("priority"), priorityFromWord);
    if (in.has(Field("endpoint"))) {
        Result<NewEndpoint> endpoint = newEndpointFromJson(in.object(Field("endpoint")));
        if (!endpoint)
            return endpoint.refusal();
        add.endpoint = std::move(endpoint).value();
    }
    return checked(in, std::move(add));
}

Result<Command> editConfigFrom(FieldReader &in)
{
    EditConfig edit{in.text(Field("name")),
                    in.optionalText(Field("new_name")),
                    in.optionalText(Field("description")),
                    {}};
    if (in.has(Field("next_on"))) {
        Result<std::vector<NextPattern>> patterns = nextPatternsFromJson(in.array(Field("next_on")));
        if (!patterns)
            return patterns.refusal();
        edit.nextPatterns = std::move(patterns).value();
    }
    return checked(in, std::move(edit));
}

Result<Command> removeConfigFrom(FieldReader &in)
{
    return checked(in, RemoveConfig{in.text(Field("name"))});
}

Result<Command> addEndpointFrom(FieldReader &in)
{
    Result<NewEndpoint> endpoint = newEndpointFromJson(in.object(Field("endpoint")));
    if (!endpoint)
        return endpoint.refusal();
    return checked(in, AddEndpoint{in.text(Field("config")), std::move(endpoint).value()});
}

Result<Command> editEndpointFrom(FieldReader &in)
{
    const Result<EndpointPatch> patch = patchFromJson(in.object(Field("patch")));
    if (!patch)
        return patch.refusal();
    EditEndpoint edit{in.text(Field("config")), in.text(Field("endpoint")), *patch, {}};
    if (in.has(Field("key")))
        edit.key = keyFromJson(in.text(Field("key")));
    return checked(in, std::move(edit));
}

Result<Command> removeEndpointFrom(FieldReader &in)
{
    return checked(in, RemoveEndpoint{in.text(Field("config")), in.text(Field("endpoint"))});
}

Result<Command> setPriorityFrom(FieldReader &in)
{
    SetPriority set{in.text(Field("config")), in.word(Field("priority"), priorityFromWord), {}};
    if (in.has(Field("index")))
        set.index = in.count(Field("index"));
    return checked(in, std::move(set));
}

Result<Command> setGroupEnabledFrom(FieldReader &in)
{
    return checked(in,
                   SetGroupEnabled{in.word(Field("priority"), priorityFromWord), in.flag(Field("enabled"))});
}

Result<Command> editPolicyFrom(FieldReader &in)
{
    const Result<PolicyPatch> patch = policyPatchFromJson(in.object(Field("patch")));
    if (!patch)
        return patch.refusal();
    return checked(in, EditPolicy{*patch});
}

struct Decoder
{
    Field word;
    Result<Command> (*decode)(FieldReader &in);
};

constexpr std::array kDecoders{
    Decoder{Field("add-config"), addConfigFrom},
    Decoder{Field("edit-config"), editConfigFrom},
    Decoder{Field("remove-config"), removeConfigFrom},
    Decoder{Field("add-endpoint"), addEndpointFrom},
    Decoder{Field("edit-endpoint"), editEndpointFrom},
    Decoder{Field("remove-endpoint"), removeEndpointFrom},
    Decoder{Field("set-priority"), setPriorityFrom},
    Decoder{Field("set-group-enabled"), setGroupEnabledFrom},
    Decoder{Field("edit-policy"), editPolicyFrom},
};

} // namespace

QJsonObject toJson(const Command &command)
{
    return std::visit(Encoder{}, command);
}

Result<Command> commandFromJson(const QJsonObject &object)
{
    FieldReader in(object);
    const QString word = in.text(Field("command"));
    const auto decoder =
        std::find_if(kDecoders.begin(), kDecoders.end(), [&](const Decoder &d) { return word == d.word; });
    if (decoder != kDecoders.end())
        return decoder->decode(in);
    return Refusal{RefusalCode::ProtocolError, QStringLiteral("command \"%1\"").arg(word), QString()};
}

} // namespace qcc
