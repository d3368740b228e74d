// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/failover_event.h"

#include <QFrame>

class QLabel;

namespace qcc {

class CopyButton;

/// One event and why it happened, in sentences. Keeps a copy of it. Main thread.
class EventDetails final : public QFrame
{
    Q_OBJECT
public:
    explicit EventDetails(QWidget *parent = nullptr);

    /// Times as seen at @p now; none: a hint instead.
    void show(const std::optional<FailoverEvent> &event, TimePoint now);
    using QFrame::show;
    const std::optional<FailoverEvent> &event() const { return m_event; }
    /// What is shown, as text.
    QString text() const;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void retranslate();
    void restyle();

    std::optional<FailoverEvent> m_event;
    TimePoint m_now;
    QLabel *m_icon = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_facts = nullptr;
    QLabel *m_why = nullptr;
    CopyButton *m_copy = nullptr;
};

} // namespace qcc
