// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/desktop_door.h"
#include "ui/settings/import_dialog.h"

namespace qcc {

/// One import from beginning to end: reads, asks for a passphrase where one is needed, shows the offer, adds
/// what was chosen, tells. One at a time: while a person is asked, further ones only bring the question
/// forward. Main thread.
class ImportFlow final : public QObject
{
    Q_OBJECT
public:
    /// Dialogs belong to @p window, which owns this.
    ImportFlow(DesktopDoor &desktop, QWidget *window);

    void readFile(const QString &path);
    void readFrom(const ImportSource &source);
    void readLink(const QUrl &link);
    /// A file's or a link's address.
    void open(const QUrl &url);
    /// What to say after finished().
    static QString doneText(int added, bool keysAreMissing);

Q_SIGNALS:
    void finished(int added, bool keysAreMissing);
    void failed(const qcc::Refusal &refusal);

private:
    using Offer = std::shared_ptr<ImportOffer>;

    bool isAsking();
    Answer<Offer> whenRead(ImportDialog::From from);
    void read(const QString &path, std::optional<Secret> passphrase, bool again);
    void askPassphrase(const QString &path, bool again);
    void show(const Offer &offer, ImportDialog::From from);
    void add(const Offer &offer, const std::vector<size_t> &indexes, bool withPolicy);

    DesktopDoor &m_desktop;
    QWidget *m_window;
    QPointer<QDialog> m_dialog; ///< that asks now
};

} // namespace qcc
