// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/clock.h"
#include "ui/board/board_headline.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace qcc {

class ClaudeSwitch;
class CopyButton;
class ElidedLabel;
class StateMark;
class ToggleSwitch;

/// The head of the board: how things are in a mark, a word and a sentence, and what can be done about it.
/// Asks by signals. Main thread.
class BoardHeader final : public QFrame
{
    Q_OBJECT
public:
    explicit BoardHeader(Clock clock, QWidget *parent = nullptr);

    void setState(const InstanceState &link, const Settings &settings, const ProxySnapshot &snapshot);
    /// Its switch is shown below the proxy's.
    void setClaude(ClaudeSwitch &claude);
    OverallState state() const { return m_headline.state; }
    QString sentence() const;
    bool holdsCountdown() const { return m_headline.holdsCountdown(m_clock()); }
    /// The sentence, as it is now.
    void tick();
    void setWhyShown(bool shown);

Q_SIGNALS:
    void whyWanted(bool shown);
    void releaseWanted();
    void pauseWanted(bool paused);
    void serveWanted(bool on);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QLayout *makeTop();
    QLayout *makeButtons();
    void connectButtons();
    void retranslate();
    void recolor();

    Clock m_clock;
    BoardHeadline m_headline;
    bool m_reachable = false;
    StateMark *m_mark = nullptr;
    QLabel *m_word = nullptr;
    QLabel *m_sentence = nullptr;
    QLabel *m_addressHint = nullptr;
    ElidedLabel *m_address = nullptr;
    CopyButton *m_copy = nullptr;
    ToggleSwitch *m_serve = nullptr;
    QVBoxLayout *m_switches = nullptr;
    QPushButton *m_why = nullptr;
    QPushButton *m_release = nullptr;
    QPushButton *m_pause = nullptr;
};

} // namespace qcc
