// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/draft_faults.h"
#include "ui/editing/endpoint_drafts_model.h"

class QEvent;
class QHBoxLayout;
class QKeySequence;
class QLabel;
class QListView;
class QToolButton;
class QVBoxLayout;

namespace qcc {

class EndpointForm;
class InstanceDoor;

/// The endpoints of a config: the list, in which they are added, removed and ordered by mouse, buttons and
/// keys (Alt+arrows, Delete), and the form of the selected one.
class EndpointsEditor final : public QWidget
{
    Q_OBJECT
public:
    explicit EndpointsEditor(InstanceDoor &instance, QWidget *parent = nullptr);

    EndpointDraftsModel &model() { return m_model; }
    void load(std::vector<EndpointDraft> drafts);
    std::span<const EndpointDraft> drafts() const { return m_model.all(); }
    /// Marks rows, and shows those of the selected one in the form.
    void showFaults(std::vector<DraftFault> faults);
    void select(int row);
    int selected() const;
    void focusForm();
    void wipe();

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void buildList(QVBoxLayout *column);
    void connectModel();
    QToolButton *addButton(QHBoxLayout *row, void (EndpointsEditor::*pressed)());
    void addShortcut(const QKeySequence &keys, void (EndpointsEditor::*triggered)());
    void add();
    void removeSelected();
    void moveUp() { moveSelected(-1); }
    void moveDown() { moveSelected(1); }
    void moveSelected(int by);
    void showSelected();
    void takeEdit();
    void updateButtons();
    void retranslate();

    EndpointDraftsModel m_model;
    QListView *m_list;
    EndpointForm *m_form;
    QLabel *m_empty;
    QToolButton *m_add = nullptr;
    QToolButton *m_remove = nullptr;
    QToolButton *m_up = nullptr;
    QToolButton *m_down = nullptr;
    std::vector<DraftFault> m_faults;
};

} // namespace qcc
