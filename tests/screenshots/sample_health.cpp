// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/screenshots/sample_health.h"

#include "tests/ui_support/sample_world.h"

#include <cmath>

namespace qcc::test {

namespace {

struct Trouble
{
    double from; ///< of the period, 0 … 1
    double to;
    double percentage;
};

struct Course
{
    const char *config;
    double latency; ///< ms
    std::vector<Trouble> troubles;
};

const std::vector<Course> &courses()
{
    static const std::vector<Course> kCourses{
        {"production", 240, {{0.28, 0.36, 33.4}, {0.36, 0.42, 0}, {0.74, 0.79, 0}, {0.79, 0.83, 66.7}}},
        {"team-gateway", 310, {{0.30, 0.41, 0}, {0.60, 0.63, 0}}},
        {"backup", 420, {{0.52, 0.57, 50}}},
        {"reseller-eu", 560, {{0.05, 0.15, 0}, {0.66, 0.70, 0}}},
        {"emergency", 690, {}}};
    return kCourses;
}

HealthPoint pointAt(const Course &course, double place, TimePoint at)
{
    HealthPoint point;
    point.at = at;
    point.percentage = 100;
    for (const Trouble &trouble : course.troubles)
        if (place >= trouble.from && place < trouble.to)
            point.percentage = trouble.percentage;
    const double wave = 1 + 0.12 * std::sin(place * 31 + course.latency) + 0.06 * std::sin(place * 173);
    if (point.percentage > 0)
        point.latency =
            milliseconds(static_cast<int>(course.latency * wave * (point.percentage < 100 ? 1.5 : 1)));
    return point;
}

FailoverEvent markAt(TimePoint at, FailoverEventType type, const char *from, const char *to)
{
    FailoverEvent event = sampleEvents(1).front();
    event.type = type;
    event.at = at;
    event.from = QString::fromLatin1(from);
    event.to = QString::fromLatin1(to);
    return event;
}

} // namespace

HealthAnswer sampleHealth(TimePoint from, TimePoint to, int points)
{
    const auto at = [&](double place) {
        return from + milliseconds(static_cast<qint64>(static_cast<double>((to - from).count()) * place));
    };
    HealthAnswer answer;
    answer.from = from;
    answer.to = to;
    answer.piece = (to - from) / points;
    for (const Course &course : courses()) {
        ConfigLine line;
        line.config = QString::fromLatin1(course.config);
        for (int i = 0; i < points; ++i)
            line.points.push_back(pointAt(course, double(i) / points, at(double(i) / points)));
        answer.lines.push_back(line);
    }
    const QString production = QStringLiteral("production");
    const QString backup = QStringLiteral("backup");
    answer.spans = {{production, at(0), at(0.37)},
                    {backup, at(0.37), at(0.5)},
                    {production, at(0.5), at(0.75)},
                    {backup, at(0.75), at(1)}};
    answer.events = {markAt(at(0.75), FailoverEventType::Failover, "production", "backup"),
                     markAt(at(0.5), FailoverEventType::Recovery, "backup", "production"),
                     markAt(at(0.37), FailoverEventType::Failover, "production", "backup")};
    return answer;
}

HistoryStats sampleStats(TimePoint from, TimePoint to)
{
    HistoryStats stats;
    stats.from = from;
    stats.to = to;
    stats.failovers = 2;
    stats.recoveries = 1;
    stats.meanTimeToRecovery = minutes(187);
    stats.requests = 1'286;
    stats.served = 1'284;
    stats.failed = 2;
    stats.savedBySpillOver = 41;
    stats.usage = {9'400'000, 412'000, 7'900'000, 120'000};
    for (const Course &course : courses()) {
        ConfigStats one;
        one.config = QString::fromLatin1(course.config);
        one.healthPercentage = 99.2 - double(course.troubles.size()) * 2.4;
        one.requestsServed = course.troubles.size() > 2 ? 964 : 0;
        one.meanFirstByte = milliseconds(static_cast<int>(course.latency * 3));
        stats.configs.push_back(one);
    }
    stats.configs.front().activeShare = 0.62;
    stats.configs[2].activeShare = 0.38;
    stats.configs[2].requestsServed = 320;
    return stats;
}

} // namespace qcc::test
