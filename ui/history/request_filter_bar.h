// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/history.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace qcc {

/// Which requests are shown, and whether the list moves. Main thread.
class RequestFilterBar final : public QWidget
{
    Q_OBJECT
public:
    static constexpr milliseconds kTypingPause{250};

    explicit RequestFilterBar(QWidget *parent = nullptr);

    void setConfigs(const QStringList &names);
    RequestFilter filter() const;
    QString searched() const;
    bool isFiltering() const;
    bool isPaused() const;
    void clear();
    /// As if @p text had been typed, in force at once, and nothing else chosen.
    void searchFor(const QString &text);
    void focusSearch();
    QWidget *lastInTabOrder() const;

Q_SIGNALS:
    void filterChanged();
    void searchChanged();
    void pauseToggled();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showPause();

    QComboBox *m_end = nullptr;
    QComboBox *m_config = nullptr;
    QLineEdit *m_search = nullptr;
    QPushButton *m_pause = nullptr;
    QTimer m_typing;
};

} // namespace qcc
