// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/session.h"

#include <QAbstractTableModel>

#include <vector>

namespace qcc {

/// The conversations that are known now, the last used first. Fed with all of them again and again; emits
/// exact row signals for what differs, so that a selection stays with its session. Does no I/O; main thread.
class SessionTableModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Session, Config, Model, LastUsed, Requests, Running, Reason, ColumnCount };
    enum Role {
        IdRole = Qt::UserRole + 1, ///< QByteArray: the whole id
        ByHandRole                 ///< bool
    };

    explicit SessionTableModel(QObject *parent = nullptr);

    /// @p active: the active config; @p now: for texts with times.
    void setSessions(std::vector<SessionSnapshot> sessions, const QString &active, TimePoint now);
    void retranslate();

    const SessionSnapshot *session(int row) const; ///< null: none
    int rowOf(const QByteArray &id) const;         ///< -1: none

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void removeGone(const std::vector<SessionSnapshot> &next);
    void place(int row, const SessionSnapshot &next);
    QString text(const SessionSnapshot &session, int column) const;
    QVariant tip(const SessionSnapshot &session, int column) const;

    std::vector<SessionSnapshot> m_sessions;
    QString m_active;
    TimePoint m_now;
};

} // namespace qcc
