// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop_services.h"
#include "app/store/settings_export.h"
#include "tests/ui_support/fake_doors.h"
#include "tests/ui_support/sample_world.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace qcc;
using namespace qcc::test;

namespace {

Preferences saved(const QTemporaryDir &home)
{
    PreferencesFile file(home.path());
    return file.load().value();
}

} // namespace

/// The window's way to the desktop, over a home of its own.
class TestDesktopServices : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void preferencesAreKept();
    void aPauseOfTheSimulationIsNotThatOfTheOwnHome();
    void aBrokenFileIsNotOverwritten();
    void anExportIsNotOfNothing();
    void keysLeaveOnlyUnderAPassphrase();
    void keysThatCantBeReachedAreSaid();
    void anImportBringsWhatIsNew();
    void aRefusalEndsAnImport();
    void anImportStaysInItsHome();
    void aLinkIsRead();
    void whatIsNoImportIsRefused_data();
    void whatIsNoImportIsRefused();

private:
    using Offer = std::shared_ptr<ImportOffer>;

    template <typename T> static std::optional<Result<T>> awaited(std::optional<Result<T>> &answer);
    Result<Done> exported(const QString &file, std::optional<Secret> passphrase = std::nullopt);
    Result<Offer> read(const QString &file, std::optional<Secret> passphrase = std::nullopt);
    Result<int> imported(const Offer &offer, const std::vector<size_t> &chosen, bool withPolicy);
    QByteArray content(const QString &name) const;
    void write(const QString &name, const QByteArray &content) const;
    QString path(const QString &name) const { return m_home->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<FakeInstance> m_instance;
    std::unique_ptr<DesktopServices> m_services;
};

void TestDesktopServices::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_instance = std::make_unique<FakeInstance>();
    m_services = std::make_unique<DesktopServices>(m_home->path(), *m_instance);
    m_services->showHome(m_home->path(), false);
}

void TestDesktopServices::cleanup()
{
    m_services.reset();
    m_instance.reset();
    m_home.reset();
}

