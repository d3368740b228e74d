// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/import_run.h"

#include "app/claude/prior_variables.h"
#include "app/cli/cli_text.h"
#include "app/cli/import_choice.h"
#include "app/cli/import_view.h"
#include "app/cli/refusal_text.h"
#include "app/importing/import_link.h"
#include "app/importing/import_places.h"
#include "app/importing/import_reading.h"
#include "app/importing/import_verdicts.h"
#include "app/store/home.h"

#include <QFileInfo>
#include <QJsonArray>

namespace qcc {

namespace {

/// The offers of several applications as one; each config says where it comes from.
void append(ImportOffer &all, ImportOffer offer)
{
    for (ImportedConfig &config : offer.configs)
        all.configs.push_back(std::move(config));
    all.notes.insert(all.notes.end(), offer.notes.begin(), offer.notes.end());
}

/// What Claude Code's settings led to before QCC.
std::optional<QJsonObject> claudePrior()
{
    const Result<QString> home = findHome(qccHomePath());
    return home ? priorVariables(claudePlaces(*home)) : std::nullopt;
}

} // namespace

ImportRun::ImportRun(CliSession &session, ImportWishes wishes)
    : QObject(&session), m_session(session), m_wishes(std::move(wishes))
{
}

bool ImportRun::isLink() const
{
    return isImportLink(QUrl(m_wishes.what));
}

void ImportRun::say(const QString &line) const
{
    if (!m_wishes.json)
        m_session.console().print(line);
}

void ImportRun::start()
{
    if (isLink() && m_wishes.yes)
        return m_session.refuseUsage(CliText::tr(
            "What a link brings is always shown first; leave --yes away, or look with --dry-run."));
    Result<ImportOffer> offer = read();
    if (m_ended)
        return;
    if (!offer)
        return m_session.refuse(offer.refusal());
    m_offer = std::move(offer).value();
    compare();
}

Result<ImportOffer> ImportRun::read()
{
    if (isLink())
        return offerFromLink(QUrl(m_wishes.what, QUrl::StrictMode));
    if (!m_wishes.what.isEmpty())
        return readFile(QFileInfo(m_wishes.what).absoluteFilePath());
    if (m_wishes.from.isEmpty())
        return readAllSources();
    const std::optional<QJsonObject> prior = claudePrior();
    for (const ImportSource &source : importSources(importPlaces())) {
        if (source.id == m_wishes.from)
            return readImportSource(source, prior);
    }
    return Refusal{RefusalCode::NothingToImport, m_wishes.from, QStringLiteral("it was not found here")};
}

Result<ImportOffer> ImportRun::readAllSources() const
{
    ImportOffer all;
    QStringList titles;
    const std::optional<QJsonObject> prior = claudePrior();
    for (const ImportSource &source : importSources(importPlaces())) {
        Result<ImportOffer> offer = readImportSource(source, prior);
        if (offer) {
            titles += source.title;
            append(all, std::move(offer).value());
        } else if (offer.refusal().code != RefusalCode::NothingToImport) {
            m_session.console().complain(refusalText(offer.refusal()));
        }
    }
    all.source = titles.join(QStringLiteral(", "));
    if (titles.isEmpty())
        return Refusal{RefusalCode::NothingToImport, CliText::tr("the applications on this computer"),
                       QStringLiteral("name a file, or an application with --from")};
    return all;
}

Result<ImportOffer> ImportRun::readFile(const QString &path)
{
    Result<ImportOffer> offer = readImportFile(path, nullptr);
    if (offer || offer.refusal().code != RefusalCode::WrongPassphrase)
        return offer;
    const std::optional<Secret> word = passphrase(path);
    if (!word)
        return offer;
    return readImportFile(path, &*word);
}

/// None: the session has been ended.
std::optional<Secret> ImportRun::passphrase(const QString &path)
{
    const Console &console = m_session.console();
    const QString question =
        CliText::tr("Passphrase of %1 (it is not shown): ").arg(QFileInfo(path).fileName());
    std::optional<Secret> word;
    if (m_wishes.passphraseFromStdin || console.canAsk()) {
        word = m_wishes.passphraseFromStdin ? console.readSecret(question) : console.askSecret(question);
        if (word)
            return withoutLineEnd(std::move(*word));
        console.complain(CliText::tr("No passphrase was given; nothing was imported."));
        m_session.finish(kExitRefused);
    } else {
        m_session.refuseUsage(CliText::tr(
            "The file is encrypted, and there is no terminal to ask on; pipe the passphrase in with "
            "--passphrase-stdin."));
    }
    m_ended = true;
    return std::nullopt;
}

void ImportRun::compare()
{
    InstanceAccess *instance = m_session.access();
    if (!instance)
        return;
    instance->settings([this, instance](const Result<Settings> &here) {
        if (!here)
            return m_session.refuse(here.refusal());
        m_here = *here;
        instance->keys(endpointsToCompare(m_offer, m_here), [this](const Result<Keys> &keys) {
            if (!keys)
                return m_session.refuse(keys.refusal());
            judgeOffer(m_offer, m_here, *keys);
            present();
        });
    });
}

void ImportRun::present()
{
    if (m_wishes.dryRun && m_wishes.json) {
        m_session.console().print(offerJson(m_offer));
        return m_session.finish(kExitDone);
    }
    if (!m_wishes.json)
        showOffer(m_session.console(), m_offer);
    if (m_wishes.dryRun)
        return m_session.finish(kExitDone);
    const std::optional<std::vector<size_t>> chosen = choose();
    if (!chosen)
        return;
    m_left.assign(chosen->rbegin(), chosen->rend());
    addNext();
}

/// None: the session has been ended.
std::optional<std::vector<size_t>> ImportRun::choose()
{
    std::vector<size_t> addable = addableOf(m_offer);
    if (!m_wishes.only.isEmpty()) {
        const Result<std::vector<size_t>> named = choiceByNames(m_wishes.only, m_offer);
        if (!named) {
            m_session.refuse(named.refusal());
            return std::nullopt;
        }
        addable = *named;
    }
    const bool nothing = addable.empty() && !(m_wishes.policy && m_offer.policy);
    if (m_wishes.yes || nothing)
        return addable;
    if (!m_session.console().canAsk()) {
        m_session.refuseUsage(
            CliText::tr("Nobody is there to be asked; add --yes to import, or look with --dry-run."));
        return std::nullopt;
    }
    return askWhich(addable);
}

std::optional<std::vector<size_t>> ImportRun::askWhich(const std::vector<size_t> &addable)
{
    const Console &console = m_session.console();
    if (!m_wishes.only.isEmpty() || addable.empty()) {
        const QString question =
            addable.empty() ? CliText::tr("Take over the policy? [y/N] ")
                            : CliText::tr("Import %n config(s)? [y/N] ", nullptr, int(addable.size()));
        if (console.confirm(question))
            return addable;
        console.complain(CliText::tr("Nothing was changed."));
        m_session.finish(kExitRefused);
        return std::nullopt;
    }
    while (true) {
        const std::optional<QString> answer =
            console.ask(CliText::tr("Which ones? (numbers, such as 1,3-5; Enter: all; 0: none) "));
        if (!answer) {
            console.complain(CliText::tr("Nothing was changed."));
            m_session.finish(kExitRefused);
            return std::nullopt;
        }
        if (auto chosen = choiceFromText(*answer, addable))
            return chosen;
        console.complain(CliText::tr("Give numbers from 1 to %1.").arg(addable.size()));
    }
}

void ImportRun::addNext()
{
    if (m_left.empty())
        return addPolicy();
    ImportedConfig &next = m_offer.configs[m_left.back()];
    m_left.pop_back();
    m_keysAreMissing = m_keysAreMissing || next.verdict == ImportVerdict::WithoutKey;
    if (m_wishes.priority)
        next.config.priority = m_wishes.priority;
    PutConfig command = takeCommand(next);
    const QString name = command.name;
    m_session.access()->submit(std::move(command), [this, name](const Result<Done> &done) {
        if (!done)
            return m_session.refuse(done.refusal());
        m_added += name;
        say(CliText::tr("Added \"%1\".").arg(name));
        addNext();
    });
}

void ImportRun::addPolicy()
{
    if (!m_wishes.policy || !m_offer.policy)
        return report();
    m_session.access()->submit(EditPolicy{*m_offer.policy}, [this](const Result<Done> &done) {
        if (!done)
            return m_session.refuse(done.refusal());
        say(CliText::tr("Took over the policy."));
        report();
    });
}

void ImportRun::report()
{
    if (m_wishes.json) {
        QJsonObject object = offerJson(m_offer);
        object.insert(QStringLiteral("added"), QJsonArray::fromStringList(m_added));
        m_session.console().print(object);
    }
    if (m_added.isEmpty())
        say(CliText::tr("Nothing was added."));
    if (m_keysAreMissing)
        say(CliText::tr("Enter the missing keys with: qcc endpoint edit NAME ENDPOINT --key-prompt"));
    if (!m_added.isEmpty() && !m_wishes.json)
        m_session.tellPlainKeyFile();
    m_session.finish(kExitDone);
}

} // namespace qcc
