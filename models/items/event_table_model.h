// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/event_pages.h"

#include <QAbstractTableModel>

namespace qcc {

/// The history's events as a table that knows only how many there are and some pages of them: what is missing
/// shows as a placeholder and is asked for with rowsWanted(), each page once. All questions share one moment
/// (`asOf`) as their end, so that what is stored meanwhile shifts no row; it comes with add().
/// Does no I/O; main thread.
class EventTableModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Time, Type, From, To, Reason, Success, ColumnCount };
    enum Role {
        EventRole = Qt::UserRole + 1, ///< FailoverEvent; invalid: not here yet
        TypeRole,                     ///< int(FailoverEventType); likewise
        SuccessRole                   ///< bool; likewise
    };
    enum class Added {
        Shown,
        FilteredOut,
        Refresh ///< its place isn't known: count again
    };

    explicit EventTableModel(QObject *parent = nullptr);

    /// @p filter with the end that all questions of one show() share.
    static EventFilter until(const EventFilter &filter, TimePoint asOf);
    /// All rows anew: @p count are those that pass until(). The filter's limit and offset don't count.
    void show(const EventFilter &filter, TimePoint asOf, qint64 count);
    bool isCounted() const { return m_counted; }
    /// In the order of the question.
    void setRows(const EventPage &page, std::vector<FailoverEvent> events);
    /// They can't be had now; asked for again when they are next looked at.
    void giveUp(const EventPage &page) { m_pages.giveUp(page); }
    /// One that has just happened: a new row at the top or, oldest first, at the end.
    Added add(const FailoverEvent &event);
    void retranslate();

    const EventFilter &filter() const { return m_filter; }
    const FailoverEvent *event(int row) const; ///< null: not here
    static bool isSortable(int column) { return column != Reason; }
    static int columnOf(EventColumn column);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// Nothing for a column that isn't sortable.
    void sort(int column, Qt::SortOrder order) override;
    /// None: typing in the table must not fetch all of it.
    QModelIndexList match(const QModelIndex &start, int role, const QVariant &value, int hits,
                          Qt::MatchFlags flags) const override;

Q_SIGNALS:
    void rowsWanted(const qcc::EventFilter &question, const qcc::EventPage &page) const;
    void sorted(); ///< by a person; all rows are new

private:
    bool isNewestFirst() const;
    qint64 numberOf(qint64 row) const;
    void ask(int row) const;
    EventFilter pageQuestion(qint64 page) const;
    QVariant display(const FailoverEvent &event, int column) const;

    EventFilter m_filter;
    TimePoint m_asOf;
    qint64 m_count = 0;
    bool m_counted = false;
    mutable EventPages m_pages; ///< data() notes what was looked at, and what is missing
};

} // namespace qcc
