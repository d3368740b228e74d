// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/endpoint.h"

#include <vector>

namespace qcc {

/// An answer that a config declares to mean "ask the next one", although by its status it would be the
/// client's own business. Which statuses are permitted: mayMeanNext() (models/rules/next_patterns.h).
struct NextPattern
{
    int status = 0;
    QString text; ///< a part of the decoded body, in any case; empty: whatever it says
    bool operator==(const NextPattern &) const = default;
};

/// A model's name as the client gives it, and the one by which this config's providers know it.
struct ModelMapping
{
    QString from; ///< exact, or with * for any characters; the first that fits is taken
    QString to;
    bool operator==(const ModelMapping &) const = default;
};

/// A header that this config's providers are to get beside those of the client, in the place of one of the
/// same name. Which names are permitted: checkedExtraHeaders() (models/rules/extra_headers.h); none that
/// carries a credential, since values lie in configs.json.
struct ExtraHeader
{
    QString name;
    QString value;
    bool operator==(const ExtraHeader &) const = default;
};

/// A named way to reach the model: one or more endpoints, best first.
struct Config
{
    QString name;
    QString description;
    std::vector<Endpoint> endpoints;
    std::vector<NextPattern> nextPatterns{};
    std::vector<ModelMapping> modelMappings{};
    std::vector<ExtraHeader> extraHeaders{};
    bool operator==(const Config &) const = default;
};

} // namespace qcc
