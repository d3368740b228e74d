// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/doctor/network_checks.h"
#include "app/doctor/surrounding_checks.h"
#include "models/domain/result.h"

namespace qcc {

/// What a check-up asks of an instance, if one runs: NotRunning otherwise.
struct InstanceQuestions
{
    template <typename T> using Answer = std::function<void(Result<T>)>;
    std::function<void(Answer<ProxySnapshot>)> status;
    std::function<void(Answer<Secret>)> token;
    std::function<void(Answer<Settings>)> settings;
    std::function<void(Answer<std::vector<CheckReport>>)> check; ///< of every endpoint
};

struct CheckupOptions
{
    QString home;
    QString version;    ///< of this program
    QString listenHost; ///< where a proxy would listen
    quint16 listenPort = 0;
    QString path;            ///< as PATH
    bool providers = true;   ///< ask the providers too
    TakeoverStatus takeover; ///< Claude Code's settings, as they are
    bool desktop = true;     ///< look for tray and notifications
};

/// Looks at everything that has to be right for Claude Code to be served, one thing after the other, and
/// tells each as soon as it is known. Changes nothing. Main thread of a command line: some looks block, each
/// for a few seconds at most.
class Checkup final : public QObject
{
    Q_OBJECT
public:
    Checkup(CheckupOptions options, InstanceQuestions instance, QObject *parent = nullptr);

    void begin();
    /// All that was found so far.
    const Findings &findings() const { return m_findings; }

Q_SIGNALS:
    void found(const std::vector<qcc::Finding> &findings); ///< never empty
    void finished();

private:
    void tell(const Findings &findings);
    void lookAtInstance();
    void lookAtProxy(const ProxySnapshot &snapshot);
    void lookAtSettings();
    void lookAtProviders(const Settings &settings);
    void lookAround(const Settings &settings);

    CheckupOptions m_options;
    InstanceQuestions m_instance;
    NetworkChecks m_network;
    bool m_running = false; ///< an instance answers
    Findings m_findings;
};

} // namespace qcc
