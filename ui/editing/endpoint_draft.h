// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/command.h"
#include "models/domain/result.h"

namespace qcc {

/// An endpoint's fields as they were typed, right or wrong.
struct EndpointFields
{
    EndpointId id; ///< empty: a new one
    QString name;
    QString url;
    AuthForm auth = AuthForm::XApiKey;
    HttpVersion http = HttpVersion::Http1;
    TimeLimits limits;
    QString outboundProxy;
    QString caFile;
    bool operator==(const EndpointFields &) const = default;
};

/// The same with its key, which has no equal.
struct EndpointDraft
{
    EndpointFields fields;
    std::optional<Secret> key; ///< as typed; none: as stored
    bool keyStored = false;

    EndpointDraft clone() const;
};

EndpointDraft draftOf(const Endpoint &endpoint, bool keyStored);

/// With every field checked and normalised as applyCommand() does; else the first refusal.
Result<Endpoint> endpointOf(const EndpointFields &fields);

/// What a list calls it: its name, else its URL's host, else nothing.
QString shownName(const EndpointFields &fields);

} // namespace qcc
