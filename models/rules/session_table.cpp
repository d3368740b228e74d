// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/session_table.h"

#include <algorithm>

namespace qcc {
namespace {

/// The same bytes, or the same question in another form: without streaming, for example.
bool isAgain(const RequestMark &mark, const RequestMark &before)
{
    return (mark.body && mark.body == before.body) ||
           (mark.lastMessage && mark.lastMessage == before.lastMessage);
}

seconds windowOf(const SessionRequest &request)
{
    return request.session.isEmpty() ? kLooseResendWindow : kResendWindow;
}

/// Without a session's name two conversations may end in the same words: only all bytes tell.
RequestMark tellingMark(const SessionRequest &request)
{
    return request.session.isEmpty() ? RequestMark{request.mark.body, {}, {}} : request.mark;
}

} // namespace

void SessionTable::began(quint64 number, const SessionRequest &request, TimePoint now)
{
    if (m_running.contains(number))
        return; // it waited, and is planned again
    removeOld(now);
    const auto known = m_places.find(request.session);
    if (known != m_places.end() && !isHeld(known->second, now))
        known->second.homes.clear();
    Place *place = touch(request.session, now);
    if (!place)
        return;
    noteSummary(*place, request.mark);
    if (!request.model.isEmpty())
        place->model = request.model;
    ++place->requests;
    ++place->running;
    m_running.emplace(number, request.session);
}

/// A compacted conversation begins with another text, so that no prompt cache knows it: it is free. Side
/// questions of a conversation have no summary, and say nothing.
void SessionTable::noteSummary(Place &place, const RequestMark &mark)
{
    if (!mark.summary || place.summary == mark.summary)
        return;
    if (place.summaryKnown)
        place.homes.clear();
    place.summary = mark.summary;
    place.summaryKnown = true;
}

void SessionTable::served(const SessionRequest &request, const QString &config, TimePoint now)
{
    Place *place = touch(request.session, now);
    if (!place)
        return;
    setHome(*place, request.model, config);
    noteAnswer(*place, config);
    std::erase_if(place->breaks, [&](const Break &each) { return isAgain(request.mark, each.mark); });
}

void SessionTable::noteAnswer(Place &place, const QString &config)
{
    std::erase(place.answeredBy, config);
    place.answeredBy.insert(place.answeredBy.begin(), config);
    if (place.answeredBy.size() > kMaxSessionConfigs)
        place.answeredBy.pop_back();
}

void SessionTable::setHome(Place &place, const QByteArray &model, const QString &config)
{
    std::erase_if(place.homes, [&](const Home &home) { return home.model == model; });
    if (place.homes.size() >= kMaxSessionModels)
        place.homes.erase(place.homes.begin());
    place.homes.push_back({model, config});
}

void SessionTable::broke(const SessionRequest &request, const EndpointId &endpoint, TimePoint now)
{
    if (request.session.isEmpty()) {
        std::erase_if(m_looseBreaks, [&](const Break &b) { return now - b.at >= kLooseResendWindow; });
        remember(m_looseBreaks, kMaxLooseBreaks, request, endpoint, now);
    } else if (Place *place = touch(request.session, now)) {
        std::erase_if(place->breaks, [&](const Break &b) { return now - b.at >= kResendWindow; });
        remember(place->breaks, kMaxSessionBreaks, request, endpoint, now);
    }
}

void SessionTable::remember(std::vector<Break> &breaks, size_t most, const SessionRequest &request,
                            const EndpointId &endpoint, TimePoint now)
{
    std::erase_if(breaks, [&](const Break &each) {
        return each.endpoint == endpoint && isAgain(request.mark, each.mark);
    });
    if (breaks.size() >= most)
        breaks.erase(breaks.begin());
    breaks.push_back({request.mark, endpoint, now});
}

void SessionTable::ended(quint64 number, TimePoint now)
{
    const auto running = m_running.extract(number);
    if (running.empty() || !m_places.contains(running.mapped()))
        return;
    Place *place = touch(running.mapped(), now);
    place->running = std::max(0, place->running - 1); // its place may have been forgotten and made anew
}

SessionPull SessionTable::pullOn(const SessionRequest &request, TimePoint now) const
{
    SessionPull pull;
    if (const std::vector<Break> *breaks = breaksOf(request.session)) {
        for (const Break &each : *breaks) {
            if (now - each.at < windowOf(request) && isAgain(tellingMark(request), each.mark))
                pull.avoid.push_back(each.endpoint);
        }
    }
    const auto place = m_places.find(request.session);
    if (place == m_places.end())
        return pull;
    pull.answeredBy = place->second.answeredBy;
    const Home *home = isHeld(place->second, now) ? homeOf(place->second, request.model) : nullptr;
    pull.config = !place->second.byHand.isEmpty() ? place->second.byHand : home ? home->config : QString();
    return pull;
}

bool SessionTable::mayComeAgain(const QByteArray &session, TimePoint now) const
{
    const std::vector<Break> *breaks = breaksOf(session);
    return breaks && !breaks->empty() && now - breaks->back().at < windowOf({session, {}, {}});
}

const std::vector<SessionTable::Break> *SessionTable::breaksOf(const QByteArray &session) const
{
    if (session.isEmpty())
        return &m_looseBreaks;
    const auto place = m_places.find(session);
    return place == m_places.end() ? nullptr : &place->second.breaks;
}

bool SessionTable::isHeld(const Place &place, TimePoint now)
{
    return place.running > 0 || now - place.lastUsed < kSessionIdle;
}

/// Where it was served with this model; one that is new to it goes where the conversation is.
const SessionTable::Home *SessionTable::homeOf(const Place &place, const QByteArray &model)
{
    const auto home = std::find_if(place.homes.begin(), place.homes.end(),
                                   [&](const Home &each) { return each.model == model; });
    if (home != place.homes.end())
        return &*home;
    return place.homes.empty() ? nullptr : &place.homes.back();
}

/// The session's place, made if need be and marked as used; null for a name that is not remembered.
SessionTable::Place *SessionTable::touch(const QByteArray &session, TimePoint now)
{
    if (session.isEmpty() || session.size() > kMaxSessionName)
        return nullptr;
    auto it = m_places.find(session);
    if (it == m_places.end()) {
        if (m_places.size() >= kMaxSessions)
            remove(m_places.find(m_byAge.begin()->second));
        it = m_places.emplace(session, Place()).first;
        it->second.firstSeen = now;
    } else {
        m_byAge.erase({it->second.lastUsed, session});
        now = std::max(now, it->second.lastUsed);
    }
    it->second.lastUsed = now;
    m_byAge.emplace(now, session);
    return &it->second;
}

void SessionTable::removeOld(TimePoint now)
{
    while (!m_byAge.empty() && now - m_byAge.begin()->first >= kSessionKept)
        remove(m_places.find(m_byAge.begin()->second));
}

void SessionTable::remove(Places::iterator place)
{
    m_byAge.erase({place->second.lastUsed, place->first});
    m_places.erase(place);
}

} // namespace qcc
