// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/failover.h"

namespace qcc::test {

/// Settings, state and time of a control loop, moved by hand, and a log of what it wants done. Scripts keep
/// the rows of tests readable:
///
///   p1 ok | 500 | refused | timeout | cut | rejected | credit | limited 600 | neutral | gone     evidence
///   good, ill                                   all endpoints succeed thrice; or fail thrice and are dead
///   +60                                         time passes, with every deadline in it
///   kill p1, revive p1, rounds 3                a round: 60 s pass, then every endpoint is checked
///   switch back, switch back for 600, release, byhand back
///   net down, net up, wake
///   policy recovery|failover on|off, policy cooldown|delay|failures|successes|perhour 0, policy quiet
///   group secondary on|off, place back fallback, remove back, rename back rear
///   keyless p1, keyed p1, newkey p1
///
/// Statements are separated by ';'. Times in the log are minutes and seconds since the start.
class FailoverWorld
{
public:
    enum Shown { Events = 1, Alerts = 2, Checks = 4, Announcements = 8 };
    static constexpr TimePoint kStart{seconds{1'800'000'000}};

    /// Primary: prod (p1 p2), sib (s1). Secondary: back (b1). Fallback: emer (e1). Disabled: off (o1). Every
    /// endpoint has its own host and a key. Active: prod; nothing checked.
    void addStandard();
    void add(const QString &config, Priority priority, const QStringList &endpoints);
    void run(const QString &script);
    std::vector<FailoverEffect> give(const FailoverInput &input);
    std::vector<FailoverEffect> observe(const QString &endpoint, const Outcome &outcome);
    /// Steps at every deadline on the way.
    void pass(milliseconds span);
    FailoverSetup setup() const { return {settings, hasKey}; }
    Decision why() const { return explain(state, setup(), now); }
    EndpointState &endpoint(const char *id);
    /// Joined by "; ".
    QString log(int shown) const;

    Settings settings;
    std::set<EndpointId> keyless;
    std::set<QString> dead;
    FailoverState state;
    TimePoint now = kStart;
    bool everySecond = false; ///< time passes in steps of a second, whatever the deadlines say
    /// Sees every step.
    std::function<void(const FailoverState &before, const FailoverInput &input, const FailoverStep &next)>
        watch;
    bool answering = false; ///< checks that are asked for are carried out at once, by `dead`
    quint64 number = 0;
    std::vector<std::pair<int, QString>> lines;
    std::vector<FailoverEvent> events;

    FailoverWorld();
    FailoverWorld(const FailoverWorld &) = delete;

private:
    void obey(const QStringList &words);
    bool obeyTime(const QStringList &words);
    bool obeyPerson(const QStringList &words);
    bool obeySettings(const QStringList &words);
    bool obeyNetwork(const QStringList &words);
    void setPolicy(const QStringList &words);
    void changed(SettingsChanged input = {});
    void round();
    void checkByItself(const std::vector<EndpointId> &ids);
    QStringList everyEndpoint() const;
    void write(const FailoverEffect &effect);

    std::function<bool(const EndpointId &)> hasKey;
};

/// "ok", "500" …; @p now for what lasts until a time, @p lasts for how long.
Outcome outcomeOf(const QString &word, TimePoint now, seconds lasts = seconds{600});

} // namespace qcc::test
