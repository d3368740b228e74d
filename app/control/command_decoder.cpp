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

/// The command, unless a field was missing.
Result<Command> checked(const FieldReader &in, Command command)
{
    return in.ok() ? Result<Command>(std::move(command)) : in.refusal();
}

std::vector<ModelMapping> modelMappingsFrom(FieldReader &in)
{
    return in.nestedList(Field("model_mappings"), modelMappingFromJson);
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
                    {},
                    {}};
    if (in.has(Field("next_on"))) {
        Result<std::vector<NextPattern>> patterns = nextPatternsFromJson(in.array(Field("next_on")));
        if (!patterns)
            return patterns.refusal();
        edit.nextPatterns = std::move(patterns).value();
    }
    if (in.has(Field("model_mappings")))
        edit.modelMappings = modelMappingsFrom(in);
    if (in.has(Field("extra_headers")))
        edit.extraHeaders = in.nestedList(Field("extra_headers"), extraHeaderFromJson);
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
    const Result<EndpointPatch> patch = endpointPatchFromJson(in.object(Field("patch")));
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

BoardOrder boardOrderFrom(FieldReader &in, Field key)
{
    BoardOrder order;
    const QJsonObject object = in.object(key);
    for (auto it = object.begin(); it != object.end(); ++it) {
        const std::optional<Priority> priority = priorityFromWord(it.key());
        if (!priority || !it.value().isArray()) {
            in.reject(key);
            continue;
        }
        std::vector<QString> &names = order[*priority];
        for (const QJsonValue &name : it.value().toArray())
            names.push_back(name.toString());
    }
    return order;
}

Result<Command> arrangeConfigsFrom(FieldReader &in)
{
    return checked(in,
                   ArrangeConfigs{boardOrderFrom(in, Field("before")), boardOrderFrom(in, Field("after"))});
}

Result<Command> putConfigFrom(FieldReader &in)
{
    PutConfig put;
    put.before = in.optionalNested(Field("before"), configFromJson);
    put.name = in.text(Field("name"));
    put.description = in.text(Field("description"));
    put.endpoints = in.nestedList(Field("endpoints"), draftEndpointFromJson);
    Result<std::vector<NextPattern>> patterns = nextPatternsFromJson(in.array(Field("next_on")));
    if (!patterns)
        return patterns.refusal();
    put.nextPatterns = std::move(patterns).value();
    put.modelMappings = modelMappingsFrom(in);
    put.extraHeaders = in.nestedList(Field("extra_headers"), extraHeaderFromJson);
    put.priority = in.optionalWord(Field("priority"), priorityFromWord);
    return checked(in, std::move(put));
}

Result<Command> editRetentionFrom(FieldReader &in)
{
    return checked(in, EditRetention{in.nested(Field("history"), retentionFromJson)});
}

Result<Command> putChannelFrom(FieldReader &in)
{
    Result<PutChannel> put = putChannelFromJson(in.whole());
    return put ? Result<Command>(std::move(put).value()) : put.refusal();
}

Result<Command> removeChannelFrom(FieldReader &in)
{
    return checked(in, RemoveChannel{in.text(Field("id"))});
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
    Decoder{Field("arrange-configs"), arrangeConfigsFrom},
    Decoder{Field("put-config"), putConfigFrom},
    Decoder{Field("edit-retention"), editRetentionFrom},
    Decoder{Field("put-channel"), putChannelFrom},
    Decoder{Field("remove-channel"), removeChannelFrom},
};

} // namespace

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
