// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/claude/claude_switch.h"

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QPushButton;
class QToolButton;
class QTreeWidget;

namespace qcc {

class Banner;
class CopyButton;
class ElidedLabel;
class FindingList;

/// How Claude Code's settings stand to QCC: the file, what was found around it, what others have changed of
/// ours, and what can be done. Follows changes while it is open. Main thread.
class ClaudeDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit ClaudeDialog(ClaudeSwitch &claude, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    QLayout *makeHead();
    QLayout *makeFileLine();
    void makeEdits();
    void makeButtons();
    void refresh();
    void showEdits();
    void showButtons();
    void showRefusal(const Refusal &refusal);
    void recolor();

    ClaudeSwitch &m_claude;
    QLabel *m_mark = nullptr;
    QLabel *m_word = nullptr;
    QLabel *m_sentence = nullptr;
    Banner *m_refusal = nullptr;
    QLabel *m_fileName = nullptr;
    ElidedLabel *m_file = nullptr;
    CopyButton *m_copy = nullptr;
    QToolButton *m_folder = nullptr;
    QLabel *m_editsHead = nullptr;
    QTreeWidget *m_edits = nullptr;
    QLabel *m_findingsHead = nullptr;
    FindingList *m_findings = nullptr;
    QDialogButtonBox *m_buttons = nullptr;
    QPushButton *m_act = nullptr; ///< connects, puts back, or puts back all but the edits
};

} // namespace qcc
