// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/board_columns.h"

#include "ui/base/grid.h"
#include "ui/board/card_delegate.h"

#include <QGridLayout>
#include <QItemSelectionModel>
#include <QResizeEvent>

namespace qcc {

namespace {

constexpr int kThreeColumns = 860; ///< from this width on; a page of a window that is 1100 wide has more
constexpr int kFourColumns = 1480;
constexpr int kWeighedCards = 4; ///< a group with more doesn't get more of the height

} // namespace

BoardColumns::Form BoardColumns::formFor(int width)
{
    if (width >= kFourColumns)
        return Form::Four;
    return width >= kThreeColumns ? Form::Three : Form::Grid;
}

BoardColumns::BoardColumns(BoardModel &model, CardDelegate &delegate, QWidget *parent)
    : QWidget(parent), m_model(model), m_delegate(delegate),
      m_selection(new QItemSelectionModel(&model, this)), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(grid::kMedium);
    for (const Priority priority : kPriorities) {
        auto *made = new GroupPanel(model, priority, delegate, this);
        m_panels.at(static_cast<size_t>(priority)) = made;
        connectPanel(made);
    }
    connect(m_selection, &QItemSelectionModel::selectionChanged, this, &BoardColumns::selectionChanged);
    connect(m_selection, &QItemSelectionModel::currentChanged, this, &BoardColumns::selectionChanged);
    connect(&model, &QAbstractItemModel::rowsMoved, this, [this] { m_cardsMoved = true; });
    arrange(Form::Three);
}

void BoardColumns::connectPanel(GroupPanel *panel)
{
    CardList *list = panel->list();
    const QItemSelectionModel *own = list->selectionModel();
    list->setSelectionModel(m_selection);
    delete own;
    connect(list, &CardList::menuWanted, this, &BoardColumns::menuWanted);
    connect(list, &CardList::sidewaysWanted, this, [this, list](int step) { goSideways(list, step); });
    connect(list, &QListView::doubleClicked, this, [this](const QModelIndex &index) {
        Q_EMIT activated(index.data(BoardModel::NameRole).toString());
    });
    connect(panel, &GroupPanel::addWanted, this, &BoardColumns::addWanted);
    connect(panel, &GroupPanel::enabledWanted, this, &BoardColumns::enabledWanted);
}

void BoardColumns::arrange(Form form)
{
    if (m_arranged && form == m_form)
        return;
    m_arranged = true;
    m_form = form;
    for (GroupPanel *panel : m_panels)
        m_grid->removeWidget(panel);
    const int columns = form == Form::Grid ? 2 : form == Form::Three ? 3 : 4;
    for (int i = 0; i < 4; ++i)
        m_grid->setColumnStretch(i, i < columns ? 1 : 0);
    for (int i = 0; i < 3; ++i)
        m_grid->addWidget(m_panels.at(static_cast<size_t>(i)), form == Form::Grid ? i / 2 : 0,
                          form == Form::Grid ? i % 2 : i);
    GroupPanel *disabled = panel(Priority::Disabled);
    disabled->setForm(form == Form::Three ? GroupPanel::Form::Shelf : GroupPanel::Form::List);
    switch (form) {
    case Form::Grid:
        m_grid->addWidget(disabled, 1, 1);
        break;
    case Form::Three:
        m_grid->addWidget(disabled, 1, 0, 1, 3);
        break;
    case Form::Four:
        m_grid->addWidget(disabled, 0, 3);
        break;
    }
    shareHeight();
}

void BoardColumns::shareHeight()
{
    const auto cards = [this](Priority priority) {
        return std::clamp(m_model.rowCount(m_model.groupIndex(priority)), 1, kWeighedCards);
    };
    const bool grid = m_form == Form::Grid;
    m_grid->setRowStretch(0, grid ? std::max(cards(Priority::Primary), cards(Priority::Secondary)) : 1);
    m_grid->setRowStretch(1, grid ? std::max(cards(Priority::Fallback), cards(Priority::Disabled)) : 0);
}

void BoardColumns::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange(formFor(event->size().width()));
}

std::vector<QWidget *> BoardColumns::lists() const
{
    std::vector<QWidget *> all;
    for (const GroupPanel *panel : m_panels)
        all.push_back(panel->list());
    return all;
}

QStringList BoardColumns::selectedNames() const
{
    QStringList names;
    for (const auto &[priority, configs] : m_model.order()) {
        for (const QString &name : configs) {
            if (m_selection->isSelected(m_model.configIndex(name)))
                names << name;
        }
    }
    return names;
}

QString BoardColumns::currentName() const
{
    return m_selection->currentIndex().data(BoardModel::NameRole).toString();
}

void BoardColumns::select(const QStringList &names, const QString &current)
{
    QItemSelection selection;
    for (const QString &name : names) {
        if (const QModelIndex index = m_model.configIndex(name); index.isValid())
            selection.select(index, index);
    }
    m_selection->select(selection, QItemSelectionModel::ClearAndSelect);
    const QModelIndex shown = m_model.configIndex(current);
    if (!shown.isValid())
        return;
    m_selection->setCurrentIndex(shown, QItemSelectionModel::NoUpdate);
    CardList *list = panel(static_cast<Priority>(shown.parent().row()))->list();
    list->scrollTo(shown);
    if (listHasFocus())
        list->setFocus(Qt::OtherFocusReason);
}

bool BoardColumns::listHasFocus() const
{
    return std::any_of(m_panels.begin(), m_panels.end(),
                       [](const GroupPanel *panel) { return panel->list()->hasFocus(); });
}

void BoardColumns::setState(const Settings &settings, const ProxySnapshot &snapshot, TimePoint now)
{
    const QStringList selected = selectedNames();
    const QString current = currentName();
    m_cardsMoved = false;
    const bool pinChanged = m_delegate.setPinnedUntil(snapshot.failover.pinnedUntil);
    m_model.setState(settings, snapshot, now);
    refresh();
    if (m_cardsMoved)
        select(selected, current);
    if (pinChanged) { // the cards are the same, what they say is not
        for (GroupPanel *panel : m_panels)
            panel->list()->doItemsLayout();
    }
}

void BoardColumns::refresh()
{
    for (GroupPanel *panel : m_panels)
        panel->refresh();
    shareHeight();
}

void BoardColumns::goSideways(const CardList *from, int step)
{
    const int wanted = static_cast<int>(from->priority()) + step;
    if (wanted < 0 || wanted >= static_cast<int>(m_panels.size()))
        return;
    GroupPanel *target = m_panels.at(static_cast<size_t>(wanted));
    target->setFolded(false);
    target->list()->enter(std::max(0, from->currentIndex().row()));
}

} // namespace qcc
