// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/apply_command.h"

#include "models/rules/endpoint_edit.h"
#include "models/rules/next_patterns.h"
#include "models/rules/policy_edit.h"
#include "models/rules/validation.h"

namespace qcc {

namespace {

/// One command's work: a draft of the change, and the rules that each kind of command goes through.
class Application
{
public:
    Application(const Settings &settings, const Keys &keys) : m_keys(keys) { m_change.settings = settings; }

    Change takeChange() { return std::move(m_change); }

    std::optional<Refusal> operator()(AddConfig &command);
    std::optional<Refusal> operator()(EditConfig &command);
    std::optional<Refusal> operator()(RemoveConfig &command);
    std::optional<Refusal> operator()(AddEndpoint &command);
    std::optional<Refusal> operator()(EditEndpoint &command);
    std::optional<Refusal> operator()(RemoveEndpoint &command);
    std::optional<Refusal> operator()(SetPriority &command);
    std::optional<Refusal> operator()(SetGroupEnabled &command);
    std::optional<Refusal> operator()(EditPolicy &command);

private:
    Settings &settings() { return m_change.settings; }
    Result<Config *> find(const QString &name);
    static Result<Endpoint *> find(Config &config, const QString &reference);
    std::optional<Refusal> nameTaken(const QString &name, const Config *except) const;
    std::optional<Refusal> sameUrlAndKey(const Endpoint &endpoint, const Secret &key) const;
    std::optional<Refusal> idTaken(const EndpointId &id) const;
    std::optional<Refusal> rename(Config &config, const QString &wanted);
    std::optional<Refusal> append(Config &config, NewEndpoint added);
    std::optional<Refusal> save(const Config &config, Endpoint &target, Endpoint edited,
                                std::optional<Secret> key);
    Priority firstFreePriority() const;

