// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/icon_engine.h"
#include "ui/base/icons.h"
#include "ui/base/style.h"

#include <QApplication>
#include <QPainter>
#include <QSet>
#include <QTest>

using namespace qcc;

namespace {

/// How many pixels are covered, and by which opaque colours.
struct Ink
{
    int covered = 0;
    QSet<QRgb> solid;
};

Ink inkOf(const QImage &image)
{
    Ink ink;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QRgb pixel = image.pixel(x, y);
            ink.covered += qAlpha(pixel) > 60 ? 1 : 0;
            if (qAlpha(pixel) == 255)
                ink.solid.insert(pixel);
        }
    }
    return ink;
}

/// The solid pixels are of @p color, but for what anti-aliasing rounds off.
bool isAllOf(const Ink &ink, const QColor &color)
{
    return !ink.solid.isEmpty() && std::ranges::all_of(ink.solid, [&color](QRgb pixel) {
        return std::abs(qRed(pixel) - color.red()) <= 2 && std::abs(qGreen(pixel) - color.green()) <= 2 &&
               std::abs(qBlue(pixel) - color.blue()) <= 2;
    });
}

} // namespace

class TestIcons final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { applyTheme(*qApp, ThemeChoice::Light, Density::Comfortable, Lightness::Light); }
    void eachIsDrawn_data();
    void eachIsDrawn();
    void noTwoAreAlike();
    void theColorFollowsTheTheme();
    void theColorOfOnesOwnStays();
    void disabledIsPaler();
    void eachDevicePixelRatioIsCrisp_data();
    void eachDevicePixelRatioIsCrisp();
    void aScaledPainterGetsASharpPicture();
    void theApplicationsIconHasItsColors();
};

void TestIcons::eachIsDrawn_data()
{
    QTest::addColumn<int>("which");
    for (int i = 0; i < kIconCount; ++i)
        QTest::addRow("%d", i) << i;
}

void TestIcons::eachIsDrawn()
{
    QFETCH(int, which);
    const QImage image = icon(static_cast<Icon>(which)).pixmap(QSize(48, 48), 1.0).toImage();
    QCOMPARE(image.size(), QSize(48, 48));
    const Ink ink = inkOf(image);
    QVERIFY2(ink.covered > 80 && ink.covered < 1300, qPrintable(QString::number(ink.covered)));
    QVERIFY(isAllOf(ink, colorsOf(Lightness::Light).text));
    for (int i = 0; i < 48; ++i) {
        for (const QRgb edge : {image.pixel(i, 0), image.pixel(i, 47), image.pixel(0, i), image.pixel(47, i)})
            QVERIFY2(qAlpha(edge) == 0, "it runs over the edge");
    }
}

void TestIcons::noTwoAreAlike()
{
    QList<QImage> seen;
    for (int i = 0; i < kIconCount; ++i) {
        const QImage image = icon(static_cast<Icon>(i)).pixmap(QSize(32, 32), 1.0).toImage();
        QVERIFY2(!seen.contains(image), qPrintable(QString::number(i)));
        seen += image;
    }
}

void TestIcons::theColorFollowsTheTheme()
{
    const QIcon kept = icon(Icon::Pause);
    QVERIFY(isAllOf(inkOf(kept.pixmap(QSize(48, 48), 1.0).toImage()), colorsOf(Lightness::Light).text));
    applyTheme(*qApp, ThemeChoice::Dark, Density::Comfortable, Lightness::Light);
    QVERIFY(isAllOf(inkOf(kept.pixmap(QSize(48, 48), 1.0).toImage()), colorsOf(Lightness::Dark).text));
}

void TestIcons::theColorOfOnesOwnStays()
{
    const QColor own(200, 10, 20);
    const QIcon red = icon(Icon::Warning, own);
    for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
        applyTheme(*qApp, theme, Density::Comfortable, Lightness::Light);
        QVERIFY(isAllOf(inkOf(red.pixmap(QSize(48, 48), 1.0).toImage()), own));
    }
}

void TestIcons::disabledIsPaler()
{
    const QImage image = icon(Icon::Stop).pixmap(QSize(48, 48), 1.0, QIcon::Disabled).toImage();
    QVERIFY(isAllOf(inkOf(image), QApplication::palette().color(QPalette::Disabled, QPalette::WindowText)));
}

void TestIcons::eachDevicePixelRatioIsCrisp_data()
{
    QTest::addColumn<qreal>("ratio");
    for (const qreal ratio : {1.0, 1.25, 1.5, 2.0, 3.0})
        QTest::addRow("%.2f", ratio) << ratio;
}

void TestIcons::eachDevicePixelRatioIsCrisp()
{
    QFETCH(qreal, ratio);
    const QPixmap pixmap = icon(Icon::Bell).pixmap(QSize(16, 16), ratio);
    QCOMPARE(pixmap.devicePixelRatio(), ratio);
    QCOMPARE(pixmap.size(), QSize(qRound(16 * ratio), qRound(16 * ratio)));
}

void TestIcons::aScaledPainterGetsASharpPicture()
{
    QImage scaled(QSize(48, 48), QImage::Format_ARGB32_Premultiplied);
    scaled.fill(Qt::transparent);
    QPainter painter(&scaled);
    painter.scale(3, 3);
    icon(Icon::Window).paint(&painter, QRect(0, 0, 16, 16));
    painter.end();
    QCOMPARE(scaled,
             icon(Icon::Window).pixmap(QSize(48, 48), 1.0).toImage().convertToFormat(scaled.format()));
}

void TestIcons::theApplicationsIconHasItsColors()
{
    for (const int side : {16, 48, 256}) {
        const QImage image = applicationIcon().pixmap(QSize(side, side), 1.0).toImage();
        QCOMPARE(image.size(), QSize(side, side));
        QVERIFY(inkOf(image).solid.size() > 8);
    }
}

QTEST_MAIN(TestIcons)
#include "tst_icons.moc"
