// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/apply_command.h"

#include "models/rules/arrange_configs.h"
#include "models/rules/channel_edit.h"
#include "models/rules/endpoint_edit.h"
#include "models/rules/extra_headers.h"
#include "models/rules/model_mapping.h"
#include "models/rules/next_patterns.h"
#include "models/rules/policy_edit.h"
#include "models/rules/put_config.h"
#include "models/rules/settings_draft.h"
#include "models/rules/validation.h"

namespace qcc {

namespace {

/// One command's work on a draft.
class Application
{
public:
    explicit Application(SettingsDraft &draft) : m_draft(draft) {}

    std::optional<Refusal> operator()(AddConfig &command);
    std::optional<Refusal> operator()(EditConfig &command);
    std::optional<Refusal> operator()(RemoveConfig &command);
    std::optional<Refusal> operator()(AddEndpoint &command);
    std::optional<Refusal> operator()(EditEndpoint &command);
    std::optional<Refusal> operator()(RemoveEndpoint &command);
    std::optional<Refusal> operator()(SetPriority &command);
    std::optional<Refusal> operator()(SetGroupEnabled &command);
    std::optional<Refusal> operator()(EditPolicy &command);
    std::optional<Refusal> operator()(ArrangeConfigs &command);
    std::optional<Refusal> operator()(PutConfig &command) { return putConfig(m_draft, std::move(command)); }
    std::optional<Refusal> operator()(EditRetention &command);
    std::optional<Refusal> operator()(PutChannel &command) { return putChannel(m_draft, std::move(command)); }
    std::optional<Refusal> operator()(RemoveChannel &command) { return removeChannel(m_draft, command); }

private:
    Settings &settings() { return m_draft.settings(); }
    std::optional<Refusal> append(Config &config, NewEndpoint added);
    std::optional<Refusal> save(const Config &config, Endpoint &target, Endpoint edited,
                                std::optional<Secret> key);

