// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/endpoint_text.h"

#include "models/text/failure_text.h"
#include "models/text/health_text.h"
#include "models/text/span_text.h"
#include "models/text/text.h"

#include <algorithm>

namespace qcc {

namespace {

constexpr qsizetype kShownHolds = 4;        ///< lines for models; what is more is counted
constexpr qsizetype kShownModelLength = 60; ///< a client chooses the name

QString shortened(const QString &model)
{
    return model.size() <= kShownModelLength ? model : model.left(kShownModelLength) + QChar(0x2026);
}

/// Kinds of requests that many providers lack: see modelKey() (models/rules/routing.h).
bool isKindOfRequest(const ModelHoldSnapshot &hold)
{
    return hold.model == QLatin1StringView("count_tokens") || hold.model == QLatin1StringView("models");
}

/// How the endpoint itself is; empty when it can be asked and answers.
QString endpointTrouble(const EndpointSnapshot &endpoint, TimePoint now)
{
    const bool fails =
        endpoint.health.status == HealthStatus::Degraded || endpoint.health.status == HealthStatus::Unhealthy;
    const QString failure = fails && endpoint.health.lastFailureFacts
                                ? failureText(*endpoint.health.lastFailureFacts)
                                : QString();
    if (endpoint.condition == EndpointCondition::Ready)
        return failure;
    const QString condition = conditionText(endpoint, now);
    return failure.isEmpty()
               ? condition
               : Text::tr("%1 – %2", "an endpoint's condition, and its last failure").arg(condition, failure);
}

QString named(const EndpointSnapshot &endpoint, const QString &trouble)
{
    return Text::tr("%1: %2", "an endpoint, and what is wrong with it").arg(endpoint.name, trouble);
}

bool isHeldBack(const EndpointSnapshot &endpoint)
{
    return endpoint.condition != EndpointCondition::Ready && endpoint.condition != EndpointCondition::Trial;
}

/// The first model that is overloaded at each of them.
const ModelHoldSnapshot *overloadedEverywhere(const std::vector<const EndpointSnapshot *> &endpoints)
{
    const auto isOverloaded = [](const EndpointSnapshot *endpoint, const QString &model) {
        return std::any_of(
            endpoint->modelHolds.begin(), endpoint->modelHolds.end(),
            [&model](const ModelHoldSnapshot &hold) { return !hold.missing && hold.model == model; });
    };
    for (const ModelHoldSnapshot &hold : endpoints.front()->modelHolds) {
        const bool everywhere =
            !hold.missing && std::all_of(endpoints.begin(), endpoints.end(), [&](const auto *endpoint) {
                return isOverloaded(endpoint, hold.model);
            });
        if (everywhere)
            return &hold;
    }
    return nullptr;
}

} // namespace

QString holdText(const ModelHoldSnapshot &hold, TimePoint now)
{
    const QString until = dueText(hold.until, now);
    return hold.missing
               ? Text::tr("%1 is not offered, asked again after %2", "a model, a time")
                     .arg(shortened(hold.model), until)
               : Text::tr("overloaded for %1 until %2", "a model, a time").arg(shortened(hold.model), until);
}

QStringList holdTexts(const EndpointSnapshot &endpoint, TimePoint now)
{
    QStringList texts;
    for (const ModelHoldSnapshot &hold : endpoint.modelHolds) {
        if (!hold.missing || !isKindOfRequest(hold))
            texts << holdText(hold, now);
    }
    if (const int more = int(texts.size() - kShownHolds); more > 0) {
        texts.resize(kShownHolds);
        texts << Text::tr("and %n more model(s)", nullptr, more);
    }
    return texts;
}

QStringList endpointTroubles(const EndpointSnapshot &endpoint, TimePoint now)
{
    QStringList lines;
    if (const QString trouble = endpointTrouble(endpoint, now); !trouble.isEmpty())
        lines << named(endpoint, trouble);
    for (const QString &hold : holdTexts(endpoint, now))
        lines << named(endpoint, hold);
    return lines;
}

QString configHeldBack(const QString &config, const ProxySnapshot &snapshot, TimePoint now)
{
    std::vector<const EndpointSnapshot *> free;
    const EndpointSnapshot *held = nullptr; // of those held back, the one that is free first
    for (const EndpointSnapshot &endpoint : snapshot.endpoints) {
        if (endpoint.config != config)
            continue;
        if (!isHeldBack(endpoint))
            free.push_back(&endpoint);
        else if (!held || (endpoint.until && (!held->until || *endpoint.until < *held->until)))
            held = &endpoint;
    }
    if (free.empty())
        return held ? conditionText(*held, now) : QString();
    const ModelHoldSnapshot *hold = overloadedEverywhere(free);
    return hold ? holdText(*hold, now) : QString();
}

} // namespace qcc
