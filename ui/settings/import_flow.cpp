// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/import_flow.h"

#include "ui/settings/passphrase_dialog.h"

namespace qcc {

ImportFlow::ImportFlow(DesktopDoor &desktop, QWidget *window)
    : QObject(window), m_desktop(desktop), m_window(window)
{
}

bool ImportFlow::isAsking()
{
    if (!m_dialog || !m_dialog->isVisible())
        return false;
    m_dialog->raise();
    m_dialog->activateWindow();
    return true;
}

Answer<ImportFlow::Offer> ImportFlow::whenRead(ImportDialog::From from)
{
    return [self = QPointer(this), from](const Result<Offer> &offer) {
        if (!self)
            return;
        if (offer)
            self->show(*offer, from);
        else
            Q_EMIT self->failed(offer.refusal());
    };
}

void ImportFlow::readFile(const QString &path)
{
    if (!isAsking())
        read(path, std::nullopt, false);
}

void ImportFlow::read(const QString &path, std::optional<Secret> passphrase, bool again)
{
    m_desktop.readImport(path, std::move(passphrase),
                         [self = QPointer(this), path, again](const Result<Offer> &offer) {
                             if (!self)
                                 return;
                             if (!offer && offer.refusal().code == RefusalCode::WrongPassphrase)
                                 return self->askPassphrase(path, again);
                             self->whenRead(ImportDialog::From::File)(offer);
                         });
}

void ImportFlow::askPassphrase(const QString &path, bool again)
{
    if (isAsking())
        return;
    auto *dialog = new PassphraseDialog(PassphraseDialog::Purpose::Enter, path, m_window);
    m_dialog = dialog;
    if (again)
        dialog->showWrong();
    connect(dialog, &PassphraseDialog::given, this, [this, path](const std::shared_ptr<Secret> &passphrase) {
        read(path, passphrase->clone(), true);
    });
    dialog->open();
}

void ImportFlow::readFrom(const ImportSource &source)
{
    if (!isAsking())
        m_desktop.readImportFrom(source, whenRead(ImportDialog::From::File));
}

void ImportFlow::readLink(const QUrl &link)
{
    if (!isAsking())
        m_desktop.readImportLink(link, whenRead(ImportDialog::From::Link));
}

void ImportFlow::open(const QUrl &url)
{
    if (url.isLocalFile())
        readFile(url.toLocalFile());
    else
        readLink(url);
}

void ImportFlow::show(const Offer &offer, ImportDialog::From from)
{
    if (isAsking())
        return;
    auto *dialog = new ImportDialog(offer, from, m_window);
    m_dialog = dialog;
    connect(dialog, &ImportDialog::chosen, this, &ImportFlow::add);
    dialog->open();
}

void ImportFlow::add(const Offer &offer, const std::vector<size_t> &indexes, bool withPolicy)
{
    const bool keysAreMissing = std::any_of(indexes.begin(), indexes.end(), [&](size_t index) {
        return offer->configs[index].verdict == ImportVerdict::WithoutKey;
    });
    m_desktop.import(offer, indexes, withPolicy,
                     [self = QPointer(this), keysAreMissing](const Result<int> &added) {
                         if (!self)
                             return;
                         if (added)
                             Q_EMIT self->finished(*added, keysAreMissing);
                         else
                             Q_EMIT self->failed(added.refusal());
                     });
}

QString ImportFlow::doneText(int added, bool keysAreMissing)
{
    if (keysAreMissing)
        return tr("%n config(s) added. Enter the missing keys by editing them on the board.", nullptr, added);
    return tr("%n config(s) added.", nullptr, added);
}

} // namespace qcc
