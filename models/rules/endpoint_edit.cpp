// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/endpoint_edit.h"

#include "models/rules/validation.h"

namespace qcc {

namespace {

constexpr qsizetype kRoomForNumber = 5; // "-9999"

const Endpoint *findByName(const Config &config, const QString &name, const EndpointId &except)
{
    for (const Endpoint &endpoint : config.endpoints) {
        if (endpoint.id != except && endpoint.name.compare(name, Qt::CaseInsensitive) == 0)
            return &endpoint;
    }
    return nullptr;
}

/// The host, or host-2, host-3 … where that name is taken in the config.
QString defaultEndpointName(const Config &config, const Endpoint &endpoint)
{
    const QString host = endpoint.url.host().left(kLongestName - kRoomForNumber);
    QString name = host;
    for (int number = 2; findByName(config, name, endpoint.id); ++number)
        name = QStringLiteral("%1-%2").arg(host).arg(number);
    return name;
}

} // namespace

std::optional<Refusal> settleEndpointName(const Config &config, Endpoint &endpoint)
{
    if (endpoint.name.trimmed().isEmpty()) {
        endpoint.name = defaultEndpointName(config, endpoint);
        return std::nullopt;
    }
    const Result<QString> name = checkedName(endpoint.name);
    if (!name)
        return name.refusal();
    if (const Endpoint *other = findByName(config, *name, endpoint.id))
        return Refusal{RefusalCode::DuplicateEndpointName, other->name, config.name};
    endpoint.name = *name;
    return std::nullopt;
}

Endpoint patched(Endpoint endpoint, const EndpointPatch &patch)
{
    endpoint.name = patch.name.value_or(endpoint.name);
    endpoint.url = patch.url.value_or(endpoint.url);
    endpoint.auth = patch.auth.value_or(endpoint.auth);
    endpoint.http = patch.http.value_or(endpoint.http);
    endpoint.limits.connect = patch.connectLimit.value_or(endpoint.limits.connect);
    endpoint.limits.header = patch.headerLimit.value_or(endpoint.limits.header);
    endpoint.limits.idle = patch.idleLimit.value_or(endpoint.limits.idle);
    endpoint.outboundProxy = patch.outboundProxy.value_or(endpoint.outboundProxy);
    endpoint.caFile = patch.caFile.value_or(endpoint.caFile);
    return endpoint;
}

} // namespace qcc
