// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/include_rules.h"

#include <QDirIterator>
#include <QTest>

using namespace qcc::test;

/// The architecture as a test: who includes whom, and what is pure. Shown on bad examples first, then on the
/// sources.
class TestArchitecture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anIncludeIsJudged_data();
    void anIncludeIsJudged();
    void aPureRoomIsJudged_data();
    void aPureRoomIsJudged();
    void theSourcesKeepTheRules_data();
    void theSourcesKeepTheRules();
};

namespace {

QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

} // namespace

void TestArchitecture::anIncludeIsJudged_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("good");
    const auto row = [](const char *title, const char *path, const char *line, bool good) {
        QTest::newRow(title) << text(path) << text(line) << good;
    };
    row("downward", "app/proxy/a.cpp", "#include \"models/rules/guard.h\"", true);
    row("its own room", "app/proxy/a.cpp", "#include \"app/proxy/b.h\"", true);
    row("its own moc", "app/proxy/a.cpp", "#include \"a.moc\"", true);
    row("angle brackets are not ours", "models/domain/a.h", "#include <app/proxy/b.h>", true);
    row("a main includes everything", "app/qcc.cpp", "#include \"app/engine/e.h\"\n#include \"app/cli/c.h\"",
        true);
    row("the store may include secrets", "app/store/a.cpp", "#include \"app/secrets/s.h\"", true);
    row("upward from the rules", "models/rules/a.cpp", "#include \"app/proxy/b.h\"", false);
    row("upward from the domain", "models/domain/a.h", "#include \"models/rules/b.h\"", false);
    row("upward from http", "app/http/a.cpp", "#include \"app/upstream/b.h\"", false);
    row("upward, indented and spaced", "app/http/a.cpp", "  #  include  \"app/proxy/b.h\"", false);
    row("upward behind good ones", "app/http/a.cpp",
        "#include \"models/domain/a.h\"\n#include \"app/proxy/b.h\"\n", false);
    row("sideways", "app/control/a.cpp", "#include \"app/store/b.h\"", false);
    row("secrets don't include the store", "app/secrets/a.cpp", "#include \"app/store/b.h\"", false);
    row("the command line does not include the engine", "app/cli/a.cpp", "#include \"app/engine/b.h\"",
        false);
    row("the simulator does not include the rules", "app/sim/a.cpp", "#include \"models/rules/b.h\"", false);
    row("the headless run puts all together", "app/headless/a.cpp",
        "#include \"app/engine/b.h\"\n#include \"app/cli/b.h\"", true);
    row("nobody includes the headless run", "app/engine/a.cpp", "#include \"app/headless/b.h\"", false);
    row("nobody includes a main", "app/engine/a.cpp", "#include \"app/main.h\"", false);
    row("not from the root", "app/proxy/a.cpp", "#include \"b.h\"", false);
    row("by way of the parent", "app/proxy/a.cpp", "#include \"../engine/b.h\"", false);
    row("through the parent of a permitted room", "models/rules/a.cpp",
        "#include \"models/domain/../../app/x/b.h\"", false);
    row("from the tests", "app/proxy/a.cpp", "#include \"tests/support/b.h\"", false);
    row("a room nobody knows", "app/attic/a.cpp", "", false);
}

void TestArchitecture::anIncludeIsJudged()
{
    QFETCH(QString, path);
    QFETCH(QString, line);
    QFETCH(bool, good);
    const QStringList violations = includeViolations(path, line);
    QVERIFY2(violations.isEmpty() == good, qPrintable(violations.join(QLatin1Char('\n'))));
}

void TestArchitecture::aPureRoomIsJudged_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("good");
    const auto row = [](const char *title, const char *path, const char *line, bool good) {
        QTest::newRow(title) << text(path) << text(line) << good;
    };
    row("values", "models/rules/a.cpp", "#include <QString>\nQDateTime::fromMSecsSinceEpoch(now.count());",
        true);
    row("a comment may speak of it", "models/rules/a.cpp", "/// No QTimer here.\n/* nor QFile */ int x;",
        true);
    row("a longer word is another word", "models/rules/a.cpp",
        "int myQTimer; Profile p; renow(); QDirection d;", true);
    row("other rooms may", "app/store/a.cpp", "#include <QFile>", true);
    row("a timer", "models/rules/a.cpp", "#include <QTimer>", false);
    row("an object with signals", "models/domain/a.h", "class A : public QObject", false);
    row("a socket", "models/rules/a.cpp", "QSslSocket socket;", false);
    row("a file", "models/rules/a.cpp", "#include <QFile>", false);
    row("a look at a path's text", "models/rules/a.cpp", "#include <QDir>\nQDir::isAbsolutePath(path);",
        true);
    row("a directory", "models/domain/a.cpp", "QDir::home()", false);
    row("the wall clock", "models/rules/a.cpp", "QDateTime::currentDateTimeUtc()", false);
    row("the steady clock", "models/rules/a.cpp", "std::chrono::steady_clock::now()", false);
    row("the environment", "models/rules/a.cpp", "qgetenv(\"HOME\")", false);
    row("chance", "models/rules/a.cpp", "QRandomGenerator::global()", false);
}

void TestArchitecture::aPureRoomIsJudged()
{
    QFETCH(QString, path);
    QFETCH(QString, line);
    QFETCH(bool, good);
    const QStringList violations = purityViolations(path, line);
    QVERIFY2(violations.isEmpty() == good, qPrintable(violations.join(QLatin1Char('\n'))));
}

void TestArchitecture::theSourcesKeepTheRules_data()
{
    QTest::addColumn<QString>("path");
    const QDir root(QStringLiteral(QCC_SOURCE_DIR));
    for (const char *top : {"models", "app", "ui"}) {
        QDirIterator files(root.filePath(text(top)), {text("*.h"), text("*.cpp")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = root.relativeFilePath(files.next());
            QTest::newRow(qPrintable(path)) << path;
        }
    }
}

void TestArchitecture::theSourcesKeepTheRules()
{
    QFETCH(QString, path);
    QFile file(QStringLiteral(QCC_SOURCE_DIR "/") + path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString source = QString::fromUtf8(file.readAll());
    const QStringList violations = includeViolations(path, source) + purityViolations(path, source);
    QVERIFY2(violations.isEmpty(), qPrintable(violations.join(QLatin1Char('\n'))));
}

QTEST_GUILESS_MAIN(TestArchitecture)
#include "tst_architecture.moc"
