// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/layered_secret_store.h"

#include <QTest>

using namespace qcc;

namespace {

using Entries = std::map<QString, QByteArray>;

/// A store in memory whose content a test sees, and that can be switched off.
class ScriptedStore : public SecretStore
{
public:
    ScriptedStore(Entries &entries, const bool &works, bool plain)
        : m_entries(entries), m_works(works), m_plain(plain)
    {
    }

    Result<Secret> read(const QString &name) override
    {
        if (!m_works)
            return away();
        const auto found = m_entries.find(name);
        return found == m_entries.end() ? Secret() : Secret(found->second);
    }
    Result<Done> write(const QString &name, const Secret &secret) override
    {
        if (!m_works)
            return away();
        m_entries[name] = secret.reveal();
        return Done{};
    }
    Result<Done> remove(const QString &name) override
    {
        if (!m_works)
            return away();
        m_entries.erase(name);
        return Done{};
    }
    QString description() const override
    {
        return m_plain ? QStringLiteral("file") : QStringLiteral("keyring");
    }
    bool isPlainFile() const override { return m_plain; }

private:
    Refusal away() const { return {RefusalCode::SecretsUnavailable, description(), QStringLiteral("away")}; }

    Entries &m_entries;
    const bool &m_works;
    bool m_plain;
};

} // namespace

class TestLayeredSecretStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_keyring = {{kName, "in keyring"}};
        m_file = {{kName, "in file"}};
        m_keyringWorks = m_fileWorks = true;
    }

    void theFileIsNewerThanTheKeyring()
    {
        QCOMPARE(store(WriteTo::Keyring).read(kName)->reveal(), QByteArray("in file"));
        m_file.clear();
        QCOMPARE(store(WriteTo::Keyring).read(kName)->reveal(), QByteArray("in keyring"));
        QCOMPARE(store(WriteTo::File).read(kName)->reveal(), QByteArray("in keyring"));
    }

    void writingToTheKeyringClearsTheFile()
    {
        QVERIFY(store(WriteTo::Keyring).write(kName, Secret("new")).ok());
        QCOMPARE(m_keyring, (Entries{{kName, "new"}}));
        QCOMPARE(m_file, Entries());
        QCOMPARE(store(WriteTo::Keyring).description(), QStringLiteral("keyring"));
        QVERIFY(!store(WriteTo::Keyring).isPlainFile());
    }

    void writingToTheFileWinsOverAnAbsentKeyring()
    {
        m_keyringWorks = false;
        QVERIFY(store(WriteTo::File).write(kName, Secret("new")).ok());
        QCOMPARE(m_file, (Entries{{kName, "new"}}));
        m_keyringWorks = true;
        QCOMPARE(store(WriteTo::Keyring).read(kName)->reveal(), QByteArray("new"));
        QVERIFY(store(WriteTo::File).isPlainFile());
    }

    void anAbsentKeyringCountsAsEmptyWhileTheFileIsUsed()
    {
        m_keyringWorks = false;
        m_file.clear();
        QVERIFY(store(WriteTo::File).read(kName)->isEmpty());
        QVERIFY(store(WriteTo::File).remove(kName).ok());
    }

    void aKeyringThatGoesAwayIsSaid()
    {
        m_keyringWorks = false;
        m_file.clear();
        LayeredSecretStore layered = store(WriteTo::Keyring);
        QCOMPARE(layered.read(kName).refusal().code, RefusalCode::SecretsUnavailable);
        QCOMPARE(layered.write(kName, Secret("new")).refusal().code, RefusalCode::SecretsUnavailable);
        QCOMPARE(layered.remove(kName).refusal().code, RefusalCode::SecretsUnavailable);
    }

    void removingClearsBoth()
    {
        QVERIFY(store(WriteTo::Keyring).remove(kName).ok());
        QCOMPARE(m_keyring, Entries());
        QCOMPARE(m_file, Entries());
    }

    void aBrokenFileIsSaid()
    {
        m_fileWorks = false;
        QVERIFY(!store(WriteTo::Keyring).read(kName));
        QVERIFY(!store(WriteTo::Keyring).write(kName, Secret("new")));
    }

private:
    using WriteTo = LayeredSecretStore::WriteTo;
    inline static const QString kName = QStringLiteral("name");

    LayeredSecretStore store(WriteTo target)
    {
        return {std::make_unique<ScriptedStore>(m_keyring, m_keyringWorks, false),
                std::make_unique<ScriptedStore>(m_file, m_fileWorks, true), target};
    }

    Entries m_keyring;
    Entries m_file;
    bool m_keyringWorks = true;
    bool m_fileWorks = true;
};

QTEST_APPLESS_MAIN(TestLayeredSecretStore)
#include "tst_layered_secret_store.moc"
