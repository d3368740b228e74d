// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/endpoint.h"

#include <vector>

namespace qcc {

/// A named way to reach the model: one or more endpoints, best first.
struct Config
{
    QString name;
    QString description;
    std::vector<Endpoint> endpoints;
    bool operator==(const Config &) const = default;
};

} // namespace qcc
