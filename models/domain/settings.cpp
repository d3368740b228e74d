// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/settings.h"

namespace qcc {

const Config *Settings::find(const QString &name) const
{
    const auto it =
        std::find_if(configs.begin(), configs.end(), [&](const Config &c) { return c.name == name; });
    return it == configs.end() ? nullptr : &*it;
}

Config *Settings::find(const QString &name)
{
    return const_cast<Config *>(std::as_const(*this).find(name));
}

const Config *Settings::ownerOf(const EndpointId &endpoint) const
{
    const auto owns = [&](const Config &config) {
        return std::any_of(config.endpoints.begin(), config.endpoints.end(),
                           [&](const Endpoint &each) { return each.id == endpoint; });
    };
    const auto it = std::find_if(configs.begin(), configs.end(), owns);
    return it == configs.end() ? nullptr : &*it;
}

} // namespace qcc
