// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/settings_view.h"

#include "app/cli/cli_text.h"
#include "app/cli/table.h"
#include "app/control/settings_json.h"
#include "models/domain/endpoint_words.h"
#include "models/rules/extra_headers.h"
#include "models/rules/next_patterns.h"
#include "models/rules/routing.h"

namespace qcc {

namespace {

QString groupTitle(Priority priority)
{
    switch (priority) {
    case Priority::Primary:
        return CliText::tr("⭐ PRIMARY");
    case Priority::Secondary:
        return CliText::tr("🔵 SECONDARY");
    case Priority::Fallback:
        return CliText::tr("🟡 FALLBACK");
    case Priority::Disabled:
        return CliText::tr("⚪ DISABLED");
    }
    Q_UNREACHABLE();
}

QString activeMark(const Settings &settings, const QString &name)
{
    return name == routedActiveConfig(settings, settings.activeConfig) ? CliText::tr(" (active)") : QString();
}

Cell nameCell(const Settings &settings, const QString &name)
{
    const bool active = name == routedActiveConfig(settings, settings.activeConfig);
    return {name + activeMark(settings, name), active ? Paint::Green : Paint::Bold};
}

QString endpointCount(const Config &config)
{
    if (config.endpoints.size() == 1)
        return CliText::tr("1 endpoint");
    return CliText::tr("%1 endpoints").arg(config.endpoints.size());
}

QString httpText(HttpVersion version)
{
    return version == HttpVersion::Http1 ? QStringLiteral("HTTP/1.1") : QStringLiteral("HTTP/2");
}

QString secondsText(milliseconds limit)
{
    return CliText::tr("%1 s").arg(static_cast<double>(limit.count()) / 1000.0);
}

QString limitsText(const TimeLimits &limits)
{
    return CliText::tr("connect %1, header %2, idle %3")
        .arg(secondsText(limits.connect), secondsText(limits.header), secondsText(limits.idle));
}

/// What is not as it is by default.
QString extrasText(const Endpoint &endpoint)
{
    QStringList extras;
    if (endpoint.limits != TimeLimits())
        extras << limitsText(endpoint.limits);
    if (!endpoint.outboundProxy.isEmpty())
        extras << CliText::tr("through %1").arg(endpoint.outboundProxy.toDisplayString());
    if (!endpoint.caFile.isEmpty())
        extras << CliText::tr("trusts %1").arg(endpoint.caFile);
    return extras.join(QStringLiteral("; "));
}

Table endpointTable(const Config &config, int indent)
{
    Table table(indent);
    for (const Endpoint &endpoint : config.endpoints)
        table.addRow({{endpoint.name, Paint::Bold},
                      {endpoint.url.toDisplayString()},
                      {toWord(endpoint.auth)},
                      {httpText(endpoint.http)},
                      {endpoint.id.value, Paint::Faint},
                      {extrasText(endpoint), Paint::Faint}});
    return table;
}

QString priorityText(const Settings &settings, const QString &name)
{
    const std::optional<Priority> priority = settings.groups.priorityOf(name);
    if (!priority)
        return CliText::tr("none");
    const auto &names = settings.groups.group(*priority).configNames;
    const auto place = std::find(names.begin(), names.end(), name) - names.begin() + 1;
    return CliText::tr("%1, place %2 of %3").arg(toWord(*priority)).arg(place).arg(names.size());
}

void showGroup(const Console &console, const Settings &settings, const PriorityGroup &group)
{
    const bool routed = group.priority != Priority::Disabled;
    const QString state = !routed         ? QString()
                          : group.enabled ? QStringLiteral(" [✓]")
                                          : QStringLiteral(" [ ]");
    console.print(console.painted(groupTitle(group.priority), Paint::Bold) + state);
    Table table(2);
    for (const QString &name : group.configNames) {
        const Config *config = settings.find(name);
        Cell cell = nameCell(settings, name);
        cell.text.prepend(QStringLiteral("• "));
        table.addRow({cell,
                      {config ? endpointCount(*config) : QString()},
                      {config ? config->description : QString(), Paint::Faint}});
    }
    if (table.isEmpty())
        table.addRow({{QStringLiteral("–"), Paint::Faint}});
    table.print(console);
}

} // namespace

void showConfigs(const Console &console, const Settings &settings)
{
    if (settings.configs.empty())
        return console.print(CliText::tr("There are no configs yet. Add one with: qcc add NAME --url URL"));
    Table table;
    for (const PriorityGroup &group : settings.groups.all()) {
        for (const QString &name : group.configNames) {
            if (const Config *config = settings.find(name))
                table.addRow({nameCell(settings, name),
                              {toWord(group.priority)},
                              {endpointCount(*config)},
                              {config->description, Paint::Faint}});
        }
    }
    table.print(console);
}

QJsonObject configsJson(const Settings &settings)
{
    const QJsonObject all = toJson(settings);
    return {{QStringLiteral("configs"), all.value(QStringLiteral("configs"))},
            {QStringLiteral("active_config"), routedActiveConfig(settings, settings.activeConfig)}};
}

void showConfig(const Console &console, const Settings &settings, const Config &config)
{
    const Cell name = nameCell(settings, config.name);
    console.print(console.painted(name.text, name.paint));
    Table facts(2);
    if (!config.description.isEmpty())
        facts.addRow({{CliText::tr("description")}, {config.description}});
    facts.addRow({{CliText::tr("priority")}, {priorityText(settings, config.name)}});
    facts.addRow({{CliText::tr("endpoints")}, {QString::number(config.endpoints.size())}});
    for (const NextPattern &pattern : config.nextPatterns)
        facts.addRow({{CliText::tr("next on")}, {toText(pattern)}});
    for (const ModelMapping &mapping : config.modelMappings)
        facts.addRow({{CliText::tr("model")}, {CliText::tr("%1 as %2").arg(mapping.from, mapping.to)}});
    for (const ExtraHeader &header : config.extraHeaders)
        facts.addRow({{CliText::tr("header")}, {toText(header)}});
    facts.print(console);
    endpointTable(config, 4).print(console);
}

QJsonObject configJson(const Settings &settings, const Config &config)
{
    QJsonObject object = toJson(config, settings.groups.priorityOf(config.name));
    object.insert(QStringLiteral("active"),
                  config.name == routedActiveConfig(settings, settings.activeConfig));
    return object;
}

void showEndpoints(const Console &console, const Config &config)
{
    if (config.endpoints.empty())
        return console.print(
            CliText::tr("\"%1\" has no endpoints yet. Add one with: qcc endpoint add NAME --url URL")
                .arg(config.name));
    endpointTable(config, 0).print(console);
}

QJsonObject endpointsJson(const Config &config)
{
    const QJsonObject all = toJson(config, std::nullopt);
    return {{QStringLiteral("config"), config.name},
            {QStringLiteral("endpoints"), all.value(QStringLiteral("endpoints"))}};
}

void showGroups(const Console &console, const Settings &settings)
{
    for (const PriorityGroup &group : settings.groups.all())
        showGroup(console, settings, group);
}

QJsonObject groupsJson(const Settings &settings)
{
    return {{QStringLiteral("groups"), toJson(settings).value(QStringLiteral("groups"))},
            {QStringLiteral("active_config"), routedActiveConfig(settings, settings.activeConfig)}};
}

} // namespace qcc
