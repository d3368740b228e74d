// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/import_desk.h"

#include "app/claude/prior_variables.h"
#include "app/importing/import_link.h"
#include "app/importing/import_places.h"
#include "app/importing/import_reading.h"
#include "app/importing/import_verdicts.h"
#include "app/importing/qcc_export.h"
#include "app/importing/sealed_export.h"
#include "app/secrets/private_file.h"
#include "app/store/settings_export.h"

namespace qcc {

namespace {

Result<ImportDesk::Offer> shared(Result<ImportOffer> offer)
{
    if (!offer)
        return offer.refusal();
    return std::make_shared<ImportOffer>(std::move(offer).value());
}

std::vector<EndpointId> allEndpoints(const Settings &settings)
{
    std::vector<EndpointId> ids;
    for (const Config &config : settings.configs) {
        for (const Endpoint &endpoint : config.endpoints)
            ids.push_back(endpoint.id);
    }
    return ids;
}

/// An endpoint that is gone meanwhile, or never had a key, is no reason to give up.
bool isAboutOneKey(const Refusal &refusal)
{
    return refusal.code == RefusalCode::EmptyKey || refusal.code == RefusalCode::UnknownEndpoint;
}

} // namespace

ImportDesk::ImportDesk(InstanceDoor &instance, const QString &ownHome, QObject *parent)
    : QObject(parent), m_instance(instance), m_ownHome(ownHome), m_home(ownHome), m_worker(new QObject)
{
    m_thread.setObjectName(QStringLiteral("import"));
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
}

ImportDesk::~ImportDesk()
{
    m_thread.quit();
    m_thread.wait();
}

template <typename T> void ImportDesk::inBackground(std::function<Result<T>()> work, Answer<T> done)
{
    QMetaObject::invokeMethod(
        m_worker,
        [this, work = std::move(work), done = std::move(done)] {
            QMetaObject::invokeMethod(
                this, [result = work(), done] { done(result); }, Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

void ImportDesk::readInBackground(std::function<Result<Offer>()> read, Answer<Offer> done)
{
    inBackground<Offer>(std::move(read), [this, done = std::move(done)](const Result<Offer> &offer) {
        if (offer)
            judge(*offer, done);
        else
            done(offer);
    });
}

/// While the instance can't be asked, what is here already is not known; import() would refuse then anyway.
void ImportDesk::judge(const Offer &offer, Answer<Offer> done)
{
    gatherKeys(endpointsToCompare(*offer, m_instance.settings()), std::make_shared<Keys>(),
               [this, offer, done = std::move(done)](const Result<std::shared_ptr<Keys>> &keys) {
                   // Keys that can't be reached can't be compared: the rules refuse doubles all the same.
                   const Keys none;
                   judgeOffer(*offer, m_instance.settings(), keys ? **keys : none);
                   done(offer);
               });
}

void ImportDesk::gatherKeys(std::vector<EndpointId> ids, std::shared_ptr<Keys> known, KeysAnswer done)
{
    if (ids.empty())
        return done(std::move(known));
    const EndpointId id = ids.back();
    ids.pop_back();
    m_instance.revealKey(id, [self = QPointer(this), id, ids = std::move(ids), known = std::move(known),
                              done = std::move(done)](Result<Secret> key) {
        if (!self)
            return;
        if (!key && !isAboutOneKey(key.refusal()))
            return done(key.refusal());
        if (key && !key->isEmpty())
            known->emplace(id, std::move(key).value());
        self->gatherKeys(ids, known, done);
    });
}

void ImportDesk::exportSettings(const QString &path, std::optional<Secret> passphrase, Answer<Done> done)
{
    if (!m_instance.isReachable()) { // nothing may be known: no file is replaced by an empty one
        const Refusal refusal{RefusalCode::NotRunning, m_home, {}};
        QMetaObject::invokeMethod(
            this, [done = std::move(done), refusal] { done(refusal); }, Qt::QueuedConnection);
        return;
    }
    const Settings settings = m_instance.settings();
    if (!passphrase) {
        inBackground<Done>([path, settings] { return writePrivateFile(path, qcc::exportSettings(settings)); },
                           std::move(done));
        return;
    }
    auto word = std::make_shared<Secret>(std::move(*passphrase));
    gatherKeys(
        allEndpoints(settings), std::make_shared<Keys>(),
        [this, path, settings, word, done = std::move(done)](const Result<std::shared_ptr<Keys>> &keys) {
            if (!keys)
                return done(keys.refusal());
            const auto write = [path, settings, word, keys = *keys]() -> Result<Done> {
                const Result<QByteArray> file = sealed(exportWithKeys(settings, *keys), *word);
                return file ? writePrivateFile(path, *file) : file.refusal();
            };
            inBackground<Done>(write, done);
        });
}

std::vector<ImportSource> ImportDesk::sources() const
{
    return importSources(importPlaces());
}

void ImportDesk::readFile(const QString &path, std::optional<Secret> passphrase, Answer<Offer> done)
{
    auto word = std::make_shared<std::optional<Secret>>(std::move(passphrase));
    readInBackground([path, word] { return shared(readImportFile(path, *word ? &**word : nullptr)); },
                     std::move(done));
}

void ImportDesk::readFrom(const ImportSource &source, Answer<Offer> done)
{
    readInBackground(
        [source, home = m_ownHome] {
            return shared(readImportSource(source, priorVariables(claudePlaces(home))));
        },
        std::move(done));
}

void ImportDesk::readLink(const QUrl &link, Answer<Offer> done)
{
    readInBackground([link] { return shared(offerFromLink(link)); }, std::move(done));
}

void ImportDesk::import(Offer offer, const std::vector<size_t> &chosen, bool withPolicy, Answer<int> done)
{
    auto addition = std::make_shared<Addition>();
    addition->offer = std::move(offer);
    addition->left.assign(chosen.rbegin(), chosen.rend());
    addition->withPolicy = withPolicy && addition->offer->policy;
    addition->home = m_home;
    addition->done = std::move(done);
    addNext(addition);
}

void ImportDesk::addNext(const std::shared_ptr<Addition> &addition)
{
    if (addition->left.empty() && !addition->withPolicy)
        return answer(addition, std::nullopt);
    if (addition->home != m_home) // a simulation that was begun or ended meanwhile has another home
        return answer(addition, Refusal{RefusalCode::NotRunning, addition->home, {}});
    Command command = EditPolicy{addition->offer->policy.value_or(PolicyPatch())};
    const bool isConfig = !addition->left.empty();
    if (isConfig) {
        command = takeCommand(addition->offer->configs.at(addition->left.back()));
        addition->left.pop_back();
    } else {
        addition->withPolicy = false;
    }
    m_instance.submit(std::move(command),
                      [self = QPointer(this), addition, isConfig](const Result<Done> &result) {
                          if (!self)
                              return;
                          if (!result)
                              return self->answer(addition, result.refusal());
                          addition->added += isConfig ? 1 : 0;
                          self->addNext(addition);
                      });
}

void ImportDesk::answer(const std::shared_ptr<Addition> &addition, const std::optional<Refusal> &refusal)
{
    QMetaObject::invokeMethod(
        this,
        [addition, refusal] {
            addition->done(refusal ? Result<int>(*refusal) : Result<int>(addition->added));
        },
        Qt::QueuedConnection);
}

} // namespace qcc
