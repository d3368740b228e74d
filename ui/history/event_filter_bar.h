// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/history.h"
#include "ui/history/period.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QDateEdit;
class QHBoxLayout;
class QLabel;
class QLineEdit;

namespace qcc {

/// What of the history is shown: type, config, period, and a text. Knows no history. Main thread.
class EventFilterBar final : public QWidget
{
    Q_OBJECT
public:
    static constexpr milliseconds kTypingPause{250};

    explicit EventFilterBar(QWidget *parent = nullptr);

    void setConfigs(const QStringList &names);
    /// Its order, limit and offset are the defaults.
    EventFilter filter(TimePoint now) const;
    bool isFiltering() const;
    /// Shows all; changed() if something was hidden.
    void clear();
    void focusSearch();
    /// Stands at the end of the bar.
    void addButton(QWidget *button);

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    void showDates();
    void choose();
    Period period() const;

    QHBoxLayout *m_row = nullptr;
    QComboBox *m_type = nullptr;
    QComboBox *m_config = nullptr;
    QComboBox *m_period = nullptr;
    QLineEdit *m_search = nullptr;
    QWidget *m_dates = nullptr;
    QLabel *m_from = nullptr;
    QLabel *m_to = nullptr;
    QDateEdit *m_first = nullptr;
    QDateEdit *m_last = nullptr;
    QTimer m_typing;
};

} // namespace qcc
