// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/instance_questions.h"

namespace qcc {

inline constexpr int kReportedEvents = 200;   ///< the newest
inline constexpr int kReportedRequests = 500; ///< likewise

/// Gathers what somebody who helps needs to know: the program and its surroundings, a check-up, the settings,
/// the instance's state, the last events and requests; then takes out what is private
/// (app/doctor/redactor.h). Main thread.
class SupportReport final : public QObject
{
    Q_OBJECT
public:
    /// @p instance must outlive it.
    explicit SupportReport(InstanceAccess &instance, QObject *parent = nullptr);

    void begin();

Q_SIGNALS:
    void ready(const QJsonObject &report);

private:
    void addSettings();
    void addState();
    void addToken();
    void addHistory();
    void finish();

    InstanceAccess &m_instance;
    Checkup m_checkup;
    Settings m_settings;
    Secret m_token;
    QJsonObject m_report;
};

} // namespace qcc
