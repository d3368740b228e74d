// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_contents.h"

#include "models/text/placeholders.h"
#include "models/text/span_text.h"

#include <QCoreApplication>
#include <QLocale>

namespace qcc {

namespace {

struct ChartText
{
    Q_DECLARE_TR_FUNCTIONS(ChartText)
};

bool isActiveAt(const ChartContents &contents, const QString &config, TimePoint moment)
{
    return std::any_of(contents.answer.spans.begin(), contents.answer.spans.end(),
                       [&](const ActiveSpan &span) {
                           return span.config == config && moment >= span.from && moment < span.to;
                       });
}

} // namespace

const std::vector<HealthPoint> &pointsOf(const ChartContents &contents, const QString &config)
{
    static const std::vector<HealthPoint> kNone;
    const std::vector<ConfigLine> &lines = contents.answer.lines;
    const auto found = std::find_if(lines.begin(), lines.end(),
                                    [&](const ConfigLine &line) { return line.config == config; });
    return found == lines.end() ? kNone : found->points;
}

bool hasValues(const ChartContents &contents)
{
    return std::any_of(contents.lines.begin(), contents.lines.end(), [&](const ChartLine &line) {
        const std::vector<HealthPoint> &points = pointsOf(contents, line.config);
        return std::any_of(points.begin(), points.end(), [&](const HealthPoint &point) {
            return valueOf(point, contents.value).has_value();
        });
    });
}

double highestValue(const ChartContents &contents, const HiddenLines &hidden)
{
    double highest = 0;
    for (const ChartLine &line : contents.lines) {
        if (hidden.contains(line.config))
            continue;
        for (const HealthPoint &point : pointsOf(contents, line.config))
            highest = std::max(highest, valueOf(point, contents.value).value_or(0));
    }
    return highest;
}

int numberOf(const ChartContents &contents, const QString &config)
{
    const auto found = std::find_if(contents.lines.begin(), contents.lines.end(),
                                    [&](const ChartLine &line) { return line.config == config; });
    return found == contents.lines.end() ? -1 : found->number;
}

QString valueText(double value, ChartValue kind)
{
    switch (kind) {
    case ChartValue::Health: {
        const bool isWhole = qRound(value * 10) % 10 == 0;
        return ChartText::tr("%1 %", "a percentage").arg(QLocale().toString(value, 'f', isWhole ? 0 : 1));
    }
    case ChartValue::Latency:
        return latencyText(milliseconds(qRound64(value)));
    }
    Q_UNREACHABLE();
}

ReadOut readOutAt(const ChartContents &contents, const HiddenLines &hidden, TimePoint moment,
                  const Colors &colors)
{
    ReadOut readOut;
    readOut.moment = momentText(moment, contents.now);
    for (const ChartLine &line : contents.lines) {
        if (hidden.contains(line.config))
            continue;
        const std::optional<double> value =
            valueAt(pointsOf(contents, line.config), contents.value, contents.reach, moment);
        readOut.rows.push_back({line.config,
                                value ? valueText(*value, contents.value) : ChartText::tr("no data"),
                                lineStyle(line.number, colors), isActiveAt(contents, line.config, moment)});
    }
    return readOut;
}

QString spanSentence(const ActiveSpan &span, TimePoint now)
{
    const bool goesOn = span.to >= now;
    const QString length = spanText(std::min(span.to, now) - span.from);
    if (goesOn)
        return filled(ChartText::tr("%1 is active since %2 (%3)"),
                      {span.config, momentText(span.from, now), length});
    return filled(ChartText::tr("%1 was active from %2 to %3 (%4)"),
                  {span.config, momentText(span.from, now), momentText(span.to, now), length});
}

} // namespace qcc
