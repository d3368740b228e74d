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

} // namespace qcc
