// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui_support/fake_claude.h"
#include "tests/ui_support/fake_doors.h"
#include "tests/ui_support/sample_world.h"
#include "ui/base/toast.h"
#include "ui/board/way_card.h"
#include "ui/settings/import_dialog.h"
#include "ui/window/main_window.h"

#include <QDialogButtonBox>
#include <QDropEvent>
#include <QMimeData>
#include <QPushButton>
#include <QTemporaryFile>
#include <QTest>

using namespace qcc;
using namespace qcc::test;

namespace {

/// A window, and an offer of one config behind every file, link and application.
struct Shown
{
    FakeInstance instance;
    FakeHistory history;
    FakeDesktop desktop;
    FakeClaude claude;
    std::unique_ptr<MainWindow> window;

    explicit Shown(const Settings &settings = sampleSettings())
    {
        instance.setSettings(settings);
        instance.setSnapshot(sampleSnapshot(SampleMood::AllWell));
        desktop.offer = std::make_shared<ImportOffer>();
        ImportedConfig config;
        config.origin = config.config.name = QStringLiteral("reseller");
        desktop.offer->configs.push_back(std::move(config));
        window = std::make_unique<MainWindow>(instance, history, desktop, claude);
        window->restore();
    }
    ImportDialog *dialog() const { return window->findChild<ImportDialog *>(); }
    /// Drags it over the window and lets it go; whether the window would take it.
    bool drop(const QMimeData &data) const
    {
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        enter.ignore();
        QCoreApplication::sendEvent(window.get(), &enter);
        if (!enter.isAccepted())
            return false;
        QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(window.get(), &drop);
        return true;
    }
};

} // namespace

/// Files and links that come to the window from outside.
class TestWindowImport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aDroppedFileIsShown();
    void onlyOneFileCanBeDropped_data();
    void onlyOneFileCanBeDropped();
    void aLinkIsShownAndAdded();
    void aLinkWaitsForTheInstance();
    void whatIsHereIsOfferedFirst();
    void failuresAreTold();
};

void TestWindowImport::aDroppedFileIsShown()
{
    const Shown shown;
    QTemporaryFile file;
    QVERIFY(file.open());
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file.fileName())});
    QVERIFY(shown.drop(data));
    QTRY_VERIFY(shown.dialog());
    QVERIFY(shown.desktop.log.contains(QStringLiteral("read ") + file.fileName()));
}

void TestWindowImport::onlyOneFileCanBeDropped_data()
{
    QTest::addColumn<QList<QUrl>>("urls");
    QTest::newRow("nothing") << QList<QUrl>();
    QTest::newRow("a folder") << QList<QUrl>{QUrl(QStringLiteral("file:///tmp"))};
    QTest::newRow("what is not there") << QList<QUrl>{QUrl(QStringLiteral("file:///nowhere/x.json"))};
    QTest::newRow("a page") << QList<QUrl>{QUrl(QStringLiteral("https://a.example/x.json"))};
    QTest::newRow("two files") << QList<QUrl>{QUrl::fromLocalFile(QCoreApplication::applicationFilePath()),
                                              QUrl::fromLocalFile(QCoreApplication::applicationFilePath())};
}

void TestWindowImport::onlyOneFileCanBeDropped()
{
    QFETCH(QList<QUrl>, urls);
    const Shown shown;
    QMimeData data;
    data.setUrls(urls);
    QVERIFY(!shown.drop(data));
    QVERIFY(!shown.dialog());
}

void TestWindowImport::aLinkIsShownAndAdded()
{
    Shown shown;
    Q_EMIT shown.desktop.importLinkOpened(QUrl(QStringLiteral("qcc://import?name=a")));
    QTRY_VERIFY(shown.dialog());
    QVERIFY(shown.window->isVisible());
    shown.dialog()->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
    QTRY_VERIFY(shown.window->findChild<Toast *>()->text().contains(QStringLiteral("added")));
    QVERIFY(shown.desktop.log.contains(QStringLiteral("import 0")));
}

void TestWindowImport::aLinkWaitsForTheInstance()
{
    Shown shown;
    shown.instance.setState({InstanceLink::Starting, std::nullopt});
    Q_EMIT shown.desktop.importLinkOpened(QUrl(QStringLiteral("qcc://import?name=a")));
    QVERIFY(!shown.desktop.log.contains(QStringLiteral("read link to import")));
    shown.instance.setState({InstanceLink::Hosting, std::nullopt});
    QTRY_VERIFY(shown.dialog());
    QCOMPARE(shown.desktop.log.count(QStringLiteral("read link to import")), 1);
}

void TestWindowImport::whatIsHereIsOfferedFirst()
{
    Shown shown((Settings()));
    shown.window.reset();
    shown.desktop.log.clear();
    shown.desktop.sources = {
        {QStringLiteral("cc-switch"), QStringLiteral("cc-switch"), QStringLiteral("/x.db")}};
    shown.window = std::make_unique<MainWindow>(shown.instance, shown.history, shown.desktop, shown.claude);
    const auto card = [&]() -> WayCard * {
        for (WayCard *one : shown.window->findChildren<WayCard *>()) {
            if (one->text() == QStringLiteral("Import from cc-switch"))
                return one;
        }
        return nullptr;
    };
    QTRY_VERIFY(card());
    QVERIFY(card()->accessibleDescription().contains(QLatin1Char('1')));
    card()->click();
    QTRY_VERIFY(shown.dialog());
    QCOMPARE(shown.desktop.log.count(QStringLiteral("read from cc-switch")), 2); // to count, and to show
}

void TestWindowImport::failuresAreTold()
{
    Shown shown;
    shown.desktop.refusal = Refusal{RefusalCode::NothingToImport, QStringLiteral("qcc://import"), {}};
    Q_EMIT shown.desktop.importLinkOpened(QUrl(QStringLiteral("qcc://import?name=a")));
    QTRY_VERIFY(shown.window->findChild<Toast *>()->text().contains(QStringLiteral("qcc://import")));
}

QTEST_MAIN(TestWindowImport)
#include "tst_window_import.moc"
