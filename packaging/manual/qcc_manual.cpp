// SPDX-License-Identifier: GPL-3.0-or-later
// qcc-manual TEMPLATE PAGE: writes qcc(1) from its template and from what `qcc` itself understands. Only for
// the build; it is not installed.
#include "app/cli/command_line.h"
#include "packaging/manual/command_pages.h"

#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>

#include <cstdio>

namespace {

int fail(const QFileDevice &file)
{
    std::fprintf(stderr, "qcc-manual: %s: %s\n", qPrintable(file.fileName()), qPrintable(file.errorString()));
    return EXIT_FAILURE;
}

qcc::CommandNode programTree()
{
    qcc::CliPlan plan;
    CLI::App app("", "qcc");
    qcc::describeProgram(app, plan);
    return qcc::commandTree(app);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc != 3) {
        std::fputs("usage: qcc-manual TEMPLATE PAGE\n", stderr);
        return EXIT_FAILURE;
    }
    QFile source(QString::fromLocal8Bit(argv[1]));
    QSaveFile page(QString::fromLocal8Bit(argv[2]));
    if (!source.open(QIODevice::ReadOnly))
        return fail(source);
    const qcc::CommandNode tree = programTree();
    QString text = QString::fromUtf8(source.readAll());
    text.replace(QStringLiteral("@PROJECT_VERSION@"), QStringLiteral(QCC_VERSION));
    text.replace(QStringLiteral("@COMMON_OPTIONS@\n"), qcc::commonOptions(tree));
    text.replace(QStringLiteral("@COMMANDS@\n"), qcc::commandSections(tree));
    if (!page.open(QIODevice::WriteOnly) || page.write(text.toUtf8()) < 0 || !page.commit())
        return fail(page);
    return EXIT_SUCCESS;
}
