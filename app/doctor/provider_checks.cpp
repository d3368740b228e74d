// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/doctor/doctor_text.h"
#include "app/doctor/surrounding_checks.h"
#include "models/text/failure_text.h"
#include "models/text/span_text.h"
#include "models/text/text.h"

namespace qcc {

namespace {

QString named(const Settings &settings, const EndpointId &id)
{
    const Config *config = settings.ownerOf(id);
    if (!config)
        return id.value;
    for (const Endpoint &endpoint : config->endpoints) {
        if (endpoint.id == id)
            return QStringLiteral("%1/%2").arg(config->name, endpoint.name);
    }
    return config->name;
}

Finding findingOf(const QString &name, const CheckReport &report)
{
    const auto about = [](FindingLevel level, const QString &text, const QString &remedy = {}) {
        return Finding{FindingArea::Providers, level, text, remedy};
    };
    if (report.reachable == CheckLayer::Bad)
        return about(FindingLevel::Problem,
                     DoctorText::tr("%1 does not work: %2.").arg(name, failureText(report.outcome)),
                     DoctorText::tr("Look at its address and at the provider's status page: qcc health"));
    if (report.keyAccepted == CheckLayer::Bad)
        return about(FindingLevel::Problem,
                     DoctorText::tr("%1 does not take its key: %2.").arg(name, failureText(report.outcome)),
                     DoctorText::tr("Give it another: qcc endpoint edit CONFIG ENDPOINT --key-prompt"));
    if (report.reachable == CheckLayer::Unknown)
        return about(
            FindingLevel::Note,
            DoctorText::tr("%1 could not be looked at: it offers nothing that costs no tokens.").arg(name));
    return about(FindingLevel::Good,
                 DoctorText::tr("%1 answers after %2.").arg(name, latencyText(report.latency)));
}

} // namespace

Findings providerFindings(const Settings &settings, const std::vector<CheckReport> &reports)
{
    Findings findings;
    for (const CheckReport &report : reports)
        findings.push_back(findingOf(named(settings, report.endpoint), report));
    return findings;
}

} // namespace qcc
