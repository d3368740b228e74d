// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/session.h"
#include "models/rules/session_request.h"

#include <map>
#include <set>
#include <unordered_map>
#include <vector>

namespace qcc {

inline constexpr seconds kSessionIdle{5 * 60};       ///< then a session follows the active config again
inline constexpr seconds kSessionKept{24 * 60 * 60}; ///< then an unused one is forgotten
inline constexpr seconds kResendWindow{3 * 60};      ///< a request that broke is sent again within it
inline constexpr seconds kLooseResendWindow{30};     ///< the same without a session's name
inline constexpr size_t kMaxSessions = 4096;         ///< remembered; the longest idle goes first
inline constexpr size_t kMaxSessionConfigs = 8;      ///< that answered it, the last ones
inline constexpr size_t kMaxSessionModels = 8;       ///< whose place is remembered, the last used ones
inline constexpr size_t kMaxSessionBreaks = 4;       ///< broken requests remembered for each
inline constexpr size_t kMaxLooseBreaks = 64;        ///< those of requests without a session's name
inline constexpr qsizetype kMaxSessionName = 256; ///< longer ones are not remembered: a client chooses them

/// Conversations by x-claude-code-session-id: where each goes, and why. A conversation's requests stay with
/// the config that served them last, for each model by itself (that is how prompt caches are kept, and a
/// small model that only another config knows must not pull the rest along):
///
///            served                 idle for kSessionIdle, or compacted
///     Free ---------> Held by a config ----------------------------> Free (goes where new ones go)
///       \               |                                              ^
///        \--- moved ----+--> By hand --- its config can't serve, or a person gives it free ---+
///
/// A request that is like one that broke (in all its bytes, or in its last message) is that one sent again:
/// it avoids the endpoint. Values only; knows neither what was said nor how configs do.
class SessionTable
{
public:
    /// A request of a session is here; once for each number.
    void began(quint64 number, const SessionRequest &request, TimePoint now);
    void served(const SessionRequest &request, const QString &config, TimePoint now);
    void broke(const SessionRequest &request, const EndpointId &endpoint, TimePoint now);
    void ended(quint64 number, TimePoint now);

    SessionPull pullOn(const SessionRequest &request, TimePoint now) const;
    /// A request that broke may come again: what tells it from others should be known before it is sent on.
    bool mayComeAgain(const QByteArray &session, TimePoint now) const;

    /// Only these can serve: what stays elsewhere is free again.
    void keepOnly(const std::set<QString> &configs);
    void renamed(const QString &before, const QString &after);
    /// The config stopped working: who was put there by hand is free again.
    void release(const QString &config);
    /// Of the session, if it was moved by hand; else empty.
    QString placedByHand(const QByteArray &session) const;
    /// UnknownSession; its detail is the number of sessions that begin so, where that is the reason.
    Result<Done> move(const MoveSession &command);
    /// After a restart: it was served there. The oldest turn first.
    void restore(const QByteArray &session, const QByteArray &model, const QString &config, TimePoint at);

    /// The last used first. @p active: where those go that nothing holds.
    std::vector<SessionSnapshot> list(const QString &active, TimePoint now, size_t most) const;
    size_t size() const { return m_places.size(); }

private:
    struct Home
    {
        QByteArray model;
        QString config;
    };
    struct Break
    {
        RequestMark mark;
        EndpointId endpoint;
        TimePoint at;
    };
    struct Place
    {
        std::vector<Home> homes; ///< the last served one at the end
        QString byHand;
        std::vector<QString> answeredBy;
        std::vector<Break> breaks; ///< the last one at the end
        std::optional<quint64> summary;
        bool summaryKnown = true; ///< not after a restart
        QByteArray model;
        TimePoint firstSeen;
        TimePoint lastUsed;
        quint64 requests = 0;
        int running = 0;
    };
    using Places = std::map<QByteArray, Place>;

    const std::vector<Break> *breaksOf(const QByteArray &session) const;
    static bool isHeld(const Place &place, TimePoint now);
    static const Home *homeOf(const Place &place, const QByteArray &model);
    static void noteSummary(Place &place, const RequestMark &mark);
    static void setHome(Place &place, const QByteArray &model, const QString &config);
    static void noteAnswer(Place &place, const QString &config);
    static void remember(std::vector<Break> &breaks, size_t most, const SessionRequest &request,
                         const EndpointId &endpoint, TimePoint now);
    SessionSnapshot shown(const Places::value_type &entry, const QString &active, TimePoint now) const;
    Place *touch(const QByteArray &session, TimePoint now);
    void removeOld(TimePoint now);
    void remove(Places::iterator place);

    Places m_places;
    std::set<std::pair<TimePoint, QByteArray>> m_byAge;
    std::unordered_map<quint64, QByteArray> m_running; ///< requests under way
    std::vector<Break> m_looseBreaks;                  ///< of requests that name no session
};

} // namespace qcc
