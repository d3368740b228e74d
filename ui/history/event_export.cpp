// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/event_export.h"

#include "ui/base/icons.h"

#include <QFileDialog>
#include <QMenu>

namespace qcc {

namespace {

QString suffixOf(ExportFormat format)
{
    return format == ExportFormat::Json ? QStringLiteral("json") : QStringLiteral("csv");
}

} // namespace

EventExport::EventExport(HistoryDoor &door, std::function<EventFilter()> filter, QWidget *parent)
    : QPushButton(parent), m_door(door), m_filter(std::move(filter))
{
    auto *menu = new QMenu(this);
    m_json = menu->addAction(QString(), this, [this] { choose(ExportFormat::Json); });
    m_csv = menu->addAction(QString(), this, [this] { choose(ExportFormat::Csv); });
    setMenu(menu);
    setIcon(qcc::icon(Icon::Export));
    retranslate();
}

void EventExport::choose(ExportFormat format)
{
    const QString suffix = suffixOf(format);
    auto *dialog = new QFileDialog(this, tr("Export the history"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setNameFilters({format == ExportFormat::Json ? tr("JSON (*.json)") : tr("CSV (*.csv)")});
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(QStringLiteral("qcc-history.%1").arg(suffix));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, format](const QString &path) { write(format, path); });
    dialog->open();
}

void EventExport::write(ExportFormat format, const QString &path)
{
    setEnabled(false);
    m_door.exportEvents(m_filter(), format, path, [self = QPointer(this), path](const Result<qint64> &count) {
        if (!self)
            return;
        self->setEnabled(true);
        if (count)
            Q_EMIT self->exported(*count, path);
        else
            Q_EMIT self->failed(count.refusal());
    });
}

void EventExport::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QPushButton::changeEvent(event);
}

void EventExport::retranslate()
{
    setText(tr("Export"));
    setToolTip(tr("Write what is shown to a file"));
    m_json->setText(tr("As JSON…"));
    m_csv->setText(tr("As CSV, for a spreadsheet…"));
}

} // namespace qcc
