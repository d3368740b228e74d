// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/policy_view.h"

#include "app/cli/cli_text.h"
#include "app/cli/policy_fields.h"
#include "app/cli/table.h"
#include "app/control/settings_json.h"

namespace qcc {

void showPolicy(const Console &console, const FailoverPolicy &policy)
{
    Table table;
    for (const PolicyField &field : policyFields()) {
        const QString value = valueText(field, policy);
        const QString byDefault = valueText(field, FailoverPolicy());
        const bool same = value == byDefault;
        table.addRow(
            {{QString(field.option), Paint::Bold},
             {value, same ? Paint::Plain : Paint::Green},
             {same ? CliText::tr("(default)") : CliText::tr("(default: %1)").arg(byDefault), Paint::Faint},
             {CliText::tr(field.meaning), Paint::Faint}});
    }
    table.print(console);
}

QJsonObject policyJson(const Settings &settings)
{
    return toJson(settings).value(QStringLiteral("policy")).toObject();
}

} // namespace qcc
