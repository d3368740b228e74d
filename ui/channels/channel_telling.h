// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/channels/channel_faults.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QEvent;
class QLabel;
class QTimeEdit;

namespace qcc {

class FieldNote;

/// What a channel tells, and when: alerts, quiet hours, summary.
class ChannelTelling final : public QWidget
{
    Q_OBJECT
public:
    explicit ChannelTelling(QWidget *parent = nullptr);

    void load(const AlertChannel &channel);
    void writeInto(AlertChannel &channel) const;
    void showFaults(const std::vector<ChannelFault> &faults);
    QCheckBox *alertBox(AlertKind kind) const { return m_alerts[static_cast<size_t>(kind)]; }
    QCheckBox *quietBox() const { return m_quiet; }
    QComboBox *digestBox() const { return m_digest; }
    QTimeEdit *digestTime() const { return m_digestAt; }

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    QLayout *makeAlerts();
    QLayout *makeTimes();
    void takeEdit();
    void showTimes();
    void retranslate();

    QLabel *m_title;
    std::vector<QCheckBox *> m_alerts; ///< by AlertKind
    FieldNote *m_note = nullptr;
    QCheckBox *m_quiet;
    QTimeEdit *m_from;
    QTimeEdit *m_to;
    QLabel *m_dash;
    FieldNote *m_quietNote = nullptr;
    QLabel *m_digestLabel;
    QComboBox *m_digest;
    QTimeEdit *m_digestAt;
};

} // namespace qcc
