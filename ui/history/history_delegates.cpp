// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/history_delegates.h"

#include "models/items/event_table_model.h"
#include "models/items/request_tree_model.h"
#include "models/items/session_table_model.h"
#include "ui/base/grid.h"
#include "ui/base/style.h"
#include "ui/history/event_looks.h"

namespace qcc {

namespace {

void decorate(QStyleOptionViewItem *option, const QIcon &icon)
{
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->icon = icon;
    option->decorationSize = QSize(grid::kIcon, grid::kIcon);
}

void setTextColor(QStyleOptionViewItem *option, const QColor &color)
{
    option->palette.setColor(QPalette::Text, color);
    option->palette.setColor(QPalette::HighlightedText, color);
}

} // namespace

void EventDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (option->state & QStyle::State_Selected)
        option->state &= ~QStyle::State_HasFocus; // the row shows it, not one cell
    const Colors &colors = colorsFor(option->palette);
    const QVariant type = index.data(EventTableModel::TypeRole);
    if (!type.isValid())
        return setTextColor(option, colors.textMuted);
    const bool success = index.data(EventTableModel::SuccessRole).toBool();
    if (index.column() == EventTableModel::Type) {
        FailoverEvent event;
        event.type = static_cast<FailoverEventType>(type.toInt());
        event.success = success;
        decorate(option, eventIcon(event, colors));
    } else if (index.column() == EventTableModel::Success) {
        decorate(option, resultIcon(success, colors));
        if (!success)
            setTextColor(option, colors.bad);
    }
}

QSize RequestDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(rowHeight(option.widget));
    return size;
}

void RequestDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const Colors &colors = colorsFor(option->palette);
    const QVariant end = index.data(RequestTreeModel::EndRole);
    if (!end.isValid())
        setTextColor(option, colors.textMuted); // an attempt
    if (index.column() != RequestTreeModel::Status)
        return;
    if (end.isValid())
        return decorate(option, requestIcon(static_cast<RequestEnd>(end.toInt()), colors));
    decorate(option, resultIcon(index.data(RequestTreeModel::AttemptOkRole).toBool(), colors));
}

QSize SessionDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(rowHeight(option.widget));
    return size;
}

void SessionDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const Colors &colors = colorsFor(option->palette);
    if (index.column() == SessionTableModel::Reason)
        setTextColor(option, colors.textMuted);
    const bool byHand = index.data(SessionTableModel::ByHandRole).toBool();
    if (byHand && index.column() == SessionTableModel::Config)
        decorate(option, icon(Icon::Pin, colors.accent));
}

} // namespace qcc
