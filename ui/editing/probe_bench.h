// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/instance_door.h"
#include "ui/editing/endpoint_draft.h"

#include <QWidget>

class QEvent;
class QLabel;
class QPushButton;

namespace qcc {

/// "Test now" for the endpoint that is being edited, and what the test found: can it be reached, is the key
/// accepted, does the model answer. An answer that nobody waits for any more is dropped.
class ProbeBench final : public QWidget
{
    Q_OBJECT
public:
    explicit ProbeBench(InstanceDoor &instance, QWidget *parent = nullptr);

    /// What a test would ask; none: it is not complete, @p why says what is missing. A result of another one
    /// goes.
    void load(const EndpointFields &fields, const std::optional<Secret> &key, const QString &why);
    bool isRunning() const { return m_running; }
    /// What is shown, for tests and screen readers.
    QString resultText() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void press();
    void run();
    void take(int question, const Result<CheckReport> &result);
    void forget();
    void retranslate();
    void showLayer(int at, CheckLayer layer, const QString &words);
    void showReport();
    void showSummary(const QString &text);

    InstanceDoor &m_instance;
    QPushButton *m_test;
    QLabel *m_summary;
    QWidget *m_layers;
    std::array<QLabel *, 3> m_icons{};
    std::array<QLabel *, 3> m_words{};
    std::optional<ProbeEndpoint> m_draft;
    EndpointFields m_fields;
    QString m_why;
    std::optional<Result<CheckReport>> m_result;
    int m_question = 0;
    bool m_running = false;
};

} // namespace qcc
