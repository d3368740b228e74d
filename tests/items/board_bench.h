// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/board_model.h"

namespace qcc::test {

/// Boards as text, the groups between bars: "production team | backup | | old".
BoardOrder orderFrom(const QString &board);
QString toText(const BoardOrder &order);

/// A config for each name; its only endpoint's id is made of @p ids (by config), or else of the name.
Settings settingsFrom(const QString &board, const QMap<QString, QString> &ids = {});

/// What the model says of itself, by index() and data() alone.
QString shown(const BoardModel &model);

/// Writes down the row signals of a model: "moved primary 0 to secondary 1", "changed backup".
class SignalLog : public QObject
{
    Q_OBJECT
public:
    explicit SignalLog(const BoardModel &model);
    QStringList lines;
    QStringList movedNames; ///< of the configs, in their new places

private:
    const BoardModel &m_model;
    void rowsMoved(const QModelIndex &from, int first, int last, const QModelIndex &to, int row);
    void dataChanged(const QModelIndex &first, const QModelIndex &last);
    QString name(const QModelIndex &index) const;
};

} // namespace qcc::test