void TestDesktopServices::write(const QString &name, const QByteArray &content) const
{
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

QByteArray TestDesktopServices::content(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestDesktopServices::preferencesAreKept()
{
    QVERIFY(m_services->load().ok());
    QSignalSpy changed(m_services.get(), &DesktopDoor::preferencesChanged);
    Preferences preferences = m_services->preferences();
    preferences.theme = ThemeChoice::Dark;
    m_services->setPreferences(preferences);
    m_services->setPreferences(preferences);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(saved(*m_home), preferences);
}

void TestDesktopServices::aPauseOfTheSimulationIsNotThatOfTheOwnHome()
{
    Preferences preferences = m_services->preferences();
    preferences.recoveryBeforePause = true; // the own home is paused
    m_services->setPreferences(preferences);
    m_services->showHome(QStringLiteral("/tmp/simulation"), true);
    QVERIFY(!m_services->preferences().recoveryBeforePause);
    preferences = m_services->preferences();
    preferences.recoveryBeforePause = false; // and so is the simulated one
    preferences.density = Density::Compact;
    m_services->setPreferences(preferences);
    QCOMPARE(m_services->preferences().recoveryBeforePause, std::optional(false));
    QCOMPARE(saved(*m_home).recoveryBeforePause, std::optional(true));
    QCOMPARE(saved(*m_home).density, Density::Compact);
    m_services->showHome(m_home->path(), false);
    QCOMPARE(m_services->preferences().recoveryBeforePause, std::optional(true));
    QCOMPARE(m_services->preferences().density, Density::Compact);
}

void TestDesktopServices::aBrokenFileIsNotOverwritten()
{
    const QByteArray broken = "{ \"theme\": ";
    write(QStringLiteral("desktop.json"), broken);
    const Result<Done> loaded = m_services->load();
    QVERIFY(!loaded);
    QCOMPARE(loaded.refusal().code, RefusalCode::FileBroken);
    QSignalSpy told(m_services.get(), &DesktopDoor::preferencesNotSaved);
    Preferences preferences;
    preferences.theme = ThemeChoice::Light;
    m_services->setPreferences(preferences);
    QCOMPARE(told.size(), 1);
    QCOMPARE(m_services->preferences().theme, ThemeChoice::Light); // in force all the same
    QFile file(path(QStringLiteral("desktop.json")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), broken);
}

template <typename T> std::optional<Result<T>> TestDesktopServices::awaited(std::optional<Result<T>> &answer)
{
    const bool came = QTest::qWaitFor([&] { return answer.has_value(); }, 30'000);
    return came ? std::move(answer) : std::nullopt;
}

Result<Done> TestDesktopServices::exported(const QString &file, std::optional<Secret> passphrase)
{
    std::optional<Result<Done>> answer;
    m_services->exportSettings(path(file), std::move(passphrase),
                               [&](const Result<Done> &done) { answer = done; });
    return awaited(answer).value();
}

Result<TestDesktopServices::Offer> TestDesktopServices::read(const QString &file,
                                                             std::optional<Secret> passphrase)
{
    std::optional<Result<Offer>> answer;
    m_services->readImport(path(file), std::move(passphrase),
                           [&](const Result<Offer> &offer) { answer = offer; });
    return awaited(answer).value();
}

Result<int> TestDesktopServices::imported(const Offer &offer, const std::vector<size_t> &chosen,
                                          bool withPolicy)
{
    std::optional<Result<int>> answer;
    m_services->import(offer, chosen, withPolicy, [&](const Result<int> &added) { answer = added; });
    return awaited(answer).value();
}

void TestDesktopServices::anExportIsNotOfNothing()
{
    const QString file = QStringLiteral("export.json");
    const QByteArray before = exportSettings(sampleSettings());
    write(file, before);
    m_instance->setState({InstanceLink::Starting, std::nullopt});
    const Result<Done> refused = exported(file);
    QVERIFY(!refused);
    QCOMPARE(refused.refusal().code, RefusalCode::NotRunning);
    QCOMPARE(content(file), before);
    m_instance->setState({InstanceLink::Hosting, std::nullopt});
    QVERIFY(exported(file).ok());
}

void TestDesktopServices::keysLeaveOnlyUnderAPassphrase()
{
    m_instance->setSettings(sampleSettings());
    const QString file = QStringLiteral("export.json");
    QVERIFY(exported(file, Secret("correct horse")).ok());
    QVERIFY(!content(file).contains("made-up") && !content(file).contains("production"));
    QCOMPARE(read(file).refusal().code, RefusalCode::WrongPassphrase);
    QCOMPARE(read(file, Secret("wrong horse")).refusal().code, RefusalCode::WrongPassphrase);
    m_instance->setSettings({});
    const Result<Offer> offer = read(file, Secret("correct horse"));
    QVERIFY(offer.ok());
    QCOMPARE((*offer)->configs.size(), sampleSettings().configs.size());
    for (const ImportedConfig &config : (*offer)->configs) {
        QCOMPARE(config.verdict, ImportVerdict::New);
        QVERIFY(config.config.endpoints.front().key.has_value());
    }
}

void TestDesktopServices::keysThatCantBeReachedAreSaid()
{
    m_instance->setSettings(sampleSettings());
    m_instance->refusal = Refusal{RefusalCode::SecretsUnavailable, QStringLiteral("desktop keyring"), {}};
    const Result<Done> refused = exported(QStringLiteral("export.json"), Secret("correct horse"));
    QVERIFY(!refused);
    QCOMPARE(refused.refusal().code, RefusalCode::SecretsUnavailable);
    QVERIFY(!QFile::exists(path(QStringLiteral("export.json"))));
}

void TestDesktopServices::anImportBringsWhatIsNew()
{
    const QString file = QStringLiteral("export.json");
    write(file, exportSettings(sampleSettings()));
    Settings here = sampleSettings();
    here.configs.erase(here.configs.begin() + 1, here.configs.end());
    m_instance->setSettings(here);
    const Result<Offer> offer = read(file);
    QVERIFY(offer.ok());
    QCOMPARE((*offer)->configs.front().verdict, ImportVerdict::AlreadyThere);
    std::vector<size_t> chosen;
    for (size_t i = 1; i < (*offer)->configs.size(); ++i)
        chosen.push_back(i);
    const Result<int> added = imported(*offer, chosen, true);
    QVERIFY(added.ok());
    QCOMPARE(*added, static_cast<int>(chosen.size()));
    QCOMPARE(m_instance->settings().configs.size(), sampleSettings().configs.size());
    QVERIFY(std::holds_alternative<EditPolicy>(m_instance->commands.back()));
}

void TestDesktopServices::aRefusalEndsAnImport()
{
    const QString file = QStringLiteral("export.json");
    write(file, exportSettings(sampleSettings()));
    const Result<Offer> offer = read(file);
    QVERIFY(offer.ok() && (*offer)->configs.size() > 1);
    m_instance->refusal = Refusal{RefusalCode::FileUnwritable, QStringLiteral("/c.json"), {}};
    const Result<int> added = imported(*offer, {0, 1}, false);
    QVERIFY(!added);
    QCOMPARE(added.refusal().code, RefusalCode::FileUnwritable);
    QVERIFY(m_instance->settings().configs.empty());
}

void TestDesktopServices::anImportStaysInItsHome()
{
    const QString file = QStringLiteral("export.json");
    write(file, exportSettings(sampleSettings()));
    const Result<Offer> offer = read(file);
    QVERIFY(offer.ok() && (*offer)->configs.size() > 1);
    m_instance->silent = true;
    std::optional<Result<int>> answer;
    m_services->import(*offer, {0, 1}, false, [&](const Result<int> &added) { answer = added; });
    m_services->showHome(QStringLiteral("/tmp/simulation"), true);
    m_instance->answerAll();
    QTRY_VERIFY(answer);
    QCOMPARE(answer->refusal().code, RefusalCode::NotRunning);
    QCOMPARE(m_instance->commands.size(), size_t(1));
}

void TestDesktopServices::aLinkIsRead()
{
    std::optional<Result<Offer>> answer;
    m_services->readImportLink(QUrl(QStringLiteral("qcc://import?name=a&url=https://a.example&key=sk-1")),
                               [&](const Result<Offer> &offer) { answer = offer; });
    const Result<Offer> offer = awaited(answer).value();
    QVERIFY(offer.ok());
    QCOMPARE((*offer)->configs.front().config.name, QStringLiteral("a"));
}

void TestDesktopServices::whatIsNoImportIsRefused_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<RefusalCode>("code");
    QTest::newRow("no file") << QByteArray() << RefusalCode::FileUnreadable;
    QTest::newRow("no JSON") << QByteArray("hello") << RefusalCode::FileBroken;
    QTest::newRow("of nobody known") << QByteArray("{}") << RefusalCode::NothingToImport;
}

void TestDesktopServices::whatIsNoImportIsRefused()
{
    QFETCH(QByteArray, content);
    const QString name = QStringLiteral("import.json");
    if (!content.isEmpty())
        write(name, content);
    const Result<Offer> offer = read(name);
    QVERIFY(!offer);
    QTEST(offer.refusal().code, "code");
    QCOMPARE(offer.refusal().subject, path(name));
}

QTEST_GUILESS_MAIN(TestDesktopServices)
#include "tst_desktop_services.moc"
