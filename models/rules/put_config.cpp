// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/put_config.h"

#include "models/rules/endpoint_edit.h"
#include "models/rules/extra_headers.h"
#include "models/rules/model_mapping.h"
#include "models/rules/next_patterns.h"
#include "models/rules/validation.h"

namespace qcc {

namespace {

const Endpoint *findById(const std::vector<Endpoint> &endpoints, const EndpointId &id)
{
    const auto it =
        std::find_if(endpoints.begin(), endpoints.end(), [&](const Endpoint &e) { return e.id == id; });
    return it == endpoints.end() ? nullptr : &*it;
}

/// The endpoints of the command, checked but for keys and what other configs have.
Result<std::vector<Endpoint>> checkedEndpoints(const QString &config, std::vector<DraftEndpoint> &drafts)
{
    Config own{config, {}, {}};
    for (DraftEndpoint &one : drafts) {
        Result<Endpoint> endpoint = checkedEndpoint(std::move(one.endpoint));
        if (!endpoint)
            return endpoint.refusal();
        if (findById(own.endpoints, endpoint->id))
            return Refusal{RefusalCode::InvalidValue, QStringLiteral("id"),
                           QStringLiteral("one that is not in use")};
        own.endpoints.push_back(std::move(endpoint).value());
    }
    // Only now, so that a name made up for one endpoint is not one that was given to another.
    for (Endpoint &endpoint : own.endpoints) {
        if (auto refusal = settleEndpointName(own, endpoint))
            return *std::move(refusal);
    }
    return std::move(own.endpoints);
}

/// New ids are free, keys are well-formed and are remembered, and what is left out loses its key.
std::optional<Refusal> settleKeys(SettingsDraft &draft, const std::vector<Endpoint> &former,
                                  const std::vector<Endpoint> &endpoints, std::vector<DraftEndpoint> &drafts)
{
    for (size_t i = 0; i < endpoints.size(); ++i) {
        const Endpoint &endpoint = endpoints[i];
        if (!findById(former, endpoint.id)) {
            if (auto refusal = draft.idTaken(endpoint.id))
                return refusal;
        }
        if (!drafts[i].key)
            continue;
        Result<Secret> key = checkedKey(*drafts[i].key, endpoint.name);
        if (!key)
            return key.refusal();
        draft.writeKey(endpoint.id, std::move(key).value());
    }
    for (const Endpoint &endpoint : former) {
        if (!findById(endpoints, endpoint.id))
            draft.removeKey(endpoint.id);
    }
    return std::nullopt;
}

/// What has a new URL or key must not repeat another endpoint. Asked when everything is in its place, so that
/// two endpoints may exchange their URLs.
std::optional<Refusal> repeated(const SettingsDraft &draft, const std::vector<Endpoint> &former,
                                const std::vector<Endpoint> &endpoints,
                                const std::vector<DraftEndpoint> &drafts)
{
    for (size_t i = 0; i < endpoints.size(); ++i) {
        const Endpoint *before = findById(former, endpoints[i].id);
        if (before && before->url == endpoints[i].url && !drafts[i].key)
            continue;
        if (auto refusal = draft.sameUrlAndKey(endpoints[i]))
            return refusal;
    }
    return std::nullopt;
}

/// The config with all that a person types about it; its endpoints are left empty.
Result<Config> checkedBasics(PutConfig &command, QString name)
{
    Result<QString> description = checkedDescription(command.description);
    if (!description)
        return description.refusal();
    Result<std::vector<NextPattern>> patterns = checkedNextPatterns(std::move(command.nextPatterns));
    if (!patterns)
        return patterns.refusal();
    Result<std::vector<ModelMapping>> mappings = checkedModelMappings(std::move(command.modelMappings));
    if (!mappings)
        return mappings.refusal();
    Result<std::vector<ExtraHeader>> headers = checkedExtraHeaders(std::move(command.extraHeaders));
    if (!headers)
        return headers.refusal();
    return Config{std::move(name),
                  std::move(description).value(),
                  {},
                  std::move(patterns).value(),
                  std::move(mappings).value(),
                  std::move(headers).value()};
}

} // namespace

std::optional<Refusal> putConfig(SettingsDraft &draft, PutConfig command)
{
    Config *target = command.before ? draft.settings().find(command.before->name) : nullptr;
    if (command.before && (!target || *target != *command.before))
        return Refusal{RefusalCode::ChangedMeanwhile, command.before->name, {}};
    const Result<QString> name = draft.freeName(command.name, target);
    if (!name)
        return name.refusal();
    Result<Config> config = checkedBasics(command, *name);
    if (!config)
        return config.refusal();
    Result<std::vector<Endpoint>> checked = checkedEndpoints(*name, command.endpoints);
    if (!checked)
        return checked.refusal();
    const std::vector<Endpoint> former = target ? target->endpoints : std::vector<Endpoint>();
    if (auto refusal = settleKeys(draft, former, *checked, command.endpoints))
        return refusal;
    config->endpoints = *checked;
    if (target) {
        if (auto refusal = draft.rename(*target, *name))
            return refusal;
        *target = std::move(config).value();
    } else {
        draft.place(std::move(config).value(), command.priority);
    }
    return repeated(draft, former, *checked, command.endpoints);
}

} // namespace qcc
