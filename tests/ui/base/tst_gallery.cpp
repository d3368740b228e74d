// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/base/gallery.h"
#include "ui/base/style.h"

#include <QApplication>
#include <QMenu>
#include <QSet>
#include <QTest>

using namespace qcc;

/// Draws everything of ui/base in both themes and at two scales. With QCC_SHOTS=folder the sheets are saved
/// there to be looked at.
class TestGallery final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everythingIsDrawn_data();
    void everythingIsDrawn();
};

void TestGallery::everythingIsDrawn_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<Density>("density");
    QTest::addColumn<int>("scale");
    QTest::addRow("light") << false << Density::Comfortable << 1;
    QTest::addRow("dark") << true << Density::Comfortable << 1;
    QTest::addRow("light-2x") << false << Density::Comfortable << 2;
    QTest::addRow("dark-2x") << true << Density::Comfortable << 2;
    QTest::addRow("compact") << false << Density::Compact << 1;
}

void TestGallery::everythingIsDrawn()
{
    QFETCH(bool, dark);
    QFETCH(Density, density);
    QFETCH(int, scale);
    applyTheme(*qApp, dark ? ThemeChoice::Dark : ThemeChoice::Light, density, Lightness::Light);
    const QString folder = qEnvironmentVariable("QCC_SHOTS");
    const std::pair<QString, std::unique_ptr<QWidget>> sheets[] = {
        {QStringLiteral("gallery"), test::makeGallery()},
        {QStringLiteral("icons"), test::makeIconSheet()},
        {QStringLiteral("menu"), test::makeMenu()},
        {QStringLiteral("toast"), test::makeToastSheet()},
        {QStringLiteral("question"), test::makeQuestion()}};
    for (const auto &[name, sheet] : sheets) {
        sheet->show();
        QVERIFY(QTest::qWaitForWindowExposed(sheet.get()));
        if (auto *focused = sheet->findChild<QWidget *>(QStringLiteral("focused")))
            focused->setFocus();
        QImage image(sheet->size() * scale, QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(scale);
        sheet->render(&image);
        QSet<QRgb> seen;
        for (int y = 0; y < image.height(); y += 3) {
            for (int x = 0; x < image.width(); x += 3)
                seen.insert(image.pixel(x, y));
        }
        QVERIFY2(seen.size() > 20, "the sheet is empty");
        if (!folder.isEmpty())
            QVERIFY(image.save(QStringLiteral("%1/base-%2-%3.png")
                                   .arg(folder, name, QLatin1StringView(QTest::currentDataTag()))));
    }
}

QTEST_MAIN(TestGallery)
#include "tst_gallery.moc"
