// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/colors.h"

#include <QTest>

#include <cmath>

using namespace qcc;

namespace {

/// WCAG 2.1, "relative luminance".
double luminance(const QColor &color)
{
    const auto linear = [](double c) {
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const auto [low, high] = std::minmax({luminance(one), luminance(other)});
    return (high + 0.05) / (low + 0.05);
}

using Linear = std::array<double, 3>;
using Matrix = std::array<Linear, 3>;

/// What a colour-blind eye makes of it: Machado, Oliveira, Fernandes 2009, severity 1.0.
constexpr Matrix kDeuteranopia{Linear{0.367322, 0.860646, -0.227968}, Linear{0.280085, 0.672501, 0.047413},
                               Linear{-0.011820, 0.042940, 0.968881}};
constexpr Matrix kProtanopia{Linear{0.152286, 1.052583, -0.204868}, Linear{0.114503, 0.786281, 0.099216},
                             Linear{-0.003882, -0.048116, 1.051998}};
constexpr Matrix kUsual{Linear{1, 0, 0}, Linear{0, 1, 0}, Linear{0, 0, 1}};

/// CIE 1976 L*a*b*, D65.
Linear lab(const QColor &color, const Matrix &eye)
{
    const auto linear = [](double c) {
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    const Linear in{linear(color.redF()), linear(color.greenF()), linear(color.blueF())};
    Linear rgb{};
    for (size_t i = 0; i < 3; ++i)
        rgb[i] = std::clamp(eye[i][0] * in[0] + eye[i][1] * in[1] + eye[i][2] * in[2], 0.0, 1.0);
    const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
    const double x = f((0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.95047);
    const double y = f(0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]);
    const double z = f((0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double distance(const QColor &one, const QColor &other, const Matrix &eye)
{
    const Linear a = lab(one, eye);
    const Linear b = lab(other, eye);
    return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

constexpr std::array kThemes{Lightness::Light, Lightness::Dark};

QByteArray nameOf(Lightness lightness)
{
    return lightness == Lightness::Dark ? "dark" : "light";
}

} // namespace

class TestColors final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void contrastIsEnough_data();
    void contrastIsEnough();
    void chartColorsCanBeToldApart_data();
    void chartColorsCanBeToldApart();
    void thePaletteKnowsItsTheme_data();
    void thePaletteKnowsItsTheme();
    void everyToneHasItsColors();
};

void TestColors::contrastIsEnough_data()
{
    QTest::addColumn<QColor>("front");
    QTest::addColumn<QColor>("ground");
    QTest::addColumn<double>("least");
    for (const Lightness theme : kThemes) {
        const Colors &c = colorsOf(theme);
        const std::pair<const char *, QColor> grounds[] = {
            {"window", c.window}, {"surface", c.surface}, {"hover", c.surfaceHover}, {"sunk", c.surfaceSunk}};
        const std::pair<const char *, QColor> softs[] = {{"accentSoft", c.accentSoft},
                                                         {"goodSoft", c.goodSoft},
                                                         {"warnSoft", c.warnSoft},
                                                         {"badSoft", c.badSoft},
                                                         {"idleSoft", c.idleSoft}};
        const std::pair<const char *, QColor> texts[] = {{"text", c.text}, {"textMuted", c.textMuted}};
        const std::pair<const char *, QColor> marks[] = {
            {"accent", c.accent}, {"good", c.good}, {"warn", c.warn}, {"bad", c.bad}, {"idle", c.idle}};
        const auto row = [&](const char *front, const QColor &color, const char *ground, const QColor &behind,
                             double least) {
            QTest::addRow("%s: %s on %s", nameOf(theme).constData(), front, ground)
                << color << behind << least;
        };
        for (const auto &[ground, behind] : grounds) {
            for (const auto &[front, color] : texts)
                row(front, color, ground, behind, 4.5);
            for (const auto &[front, color] : marks)
                row(front, color, ground, behind, 4.5); // they are written with, too
            row("outline", c.outline, ground, behind, 3.0);
        }
        for (size_t i = 0; i < std::size(softs); ++i) {
            for (const auto &[front, color] : texts)
                row(front, color, softs[i].first, softs[i].second, 4.5);
            row(marks[i].first, marks[i].second, softs[i].first, softs[i].second, 4.5);
        }
        row("onAccent", c.onAccent, "accent", c.accent, 4.5);
        for (size_t i = 0; i < c.series.size(); ++i) {
            const QByteArray name = "series " + QByteArray::number(i);
            row(name.constData(), c.series[i], "surface", c.surface, 3.0);
            row(name.constData(), c.series[i], "window", c.window, 3.0);
        }
    }
}

void TestColors::contrastIsEnough()
{
    QFETCH(QColor, front);
    QFETCH(QColor, ground);
    QFETCH(double, least);
    const double found = contrast(front, ground);
    QVERIFY2(found >= least, qPrintable(QString::number(found)));
}

void TestColors::chartColorsCanBeToldApart_data()
{
    QTest::addColumn<Lightness>("theme");
    QTest::addColumn<Matrix>("eye");
    QTest::addColumn<double>("least");
    for (const Lightness theme : kThemes) {
        QTest::addRow("%s, usual eyes", nameOf(theme).constData()) << theme << kUsual << 25.0;
        QTest::addRow("%s, deuteranopia", nameOf(theme).constData()) << theme << kDeuteranopia << 10.0;
        QTest::addRow("%s, protanopia", nameOf(theme).constData()) << theme << kProtanopia << 10.0;
    }
}

void TestColors::chartColorsCanBeToldApart()
{
    QFETCH(Lightness, theme);
    QFETCH(Matrix, eye);
    QFETCH(double, least);
    const auto &series = colorsOf(theme).series;
    for (size_t i = 0; i < series.size(); ++i) {
        for (size_t k = i + 1; k < series.size(); ++k) {
            const double found = distance(series[i], series[k], eye);
            QVERIFY2(found >= least, qPrintable(QStringLiteral("%1 and %2: %3").arg(i).arg(k).arg(found)));
        }
    }
}

void TestColors::thePaletteKnowsItsTheme_data()
{
    QTest::addColumn<Lightness>("theme");
    for (const Lightness theme : kThemes)
        QTest::addRow("%s", nameOf(theme).constData()) << theme;
}

void TestColors::thePaletteKnowsItsTheme()
{
    QFETCH(Lightness, theme);
    const QPalette palette = paletteOf(theme);
    const Colors &colors = colorsOf(theme);
    QCOMPARE(lightnessOf(palette), theme);
    QCOMPARE(&colorsFor(palette), &colors);
    QCOMPARE(palette.color(QPalette::Window), colors.window);
    QCOMPARE(palette.color(QPalette::Base), colors.surface);
    QVERIFY(contrast(palette.color(QPalette::PlaceholderText), palette.color(QPalette::Base)) >= 4.5);
    QVERIFY(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= 4.5);
    QVERIFY(contrast(palette.color(QPalette::Link), palette.color(QPalette::Window)) >= 4.5);
    QVERIFY(contrast(palette.color(QPalette::ToolTipText), palette.color(QPalette::ToolTipBase)) >= 4.5);
    // Not asked for by WCAG, but what can't be used should still be readable.
    QVERIFY(contrast(palette.color(QPalette::Disabled, QPalette::WindowText), colors.window) >= 2.0);
}

void TestColors::everyToneHasItsColors()
{
    const Colors &colors = colorsOf(Lightness::Light);
    QCOMPARE(toneColors(Tone::Neutral, colors).mark, colors.idle);
    QCOMPARE(toneColors(Tone::Accent, colors).soft, colors.accentSoft);
    QCOMPARE(toneColors(Tone::Good, colors).mark, colors.good);
    QCOMPARE(toneColors(Tone::Warn, colors).soft, colors.warnSoft);
    QCOMPARE(toneColors(Tone::Bad, colors).mark, colors.bad);
}

QTEST_GUILESS_MAIN(TestColors)
#include "tst_colors.moc"
