// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/stats_view.h"

#include "app/cli/cli_text.h"
#include "app/cli/table.h"
#include "models/text/span_text.h"

namespace qcc {

namespace {

constexpr qsizetype kMostSpans = 12; ///< of the time line; the latest

QString orDash(const std::optional<milliseconds> &time)
{
    return time ? spanText(*time) : QStringLiteral("–");
}

QString percent(double part)
{
    return CliText::tr("%1 %").arg(part, 0, 'f', 1);
}

Table switchFacts(const HistoryStats &stats)
{
    Table facts(2);
    facts.addRow({{CliText::tr("failovers")},
                  {CliText::tr("%1 (%2 an hour, %3 a day)")
                       .arg(stats.failovers)
                       .arg(stats.failoversPerHour, 0, 'f', 2)
                       .arg(stats.failoversPerDay, 0, 'f', 1)}});
    facts.addRow({{CliText::tr("recoveries")}, {QString::number(stats.recoveries)}});
    facts.addRow({{CliText::tr("manual switches")}, {QString::number(stats.manualSwitches)}});
    facts.addRow(
        {{CliText::tr("failed switches")},
         {QString::number(stats.failedSwitches), stats.failedSwitches > 0 ? Paint::Red : Paint::Plain}});
    facts.addRow({{CliText::tr("mean time to recovery")}, {orDash(stats.meanTimeToRecovery)}});
    facts.addRow({{CliText::tr("mean time between failovers")}, {orDash(stats.meanTimeBetweenFailovers)}});
    facts.addRow({{CliText::tr("requests")},
                  {CliText::tr("%1: %2 served, %3 failed, %4 broken off")
                       .arg(stats.requests)
                       .arg(stats.served)
                       .arg(stats.failed)
                       .arg(stats.broken)}});
    facts.addRow({{CliText::tr("saved by spill-over")}, {QString::number(stats.savedBySpillOver)}});
    facts.addRow({{CliText::tr("tokens")},
                  {CliText::tr("%1 in, %2 out, %3 read from the cache, %4 written to it")
                       .arg(tokensText(stats.usage.input), tokensText(stats.usage.output),
                            tokensText(stats.usage.cacheRead), tokensText(stats.usage.cacheCreation))}});
    return facts;
}

Table configTable(const HistoryStats &stats)
{
    Table table;
    table.addHeader({CliText::tr("config"), CliText::tr("health"), CliText::tr("active"),
                     CliText::tr("served"), CliText::tr("first byte"), CliText::tr("tokens in"),
                     CliText::tr("tokens out")});
    for (const ConfigStats &config : stats.configs)
        table.addRow({{config.config, Paint::Bold},
                      {config.healthPercentage ? percent(*config.healthPercentage) : QStringLiteral("–")},
                      {percent(config.activeShare * 100)},
                      {QString::number(config.requestsServed)},
                      {config.meanFirstByte ? latencyText(*config.meanFirstByte) : QStringLiteral("–")},
                      {tokensText(config.usage.input)},
                      {tokensText(config.usage.output)}});
    return table;
}

Table spanTable(const HistoryStats &stats)
{
    Table table;
    table.addHeader({CliText::tr("active from"), CliText::tr("for"), CliText::tr("config")});
    const auto &spans = stats.activeSpans;
    const size_t count = std::min(spans.size(), size_t(kMostSpans));
    for (const ActiveSpan &span : std::span(spans).last(count))
        table.addRow(
            {{dateTimeText(span.from)}, {spanText(span.to - span.from)}, {span.config, Paint::Bold}});
    return table;
}

} // namespace

QString tokensText(qint64 tokens)
{
    if (tokens < 1'000)
        return QString::number(tokens);
    if (tokens < 999'950)
        return CliText::tr("%1 k", "thousand tokens").arg(double(tokens) / 1e3, 0, 'f', 1);
    return CliText::tr("%1 M", "million tokens").arg(double(tokens) / 1e6, 0, 'f', 1);
}

void showStats(const Console &console, const HistoryStats &stats)
{
    console.print(
        CliText::tr("From %1 to %2 (%3)")
            .arg(dateTimeText(stats.from), dateTimeText(stats.to), spanText(stats.to - stats.from)));
    switchFacts(stats).print(console);
    if (!stats.configs.empty()) {
        console.print(QString());
        configTable(stats).print(console);
    }
    if (!stats.activeSpans.empty()) {
        console.print(QString());
        spanTable(stats).print(console);
    }
}

} // namespace qcc
