// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/board/group_panel.h"

class QGridLayout;
class QItemSelectionModel;

namespace qcc {

/// The four groups, arranged by the room there is, with one selection over all of them. Says what a person
/// wants; does nothing by itself. Main thread.
class BoardColumns final : public QWidget
{
    Q_OBJECT
public:
    enum class Form {
        Grid,  ///< two by two
        Three, ///< three lists, the disabled ones as a shelf below
        Four   ///< four lists
    };
    static Form formFor(int width);

    BoardColumns(BoardModel &model, CardDelegate &delegate, QWidget *parent = nullptr);

    Form form() const { return m_form; }
    GroupPanel *panel(Priority priority) const { return m_panels.at(static_cast<size_t>(priority)); }
    std::vector<QWidget *> lists() const;
    QStringList selectedNames() const; ///< in the order of the board
    QString currentName() const;       ///< of the card with the focus ring; empty: none
    /// Chooses these, and shows @p current.
    void select(const QStringList &names, const QString &current);
    /// After the model has got a new state.
    void refresh();
    /// The selected cards keep being selected when they move to another list.
    void setState(const Settings &settings, const ProxySnapshot &snapshot, TimePoint now);

Q_SIGNALS:
    void selectionChanged();
    void activated(const QString &config); ///< double-clicked
    void menuWanted(const QPoint &globalPosition);
    void addWanted(qcc::Priority priority);
    void enabledWanted(qcc::Priority priority, bool enabled);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void connectPanel(GroupPanel *panel);
    void arrange(Form form);
    void shareHeight();
    void goSideways(const CardList *from, int step);
    bool listHasFocus() const;

    BoardModel &m_model;
    CardDelegate &m_delegate;
    QItemSelectionModel *m_selection = nullptr;
    QGridLayout *m_grid = nullptr;
    std::array<GroupPanel *, kPriorities.size()> m_panels{};
    Form m_form = Form::Three;
    bool m_arranged = false;
    bool m_cardsMoved = false; ///< during setState()
};

} // namespace qcc
