// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/rules/random_history.h"

namespace qcc::test {

RandomHistory::RandomHistory(quint32 seed) : m_random(seed)
{
    for (int i = 1 + below(5); i > 0; --i) {
        Group group{QStringLiteral("c%1").arg(i), kRoutedPriorities[static_cast<size_t>(below(3))], {}};
        for (int e = below(8) == 0 ? 0 : 1 + below(3); e > 0; --e)
            group.endpoints.push_back(QStringLiteral("e%1%2").arg(i).arg(e));
        m_configs.push_back(group.config);
        m_endpoints += group.endpoints;
        m_groups.push_back(group);
    }
    if (m_endpoints.isEmpty()) {
        m_groups.front().endpoints.push_back(QStringLiteral("e0"));
        m_endpoints.push_back(QStringLiteral("e0"));
    }
    for (int i = 0; i < 8; ++i)
        m_policies.push_back(policy());
    for (int i = 40 + below(80); i > 0; --i)
        m_script.push_back(statement());
}

void RandomHistory::setUp(FailoverWorld &world) const
{
    for (const Group &group : m_groups)
        world.add(group.config, group.priority, group.endpoints);
    world.give(SettingsChanged{});
    for (const QString &statement : m_policies)
        world.run(statement);
}

QString RandomHistory::evidence()
{
    static const QStringList kWords{
        QStringLiteral("ok"),         QStringLiteral("ok"),      QStringLiteral("ok"),
        QStringLiteral("500"),        QStringLiteral("500"),     QStringLiteral("refused"),
        QStringLiteral("refused"),    QStringLiteral("timeout"), QStringLiteral("cut"),
        QStringLiteral("rejected"),   QStringLiteral("credit"),  QStringLiteral("neutral"),
        QStringLiteral("limited 90"), QStringLiteral("gone")};
    QString words = oneOf(m_endpoints) + QLatin1Char(' ') + oneOf(kWords);
    for (int i = below(4); i > 0; --i)
        words += QLatin1Char(';') + words.section(QLatin1Char(';'), 0, 0);
    return words;
}

QString RandomHistory::time()
{
    if (below(3) == 0)
        return QStringLiteral("rounds %1").arg(1 + below(4));
    return QStringLiteral("+%1").arg(below(4) ? below(30) : below(1200));
}

QString RandomHistory::person()
{
    if (below(3) == 0)
        return QStringLiteral("release");
    const QString config = oneOf(m_configs);
    if (below(4) == 0)
        return QStringLiteral("byhand ") + config;
    const QString duration = below(2) ? QStringLiteral(" for %1").arg(1 + below(900)) : QString();
    return QStringLiteral("switch ") + config + duration;
}

QString RandomHistory::policy()
{
    switch (below(8)) {
    case 0:
        return QStringLiteral("policy failover ") + (below(5) ? QStringLiteral("on") : QStringLiteral("off"));
    case 1:
    case 2:
        return QStringLiteral("policy recovery ") + (below(4) ? QStringLiteral("on") : QStringLiteral("off"));
    case 3:
        return QStringLiteral("policy cooldown %1").arg(below(3) * below(300));
    case 4:
        return QStringLiteral("policy delay %1").arg(below(3) * below(300));
    case 5:
        return QStringLiteral("policy failures %1").arg(1 + below(4));
    case 6:
        return QStringLiteral("policy successes %1").arg(1 + below(4));
    default:
        return QStringLiteral("policy perhour %1").arg(1 + below(6));
    }
}

QString RandomHistory::settings()
{
    static const QStringList kPriorities{QStringLiteral("primary"), QStringLiteral("secondary"),
                                         QStringLiteral("fallback")};
    const QString group = oneOf(kPriorities);
    switch (below(5)) {
    case 0:
        return QStringLiteral("group %1 %2")
            .arg(group, below(4) ? QStringLiteral("on") : QStringLiteral("off"));
    case 1:
        return QStringLiteral("place %1 %2")
            .arg(oneOf(m_configs), below(4) ? group : QStringLiteral("disabled"));
    case 2:
        return QStringLiteral("newkey ") + oneOf(m_endpoints);
    case 3:
        return QStringLiteral("keyless ") + oneOf(m_endpoints);
    default:
        return QStringLiteral("keyed ") + oneOf(m_endpoints);
    }
}

QString RandomHistory::network()
{
    return oneOf({QStringLiteral("net down"), QStringLiteral("net up"), QStringLiteral("net up"),
                  QStringLiteral("wake")});
}

QString RandomHistory::statement()
{
    const int choice = below(100);
    if (choice < 45)
        return evidence();
    if (choice < 72)
        return time();
    if (choice < 80)
        return QStringLiteral("kill ") + oneOf(m_endpoints);
    if (choice < 87)
        return QStringLiteral("revive ") + oneOf(m_endpoints);
    if (choice < 91)
        return person();
    if (choice < 94)
        return policy();
    if (choice < 97)
        return settings();
    return network();
}

} // namespace qcc::test
