// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/proxy/course_repair.h"

namespace qcc {

namespace {

/// Has another config answered in this session before?
bool holdsForeignBlocks(const RoutingPlan &plan, const QString &config)
{
    return std::any_of(plan.sessionConfigs.begin(), plan.sessionConfigs.end(),
                       [&](const QString &each) { return each != config; });
}

/// The whole of it; nothing when it can't be read any more.
std::optional<QByteArray> readAll(BodySource &body)
{
    QByteArray all;
    all.reserve(body.size());
    while (all.size() < body.size()) {
        const std::optional<QByteArray> part = body.read(all.size(), body.size() - all.size());
        if (!part || part->isEmpty())
            return std::nullopt;
        all += *part;
    }
    return all;
}

} // namespace

bool CourseRepair::begin(const RoutingPlan &plan, const QString &config, int status, QByteArrayView refusal,
                         BodySource &body)
{
    if (m_tried || !holdsForeignBlocks(plan, config) || !refusesThinking(status, refusal))
        return false;
    m_tried = true;
    if (!body.complete() || body.size() > m_limits.repairedBody)
        return false;
    if (const std::optional<QByteArray> bytes = readAll(body))
        m_repair = withoutThinking(*bytes);
    return m_repair.has_value();
}

std::vector<Splice> CourseRepair::splicesFor(const RoutingPlan &plan, const QString &config) const
{
    return m_repair && holdsForeignBlocks(plan, config) ? m_repair->splices : std::vector<Splice>();
}

} // namespace qcc
