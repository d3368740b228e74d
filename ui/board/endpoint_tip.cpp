// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/endpoint_tip.h"

#include "models/text/endpoint_text.h"
#include "models/text/failure_text.h"
#include "models/text/health_text.h"
#include "models/text/span_text.h"
#include "ui/board/board_text.h"

namespace qcc {

namespace {

QString healthLine(const EndpointHealth &health)
{
    if (health.status != HealthStatus::Healthy || !health.lastCheck)
        return healthName(health);
    return BoardText::tr("%1, %2", "an endpoint's health, and its latency")
        .arg(healthName(health), latencyText(health.lastCheck->latency));
}

QString lastErrorLine(const EndpointHealth &health, TimePoint now)
{
    const QString what = failureText(*health.lastFailureFacts);
    return health.lastFailure ? BoardText::tr("Last error: %1, at %2", "%1: a failure, %2: a time")
                                    .arg(what, momentText(*health.lastFailure, now))
                              : BoardText::tr("Last error: %1").arg(what);
}

} // namespace

QString endpointTip(const EndpointSnapshot &endpoint, TimePoint now)
{
    QStringList lines{endpoint.name, healthLine(endpoint.health)};
    if (endpoint.condition != EndpointCondition::Ready)
        lines += conditionText(endpoint, now);
    if (endpoint.health.lastFailureFacts)
        lines += lastErrorLine(endpoint.health, now);
    lines += holdTexts(endpoint, now);
    return lines.join(QLatin1Char('\n'));
}

} // namespace qcc
