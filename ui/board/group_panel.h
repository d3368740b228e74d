// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/board/card_list.h"

class QLabel;
class QToolButton;

namespace qcc {

class ElidedLabel;
class ToggleSwitch;

/// One group on the board: its heading with a switch, and its cards. The Disabled group has no switch; as a
/// shelf it can be folded. Asks for changes by signals; main thread.
class GroupPanel final : public QFrame
{
    Q_OBJECT
public:
    enum class Form { List, Shelf };

    GroupPanel(BoardModel &model, Priority priority, CardDelegate &delegate, QWidget *parent = nullptr);

    CardList *list() const { return m_list; }
    Priority priority() const { return m_list->priority(); }
    void setForm(Form form);
    bool isFolded() const { return m_form == Form::Shelf && m_folded; }
    void setFolded(bool folded);
    /// Count, switch and heights as the model says now.
    void refresh();

Q_SIGNALS:
    void addWanted(qcc::Priority priority);
    void enabledWanted(qcc::Priority priority, bool enabled);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QLayout *makeHeading();
    void retranslate();
    void recolor();
    void fitShelf();
    bool isEnabledGroup() const;
    int cardCount() const;

    CardList *m_list = nullptr;
    QLabel *m_icon = nullptr;
    ElidedLabel *m_name = nullptr;
    QLabel *m_count = nullptr;
    ToggleSwitch *m_switch = nullptr; ///< null: Disabled
    QToolButton *m_add = nullptr;
    QToolButton *m_fold = nullptr; ///< of Disabled
    Form m_form = Form::List;
    bool m_folded = false;
    int m_shownCount = -1;
    bool m_shownOn = false;
};

} // namespace qcc
