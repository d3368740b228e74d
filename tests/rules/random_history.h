// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/rules/failover_world.h"

#include <random>

namespace qcc::test {

/// A random setup and a random script for it (see FailoverWorld), the same for the same seed.
class RandomHistory
{
public:
    explicit RandomHistory(quint32 seed);

    /// Configs, keys and policy.
    void setUp(FailoverWorld &world) const;
    const QStringList &script() const { return m_script; }

private:
    struct Group
    {
        QString config;
        Priority priority;
        QStringList endpoints;
    };

    int below(int bound) { return static_cast<int>(m_random() % static_cast<quint32>(bound)); }
    QString oneOf(const QStringList &words) { return words[below(static_cast<int>(words.size()))]; }
    QString evidence();
    QString time();
    QString person();
    QString policy();
    QString settings();
    QString network();
    QString statement();

    std::mt19937 m_random;
    std::vector<Group> m_groups;
    QStringList m_configs;
    QStringList m_endpoints;
    QStringList m_policies;
    QStringList m_script;
};

} // namespace qcc::test
