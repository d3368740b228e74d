// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/history/history_reader.h"
#include "tests/headless/program_stage.h"

namespace qcc::test {

/// `qcc proxy start` with its control loop running on short intervals, and what its history tells.
class FailoverStage : public ProgramStage
{
public:
    /// Sets the policy by `qcc priority policy …`; fails loudly.
    void policy(const char *options);
    /// Starts with health checks and waits until every config has been checked.
    bool startWatching();
    /// Starts it again after an end; the home stays.
    bool startAgain();

    /// Newest last: "failover production>backup", "recovery backup>production", "failed failover
    /// production>".
    QStringList events();
    std::vector<FailoverEvent> eventList();
    /// Waits until the last one reads like that.
    bool lastEventBecomes(const QString &event, std::chrono::milliseconds patience = kProgramPatience);
    QString active();
    QJsonObject status();
    /// How often a line that begins with this (after the time) was printed.
    qsizetype countPrinted(const QString &text) { return out().count(text); }
};

} // namespace qcc::test
