// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/control/switch_json.h"

#include "models/domain/field_reader.h"

namespace qcc {

namespace {

using Field = QLatin1StringView;

} // namespace

QJsonObject toJson(const SwitchConfig &command)
{
    QJsonObject object{{Field("config"), command.config}, {Field("reason"), command.reason}};
    if (command.pinFor)
        object.insert(Field("pin_for"), qint64(command.pinFor->count()));
    return object;
}

Result<SwitchConfig> switchFromJson(const QJsonObject &object)
{
    FieldReader in(object);
    SwitchConfig command{in.text(Field("config")), in.text(Field("reason")), {}};
    if (in.has(Field("pin_for")))
        command.pinFor = seconds(in.number(Field("pin_for")));
    return in.ok() ? Result<SwitchConfig>(command) : in.refusal();
}

} // namespace qcc
