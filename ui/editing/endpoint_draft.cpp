// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/endpoint_draft.h"

#include "models/rules/validation.h"

namespace qcc {

EndpointDraft EndpointDraft::clone() const
{
    return {fields, key ? std::optional(key->clone()) : std::nullopt, keyStored};
}

EndpointDraft draftOf(const Endpoint &endpoint, bool keyStored)
{
    return {{endpoint.id, endpoint.name, endpoint.url.toString(), endpoint.auth, endpoint.http,
             endpoint.limits, endpoint.outboundProxy.toString(), endpoint.caFile},
            std::nullopt,
            keyStored};
}

Result<Endpoint> endpointOf(const EndpointFields &fields)
{
    const Result<QUrl> url = parseBaseUrl(fields.url);
    if (!url)
        return url.refusal();
    const Result<QUrl> proxy = parseOutboundProxy(fields.outboundProxy);
    if (!proxy)
        return proxy.refusal();
    Endpoint endpoint;
    endpoint.id = fields.id;
    endpoint.name = fields.name.trimmed();
    endpoint.url = *url;
    endpoint.auth = fields.auth;
    endpoint.http = fields.http;
    endpoint.limits = fields.limits;
    endpoint.outboundProxy = *proxy;
    endpoint.caFile = fields.caFile.trimmed();
    return checkedEndpoint(std::move(endpoint));
}

QString shownName(const EndpointFields &fields)
{
    const QString name = fields.name.trimmed();
    if (!name.isEmpty())
        return name;
    const Result<QUrl> url = parseBaseUrl(fields.url);
    return url ? url->host() : QString();
}

} // namespace qcc
