// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/endpoints_editor.h"

#include "ui/base/grid.h"
#include "ui/base/icons.h"
#include "ui/editing/endpoint_form.h"

#include <QAction>
#include <QListView>
#include <QToolButton>

namespace qcc {

namespace {

constexpr int kListWidth = 176; // device-independent pixels
constexpr int kListHeight = 168;

} // namespace

EndpointsEditor::EndpointsEditor(InstanceDoor &instance, QWidget *parent)
    : QWidget(parent), m_list(new QListView), m_form(new EndpointForm(instance)), m_empty(new QLabel)
{
    build();
    connectModel();
    retranslate();
    updateButtons();
}

void EndpointsEditor::build()
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(grid::kLarge);
    auto *left = new QVBoxLayout;
    left->setSpacing(grid::kUnit);
    buildList(left);
    row->addLayout(left);
    row->addWidget(m_form, 1);
    row->addWidget(m_empty, 1);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignTop);
}

void EndpointsEditor::buildList(QVBoxLayout *column)
{
    m_list->setModel(&m_model);
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setDefaultDropAction(Qt::MoveAction);
    m_list->setDragDropOverwriteMode(false);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setFixedWidth(kListWidth);
    m_list->setFixedHeight(kListHeight);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(grid::kUnit);
    m_add = addButton(buttons, &EndpointsEditor::add);
    m_remove = addButton(buttons, &EndpointsEditor::removeSelected);
    m_up = addButton(buttons, &EndpointsEditor::moveUp);
    m_down = addButton(buttons, &EndpointsEditor::moveDown);
    buttons->addStretch(1);
    addShortcut(QKeySequence(Qt::ALT | Qt::Key_Up), &EndpointsEditor::moveUp);
    addShortcut(QKeySequence(Qt::ALT | Qt::Key_Down), &EndpointsEditor::moveDown);
    addShortcut(QKeySequence(Qt::Key_Delete), &EndpointsEditor::removeSelected);
    column->addWidget(m_list);
    column->addLayout(buttons);
    column->addStretch(1);
}

QToolButton *EndpointsEditor::addButton(QHBoxLayout *row, void (EndpointsEditor::*pressed)())
{
    auto *button = new QToolButton;
    button->setFocusPolicy(Qt::StrongFocus);
    connect(button, &QToolButton::clicked, this, pressed);
    row->addWidget(button);
    return button;
}

void EndpointsEditor::addShortcut(const QKeySequence &keys, void (EndpointsEditor::*triggered)())
{
    auto *action = new QAction(m_list);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, triggered);
    m_list->addAction(action);
}

void EndpointsEditor::connectModel()
{
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &EndpointsEditor::showSelected);
    connect(m_form, &EndpointForm::edited, this, &EndpointsEditor::takeEdit);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(&m_model, signal, this, &EndpointsEditor::updateButtons);
        connect(&m_model, signal, this, &EndpointsEditor::edited);
    }
    connect(&m_model, &QAbstractItemModel::rowsMoved, this, &EndpointsEditor::updateButtons);
    connect(&m_model, &QAbstractItemModel::rowsMoved, this, &EndpointsEditor::edited);
}

void EndpointsEditor::load(std::vector<EndpointDraft> drafts)
{
    m_faults.clear();
    m_model.reset(std::move(drafts));
    select(m_model.rowCount() > 0 ? 0 : -1);
    showSelected();
}

int EndpointsEditor::selected() const
{
    return m_list->currentIndex().isValid() ? m_list->currentIndex().row() : -1;
}

void EndpointsEditor::select(int row)
{
    m_list->setCurrentIndex(m_model.index(row));
}

void EndpointsEditor::showSelected()
{
    if (selected() >= 0)
        m_form->load(m_model.at(selected()));
    else
        m_form->wipe();
    showFaults(std::exchange(m_faults, {}));
    updateButtons();
}

void EndpointsEditor::showFaults(std::vector<DraftFault> faults)
{
    m_faults = std::move(faults);
    std::set<int> rows;
    std::vector<DraftFault> mine;
    for (const DraftFault &fault : m_faults) {
        rows.insert(fault.endpoint);
        if (fault.endpoint == selected())
            mine.push_back(fault);
    }
    m_model.setFaulty(rows);
    if (selected() >= 0)
        m_form->showFaults(mine, hintsOf(m_model.at(selected())));
}

void EndpointsEditor::takeEdit()
{
    if (selected() < 0)
        return;
    m_model.set(selected(), m_form->draft());
    Q_EMIT edited();
}

void EndpointsEditor::add()
{
    m_model.append({});
    select(m_model.rowCount() - 1);
    focusForm();
}

void EndpointsEditor::removeSelected()
{
    if (selected() >= 0)
        m_model.removeRow(selected());
}

void EndpointsEditor::moveSelected(int by)
{
    const int row = selected();
    const int to = row + by;
    if (row < 0 || to < 0 || to >= m_model.rowCount())
        return;
    m_model.moveRow({}, row, {}, by > 0 ? to + 1 : to);
    m_list->scrollTo(m_list->currentIndex());
}

void EndpointsEditor::focusForm()
{
    m_form->focusFirst();
}

void EndpointsEditor::wipe()
{
    m_form->wipe();
    m_model.reset({});
}

void EndpointsEditor::updateButtons()
{
    const int row = selected();
    m_form->setVisible(row >= 0);
    m_empty->setVisible(row < 0);
    m_remove->setEnabled(row >= 0);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_model.rowCount());
}

void EndpointsEditor::retranslate()
{
    const auto dress = [](QToolButton *button, Icon which, const QString &text) {
        button->setIcon(icon(which));
        button->setToolTip(text);
        button->setAccessibleName(text);
    };
    dress(m_add, Icon::Add, tr("Add an endpoint"));
    dress(m_remove, Icon::Remove, tr("Remove this endpoint and its key (Delete)"));
    dress(m_up, Icon::Up, tr("Ask it earlier (Alt+Up)"));
    dress(m_down, Icon::Down, tr("Ask it later (Alt+Down)"));
    const QStringList actions{tr("Ask it earlier"), tr("Ask it later"), tr("Remove")};
    for (int i = 0; i < actions.size(); ++i)
        m_list->actions()[i]->setText(actions[i]);
    m_list->setAccessibleName(tr("Endpoints, the best first"));
    m_list->setToolTip(tr("The best first: drag to reorder"));
    m_empty->setText(tr("An endpoint is a URL with a key. Without one, this config cannot serve anybody."));
    m_model.refresh();
}

void EndpointsEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace qcc
