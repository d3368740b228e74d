// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/items/board_bench.h"

namespace qcc::test {

BoardOrder orderFrom(const QString &board)
{
    BoardOrder order = boardOrder(PriorityGroups());
    const QStringList lists = board.split(QLatin1Char('|'));
    for (qsizetype i = 0; i < lists.size(); ++i) {
        const QStringList names = lists[i].split(QLatin1Char(' '), Qt::SkipEmptyParts);
        order[kPriorities.at(static_cast<size_t>(i))] = {names.begin(), names.end()};
    }
    return order;
}

QString toText(const BoardOrder &order)
{
    QStringList lists;
    for (const Priority priority : kPriorities) {
        const std::vector<QString> &names = order.at(priority);
        lists << QStringList(names.begin(), names.end()).join(QLatin1Char(' '));
    }
    return lists.join(QStringLiteral(" | "));
}

Settings settingsFrom(const QString &board, const QMap<QString, QString> &ids)
{
    Settings settings;
    for (const auto &[priority, names] : orderFrom(board)) {
        for (const QString &name : names) {
            Config config;
            config.name = name;
            const QString id = ids.value(name, name);
            if (!id.isEmpty()) {
                config.endpoints.emplace_back();
                config.endpoints.back().id = EndpointId{id};
                config.endpoints.back().name = QStringLiteral("main");
            }
            settings.configs.push_back(config);
            settings.groups.place(name, priority);
        }
    }
    return settings;
}

QString shown(const BoardModel &model)
{
    BoardOrder order;
    for (const Priority priority : kPriorities) {
        const QModelIndex group = model.index(static_cast<int>(priority), 0);
        std::vector<QString> &names = order[priority];
        for (int row = 0; row < model.rowCount(group); ++row)
            names.push_back(model.index(row, 0, group).data(Qt::DisplayRole).toString());
    }
    return toText(order);
}

SignalLog::SignalLog(const BoardModel &model) : m_model(model)
{
    connect(&model, &QAbstractItemModel::rowsMoved, this, &SignalLog::rowsMoved);
    connect(&model, &QAbstractItemModel::dataChanged, this, &SignalLog::dataChanged);
    connect(&model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &group, int row, int last) {
                lines << QStringLiteral("inserted %1 %2 (%3)").arg(name(group)).arg(row).arg(last - row + 1);
            });
    connect(&model, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &group, int row, int last) {
                lines << QStringLiteral("removed %1 %2 (%3)").arg(name(group)).arg(row).arg(last - row + 1);
            });
    connect(&model, &QAbstractItemModel::modelReset, this, [this] { lines << QStringLiteral("reset"); });
    connect(&model, &QAbstractItemModel::layoutChanged, this, [this] { lines << QStringLiteral("layout"); });
}

void SignalLog::rowsMoved(const QModelIndex &from, int first, int last, const QModelIndex &to, int row)
{
    lines << QStringLiteral("moved %1 %2 to %3 %4").arg(name(from)).arg(first).arg(name(to)).arg(row);
    if (last != first)
        lines << QStringLiteral("and more");
    const int now = from == to && row > first ? row - 1 : row;
    movedNames << m_model.index(now, 0, to).data().toString();
}

void SignalLog::dataChanged(const QModelIndex &first, const QModelIndex &last)
{
    for (int row = first.row(); row <= last.row(); ++row)
        lines << QStringLiteral("changed %1").arg(name(first.siblingAtRow(row)));
}

QString SignalLog::name(const QModelIndex &index) const
{
    const BoardCard *card = m_model.card(index);
    return card ? card->name : toWord(kPriorities.at(static_cast<size_t>(index.row())));
}

} // namespace qcc::test
