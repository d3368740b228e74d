// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/control/probe_json.h"

#include "app/control/settings_json.h"

namespace qcc {

QJsonObject toJson(const ProbeEndpoint &draft)
{
    QJsonObject object{{QStringLiteral("endpoint"), toJson(draft.endpoint)}};
    if (draft.key)
        object.insert(QStringLiteral("key"), QString::fromUtf8(draft.key->reveal()));
    return object;
}

Result<ProbeEndpoint> probeFromJson(FieldReader &in)
{
    ProbeEndpoint draft;
    draft.endpoint = in.nested(QLatin1StringView("endpoint"), endpointFromJson);
    if (const std::optional<QString> key = in.optionalText(QLatin1StringView("key")))
        draft.key = Secret(key->toUtf8());
    return in.result(std::move(draft));
}

} // namespace qcc
