// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/value_refusal_text.h"

#include "app/cli/cli_text.h"
#include "app/cli/policy_fields.h"
#include "models/text/detail_text.h"

#include <QRegularExpression>

namespace qcc {

namespace {

using Name = QLatin1StringView;

const PolicyField *policyField(const QString &name)
{
    const std::span<const PolicyField> fields = policyFields();
    const auto field =
        std::find_if(fields.begin(), fields.end(), [&](const PolicyField &f) { return f.name == name; });
    return field == fields.end() ? nullptr : &*field;
}

bool hasOption(const QString &subject)
{
    constexpr std::array kNames{Name("for"), Name("description"), Name("next_on"), Name("ca_file")};
    return std::any_of(kNames.begin(), kNames.end(), [&](Name name) { return subject == name; });
}

/// How the person gave the value.
QString valueName(const QString &subject)
{
    if (const PolicyField *field = policyField(subject))
        return QStringLiteral("--") + field->option;
    if (subject == Name("model_mappings"))
        return QStringLiteral("--map");
    if (subject == Name("extra_headers"))
        return QStringLiteral("--header");
    if (subject == Name("keep_requests_days"))
        return QStringLiteral("DAYS");
    return hasOption(subject) ? QStringLiteral("--") + optionName(subject) : optionName(subject);
}

/// "1 to 1000", in the person's language and with its unit.
QString rangeText(const Refusal &refusal)
{
    static const QRegularExpression numbers(QStringLiteral("^(\\d+) to (\\d+)$"));
    const QRegularExpressionMatch range = numbers.match(refusal.detail);
    if (!range.hasMatch())
        return detailText(refusal.detail);
    const PolicyField *field = policyField(refusal.subject);
    const bool inSeconds = field && std::holds_alternative<PolicyField::Place<seconds>>(field->place);
    return (inSeconds ? CliText::tr("%1 to %2 seconds") : CliText::tr("%1 to %2"))
        .arg(range.captured(1), range.captured(2));
}

} // namespace

QString optionName(QString field)
{
    return field.replace(QLatin1Char('_'), QLatin1Char('-'));
}

QString valueRefusalText(const Refusal &refusal)
{
    const QString &subject = refusal.subject;
    if (subject == Name("QCC_SECRETS"))
        return CliText::tr(
            "The environment variable QCC_SECRETS must be \"file\" or \"keyring\", or not be set "
            "at all.");
    if (subject == Name("key") && refusal.detail.startsWith(Name("at most")))
        return CliText::tr("The key is too long; permitted is: %1.").arg(detailText(refusal.detail));
    if (refusal.detail == Name("a PEM file with certificates")) // see app/store/ca_file.cpp
        return CliText::tr("There is no certificate in %1; give --ca-file a PEM file with certificates.")
            .arg(subject);
    return CliText::tr("The value of %1 is not permitted; permitted is: %2.")
        .arg(valueName(subject), rangeText(refusal));
}

} // namespace qcc
