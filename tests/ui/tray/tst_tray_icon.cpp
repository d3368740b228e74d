// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tray/tray_icon.h"

#include <QImage>
#include <QTest>

#include <cmath>

using namespace qcc;

namespace {

QImage imageOf(TrayState state, int size)
{
    return trayPixmap(state, size).toImage().convertToFormat(QImage::Format_ARGB32);
}

/// Relative luminance (WCAG 2.1).
double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

/// The share of the icon's area that stands out from @p ground by 3:1.
double shareThatStandsOut(const QImage &image, const QColor &ground)
{
    int outstanding = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            outstanding += pixel.alpha() == 255 && contrast(pixel, ground) >= 3.0 ? 1 : 0;
        }
    }
    return double(outstanding) / (image.width() * image.height());
}

/// The share of pixels whose lightness is clearly another.
double difference(const QImage &one, const QImage &other)
{
    constexpr int kClearly = 60; // of 255
    int different = 0;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x)
            different += std::abs(qGray(one.pixel(x, y)) - qGray(other.pixel(x, y))) > kClearly ? 1 : 0;
    }
    return double(different) / (one.width() * one.height());
}

QByteArray nameOf(TrayState state)
{
    constexpr std::array kNames{"unknown",     "proxy off", "own network", "all down",
                                "failed over", "degraded",  "paused",      "all well"};
    return kNames[static_cast<size_t>(state)];
}

} // namespace

/// The icon of every state, at the sizes of panels.
class TestTrayIcon : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statesDifferWithoutColor_data()
    {
        QTest::addColumn<TrayState>("one");
        QTest::addColumn<TrayState>("other");
        for (const TrayState one : kTrayStates) {
            for (const TrayState other : kTrayStates) {
                if (one < other)
                    QTest::newRow(nameOf(one) + " and " + nameOf(other)) << one << other;
            }
        }
    }

    void statesDifferWithoutColor()
    {
        QFETCH(TrayState, one);
        QFETCH(TrayState, other);
        for (const int size : kTrayIconSizes) {
            const double share = difference(imageOf(one, size), imageOf(other, size));
            QVERIFY2(share > 0.05, qPrintable(QStringLiteral("%1 px: %2").arg(size).arg(share)));
        }
    }

    void eachStandsOut_data()
    {
        QTest::addColumn<TrayState>("state");
        QTest::addColumn<QColor>("panel");
        for (const TrayState state : kTrayStates) {
            QTest::newRow(nameOf(state) + " on a light panel") << state << QColor(0xf0, 0xf0, 0xf0);
            QTest::newRow(nameOf(state) + " on a dark panel") << state << QColor(0x2b, 0x2b, 0x2b);
            QTest::newRow(nameOf(state) + " on a black panel") << state << QColor(Qt::black);
        }
    }

    /// At least its rim and its sign.
    void eachStandsOut()
    {
        QFETCH(TrayState, state);
        QFETCH(QColor, panel);
        for (const int size : kTrayIconSizes) {
            const double share = shareThatStandsOut(imageOf(state, size), panel);
            QVERIFY2(share > 0.15, qPrintable(QStringLiteral("%1 px: %2").arg(size).arg(share)));
        }
    }

    void theSignStandsOutFromTheTile_data()
    {
        QTest::addColumn<TrayState>("state");
        for (const TrayState state : kTrayStates)
            QTest::newRow(nameOf(state)) << state;
    }

    void theSignStandsOutFromTheTile()
    {
        QFETCH(TrayState, state);
        for (const int size : kTrayIconSizes) {
            const QImage image = imageOf(state, size);
            const QColor tile = image.pixelColor(size / 5, size * 3 / 4);
            const double share = shareThatStandsOut(image, tile);
            QVERIFY2(share > 0.05, qPrintable(QStringLiteral("%1 px: %2").arg(size).arg(share)));
        }
    }

    void theIconHasEverySize()
    {
        const QIcon icon = trayIcon(TrayState::FailedOver);
        for (const int size : kTrayIconSizes)
            QVERIFY2(icon.availableSizes().contains(QSize(size, size)), qPrintable(QString::number(size)));
    }
};

QTEST_MAIN(TestTrayIcon)
#include "tst_tray_icon.moc"
