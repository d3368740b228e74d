// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace qcc {

/// Why requests go where they go, a line each, below the head of the board; stays until it is put away.
class WhyPanel final : public QFrame
{
    Q_OBJECT
public:
    explicit WhyPanel(QWidget *parent = nullptr);
    void setSentences(const QStringList &sentences);
    QStringList sentences() const { return m_sentences; }

Q_SIGNALS:
    void closeWanted();
    void historyWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QStringList m_sentences;
    QLabel *m_title = nullptr;
    QVBoxLayout *m_lines = nullptr;
    QPushButton *m_history = nullptr;
    QToolButton *m_close = nullptr;
};

} // namespace qcc
