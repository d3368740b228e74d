// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/import_offer.h"
#include "models/rules/apply_command.h"
#include "ui/base/instance_door.h"

#include <QThread>

namespace qcc {

/// The window's way to files of settings: writes and reads them on a thread of its own, since a passphrase
/// takes a second to try, and asks the running instance for keys and commands. Must not know the formats
/// (app/importing). Main thread; answers come from the event loop.
class ImportDesk final : public QObject
{
    Q_OBJECT
public:
    using Offer = std::shared_ptr<ImportOffer>;

    /// @p ownHome: where the person's own instance keeps what it changed of Claude Code's settings.
    ImportDesk(InstanceDoor &instance, const QString &ownHome, QObject *parent = nullptr);
    ~ImportDesk() override;

    /// What is under way for another home ends with NotRunning.
    void showHome(const QString &home) { m_home = home; }

    // As DesktopDoor says.
    void exportSettings(const QString &path, std::optional<Secret> passphrase, Answer<Done> done);
    std::vector<ImportSource> sources() const;
    void readFile(const QString &path, std::optional<Secret> passphrase, Answer<Offer> done);
    void readFrom(const ImportSource &source, Answer<Offer> done);
    void readLink(const QUrl &link, Answer<Offer> done);
    void import(Offer offer, const std::vector<size_t> &chosen, bool withPolicy, Answer<int> done);

private:
    /// One import under way.
    struct Addition
    {
        Offer offer;
        std::vector<size_t> left; ///< the next one last
        bool withPolicy = false;
        QString home;
        int added = 0;
        Answer<int> done;
    };
    using KeysAnswer = std::function<void(Result<std::shared_ptr<Keys>>)>;

    template <typename T> void inBackground(std::function<Result<T>()> work, Answer<T> done);
    void readInBackground(std::function<Result<Offer>()> read, Answer<Offer> done);
    void judge(const Offer &offer, Answer<Offer> done);
    void gatherKeys(std::vector<EndpointId> ids, std::shared_ptr<Keys> known, KeysAnswer done);
    void addNext(const std::shared_ptr<Addition> &addition);
    void answer(const std::shared_ptr<Addition> &addition, const std::optional<Refusal> &refusal);

    InstanceDoor &m_instance;
    const QString m_ownHome;
    QString m_home;
    QThread m_thread;
    QObject *m_worker; ///< lives on m_thread
};

} // namespace qcc
