// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/history_door.h"

#include <QThread>

namespace qcc {

class HistoryReader;

/// Reads a home's history for the window on a thread of its own (*reader*), one question after the other, so
/// that no query stalls the window or the instance that writes. Main thread; the reader's thread owns nothing
/// but the question it works on.
class HistoryDesk final : public HistoryDoor
{
    Q_OBJECT
public:
    static constexpr int kMostQuestions = 64; ///< waiting or under way; more are refused

    explicit HistoryDesk(QObject *parent = nullptr);
    /// Waits for the question under way.
    ~HistoryDesk() override;

    /// Questions are about this home from now on; answers to older ones still come.
    void open(const QString &home) { m_home = home; }

    void events(const EventFilter &filter, Answer<std::vector<FailoverEvent>> done) override;
    void countEvents(const EventFilter &filter, Answer<qint64> done) override;
    void requests(const RequestFilter &filter, Answer<std::vector<StoredRequest>> done) override;
    void health(const HealthQuery &query, Answer<HealthAnswer> done) override;
    void stats(TimePoint from, TimePoint to, Answer<HistoryStats> done) override;
    void exportEvents(const EventFilter &filter, ExportFormat format, const QString &path,
                      Answer<qint64> done) override;

private:
    template <typename T> using Question = std::function<Result<T>(const HistoryReader &)>;
    template <typename T> void ask(Question<T> question, Answer<T> done);

    QString m_home;
    QThread m_thread;
    QObject *m_worker; ///< lives on the reader's thread; what is invoked on it runs there
    int m_questions = 0;
};

} // namespace qcc
