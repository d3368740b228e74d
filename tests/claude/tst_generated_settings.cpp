// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/claude/variable_table.h"
#include "tests/claude/generated_settings.h"
#include "tests/claude/takeover_place.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace qcc;
using namespace qcc::test;

namespace {

constexpr int kFiles = 220; // of each kind

/// The text as a program reads it that takes no comments, or nothing.
QJsonObject parsed(const QByteArray &text)
{
    const QByteArray plain = text.startsWith("\xEF\xBB\xBF") ? text.sliced(3) : text;
    return QJsonDocument::fromJson(plain).object();
}

QJsonObject without(QJsonObject document, const QStringList &names)
{
    QJsonObject env = document.value(QStringLiteral("env")).toObject();
    for (const QString &name : names)
        env.remove(name);
    document.insert(QStringLiteral("env"), env);
    return document;
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

/// Every generated file survives being connected and disconnected, byte by byte, or is refused untouched.
class TestGeneratedSettings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void comesBackByteByByte_data();
    void comesBackByteByByte();
    void editorSettingsComeBackByteByByte_data();
    void editorSettingsComeBackByteByByte();
    void whatOthersChangedStays_data();
    void whatOthersChangedStays();
    void cutFilesAreRefusedUntouched();
};

void TestGeneratedSettings::comesBackByteByByte_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 0; seed < kFiles; ++seed)
        QTest::addRow("file %u", seed) << seed;
}

void TestGeneratedSettings::comesBackByteByByte()
{
    QFETCH(const quint32, seed);
    const TakeoverPlace place;
    const QByteArray before = generatedSettings(seed, false);
    place.writeSettings(before);
    const auto everything = place.everything();
    Takeover takeover = place.takeover();

    const Result<Done> connected = takeover.connect(kUrl, token(), {});
    if (!connected) {
        QCOMPARE(connected.refusal().code, RefusalCode::InTheWay); // "env" is no object
        QCOMPARE(place.everything(), everything);
        return;
    }
    QVERIFY(connected);
    const QByteArray after = place.settings().value_or(QByteArray());
    const QJsonObject env = parsed(after).value(QStringLiteral("env")).toObject();
    QCOMPARE(env.value(QStringLiteral("ANTHROPIC_BASE_URL")).toString(), kUrl);
    QCOMPARE(env.value(QStringLiteral("ANTHROPIC_AUTH_TOKEN")).toString(),
             QStringLiteral("qcc-0123456789abcdef"));
    const QStringList ours{QStringLiteral("ANTHROPIC_BASE_URL"), QStringLiteral("ANTHROPIC_AUTH_TOKEN"),
                           QStringLiteral("NO_PROXY")};
    QCOMPARE(compact(without(parsed(after), ours)), compact(without(parsed(before), ours)));
    QCOMPARE(takeover.status().state, TakeoverState::On);

    QVERIFY(takeover.disconnect(EditedValues::Refuse));
    QCOMPARE(place.settings(), std::optional(before));
    QCOMPARE(place.everything(), everything);
    QCOMPARE(takeover.status().state, TakeoverState::Off);
}

void TestGeneratedSettings::editorSettingsComeBackByteByByte_data()
{
    comesBackByteByByte_data();
}

void TestGeneratedSettings::editorSettingsComeBackByteByByte()
{
    QFETCH(const quint32, seed);
    const TakeoverPlace place;
    const QByteArray before = generatedSettings(seed, true);
    place.writeSettings("{}");
    place.write(place.editorFile(), before);
    const auto everything = place.everything();
    Takeover takeover = place.takeover();
    TakeoverOptions options;
    options.editors = true;
    QVERIFY(takeover.connect(kUrl, token(), options));
    const QByteArray after = TakeoverPlace::read(place.editorFile()).value_or(QByteArray());
    const Result<VariableTable> table = VariableTable::read(place.editorFile(), after, SettingsForm::Editor);
    QVERIFY2(table, after.constData());
    QCOMPARE(table->value(QStringLiteral("ANTHROPIC_BASE_URL")), std::optional(kUrl));
    QVERIFY(takeover.disconnect(EditedValues::Refuse));
    QCOMPARE(place.everything(), everything);
}

void TestGeneratedSettings::whatOthersChangedStays_data()
{
    comesBackByteByByte_data();
}

/// A blank line at the end is enough to make the file another: ours is then taken out of what is there.
void TestGeneratedSettings::whatOthersChangedStays()
{
    QFETCH(const quint32, seed);
    const bool editor = seed % 2 == 1;
    const TakeoverPlace place;
    const QString file = editor ? place.editorFile() : place.settingsFile();
    const QByteArray before = generatedSettings(seed, editor);
    place.writeSettings("{}");
    place.write(file, before);
    Takeover takeover = place.takeover();
    TakeoverOptions options;
    options.editors = true;
    if (!takeover.connect(kUrl, token(), options))
        return; // told in comesBackByteByByte()
    place.write(file, TakeoverPlace::read(file).value_or(QByteArray()) + "\n\n");
    QVERIFY(takeover.disconnect(EditedValues::Refuse));

    const QByteArray after = TakeoverPlace::read(file).value_or(QByteArray());
    const SettingsForm form = editor ? SettingsForm::Editor : SettingsForm::ClaudeCode;
    const Result<VariableTable> then = VariableTable::read(file, before, form);
    const Result<VariableTable> now = VariableTable::read(file, after, form);
    QVERIFY(then && now);
    QCOMPARE(now->hasTable(), then->hasTable());
    for (const char *name : {"ANTHROPIC_BASE_URL", "ANTHROPIC_AUTH_TOKEN", "NO_PROXY", "PATH", "Ä"})
        QCOMPARE(now->raw(QString::fromUtf8(name)), then->raw(QString::fromUtf8(name)));
    if (!editor)
        QCOMPARE(compact(parsed(after)), compact(parsed(before)));
}

void TestGeneratedSettings::cutFilesAreRefusedUntouched()
{
    int refused = 0;
    for (quint32 seed = 0; seed < 60; ++seed) {
        const QByteArray whole = generatedSettings(seed, false).trimmed();
        const QByteArray cut = whole.first(whole.size() * 2 / 3);
        if (whole.size() > 10'000 || cut.size() < 4)
            continue;
        const TakeoverPlace place;
        place.writeSettings(cut);
        Takeover takeover = place.takeover();
        const Result<Done> connected = takeover.connect(kUrl, token(), {});
        QCOMPARE(codeOf(connected), std::optional(RefusalCode::FileBroken));
        QVERIFY2(connected.refusal().detail.startsWith(QStringLiteral("line ")),
                 qPrintable(connected.refusal().detail));
        QCOMPARE(place.settings(), std::optional(cut));
        QCOMPARE(takeover.status().state, TakeoverState::Unusable);
        ++refused;
    }
    QVERIFY(refused > 30);
}

QTEST_GUILESS_MAIN(TestGeneratedSettings)
#include "tst_generated_settings.moc"
