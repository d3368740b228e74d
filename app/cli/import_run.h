// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/cli_session.h"
#include "models/domain/import_offer.h"
#include "models/rules/apply_command.h"

namespace qcc {

/// What a person wants of `qcc import`.
struct ImportWishes
{
    QString what; ///< a file's path, or a link; empty: see from
    QString from; ///< an id of importSourceIds(); empty, without what: all that is here
    QStringList only;
    std::optional<Priority> priority;
    bool policy = false; ///< take over the policy of a file of QCC
    bool yes = false;
    bool dryRun = false;
    bool json = false;
    bool passphraseFromStdin = false;
};

/// One `qcc import`: reads, compares with what is here, shows, lets a person choose, adds one config after
/// the other. What was added before a refusal stays. Lives as long as its session.
class ImportRun final : public QObject
{
    Q_OBJECT
public:
    ImportRun(CliSession &session, ImportWishes wishes);
    void start();

private:
    Result<ImportOffer> read();
    Result<ImportOffer> readAllSources() const;
    Result<ImportOffer> readFile(const QString &path);
    std::optional<Secret> passphrase(const QString &path);
    bool isLink() const;
    void compare();
    void present();
    std::optional<std::vector<size_t>> choose();
    std::optional<std::vector<size_t>> askWhich(const std::vector<size_t> &addable);
    void addNext();
    void addPolicy();
    void report();
    void say(const QString &line) const;

    CliSession &m_session;
    ImportWishes m_wishes;
    ImportOffer m_offer;
    Settings m_here;
    std::vector<size_t> m_left; ///< the next one last
    QStringList m_added;
    bool m_keysAreMissing = false;
    bool m_ended = false; ///< the session was ended while reading
};

} // namespace qcc
