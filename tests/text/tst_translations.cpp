// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/text/ts_file.h"

#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace qcc::test;

namespace {

constexpr int kLupdatePatience = 60'000;

QString inTree(const char *path)
{
    return QStringLiteral(QCC_SOURCE_DIR "/") + QString::fromLatin1(path);
}

QSet<QString> placeholdersOf(const QString &text)
{
    static const QRegularExpression kPlace(QStringLiteral("%L?[1-9n]"));
    QSet<QString> found;
    for (const QRegularExpressionMatch &match : kPlace.globalMatch(text))
        found += match.captured();
    return found;
}

/// Plural forms may do without the number ("once").
bool fits(const TsMessage &message, const QString &translation)
{
    QSet<QString> wanted = placeholdersOf(message.source);
    QSet<QString> found = placeholdersOf(translation);
    if (message.plural) {
        for (const QString &number : {QStringLiteral("%n"), QStringLiteral("%Ln")}) {
            wanted.remove(number);
            found.remove(number);
        }
    }
    return wanted == found;
}

/// What @p pattern captures in the sources.
QSet<QString> namesInSources(const QRegularExpression &pattern, const QString &prefix)
{
    QSet<QString> names;
    for (const char *folder : {"models", "app", "ui"}) {
        QDirIterator files(inTree(folder), {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QString source = QString::fromUtf8(file.readAll());
            for (const QRegularExpressionMatch &match : pattern.globalMatch(source))
                names += prefix + match.captured(1);
        }
    }
    return names;
}

/// Those that the sources choose themselves.
QSet<QString> chosenContexts()
{
    static const QRegularExpression kDeclared(QStringLiteral(R"(Q_DECLARE_TR_FUNCTIONS\((\w+)\))"));
    static const QRegularExpression kNamed(QStringLiteral(R"x((?:QT_TRANSLATE_NOOP|translate)\(\s*"(\w+)")x"));
    return namesInSources(kDeclared, QString()) + namesInSources(kNamed, QString());
}

/// Those that moc makes of classes.
QSet<QString> classContexts()
{
    static const QRegularExpression kClass(QStringLiteral(R"(\nclass (\w+)[^;{]*\{\s*Q_OBJECT\b)"));
    return namesInSources(kClass, QStringLiteral("qcc::"));
}

} // namespace

/// The .ts files against the sources: `./dev translate` mends what this finds, but for the translating.
class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyStringIsTranslated_data();
    void everyStringIsTranslated();
    void placeholdersAreKept_data() { everyStringIsTranslated_data(); }
    void placeholdersAreKept();
    void contextsAreThoseOfTheProgram();

private:
    QList<TsMessage> updated(const QString &file, const QStringList &options);
    std::unique_ptr<QTemporaryDir> m_directory;
};

void TestTranslations::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    QVERIFY(m_directory->isValid());
}

/// What lupdate makes of a copy of the file.
QList<TsMessage> TestTranslations::updated(const QString &file, const QStringList &options)
{
    const QString copy = m_directory->filePath(QFileInfo(file).fileName());
    if (!QFile::copy(file, copy))
        return {};
    QProcess lupdate;
    lupdate.setWorkingDirectory(QStringLiteral(QCC_SOURCE_DIR));
    lupdate.start(QStringLiteral(QCC_LUPDATE),
                  QStringList{QStringLiteral("-silent"), QStringLiteral("-I"), QStringLiteral("."),
                              QStringLiteral("models"), QStringLiteral("app"), QStringLiteral("ui"),
                              QStringLiteral("-locations"), QStringLiteral("none"),
                              QStringLiteral("-no-obsolete"), QStringLiteral("-ts"), copy} +
                      options);
    if (!lupdate.waitForFinished(kLupdatePatience) || lupdate.exitCode() != 0)
        return {};
    return readTs(copy);
}

void TestTranslations::everyStringIsTranslated_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("options");
    QTest::newRow("Chinese") << inTree("translations/qcc_zh_CN.ts") << QStringList();
    QTest::newRow("English, where there are plural forms")
        << inTree("translations/qcc_en.ts") << QStringList{QStringLiteral("-pluralonly")};
}

void TestTranslations::everyStringIsTranslated()
{
    QFETCH(const QString, file);
    QFETCH(const QStringList, options);
    const QList<TsMessage> messages = updated(file, options);
    QVERIFY(!messages.isEmpty());
    QStringList missing;
    for (const TsMessage &message : messages) {
        if (message.unfinished || message.translations.isEmpty() || message.translations.contains(QString()))
            missing += message.id();
    }
    QVERIFY2(missing.isEmpty(), qPrintable(QStringLiteral("not translated (./dev translate helps):\n") +
                                           missing.join(QLatin1Char('\n'))));
}

void TestTranslations::placeholdersAreKept()
{
    QFETCH(const QString, file);
    const QList<TsMessage> messages = readTs(file);
    QVERIFY(!messages.isEmpty());
    for (const TsMessage &message : messages) {
        for (const QString &translation : message.translations) {
            // What is not translated yet is the other test's business.
            if (!message.unfinished)
                QVERIFY2(fits(message, translation),
                         qPrintable(message.id() + QStringLiteral(" → ") + translation));
        }
    }
}

/// lupdate guesses a context where it does not understand the code; what is filed under a guess is never
/// found.
void TestTranslations::contextsAreThoseOfTheProgram()
{
    const QSet<QString> known = chosenContexts() + classContexts();
    const QList<TsMessage> messages = updated(inTree("translations/qcc_zh_CN.ts"), {});
    QVERIFY(!messages.isEmpty());
    for (const TsMessage &message : messages)
        QVERIFY2(known.contains(message.context), qPrintable(message.id()));
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
