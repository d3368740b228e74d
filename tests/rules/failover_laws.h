// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/rules/failover_world.h"

namespace qcc::test {

/// Watches every step of a world and notes what must never happen. It keeps its own books.
class FailoverLaws
{
public:
    explicit FailoverLaws(FailoverWorld &world);
    FailoverLaws(const FailoverLaws &) = delete;

    /// Empty: no law was broken. Else the first one that was.
    QString broken() const { return m_broken; }
    int automaticSwitches() const { return static_cast<int>(m_automatic.size()); }

private:
    void look(const FailoverState &before, const FailoverInput &input, const FailoverStep &next);
    void lookAtEvent(const FailoverState &before, const FailoverInput &input, const FailoverStep &next,
                     const FailoverEvent &event);
    void lookAtAutomatic(const FailoverEvent &event);
    void lookAtFailover(const FailoverState &after, const FailoverEvent &event);
    void lookAtRecovery(const FailoverState &before, const FailoverInput &input, const FailoverState &after,
                        const FailoverEvent &event);
    void lookAtRest(const FailoverStep &next);
    void lookAtFrozen(const FailoverState &before, const FailoverInput &input, const FailoverState &after);
    bool routable(const QString &config) const;
    ConfigHealth health(const QString &config, const FailoverState &state) const;
    void must(bool law, const char *text);

    FailoverWorld &m_world;
    std::vector<TimePoint> m_automatic;
    int m_steps = 0;
    QString m_active;
    QString m_broken;
};

} // namespace qcc::test
