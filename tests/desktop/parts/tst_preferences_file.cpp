// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/preferences_file.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace qcc;

namespace {

Preferences unusual()
{
    Preferences preferences;
    preferences.theme = ThemeChoice::Dark;
    preferences.density = Density::Compact;
    preferences.language = Language::Chinese;
    preferences.silenced = {AlertKind::Recovery, AlertKind::AwayFromPrimary};
    preferences.quietHours = {true, QTime(23, 30), QTime(6, 15)};
    preferences.listenHost = QStringLiteral("127.0.0.2");
    preferences.listenPort = 9000;
    preferences.serveAtStart = false;
    preferences.closesToTray = false;
    preferences.toldAboutTray = true;
    preferences.toldAboutNoTray = true;
    preferences.toldAboutKeysIn = QStringLiteral("/home/ada/.qcc/secrets.json");
    preferences.recoveryBeforePause = true;
    preferences.connectsClaude = true;
    preferences.releasesClaudeAtQuit = false;
    preferences.claudeToolSearch = true;
    preferences.connectsEditors = true;
    preferences.toldAboutClaude = true;
    preferences.windowGeometry = QByteArray("\x01\x02\xff\x00geometry", 12);
    preferences.page = QStringLiteral("history");
    return preferences;
}

} // namespace

class TestPreferencesFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyFieldComesBack();
    void defaultsWithoutAFile();
    void theFileIsTheOwnersAlone();
    void unknownFieldsSurvive();
    void oddValuesAreDefaults_data();
    void oddValuesAreDefaults();
    void aBrokenFileIsLeftAlone();

private:
    void write(const QByteArray &text) const;
    QByteArray read() const;
    QTemporaryDir m_home;
    PreferencesFile m_file{m_home.path()};
};

void TestPreferencesFile::write(const QByteArray &text) const
{
    QFile file(m_file.path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

QByteArray TestPreferencesFile::read() const
{
    QFile file(m_file.path());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestPreferencesFile::defaultsWithoutAFile()
{
    QFile::remove(m_file.path());
    const Result<Preferences> loaded = m_file.load();
    QVERIFY(loaded.ok());
    QVERIFY(*loaded == Preferences());
    QVERIFY(!QFile::exists(m_file.path()));
}

void TestPreferencesFile::everyFieldComesBack()
{
    QVERIFY(m_file.save(unusual()).ok());
    const Result<Preferences> loaded = m_file.load();
    QVERIFY(loaded.ok());
    QVERIFY(*loaded == unusual());
    QVERIFY(m_file.save(Preferences()).ok());
    QVERIFY(*m_file.load() == Preferences());
}

void TestPreferencesFile::theFileIsTheOwnersAlone()
{
    QFile::remove(m_file.path());
    QVERIFY(m_file.save(unusual()).ok());
    const QFile::Permissions others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFileInfo(m_file.path()).permissions() & others));
}

void TestPreferencesFile::unknownFieldsSurvive()
{
    write(R"({"theme": "light", "of_tomorrow": {"a": [1, 2]}})");
    QVERIFY(m_file.save(unusual()).ok());
    QVERIFY(read().contains("of_tomorrow"));
    QVERIFY(*m_file.load() == unusual());
}

void TestPreferencesFile::oddValuesAreDefaults_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("unknown words") << QByteArray(R"({"theme": "pink", "density": 3, "language": "fr"})");
    QTest::newRow("a port out of range") << QByteArray(R"({"proxy": {"port": 70000}})");
    QTest::newRow("port zero") << QByteArray(R"({"proxy": {"port": 0}})");
    QTest::newRow("no times") << QByteArray(R"({"quiet_hours": {"from": "25:00", "to": 7}})");
    QTest::newRow("other types") << QByteArray(R"({"silenced": "all", "window": [], "proxy": null})");
    QTest::newRow("an alert of tomorrow") << QByteArray(R"({"silenced": ["of-tomorrow"]})");
}

void TestPreferencesFile::oddValuesAreDefaults()
{
    QFETCH(QByteArray, text);
    write(text);
    const Result<Preferences> loaded = m_file.load();
    QVERIFY(loaded.ok());
    QVERIFY(*loaded == Preferences());
}

void TestPreferencesFile::aBrokenFileIsLeftAlone()
{
    const QByteArray broken = "{\n  \"theme\": \n";
    write(broken);
    const Result<Preferences> loaded = m_file.load();
    QVERIFY(!loaded.ok());
    QCOMPARE(loaded.refusal().code, RefusalCode::FileBroken);
    QCOMPARE(loaded.refusal().subject, m_file.path());
    QVERIFY(loaded.refusal().detail.startsWith(QStringLiteral("line ")));
    const Result<Done> saved = m_file.save(unusual());
    QVERIFY(!saved.ok());
    QCOMPARE(read(), broken);
}

QTEST_GUILESS_MAIN(TestPreferencesFile)
#include "tst_preferences_file.moc"
