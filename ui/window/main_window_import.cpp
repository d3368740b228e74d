// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/toast.h"
#include "ui/settings/data_section.h"
#include "ui/settings/import_flow.h"
#include "ui/settings/settings_page.h"
#include "ui/window/main_window.h"

#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMimeData>

namespace qcc {

namespace {

/// The one file that is dragged; none: something else is.
std::optional<QUrl> fileIn(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    if (urls.size() != 1 || !urls.constFirst().isLocalFile())
        return std::nullopt;
    return QFileInfo(urls.constFirst().toLocalFile()).isFile() ? std::optional(urls.constFirst())
                                                               : std::nullopt;
}

} // namespace

void MainWindow::addImport()
{
    m_imports = new ImportFlow(m_desktop, this);
    connect(m_imports, &ImportFlow::failed, this, &MainWindow::tellFailure);
    connect(m_imports, &ImportFlow::finished, this, [this](int added, bool keysAreMissing) {
        m_toast->showMessage(ImportFlow::doneText(added, keysAreMissing));
    });
    connect(&m_desktop, &DesktopDoor::importLinkOpened, this, &MainWindow::openImport);
    connect(&m_instance, &InstanceDoor::stateChanged, this, &MainWindow::openPendingImport);
    setAcceptDrops(true);
}

void MainWindow::openImport(const QUrl &url)
{
    comeForward();
    m_pendingImport = url;
    openPendingImport();
}

/// What is here already has to be known for that.
void MainWindow::openPendingImport()
{
    if (m_instance.isReachable() && m_pendingImport)
        m_imports->open(*std::exchange(m_pendingImport, std::nullopt));
}

void MainWindow::askForImport()
{
    showPage(Page::Settings);
    auto *settings = static_cast<SettingsPage *>(m_pages[Page::Settings]);
    settings->showSection(SettingsPage::Section::Data);
    settings->data()->askWhereFrom();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (fileIn(event->mimeData()))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const std::optional<QUrl> file = fileIn(event->mimeData());
    if (!file)
        return;
    event->acceptProposedAction();
    openImport(*file);
}

} // namespace qcc
