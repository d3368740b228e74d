// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/run_desktop.h"

#include "app/cli/language_choice.h"
#include "app/desktop/desktop_app.h"
#include "app/desktop/display.h"
#include "app/desktop/spoken_language.h"
#include "app/headless/process_habits.h"
#include "app/io/file_limit.h"
#include "app/store/home.h"
#include "ui/base/icons.h"
#include "ui/base/refusal_sentence.h"
#include "ui/base/style.h"

#include <QApplication>
#include <QMessageBox>
#include <QProcess>

#include <cstdio>
#include <memory>

namespace qcc {

namespace {

constexpr int kRefused = 1;

int refuse(const QString &sentence)
{
    std::fprintf(stderr, "qcc-desktop: %s\n", qPrintable(sentence));
    return kRefused;
}

/// Who started it from a menu sees no terminal.
int refuseInSight(const QString &sentence)
{
    refuse(sentence);
    if (complaintsAreSeen())
        return kRefused;
    applyTheme(*qApp, ThemeChoice::System, Density::Comfortable, platformLightness());
    QMessageBox box(QMessageBox::Critical, QGuiApplication::applicationDisplayName(), sentence,
                    QMessageBox::Close);
    box.setTextFormat(Qt::PlainText);
    box.setWindowIcon(applicationIcon());
    QObject::connect(&box, &QDialog::finished, qApp, [] { QCoreApplication::exit(); });
    box.show();
    QCoreApplication::exec();
    return kRefused;
}

/// @p early speaks until the program does with the language of the person's preferences.
int runIn(const QString &home, const DesktopOptions &options, std::unique_ptr<SpokenLanguage> early,
          std::optional<QStringList> &wantedAgain)
{
    SingleWindow single(home);
    const Result<bool> first = single.claim();
    if (!first)
        return refuseInSight(refusalSentence(first.refusal()));
    if (!*first) {
        if (single.ask(options.open))
            return EXIT_SUCCESS;
        return refuseInSight(
            QCoreApplication::translate(
                "RunDesktop", "QCC already runs with %1, but its window does not answer. End it first.")
                .arg(home));
    }
    early.reset();
    DesktopApp desktop(home, options, single);
    desktop.start();
    const int code = QCoreApplication::exec();
    if (desktop.isWantedAgain())
        wantedAgain.emplace();
    if (const QUrl &open = desktop.wantedToOpen(); wantedAgain && !open.isEmpty())
        wantedAgain->append(open.toString(QUrl::FullyEncoded));
    return code;
}

} // namespace

int runDesktop(int argc, char **argv)
{
    if (!hasDisplay()) {
        QCoreApplication application(argc, argv);
        readDesktopOptions(); // --help and --version end here
        return refuse(QStringLiteral("there is no display here; `qcc proxy start` works without one."));
    }
    keepFilesPrivate();
    raiseOpenFileLimit();
    surviveBrokenPipes();
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("qcc"));
    QCoreApplication::setApplicationVersion(QStringLiteral(QCC_VERSION));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("QCC"));
    QGuiApplication::setDesktopFileName(QStringLiteral("qcc"));
    QApplication::setQuitOnLastWindowClosed(false);
    auto early =
        std::make_unique<SpokenLanguage>(chosenLanguage(QCoreApplication::arguments(), localeVariables()));
    const DesktopOptions options = readDesktopOptions();
    const Result<QString> home = openHome(qccHomePath());
    if (!home)
        return refuseInSight(refusalSentence(home.refusal()));
    std::optional<QStringList> wantedAgain; // with which arguments
    const int code = runIn(*home, options, std::move(early), wantedAgain);
    // By now the home is free.
    if (wantedAgain && !QProcess::startDetached(QCoreApplication::applicationFilePath(), *wantedAgain))
        return kRefused;
    return code;
}

} // namespace qcc
