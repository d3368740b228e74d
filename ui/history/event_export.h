// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/history_door.h"

#include <QPushButton>

namespace qcc {

/// Asks for a file and has the history written to it as a filter lets it through. The dialog doesn't block.
/// Main thread.
class EventExport final : public QPushButton
{
    Q_OBJECT
public:
    /// @p filter is asked when a file has been chosen.
    EventExport(HistoryDoor &door, std::function<EventFilter()> filter, QWidget *parent = nullptr);

    void choose(ExportFormat format);

Q_SIGNALS:
    void exported(qint64 count, const QString &path);
    void failed(const qcc::Refusal &refusal);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void write(ExportFormat format, const QString &path);

    HistoryDoor &m_door;
    std::function<EventFilter()> m_filter;
    QAction *m_json = nullptr;
    QAction *m_csv = nullptr;
};

} // namespace qcc
