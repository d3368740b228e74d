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
    void anImportBringsWhatIsNew();
    void anImportStaysInItsHome();
    void whatIsNoImportIsRefused_data();
    void whatIsNoImportIsRefused();

private:
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

void TestDesktopServices::anExportIsNotOfNothing()
{
    const QByteArray before = exportSettings(sampleSettings());
    write(QStringLiteral("export.json"), before);
    m_instance->setState({InstanceLink::Starting, std::nullopt});
    const Result<Done> refused = m_services->exportSettings(path(QStringLiteral("export.json")));
    QVERIFY(!refused);
    QCOMPARE(refused.refusal().code, RefusalCode::NotRunning);
    QFile file(path(QStringLiteral("export.json")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), before);
    m_instance->setState({InstanceLink::Hosting, std::nullopt});
    QVERIFY(m_services->exportSettings(path(QStringLiteral("export.json"))).ok());
}

void TestDesktopServices::anImportBringsWhatIsNew()
{
    write(QStringLiteral("export.json"), exportSettings(sampleSettings()));
    Settings here = sampleSettings();
    here.configs.erase(here.configs.begin() + 1, here.configs.end());
    m_instance->setSettings(here);
    const Result<ImportPreview> preview = m_services->readImport(path(QStringLiteral("export.json")));
    QVERIFY(preview.ok());
    QCOMPARE(preview->skipped, std::vector<QString>{here.configs.front().name});
    QCOMPARE(preview->configs.size(), sampleSettings().configs.size() - 1);
    std::optional<Result<Done>> answer;
    m_services->import(*preview, [&](const Result<Done> &done) { answer = done; });
    QTRY_VERIFY(answer);
    QVERIFY(answer->ok());
    QTRY_COMPARE(m_instance->settings().configs.size(), sampleSettings().configs.size());
}

void TestDesktopServices::anImportStaysInItsHome()
{
    write(QStringLiteral("export.json"), exportSettings(sampleSettings()));
    const Result<ImportPreview> preview = m_services->readImport(path(QStringLiteral("export.json")));
    QVERIFY(preview.ok() && preview->configs.size() > 1);
    m_instance->silent = true;
    std::optional<Result<Done>> answer;
    m_services->import(*preview, [&](const Result<Done> &done) { answer = done; });
    m_services->showHome(QStringLiteral("/tmp/simulation"), true);
    m_instance->answerAll();
    QTRY_VERIFY(answer);
    QCOMPARE(answer->refusal().code, RefusalCode::NotRunning);
    QCOMPARE(m_instance->commands.size(), size_t(1));
}

void TestDesktopServices::whatIsNoImportIsRefused_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<RefusalCode>("code");
    QTest::newRow("no file") << QByteArray() << RefusalCode::FileUnreadable;
    QTest::newRow("no JSON") << QByteArray("hello") << RefusalCode::FileBroken;
}

void TestDesktopServices::whatIsNoImportIsRefused()
{
    QFETCH(QByteArray, content);
    const QString name = QStringLiteral("import.json");
    if (!content.isEmpty())
        write(name, content);
    const Result<ImportPreview> preview = m_services->readImport(path(name));
    QVERIFY(!preview);
    QTEST(preview.refusal().code, "code");
    QCOMPARE(preview.refusal().subject, path(name));
}

QTEST_GUILESS_MAIN(TestDesktopServices)
#include "tst_desktop_services.moc"
