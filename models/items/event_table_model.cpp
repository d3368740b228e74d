// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/event_table_model.h"

#include "models/items/event_match.h"
#include "models/text/decision_text.h"
#include "models/text/event_text.h"
#include "models/text/span_text.h"
#include "models/text/text.h"

#include <limits>

namespace qcc {

namespace {

constexpr milliseconds kTick{1};

QString capitalized(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

QString nameOrDash(const QString &config)
{
    return config.isEmpty() ? QStringLiteral("–") : config;
}

EventColumn sortingOf(int column)
{
    switch (column) {
    case EventTableModel::Type:
        return EventColumn::Type;
    case EventTableModel::From:
        return EventColumn::From;
    case EventTableModel::To:
        return EventColumn::To;
    case EventTableModel::Success:
        return EventColumn::Success;
    default:
        return EventColumn::Time;
    }
}

} // namespace

EventTableModel::EventTableModel(QObject *parent) : QAbstractTableModel(parent) {}

EventFilter EventTableModel::until(const EventFilter &filter, TimePoint asOf)
{
    EventFilter question = filter;
    question.until = filter.until ? std::min(*filter.until, asOf) : asOf;
    return question;
}

void EventTableModel::show(const EventFilter &filter, TimePoint asOf, qint64 count)
{
    beginResetModel();
    m_filter = filter;
    m_asOf = asOf;
    m_count = std::clamp<qint64>(count, 0, std::numeric_limits<int>::max());
    m_counted = true;
    m_pages.clear();
    endResetModel();
}

void EventTableModel::setRows(const EventPage &page, std::vector<FailoverEvent> events)
{
    if (isNewestFirst())
        std::reverse(events.begin(), events.end());
    if (!m_pages.put(page, std::move(events)))
        return;
    const EventFilter question = pageQuestion(page.number);
    const int last = std::min(question.offset + question.limit, rowCount()) - 1;
    if (question.offset <= last)
        Q_EMIT dataChanged(index(question.offset, 0), index(last, ColumnCount - 1));
}

EventTableModel::Added EventTableModel::add(const FailoverEvent &event)
{
    if (!matches(m_filter, event))
        return Added::FilteredOut;
    const bool atAnEnd = m_filter.sortedBy == EventColumn::Time && event.at >= m_asOf;
    if (!m_counted || !atAnEnd || m_count == std::numeric_limits<int>::max())
        return Added::Refresh;
    const int row = isNewestFirst() ? 0 : static_cast<int>(m_count);
    beginInsertRows({}, row, row);
    m_pages.append(m_count, event);
    ++m_count;
    m_asOf = event.at + kTick;
    endInsertRows();
    return Added::Shown;
}

void EventTableModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (m_count > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

EventFilter EventTableModel::pageQuestion(qint64 page) const
{
    const qint64 first = page * EventPages::kPageSize;
    const qint64 behind = std::min(first + EventPages::kPageSize, m_count);
    EventFilter question = until(m_filter, m_asOf);
    question.offset = static_cast<int>(isNewestFirst() ? m_count - behind : first);
    question.limit = static_cast<int>(behind - first);
    return question;
}

bool EventTableModel::isNewestFirst() const
{
    return m_filter.sortedBy == EventColumn::Time && m_filter.order == Qt::DescendingOrder;
}

qint64 EventTableModel::numberOf(qint64 row) const
{
    return isNewestFirst() ? m_count - 1 - row : row;
}

const FailoverEvent *EventTableModel::event(int row) const
{
    return row >= 0 && row < m_count ? m_pages.find(numberOf(row)) : nullptr;
}

void EventTableModel::ask(int row) const
{
    if (const std::optional<EventPage> page = m_pages.want(numberOf(row)))
        Q_EMIT rowsWanted(pageQuestion(page->number), *page);
}

int EventTableModel::columnOf(EventColumn column)
{
    switch (column) {
    case EventColumn::Time:
        return Time;
    case EventColumn::Type:
        return Type;
    case EventColumn::From:
        return From;
    case EventColumn::To:
        return To;
    case EventColumn::Success:
        return Success;
    }
    Q_UNREACHABLE();
}

int EventTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_count);
}

int EventTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EventTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const FailoverEvent *shown = event(index.row());
    if (!shown) {
        if (role != Qt::DisplayRole)
            return {};
        ask(index.row());
        return index.column() == Time ? tr("loading…") : QString();
    }
    switch (role) {
    case Qt::DisplayRole:
        return display(*shown, index.column());
    case Qt::ToolTipRole:
        return index.column() == Reason ? plainTip(reasonLine(*shown)) : QVariant();
    case EventRole:
        return QVariant::fromValue(*shown);
    case TypeRole:
        return static_cast<int>(shown->type);
    case SuccessRole:
        return shown->success;
    default:
        return {};
    }
}

QVariant EventTableModel::display(const FailoverEvent &event, int column) const
{
    switch (column) {
    case Time:
        return dateTimeText(event.at);
    case Type:
        return capitalized(eventTypeName(event.type));
    case From:
        return nameOrDash(event.from);
    case To:
        return nameOrDash(event.to);
    case Reason:
        return reasonLine(event); // it may begin with a name
    case Success:
        return event.success ? tr("Switched", "how a switch ended") : tr("Failed", "how a switch ended");
    default:
        return {};
    }
}

QVariant EventTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::ToolTipRole)
        return isSortable(section) ? tr("Click to sort") : tr("Reasons are sentences; they aren't sorted");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case Type:
        return tr("Type");
    case From:
        return tr("From");
    case To:
        return tr("To");
    case Reason:
        return tr("Reason");
    default:
        return tr("Result", "how a switch ended");
    }
}

QModelIndexList EventTableModel::match(const QModelIndex &, int, const QVariant &, int, Qt::MatchFlags) const
{
    return {};
}

void EventTableModel::sort(int column, Qt::SortOrder order)
{
    const bool same = sortingOf(column) == m_filter.sortedBy && order == m_filter.order;
    if (column < 0 || column >= ColumnCount || !isSortable(column) || same)
        return;
    beginResetModel();
    m_filter.sortedBy = sortingOf(column);
    m_filter.order = order;
    m_pages.clear();
    endResetModel();
    Q_EMIT sorted();
}

} // namespace qcc
