// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/health_text.h"

#include "models/text/span_text.h"
#include "models/text/text.h"

namespace qcc {

QString healthName(HealthStatus status)
{
    switch (status) {
    case HealthStatus::Unknown:
        return Text::tr("not checked yet", "health");
    case HealthStatus::Healthy:
        return Text::tr("healthy", "health");
    case HealthStatus::Degraded:
        return Text::tr("degraded", "health");
    case HealthStatus::Unhealthy:
        return Text::tr("unhealthy", "health");
    }
    Q_UNREACHABLE();
}

QString healthName(const ConfigHealth &health)
{
    return health.status == HealthStatus::Unknown && health.lastCheck ? Text::tr("unknown", "health")
                                                                      : healthName(health.status);
}

QString healthName(const EndpointHealth &health)
{
    return health.status == HealthStatus::Unknown && health.lastCheck ? Text::tr("unknown", "health")
                                                                      : healthName(health.status);
}

QString conditionName(EndpointCondition condition)
{
    switch (condition) {
    case EndpointCondition::Ready:
        return Text::tr("ready", "endpoint");
    case EndpointCondition::BreakerOpen:
        return Text::tr("failing, left alone", "endpoint");
    case EndpointCondition::Trial:
        return Text::tr("failing, on trial", "endpoint");
    case EndpointCondition::Limited:
        return Text::tr("limited", "endpoint");
    case EndpointCondition::OutOfCredit:
        return Text::tr("out of credit", "endpoint");
    case EndpointCondition::KeyRejected:
        return Text::tr("key rejected", "endpoint");
    case EndpointCondition::NoKey:
        return Text::tr("no key", "endpoint");
    }
    Q_UNREACHABLE();
}

QString conditionText(const EndpointSnapshot &endpoint, TimePoint now)
{
    const QString name = conditionName(endpoint.condition);
    if (!endpoint.until)
        return name;
    return Text::tr("%1 until %2", "an endpoint's condition and a time")
        .arg(name, dueText(*endpoint.until, now));
}

QString rungName(CheckRung rung)
{
    switch (rung) {
    case CheckRung::Models:
        return Text::tr("model list", "what a health check asks for");
    case CheckRung::CountTokens:
        return Text::tr("token count", "what a health check asks for");
    case CheckRung::Message:
        return Text::tr("one-token message", "what a health check asks for");
    }
    Q_UNREACHABLE();
}

QString layerName(CheckLayer layer)
{
    switch (layer) {
    case CheckLayer::Unknown:
        return Text::tr("unknown", "health check");
    case CheckLayer::Good:
        return Text::tr("yes", "health check");
    case CheckLayer::Bad:
        return Text::tr("no", "health check");
    }
    Q_UNREACHABLE();
}

QString layersText(const CheckReport &report)
{
    return Text::tr("reachable: %1, key accepted: %2, model answers: %3")
        .arg(layerName(report.reachable), layerName(report.keyAccepted), layerName(report.modelAnswers));
}

QString endpointsText(const ConfigHealth &health)
{
    return Text::tr("%1 of %n endpoint(s) healthy", nullptr, health.totalEndpoints)
        .arg(health.healthyEndpoints);
}

} // namespace qcc
