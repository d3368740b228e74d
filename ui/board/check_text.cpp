// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/check_text.h"

#include "models/text/failure_text.h"
#include "models/text/health_text.h"
#include "models/text/span_text.h"
#include "ui/board/board_text.h"

namespace qcc {

namespace {

constexpr size_t kSaidInFull = 3; ///< reports, each with its layers
constexpr int kShownFailures = 4;

bool isGood(const CheckReport &report)
{
    return report.outcome.kind == OutcomeKind::Success;
}

QString nameOf(const EndpointId &id, const Settings &settings)
{
    const Config *owner = settings.ownerOf(id);
    if (!owner)
        return BoardText::tr("a removed endpoint");
    const auto found = std::find_if(owner->endpoints.begin(), owner->endpoints.end(),
                                    [&id](const Endpoint &one) { return one.id == id; });
    return BoardText::tr("%1/%2", "a config and its endpoint").arg(owner->name, found->name);
}

QString fullLine(const CheckReport &report, const Settings &settings)
{
    const QString name = nameOf(report.endpoint, settings);
    return isGood(report) ? BoardText::tr("%1 – %2 (%3)", "an endpoint, what its check told, a time span")
                                .arg(name, layersText(report), latencyText(report.latency))
                          : BoardText::tr("%1 – %2 (%3)", "an endpoint, what its check told, a failure")
                                .arg(name, layersText(report), failureText(report.outcome));
}

QString failureLine(const CheckReport &report, const Settings &settings)
{
    return BoardText::tr("%1: %2", "an endpoint, a failure")
        .arg(nameOf(report.endpoint, settings), failureText(report.outcome));
}

} // namespace

QString checkedText(const std::vector<CheckReport> &reports, const Settings &settings)
{
    if (reports.empty())
        return BoardText::tr("There was no endpoint to check.");
    QStringList lines;
    if (reports.size() <= kSaidInFull) {
        for (const CheckReport &report : reports)
            lines << fullLine(report, settings);
        return lines.join(QLatin1Char('\n'));
    }
    const auto good = std::count_if(reports.begin(), reports.end(), isGood);
    lines << BoardText::tr("%1 of %n endpoint(s) work", nullptr, static_cast<int>(reports.size())).arg(good);
    for (const CheckReport &report : reports) {
        if (!isGood(report) && lines.size() <= kShownFailures)
            lines << failureLine(report, settings);
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace qcc
