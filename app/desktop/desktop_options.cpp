// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop_options.h"

#include "app/importing/import_link.h"
#include "ui/window/pages.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <QHostAddress>

#include <cstdio>
#include <cstdlib>

namespace qcc {

namespace {

constexpr int kWrongUsage = 2;

[[noreturn]] void complain(const QString &text)
{
    std::fprintf(stderr, "qcc-desktop: %s\n", qPrintable(text));
    std::exit(kWrongUsage);
}

QString say(const char *text)
{
    return QCoreApplication::translate("DesktopOptions", text);
}

/// Without what may be a key in a link.
QString shown(const QString &text)
{
    return text.section(QLatin1Char('?'), 0, 0);
}

void takeAddress(const QString &text, DesktopOptions &options)
{
    const qsizetype colon = text.lastIndexOf(QLatin1Char(':'));
    bool isNumber = false;
    const uint port = text.mid(colon + 1).toUInt(&isNumber);
    QString host = text.left(std::max<qsizetype>(colon, 0));
    if (host.startsWith(QLatin1Char('[')) && host.endsWith(QLatin1Char(']')))
        host = host.mid(1, host.size() - 2);
    if (colon < 0 || !isNumber || port > 65'535 || QHostAddress(host).isNull())
        complain(say(QT_TRANSLATE_NOOP("DesktopOptions", "\"%1\" is no address; use HOST:PORT, such as "
                                                         "127.0.0.1:7860"))
                     .arg(text));
    options.listenHost = host;
    options.listenPort = static_cast<quint16>(port);
}

/// A link or a file; an empty list: none.
QUrl toOpen(const QStringList &arguments)
{
    if (arguments.isEmpty())
        return {};
    if (arguments.size() > 1)
        complain(say(QT_TRANSLATE_NOOP("DesktopOptions", "only one file or link can be opened at once")));
    const QString &text = arguments.constFirst();
    if (const QUrl url(text, QUrl::StrictMode); isImportLink(url) || url.isLocalFile())
        return url;
    const QFileInfo file(text);
    if (!file.isFile())
        complain(say(QT_TRANSLATE_NOOP("DesktopOptions", "\"%1\" is not understood; see --help"))
                     .arg(shown(text)));
    return QUrl::fromLocalFile(file.absoluteFilePath());
}

} // namespace

DesktopOptions readDesktopOptions()
{
    QCommandLineParser parser;
    parser.setApplicationDescription(say(QT_TRANSLATE_NOOP(
        "DesktopOptions", "Keeps Claude Code working when a provider fails: window, tray and proxy.")));
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")},
                                  say(QT_TRANSLATE_NOOP("DesktopOptions", "Shows this.")));
    const QCommandLineOption version(QStringLiteral("version"),
                                     say(QT_TRANSLATE_NOOP("DesktopOptions", "Shows the version.")));
    const QCommandLineOption hidden(QStringLiteral("hidden"),
                                    say(QT_TRANSLATE_NOOP("DesktopOptions", "Starts in the tray.")));
    const QCommandLineOption simulation(
        QStringLiteral("simulation"),
        say(QT_TRANSLATE_NOOP("DesktopOptions", "Starts with three simulated providers; nothing is kept.")));
    const QCommandLineOption page(
        QStringLiteral("page"),
        say(QT_TRANSLATE_NOOP("DesktopOptions", "Opens board, health, history, requests or settings.")),
        QStringLiteral("PAGE"));
    const QCommandLineOption lang(QStringLiteral("lang"),
                                  say(QT_TRANSLATE_NOOP("DesktopOptions", "Speaks en or zh.")),
                                  QStringLiteral("LANGUAGE"));
    const QCommandLineOption listen(
        QStringLiteral("listen"),
        say(QT_TRANSLATE_NOOP("DesktopOptions", "Listens there in this run; port 0: any free one.")),
        QStringLiteral("HOST:PORT"));
    const QCommandLineOption noChecks(
        QStringLiteral("no-checks"),
        say(QT_TRANSLATE_NOOP("DesktopOptions", "Knows endpoints by traffic alone.")));
    parser.addOptions({help, version, hidden, simulation, page, lang, listen, noChecks});
    parser.addPositionalArgument(
        QStringLiteral("file"),
        say(QT_TRANSLATE_NOOP("DesktopOptions",
                              "Shows what a file of settings, or a link qcc://import?…, would "
                              "bring, to choose from.")),
        QStringLiteral("[FILE|LINK]"));
    if (!parser.parse(QCoreApplication::arguments()))
        complain(parser.errorText());
    if (parser.isSet(help)) {
        std::fputs(qPrintable(parser.helpText()), stdout);
        std::exit(EXIT_SUCCESS);
    }
    if (parser.isSet(version)) {
        std::fputs("qcc-desktop " QCC_VERSION "\n", stdout);
        std::exit(EXIT_SUCCESS);
    }
    DesktopOptions options;
    options.open = toOpen(parser.positionalArguments());
    options.hidden = parser.isSet(hidden);
    options.simulation = parser.isSet(simulation);
    options.page = parser.value(page);
    if (parser.isSet(page) && toWord(pageFromWord(options.page)) != options.page)
        complain(say(QT_TRANSLATE_NOOP("DesktopOptions", "\"%1\" is not understood; see --help"))
                     .arg(options.page));
    options.checks = !parser.isSet(noChecks);
    if (parser.isSet(lang)) {
        options.language = languageFromWord(parser.value(lang));
        if (!options.language)
            complain(say(QT_TRANSLATE_NOOP("DesktopOptions", "--lang is en or zh")));
    }
    if (parser.isSet(listen))
        takeAddress(parser.value(listen), options);
    return options;
}

} // namespace qcc
