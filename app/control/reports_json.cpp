// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/control/reports_json.h"

#include "models/domain/field_reader.h"
#include "models/domain/health_json.h"

namespace qcc {

QJsonObject reportsToJson(const std::vector<CheckReport> &reports)
{
    QJsonArray all;
    for (const CheckReport &report : reports)
        all << toJson(report);
    return {{QStringLiteral("reports"), all}};
}

Result<std::vector<CheckReport>> reportsFromJson(const QJsonObject &object)
{
    FieldReader in(object);
    return in.result(in.nestedList(QLatin1StringView("reports"), checkReportFromJson));
}

QJsonObject reportToJson(const CheckReport &report)
{
    return {{QStringLiteral("report"), toJson(report)}};
}

Result<CheckReport> reportFromJson(const QJsonObject &object)
{
    FieldReader in(object);
    return in.result(in.nested(QLatin1StringView("report"), checkReportFromJson));
}

} // namespace qcc
