// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QTimer>

#include <chrono>

class QLabel;
class QPushButton;

namespace qcc {

/// A short word at the bottom of its parent about what was just done, with at most one action ("Undo"). Goes
/// by itself, stays while it is pointed at or holds the focus; a newer one replaces it. Announced to screen
/// readers.
class Toast final : public QFrame
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds kShownFor{6000};
    static constexpr std::chrono::milliseconds kShownWithAction{10000};

    explicit Toast(QWidget *parent);

    /// @p action: the button's text; empty: none.
    void showMessage(const QString &text, const QString &action = {});
    QString text() const;
    /// Other times than the usual ones, from the next message on.
    void setTimes(std::chrono::milliseconds shown, std::chrono::milliseconds shownWithAction);

Q_SIGNALS:
    void actionTriggered();
    void gone(); ///< hidden, whichever way

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void place();
    void wait();

    QLabel *m_text = nullptr;
    QPushButton *m_action = nullptr;
    QTimer m_timer;
    std::chrono::milliseconds m_shownFor = kShownFor;
    std::chrono::milliseconds m_shownWithAction = kShownWithAction;
};

} // namespace qcc
