// SPDX-License-Identifier: GPL-3.0-or-later
// What people and settings do to the session table, and what it shows.
#include "models/rules/session_table.h"

#include <algorithm>

namespace qcc {

void SessionTable::keepOnly(const std::set<QString> &configs)
{
    for (auto &[id, place] : m_places) {
        std::erase_if(place.homes, [&](const Home &home) { return !configs.contains(home.config); });
        if (!configs.contains(place.byHand))
            place.byHand.clear();
    }
}

void SessionTable::renamed(const QString &before, const QString &after)
{
    for (auto &[id, place] : m_places) {
        for (Home &home : place.homes) {
            if (home.config == before)
                home.config = after;
        }
        std::replace(place.answeredBy.begin(), place.answeredBy.end(), before, after);
        if (place.byHand == before)
            place.byHand = after;
    }
}

void SessionTable::release(const QString &config)
{
    for (auto &[id, place] : m_places) {
        if (place.byHand == config)
            place.byHand.clear();
    }
}

QString SessionTable::placedByHand(const QByteArray &session) const
{
    const auto place = m_places.find(session);
    return place == m_places.end() ? QString() : place->second.byHand;
}

Result<Done> SessionTable::move(const MoveSession &command)
{
    const auto unknown = [&](const QString &detail) {
        return Refusal{RefusalCode::UnknownSession, QString::fromLatin1(command.session), detail};
    };
    const auto first = m_places.lower_bound(command.session);
    const auto end = std::find_if(first, m_places.end(), [&](const Places::value_type &entry) {
        return !entry.first.startsWith(command.session);
    });
    if (first == end || command.session.isEmpty())
        return unknown({});
    if (first->first != command.session && std::next(first) != end)
        return unknown(QString::number(std::distance(first, end)));
    Place &place = first->second;
    place.byHand = command.config;
    if (command.config.isEmpty())
        place.homes.clear(); // a person wants it back, whatever its cache costs
    return Done{};
}

void SessionTable::restore(const QByteArray &session, const QByteArray &model, const QString &config,
                           TimePoint at)
{
    Place *place = touch(session, at);
    if (!place)
        return;
    place->summaryKnown = false;
    place->firstSeen = std::min(place->firstSeen, at);
    place->model = model;
    ++place->requests;
    setHome(*place, model, config);
    noteAnswer(*place, config);
}

SessionSnapshot SessionTable::shown(const Places::value_type &entry, const QString &active,
                                    TimePoint now) const
{
    const Place &place = entry.second;
    SessionSnapshot session;
    session.id = entry.first;
    session.model = place.model;
    session.firstSeen = place.firstSeen;
    session.lastUsed = place.lastUsed;
    session.requests = place.requests;
    session.running = place.running;
    session.byHand = !place.byHand.isEmpty();
    const Home *home = isHeld(place, now) ? homeOf(place, place.model) : nullptr;
    session.config = session.byHand ? place.byHand : home ? home->config : active;
    if (!session.byHand && session.running == 0 && session.config != active)
        session.staysUntil = place.lastUsed + kSessionIdle;
    return session;
}

std::vector<SessionSnapshot> SessionTable::list(const QString &active, TimePoint now, size_t most) const
{
    std::vector<SessionSnapshot> sessions;
    for (auto it = m_byAge.rbegin(); it != m_byAge.rend() && sessions.size() < most; ++it) {
        if (now - it->first < kSessionKept)
            sessions.push_back(shown(*m_places.find(it->second), active, now));
    }
    return sessions;
}

} // namespace qcc