    SettingsDraft &m_draft;
};

std::optional<Refusal> Application::append(Config &config, NewEndpoint added)
{
    Result<Endpoint> endpoint = checkedEndpoint(std::move(added.endpoint));
    if (!endpoint)
        return endpoint.refusal();
    if (auto refusal = m_draft.idTaken(endpoint->id))
        return refusal;
    if (auto refusal = settleEndpointName(config, *endpoint))
        return refusal;
    Result<Secret> key = checkedKey(added.key, endpoint->name);
    if (!key)
        return key.refusal();
    m_draft.writeKey(endpoint->id, std::move(key).value());
    if (auto refusal = m_draft.sameUrlAndKey(*endpoint))
        return refusal;
    config.endpoints.push_back(std::move(endpoint).value());
    return std::nullopt;
}

std::optional<Refusal> Application::operator()(AddConfig &command)
{
    const Result<QString> name = m_draft.freeName(command.name, nullptr);
    if (!name)
        return name.refusal();
    const Result<QString> description = checkedDescription(command.description);
    if (!description)
        return description.refusal();
    Config config{*name, *description, {}};
    if (command.endpoint) {
        if (auto refusal = append(config, std::move(*command.endpoint)))
            return refusal;
    }
    m_draft.place(std::move(config), command.priority);
    return std::nullopt;
}

std::optional<Refusal> Application::operator()(EditConfig &command)
{
    const Result<Config *> config = m_draft.find(command.name);
    if (!config)
        return config.refusal();
    if (command.newName) {
        if (auto refusal = m_draft.rename(**config, *command.newName))
            return refusal;
    }
    if (command.description) {
        const Result<QString> description = checkedDescription(*command.description);
        if (!description)
            return description.refusal();
        (*config)->description = *description;
    }
    if (command.nextPatterns) {
        Result<std::vector<NextPattern>> patterns = checkedNextPatterns(std::move(*command.nextPatterns));
        if (!patterns)
            return patterns.refusal();
        (*config)->nextPatterns = std::move(patterns).value();
    }
    if (command.modelMappings) {
        Result<std::vector<ModelMapping>> mappings = checkedModelMappings(std::move(*command.modelMappings));
        if (!mappings)
            return mappings.refusal();
        (*config)->modelMappings = std::move(mappings).value();
    }
    if (command.extraHeaders) {
        Result<std::vector<ExtraHeader>> headers = checkedExtraHeaders(std::move(*command.extraHeaders));
        if (!headers)
            return headers.refusal();
        (*config)->extraHeaders = std::move(headers).value();
    }
    return std::nullopt;
}

std::optional<Refusal> Application::operator()(RemoveConfig &command)
{
    const Result<Config *> config = m_draft.find(command.name);
    if (!config)
        return config.refusal();
    const QString name = (*config)->name;
    for (const Endpoint &endpoint : (*config)->endpoints)
        m_draft.removeKey(endpoint.id);
    settings().groups.remove(name);
    if (settings().activeConfig == name)
        settings().activeConfig.clear();
    std::erase_if(settings().configs, [&](const Config &c) { return c.name == name; });
    return std::nullopt;
}

std::optional<Refusal> Application::operator()(AddEndpoint &command)
{
    const Result<Config *> config = m_draft.find(command.config);
    if (!config)
        return config.refusal();
    return append(**config, std::move(command.endpoint));
}

/// Everything about @p edited is checked before @p target changes.
std::optional<Refusal> Application::save(const Config &config, Endpoint &target, Endpoint edited,
                                         std::optional<Secret> key)
{
    Result<Endpoint> endpoint = checkedEndpoint(std::move(edited));
    if (!endpoint)
        return endpoint.refusal();
    if (auto refusal = settleEndpointName(config, *endpoint))
        return refusal;
    const bool duplicatesMatter = key || endpoint->url != target.url;
    if (key) {
        Result<Secret> checked = checkedKey(*key, endpoint->name);
        if (!checked)
            return checked.refusal();
        m_draft.writeKey(target.id, std::move(checked).value());
    }
    if (duplicatesMatter) {
        if (auto refusal = m_draft.sameUrlAndKey(*endpoint))
            return refusal;
    }
    target = std::move(endpoint).value();
    return std::nullopt;
}

std::optional<Refusal> Application::operator()(EditEndpoint &command)
{
    const Result<Config *> config = m_draft.find(command.config);
    if (!config)
        return config.refusal();
    const Result<Endpoint *> target = SettingsDraft::find(**config, command.endpoint);
    if (!target)
        return target.refusal();
    return save(**config, **target, patched(**target, command.patch), std::move(command.key));
}

std::optional<Refusal> Application::operator()(RemoveEndpoint &command)
{
    const Result<Config *> config = m_draft.find(command.config);
    if (!config)
        return config.refusal();
    const Result<Endpoint *> target = SettingsDraft::find(**config, command.endpoint);
    if (!target)
        return target.refusal();
    const EndpointId id = (*target)->id;
    m_draft.removeKey(id);
    std::erase_if((*config)->endpoints, [&](const Endpoint &e) { return e.id == id; });
    return std::nullopt;
}

std::optional<Refusal> Application::operator()(SetPriority &command)
{
    const Result<Config *> config = m_draft.find(command.config);
    if (!config)
        return config.refusal();
    const QString &name = (*config)->name;
    if (!command.index && settings().groups.priorityOf(name) == command.priority)
        return Refusal{RefusalCode::AlreadyThere, name, toWord(command.priority)};
    settings().groups.place(name, command.priority, command.index);
    return std::nullopt;
}

std::optional<Refusal> Application::operator()(SetGroupEnabled &command)
{
    if (command.priority == Priority::Disabled)
        return Refusal{RefusalCode::InvalidValue, QStringLiteral("group"),
                       QStringLiteral("primary, secondary, fallback")};
    settings().groups.setEnabled(command.priority, command.enabled);
    return std::nullopt;
}

std::optional<Refusal> Application::operator()(EditPolicy &command)
{
    Result<FailoverPolicy> edited = patched(settings().policy, command.patch);
    if (!edited)
        return edited.refusal();
    settings().policy = *edited;
    return std::nullopt;
}

std::optional<Refusal> Application::operator()(ArrangeConfigs &command)
{
    return arrangeConfigs(settings().groups, command);
}

std::optional<Refusal> Application::operator()(EditRetention &command)
{
    const Result<HistoryRetention> retention = checkedRetention(command.retention);
    if (!retention)
        return retention.refusal();
    settings().retention = *retention;
    return std::nullopt;
}

} // namespace

Result<Change> applyCommand(const Settings &settings, const Keys &keys, Command command)
{
    SettingsDraft draft(settings, keys);
    if (std::optional<Refusal> refusal = std::visit(Application(draft), command))
        return *std::move(refusal);
    return draft.takeChange();
}

} // namespace qcc
