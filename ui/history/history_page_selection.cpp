// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/event_match.h"
#include "ui/base/banner.h"
#include "ui/history/copy_rows.h"
#include "ui/history/event_details.h"
#include "ui/history/event_filter_bar.h"
#include "ui/history/history_page.h"

#include <QClipboard>
#include <QMenu>
#include <QTableView>

#include <numeric>

namespace qcc {

void HistoryPage::showEvent(const QString &id)
{
    m_wanted = id;
    m_bar->clear();
    m_table->sortByColumn(EventTableModel::Time, Qt::DescendingOrder);
    m_started = true;
    applyFilter();
}

/// When its page has come, an event that is asked for is selected; one that is further down is looked for.
void HistoryPage::findWanted()
{
    if (!m_wanted || !m_model.event(0))
        return;
    const QString id = m_wanted->isEmpty() ? m_model.event(0)->id : *m_wanted;
    m_wanted.reset();
    if (!selectIn(0, static_cast<int>(EventPages::kPageSize), id))
        locate(id);
}

/// What the filters hide is not explained beside the rows that they show: the newest of those is.
void HistoryPage::leaveHiddenEvent()
{
    const std::optional<FailoverEvent> &shown = m_details->event();
    if (shown && !matches(m_bar->filter(m_feed->now()), *shown))
        m_wanted = QString();
}

bool HistoryPage::selectIn(int first, int last, const QString &id)
{
    for (int row = first; row < std::min(last, m_model.rowCount()); ++row) {
        const FailoverEvent *event = m_model.event(row);
        if (!event || event->id != id)
            continue;
        m_table->selectRow(row);
        m_table->scrollTo(m_model.index(row, 0), QAbstractItemView::EnsureVisible);
        return true;
    }
    return false;
}

void HistoryPage::locate(const QString &id)
{
    EventFilter question = m_feed->filter();
    question.limit = kMostSearched;
    m_history.events(question, [self = QPointer(this), id](const Result<std::vector<FailoverEvent>> &events) {
        if (self)
            self->located(id, events);
    });
}

void HistoryPage::located(const QString &id, const Result<std::vector<FailoverEvent>> &events)
{
    if (!events)
        return showTrouble(events.refusal());
    const auto found = std::find_if(events->begin(), events->end(),
                                    [&id](const FailoverEvent &event) { return event.id == id; });
    if (found == events->end()) {
        m_notice->setSeverity(Severity::Info);
        return say(tr("Event %1 isn't among the newest ones. Choose its day above to find it.").arg(id));
    }
    m_details->show(*found, m_feed->now());
    const auto row = static_cast<int>(found - events->begin());
    m_table->scrollTo(m_model.index(row, 0), QAbstractItemView::PositionAtCenter);
    reselect();
}

/// After sorting or counting anew the rows are others: the event whose details are shown is selected again
/// where it can be seen.
void HistoryPage::reselect()
{
    if (!m_details->event() || m_table->selectionModel()->hasSelection())
        return;
    const int first = std::max(0, m_table->rowAt(0));
    const int last = m_table->rowAt(m_table->viewport()->height() - 1);
    for (int row = first; row <= (last < 0 ? m_model.rowCount() - 1 : last); ++row) {
        const FailoverEvent *event = m_model.event(row);
        if (event && event->id == m_details->event()->id)
            return m_table->selectRow(row);
    }
}

void HistoryPage::showCurrent()
{
    const QModelIndex current = m_table->currentIndex();
    const FailoverEvent *event = m_model.event(current.row());
    if (event && m_table->selectionModel()->isSelected(current) && m_details->event() != *event)
        m_details->show(*event, m_feed->now());
}

void HistoryPage::copySelected()
{
    QModelIndexList rows;
    qint64 selected = 0;
    for (const QItemSelectionRange &range : m_table->selectionModel()->selection()) {
        selected += range.height();
        for (int row = range.top(); row <= range.bottom() && rows.size() < kMostCopiedRows; ++row) {
            if (m_model.event(row))
                rows << m_model.index(row, 0);
        }
    }
    if (selected == 0)
        return;
    std::sort(rows.begin(), rows.end());
    std::vector<int> columns(EventTableModel::ColumnCount);
    std::iota(columns.begin(), columns.end(), 0);
    QGuiApplication::clipboard()->setText(linesOf(m_model, rows, columns));
    if (rows.size() == selected)
        return;
    m_notice->setSeverity(Severity::Warn);
    say(tr("Only the %Ln row(s) that are loaded were copied. Export writes all of them.", nullptr,
           static_cast<int>(rows.size())));
}

void HistoryPage::openMenu(const QPoint &at)
{
    if (!m_table->indexAt(at).isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(m_copy);
    if (m_details->event())
        menu->addAction(tr("Copy the explanation"), this,
                        [this] { QGuiApplication::clipboard()->setText(m_details->text()); });
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

} // namespace qcc
