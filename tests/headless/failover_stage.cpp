// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/headless/failover_stage.h"

#include "models/domain/words.h"

#include <QJsonDocument>

namespace qcc::test {

void FailoverStage::policy(const char *options)
{
    const CliRun run = cli.run(words("priority policy") + words(options));
    if (run.exitCode != 0)
        qFatal("the policy can't be set: %s", qPrintable(run.err));
}

bool FailoverStage::startWatching()
{
    return start(words("--listen 127.0.0.1:0")) &&
           eventually(
               [this] {
                   const QJsonArray configs = status()
                                                  .value(QLatin1String("failover"))
                                                  .toObject()
                                                  .value(QLatin1String("configs"))
                                                  .toArray();
                   return !configs.isEmpty() && std::ranges::none_of(configs, [](const QJsonValue &config) {
                       return config[QLatin1String("health")][QLatin1String("status")].toString() ==
                              QLatin1String("unknown");
                   });
               },
               kProgramPatience);
}

bool FailoverStage::startAgain()
{
    return start(words("--listen 127.0.0.1:0"));
}

std::vector<FailoverEvent> FailoverStage::eventList()
{
    Result<std::unique_ptr<HistoryReader>> reader = HistoryReader::open(cli.home());
    if (!reader)
        return {};
    EventFilter all;
    all.limit = 1000;
    Result<std::vector<FailoverEvent>> events = (*reader)->events(all);
    if (!events)
        return {};
    std::reverse(events->begin(), events->end());
    return std::move(events).value();
}

QStringList FailoverStage::events()
{
    QStringList lines;
    for (const FailoverEvent &event : eventList()) {
        lines += (event.success ? QString() : QStringLiteral("failed ")) + toWord(event.type) +
                 QLatin1Char(' ') + event.from + QLatin1Char('>') + event.to;
    }
    return lines;
}

bool FailoverStage::lastEventBecomes(const QString &event, std::chrono::milliseconds patience)
{
    return eventually(
        [&] {
            const QStringList all = events();
            return !all.isEmpty() && all.last() == event;
        },
        patience);
}

QJsonObject FailoverStage::status()
{
    return QJsonDocument::fromJson(cli.run(words("status --json")).out.toUtf8()).object();
}

QString FailoverStage::active()
{
    return status().value(QLatin1String("failover")).toObject().value(QLatin1String("active")).toString();
}

} // namespace qcc::test