    const Keys &m_keys;
    Change m_change;
};

Result<Config *> Application::find(const QString &name)
{
    Config *config = settings().find(name.trimmed());
    if (!config)
        return Refusal{RefusalCode::UnknownConfig, name.trimmed(), {}};
    return config;
}

Result<Endpoint *> Application::find(Config &config, const QString &reference)
{
    const QString wanted = reference.trimmed();
    std::vector<Endpoint> &all = config.endpoints;
    auto it = std::find_if(all.begin(), all.end(), [&](const Endpoint &e) { return e.name == wanted; });
    if (it == all.end())
        it = std::find_if(all.begin(), all.end(), [&](const Endpoint &e) { return e.id.value == wanted; });
    if (it == all.end())
        return Refusal{RefusalCode::UnknownEndpoint, wanted, config.name};
    return &*it;
}

/// Names that differ only in case would be told apart by the file and mixed up by people.
std::optional<Refusal> Application::nameTaken(const QString &name, const Config *except) const
{
    for (const Config &config : m_change.settings.configs) {
        if (&config != except && config.name.compare(name, Qt::CaseInsensitive) == 0)
            return Refusal{RefusalCode::DuplicateConfig, config.name, {}};
    }
    return std::nullopt;
}

std::optional<Refusal> Application::idTaken(const EndpointId &id) const
{
    if (id.value.isEmpty())
        return Refusal{RefusalCode::InvalidValue, QStringLiteral("id"), QStringLiteral("8 hex digits")};
    for (const Config &config : m_change.settings.configs) {
        if (std::any_of(config.endpoints.begin(), config.endpoints.end(),
                        [&](const Endpoint &e) { return e.id == id; }))
            return Refusal{RefusalCode::InvalidValue, QStringLiteral("id"),
                           QStringLiteral("one that is not in use")};
    }
    return std::nullopt;
}

std::optional<Refusal> Application::sameUrlAndKey(const Endpoint &endpoint, const Secret &key) const
{
    for (const Config &config : m_change.settings.configs) {
        for (const Endpoint &other : config.endpoints) {
            const auto stored = m_keys.find(other.id);
            if (other.id != endpoint.id && other.url == endpoint.url && stored != m_keys.end() &&
                stored->second.matches(key.reveal())) {
                return Refusal{RefusalCode::DuplicateEndpoint, endpoint.url.toString(),
                               config.name + u'/' + other.name};
            }
        }
    }
    return std::nullopt;
}

Priority Application::firstFreePriority() const
{
    for (const Priority priority : {Priority::Primary, Priority::Secondary}) {
        if (m_change.settings.groups.group(priority).configNames.empty())
            return priority;
    }
    return Priority::Fallback;
}

std::optional<Refusal> Application::append(Config &config, NewEndpoint added)
{
    Result<Endpoint> endpoint = checkedEndpoint(std::move(added.endpoint));
    if (!endpoint)
        return endpoint.refusal();
    if (auto refusal = idTaken(endpoint->id))
        return refusal;
    if (auto refusal = settleEndpointName(config, *endpoint))
        return refusal;
    Result<Secret> key = checkedKey(added.key, endpoint->name);
    if (!key)
        return key.refusal();
    if (auto refusal = sameUrlAndKey(*endpoint, *key))
        return refusal;
    m_change.keyWrites.push_back({endpoint->id, std::move(key).value()});
    config.endpoints.push_back(std::move(endpoint).value());
    return std::nullopt;
}

std::optional<Refusal> Application::operator()(AddConfig &command)
{
    const Result<QString> name = checkedName(command.name);
    if (!name)
        return name.refusal();
    if (auto refusal = nameTaken(*name, nullptr))
        return refusal;
    const Result<QString> description = checkedDescription(command.description);
    if (!description)
        return description.refusal();
    Config config{*name, *description, {}};
    if (command.endpoint) {
        if (auto refusal = append(config, std::move(*command.endpoint)))
            return refusal;
    }
    const Priority priority = command.priority.value_or(firstFreePriority());
    settings().configs.push_back(std::move(config));
    settings().groups.place(*name, priority);
    return std::nullopt;
}

std::optional<Refusal> Application::rename(Config &config, const QString &wanted)
{
    const Result<QString> name = checkedName(wanted);
    if (!name)
        return name.refusal();
    if (auto refusal = nameTaken(*name, &config))
        return refusal;
    if (*name == config.name)
        return std::nullopt;
    settings().groups.rename(config.name, *name);
    if (settings().activeConfig == config.name)
        settings().activeConfig = *name;
    m_change.renamed = Rename{config.name, *name};
    config.name = *name;
    return std::nullopt;
}

std::optional<Refusal> Application::operator()(EditConfig &command)
{
    const Result<Config *> config = find(command.name);
    if (!config)
        return config.refusal();
    if (command.newName) {
        if (auto refusal = rename(**config, *command.newName))
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
    return std::nullopt;
}

std::optional<Refusal> Application::operator()(RemoveConfig &command)
{
    const Result<Config *> config = find(command.name);
    if (!config)
        return config.refusal();
    const QString name = (*config)->name;
    for (const Endpoint &endpoint : (*config)->endpoints)
        m_change.keyRemovals.push_back(endpoint.id);
    settings().groups.remove(name);
    if (settings().activeConfig == name)
        settings().activeConfig.clear();
    std::erase_if(settings().configs, [&](const Config &c) { return c.name == name; });
    return std::nullopt;
}

std::optional<Refusal> Application::operator()(AddEndpoint &command)
{
    const Result<Config *> config = find(command.config);
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
    const auto stored = m_keys.find(target.id);
    Result<Secret> effective = key                      ? checkedKey(*key, endpoint->name)
                               : stored != m_keys.end() ? Result<Secret>(stored->second.clone())
                                                        : Result<Secret>(Secret());
    if (!effective)
        return effective.refusal();
    if (key || endpoint->url != target.url) {
        if (auto refusal = sameUrlAndKey(*endpoint, *effective))
            return refusal;
    }
    if (key && (stored == m_keys.end() || !stored->second.matches(effective->reveal())))
        m_change.keyWrites.push_back({target.id, std::move(effective).value()});
    target = std::move(endpoint).value();
    return std::nullopt;
}

std::optional<Refusal> Application::operator()(EditEndpoint &command)
{
    const Result<Config *> config = find(command.config);
    if (!config)
        return config.refusal();
    const Result<Endpoint *> target = find(**config, command.endpoint);
    if (!target)
        return target.refusal();
    return save(**config, **target, patched(**target, command.patch), std::move(command.key));
}

std::optional<Refusal> Application::operator()(RemoveEndpoint &command)
{
    const Result<Config *> config = find(command.config);
    if (!config)
        return config.refusal();
    const Result<Endpoint *> target = find(**config, command.endpoint);
    if (!target)
        return target.refusal();
    const EndpointId id = (*target)->id;
    m_change.keyRemovals.push_back(id);
    std::erase_if((*config)->endpoints, [&](const Endpoint &e) { return e.id == id; });
    return std::nullopt;
}

std::optional<Refusal> Application::operator()(SetPriority &command)
{
    const Result<Config *> config = find(command.config);
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

} // namespace

Result<Change> applyCommand(const Settings &settings, const Keys &keys, Command command)
{
    Application application(settings, keys);
    if (std::optional<Refusal> refusal = std::visit(application, command))
        return *std::move(refusal);
    return application.takeChange();
}

} // namespace qcc
