// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/board_card.h"

#include "models/text/endpoint_text.h"
#include "models/text/health_text.h"
#include "models/text/span_text.h"

#include <QCoreApplication>

namespace qcc {

namespace {

struct BoardCardText
{
    Q_DECLARE_TR_FUNCTIONS(BoardCardText)
};

/// By its id, which outlives a change of the config's name: settings come before the snapshot that knows it.
EndpointSnapshot endpointOf(const Config &config, const Endpoint &endpoint, const ProxySnapshot &snapshot)
{
    EndpointSnapshot shown;
    const auto known =
        std::find_if(snapshot.endpoints.begin(), snapshot.endpoints.end(),
                     [&endpoint](const EndpointSnapshot &one) { return one.id == endpoint.id; });
    if (known != snapshot.endpoints.end())
        shown = *known;
    shown.config = config.name;
    shown.id = endpoint.id;
    shown.name = endpoint.name;
    return shown;
}

void addHealth(BoardCard &card, const ProxySnapshot &snapshot)
{
    card.health.totalEndpoints = static_cast<int>(card.endpoints.size());
    for (const ConfigSnapshot &config : snapshot.failover.configs) {
        if (config.config != card.name)
            continue;
        card.health = config.health;
        card.latency = config.latency;
    }
}

void addStanding(BoardCard &card, const Settings &settings, const ProxySnapshot &snapshot)
{
    const bool nothingKnown = snapshot.pid == 0;
    const QString &active = nothingKnown ? settings.activeConfig : snapshot.activeConfig;
    card.active = card.name == active;
    card.pinned = card.active && snapshot.failover.pinned;
}

BoardCard cardOf(const QString &name, const PriorityGroup &group, const Settings &settings,
                 const ProxySnapshot &snapshot, TimePoint now)
{
    BoardCard card;
    card.name = name;
    card.priority = group.priority;
    card.groupEnabled = group.enabled;
    if (const Config *config = settings.find(name)) {
        card.description = config->description;
        for (const Endpoint &endpoint : config->endpoints)
            card.endpoints.push_back(endpointOf(*config, endpoint, snapshot));
    }
    addHealth(card, snapshot);
    addStanding(card, settings, snapshot);
    card.heldBack = configHeldBack(name, snapshot, now);
    return card;
}

QString healthSentence(const BoardCard &card)
{
    if (card.endpoints.empty())
        return BoardCardText::tr("It has no endpoint yet.");
    const QString health = healthName(card.health);
    if (!card.latency)
        return BoardCardText::tr("Health: %1 (%2).", "a word, and how many endpoints are healthy")
            .arg(health, endpointsText(card.health));
    return BoardCardText::tr("Health: %1 (%2), answers in %3.")
        .arg(health, endpointsText(card.health), latencyText(*card.latency));
}

QStringList standingSentences(const BoardCard &card)
{
    QStringList lines;
    if (card.pinned)
        lines << BoardCardText::tr("Active: requests go here first, because a person chose it.");
    else if (card.active)
        lines << BoardCardText::tr("Active: requests go here first.");
    if (card.priority == Priority::Disabled)
        lines << BoardCardText::tr("Disabled: it gets no requests.");
    else if (!card.groupEnabled)
        lines << BoardCardText::tr("Its group is switched off: it gets no requests.");
    if (!card.heldBack.isEmpty())
        lines << BoardCardText::tr("It can't serve now: %1.", "%1: \"limited until 14:35:10\"")
                     .arg(card.heldBack);
    return lines;
}

} // namespace

std::vector<BoardCard> boardCards(const Settings &settings, const ProxySnapshot &snapshot, TimePoint now)
{
    std::vector<BoardCard> cards;
    for (const PriorityGroup &group : settings.groups.all())
        for (const QString &name : group.configNames)
            cards.push_back(cardOf(name, group, settings, snapshot, now));
    return cards;
}

QStringList sentences(const BoardCard &card, TimePoint now)
{
    QStringList lines;
    lines << (card.description.isEmpty() ? card.name
                                         : BoardCardText::tr("%1 – %2", "a config and its description")
                                               .arg(card.name, card.description));
    lines << standingSentences(card) << healthSentence(card);
    for (const EndpointSnapshot &endpoint : card.endpoints)
        lines << endpointTroubles(endpoint, now);
    return lines;
}

} // namespace qcc
