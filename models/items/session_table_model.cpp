// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/session_table_model.h"

#include "models/text/session_text.h"
#include "models/text/span_text.h"
#include "models/text/text.h"

#include <QCoreApplication>
#include <QLocale>

namespace qcc {

namespace {

constexpr qsizetype kShownModel = 60; ///< a client chooses the name
constexpr qsizetype kToolTipLength = 200;

struct SessionWords
{
    Q_DECLARE_TR_FUNCTIONS(SessionWords)
};

QString lineOf(const QByteArray &bytes, qsizetype most)
{
    const QString text = QString::fromUtf8(bytes.left(4 * most)).simplified();
    return text.size() <= most ? text : text.left(most - 1) + QChar(0x2026);
}

bool isNumber(int column)
{
    return column == SessionTableModel::Requests || column == SessionTableModel::Running;
}

bool holds(const std::vector<SessionSnapshot> &sessions, const QByteArray &id)
{
    return std::any_of(sessions.begin(), sessions.end(),
                       [&](const SessionSnapshot &one) { return one.id == id; });
}

QString headerText(int column)
{
    switch (column) {
    case SessionTableModel::Session:
        return SessionWords::tr("Session");
    case SessionTableModel::Config:
        return SessionWords::tr("Served by");
    case SessionTableModel::Model:
        return SessionWords::tr("Model");
    case SessionTableModel::LastUsed:
        return SessionWords::tr("Last used");
    case SessionTableModel::Requests:
        return SessionWords::tr("Requests");
    case SessionTableModel::Running:
        return SessionWords::tr("Running", "number of requests under way");
    default:
        return SessionWords::tr("Why there");
    }
}

QString headerTip(int column)
{
    switch (column) {
    case SessionTableModel::Session:
        return SessionWords::tr("A conversation of Claude Code, by the beginning of its id");
    case SessionTableModel::Config:
        return SessionWords::tr("Where its next request goes first");
    case SessionTableModel::Model:
        return SessionWords::tr("Of its last request");
    case SessionTableModel::Running:
        return SessionWords::tr("Requests that are under way");
    default:
        return {};
    }
}

} // namespace

SessionTableModel::SessionTableModel(QObject *parent) : QAbstractTableModel(parent) {}

void SessionTableModel::setSessions(std::vector<SessionSnapshot> sessions, const QString &active,
                                    TimePoint now)
{
    m_active = active;
    m_now = now;
    removeGone(sessions);
    for (size_t i = 0; i < sessions.size(); ++i)
        place(static_cast<int>(i), sessions[i]);
    if (!m_sessions.empty()) // times pass in all of them
        Q_EMIT dataChanged(index(0, LastUsed), index(rowCount() - 1, Reason));
}

void SessionTableModel::removeGone(const std::vector<SessionSnapshot> &next)
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (holds(next, m_sessions[static_cast<size_t>(row)].id))
            continue;
        beginRemoveRows({}, row, row);
        m_sessions.erase(m_sessions.begin() + row);
        endRemoveRows();
    }
}

/// All above @p row are in their places already.
void SessionTableModel::place(int row, const SessionSnapshot &next)
{
    const int from = rowOf(next.id);
    const auto begin = m_sessions.begin();
    if (from < 0) {
        beginInsertRows({}, row, row);
        m_sessions.insert(begin + row, next);
        endInsertRows();
        return;
    }
    if (from != row) {
        beginMoveRows({}, from, from, {}, row);
        std::rotate(begin + row, begin + from, begin + from + 1);
        endMoveRows();
    }
    SessionSnapshot &shown = m_sessions[static_cast<size_t>(row)];
    if (shown == next)
        return;
    shown = next;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void SessionTableModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_sessions.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

const SessionSnapshot *SessionTableModel::session(int row) const
{
    return row >= 0 && row < rowCount() ? &m_sessions[static_cast<size_t>(row)] : nullptr;
}

int SessionTableModel::rowOf(const QByteArray &id) const
{
    const auto it = std::find_if(m_sessions.begin(), m_sessions.end(),
                                 [&](const SessionSnapshot &one) { return one.id == id; });
    return it == m_sessions.end() ? -1 : static_cast<int>(it - m_sessions.begin());
}

int SessionTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_sessions.size());
}

int SessionTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString SessionTableModel::text(const SessionSnapshot &session, int column) const
{
    const QLocale locale;
    switch (column) {
    case Session:
        return shortSessionId(session.id);
    case Config:
        return session.config;
    case Model:
        return session.model.isEmpty() ? QStringLiteral("–") : lineOf(session.model, kShownModel);
    case LastUsed:
        return agoText(session.lastUsed, m_now);
    case Requests:
        return locale.toString(session.requests);
    case Running:
        return session.running == 0 ? QStringLiteral("–") : locale.toString(session.running);
    default:
        return sessionReason(session, m_active, m_now);
    }
}

QVariant SessionTableModel::tip(const SessionSnapshot &session, int column) const
{
    switch (column) {
    case Session:
        return plainTip(SessionWords::tr("%1\nFirst seen: %2", "%1: a session's id")
                            .arg(lineOf(session.id, kToolTipLength), dateTimeText(session.firstSeen)));
    case Model:
        return plainTip(lineOf(session.model, kToolTipLength));
    case LastUsed:
        return dateTimeText(session.lastUsed);
    case Reason:
        return plainTip(sessionReason(session, m_active, m_now));
    default:
        return {};
    }
}

QVariant SessionTableModel::data(const QModelIndex &index, int role) const
{
    const SessionSnapshot *shown = index.isValid() ? session(index.row()) : nullptr;
    if (!shown)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(*shown, index.column());
    case Qt::ToolTipRole:
        return tip(*shown, index.column());
    case Qt::TextAlignmentRole:
        return static_cast<int>((isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft) |
                                Qt::AlignVCenter);
    case IdRole:
        return shown->id;
    case ByHandRole:
        return shown->byHand;
    default:
        return {};
    }
}

QVariant SessionTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole)
        return headerText(section);
    if (role == Qt::ToolTipRole)
        return headerTip(section);
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

} // namespace qcc
