// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/grid.h"
#include "ui/base/style.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFontDatabase>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollBar>
#include <QSpinBox>
#include <QTabBar>
#include <QTest>
#include <QVBoxLayout>

using namespace qcc;

namespace {

QImage pictureOf(QWidget &widget)
{
    widget.resize(widget.sizeHint());
    return widget.grab().toImage();
}

/// The part of @p image's pixels that are about @p color.
double shareOf(const QImage &image, const QColor &color)
{
    int found = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            found += image.pixel(x, y) == color.rgb() ? 1 : 0;
    }
    return double(found) / (image.width() * image.height());
}

} // namespace

class TestStyle final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { applyTheme(*qApp, ThemeChoice::Light, Density::Comfortable, Lightness::Light); }
    void theChoiceDecides_data();
    void theChoiceDecides();
    void thePlatformsLightnessIsKept();
    void theSameThemeAgainKeepsTheStyle();
    void openWidgetsFollow();
    void rowsFollowTheDensity();
    void fieldsInARowAreEquallyHigh_data();
    void fieldsInARowAreEquallyHigh();
    void theMeantButtonIsFilled();
    void theChosenTabIsMarked_data() { fieldsInARowAreEquallyHigh_data(); }
    void theChosenTabIsMarked();
    void checkBoxesAreSeen_data();
    void checkBoxesAreSeen();
    void theThumbOfALongPageCanBeGrabbed();
    void clickingAThumbFollowsThePointer();
    void whatAMessageBoxAsksStandsOut();
    void aLongTextOfAMessageBoxIsNotCut();
    void theFontHasChineseBehindIt();
};

void TestStyle::theChoiceDecides_data()
{
    QTest::addColumn<ThemeChoice>("choice");
    QTest::addColumn<Lightness>("system");
    QTest::addColumn<Lightness>("expected");
    QTest::addRow("light, whatever the system") << ThemeChoice::Light << Lightness::Dark << Lightness::Light;
    QTest::addRow("dark, whatever the system") << ThemeChoice::Dark << Lightness::Light << Lightness::Dark;
    QTest::addRow("as the light system") << ThemeChoice::System << Lightness::Light << Lightness::Light;
    QTest::addRow("as the dark system") << ThemeChoice::System << Lightness::Dark << Lightness::Dark;
}

void TestStyle::theChoiceDecides()
{
    QFETCH(ThemeChoice, choice);
    QFETCH(Lightness, system);
    QFETCH(Lightness, expected);
    applyTheme(*qApp, choice, Density::Comfortable, system);
    QCOMPARE(lightnessOf(QApplication::palette()), expected);
}

void TestStyle::thePlatformsLightnessIsKept()
{
    const Lightness before = platformLightness();
    applyTheme(*qApp, ThemeChoice::Dark, Density::Comfortable, Lightness::Dark);
    QCOMPARE(platformLightness(), before);
    applyTheme(*qApp, ThemeChoice::Light, Density::Comfortable, Lightness::Dark);
    QCOMPARE(platformLightness(), before);
}

void TestStyle::theSameThemeAgainKeepsTheStyle()
{
    const QPointer<QStyle> style = QApplication::style();
    applyTheme(*qApp, ThemeChoice::Dark, Density::Comfortable, Lightness::Light);
    QCOMPARE(QApplication::style(), style.data());
    applyTheme(*qApp, ThemeChoice::Dark, Density::Compact, Lightness::Light);
    QVERIFY(style.isNull());
}

void TestStyle::openWidgetsFollow()
{
    QWidget page;
    QLineEdit field(&page);
    page.show();
    QCOMPARE(&colorsFor(field.palette()), &colorsOf(Lightness::Light));
    applyTheme(*qApp, ThemeChoice::Dark, Density::Compact, Lightness::Light);
    QTRY_COMPARE(&colorsFor(field.palette()), &colorsOf(Lightness::Dark));
    QCOMPARE(densityOf(&field), Density::Compact);
}

void TestStyle::rowsFollowTheDensity()
{
    QWidget widget;
    const int roomy = rowHeight(&widget);
    applyTheme(*qApp, ThemeChoice::Light, Density::Compact, Lightness::Light);
    const int tight = rowHeight(&widget);
    QVERIFY(tight < roomy);
    QVERIFY(tight >= widget.fontMetrics().height() + grid::kUnit);
    QCOMPARE(roomy % grid::kUnit, 0);
    QCOMPARE(tight % grid::kUnit, 0);
}

void TestStyle::fieldsInARowAreEquallyHigh_data()
{
    QTest::addColumn<Density>("density");
    QTest::addRow("comfortable") << Density::Comfortable;
    QTest::addRow("compact") << Density::Compact;
}

void TestStyle::fieldsInARowAreEquallyHigh()
{
    QFETCH(Density, density);
    applyTheme(*qApp, ThemeChoice::Light, density, Lightness::Light);
    QLineEdit line;
    QComboBox combo;
    combo.addItem(QStringLiteral("Bearer"));
    QSpinBox spin;
    QPushButton button(QStringLiteral("Test"));
    const int height = line.sizeHint().height();
    QCOMPARE(combo.sizeHint().height(), height);
    QCOMPARE(spin.sizeHint().height(), height);
    QCOMPARE(button.sizeHint().height(), height);
    QCOMPARE(height % grid::kUnit, 0);
}

void TestStyle::theMeantButtonIsFilled()
{
    QPushButton plain(QStringLiteral("Cancel"));
    QPushButton meant(QStringLiteral("Save"));
    meant.setProperty("primary", true);
    const Colors &colors = colorsOf(Lightness::Light);
    QVERIFY(shareOf(pictureOf(meant), colors.accent) > 0.5);
    QCOMPARE(shareOf(pictureOf(plain), colors.accent), 0.0);
    meant.setEnabled(false);
    QCOMPARE(shareOf(pictureOf(meant), colors.accent), 0.0);
}

void TestStyle::theChosenTabIsMarked()
{
    QFETCH(Density, density);
    applyTheme(*qApp, ThemeChoice::Light, density, Lightness::Light);
    QWidget page;
    QVBoxLayout column(&page);
    auto *tabs = new QTabBar;
    tabs->addTab(QStringLiteral("Endpoints"));
    tabs->addTab(QStringLiteral("Advanced"));
    column.addWidget(tabs);
    page.show();
    const QImage picture = tabs->grab().toImage();
    const QRect chosen = tabs->tabRect(0);
    QVERIFY(tabs->rect().contains(chosen));
    const QImage under = picture.copy(QRect(chosen.left(), chosen.bottom() - 4, chosen.width(), 5));
    QVERIFY(shareOf(under, colorsOf(Lightness::Light).accent) > 0.3);
}

void TestStyle::checkBoxesAreSeen_data()
{
    QTest::addColumn<ThemeChoice>("theme");
    QTest::addRow("light") << ThemeChoice::Light;
    QTest::addRow("dark") << ThemeChoice::Dark;
}

void TestStyle::checkBoxesAreSeen()
{
    QFETCH(ThemeChoice, theme);
    applyTheme(*qApp, theme, Density::Comfortable, Lightness::Light);
    const Colors &colors = colorsFor(QApplication::palette());
    QCheckBox box;
    QVERIFY(shareOf(pictureOf(box), colors.outline) > 0.03);
    box.setChecked(true);
    QVERIFY(shareOf(pictureOf(box), colors.accent) > 0.2);
}

void TestStyle::theThumbOfALongPageCanBeGrabbed()
{
    QScrollBar bar(Qt::Vertical);
    bar.setRange(0, 1'000'000);
    bar.setPageStep(10);
    bar.resize(bar.sizeHint().width(), 300);
    QStyleOptionSlider option;
    option.initFrom(&bar);
    option.minimum = 0;
    option.maximum = 1'000'000;
    option.pageStep = 10;
    option.sliderPosition = 1'000'000;
    option.subControls = QStyle::SC_All;
    option.orientation = Qt::Vertical;
    const QRect thumb =
        bar.style()->subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarSlider, &bar);
    QVERIFY(thumb.height() >= 32);
    QCOMPARE(thumb.bottom(), bar.rect().bottom());
    QVERIFY(thumb.width() >= 12);
}

void TestStyle::clickingAThumbFollowsThePointer()
{
    QScrollBar bar(Qt::Vertical);
    bar.setRange(0, 300);
    bar.setPageStep(100);
    bar.resize(bar.sizeHint().width(), 400);
    bar.show();
    const QPoint on(bar.width() / 2, 50);
    QTest::mousePress(&bar, Qt::LeftButton, {}, on);
    QTest::mouseMove(&bar, on + QPoint(0, 150));
    QTest::mouseRelease(&bar, Qt::LeftButton, {}, on + QPoint(0, 150));
    QCOMPARE(bar.value(), 150);
}

void TestStyle::aLongTextOfAMessageBoxIsNotCut()
{
    QMessageBox box(QMessageBox::Information, {}, QStringLiteral("words ").repeated(40), QMessageBox::Ok);
    box.show();
    QVERIFY(QTest::qWaitForWindowExposed(&box));
    const auto *label = box.findChild<QLabel *>(QStringLiteral("qt_msgbox_label"));
    QVERIFY(label);
    QVERIFY(label->wordWrap());
    QVERIFY(label->height() >= label->heightForWidth(label->width()));
}

void TestStyle::whatAMessageBoxAsksStandsOut()
{
    QMessageBox box(QMessageBox::Question, {}, QStringLiteral("Really?"), QMessageBox::Cancel);
    box.setInformativeText(QStringLiteral("It can't be undone."));
    box.show();
    const auto *asked = box.findChild<QLabel *>(QStringLiteral("qt_msgbox_label"));
    const auto *explained = box.findChild<QLabel *>(QStringLiteral("qt_msgbox_informativelabel"));
    QVERIFY(asked->font().weight() > explained->font().weight());
    QVERIFY(asked->width() >= 300);
}

void TestStyle::theFontHasChineseBehindIt()
{
    const QStringList families = QApplication::font().families();
    QVERIFY(families.contains(QStringLiteral("Noto Sans CJK SC")));
    QVERIFY(families.contains(QStringLiteral("Microsoft YaHei")));
    QCOMPARE(families.first(), QFontDatabase::systemFont(QFontDatabase::GeneralFont).families().first());
    QVERIFY(QApplication::font().pointSizeF() >= 10);
    QVERIFY(headingFont(QApplication::font(), 1).pointSizeF() >
            headingFont(QApplication::font(), 2).pointSizeF());
    const QFontMetricsF fixed(fixedFont(QApplication::font()));
    QCOMPARE(fixed.horizontalAdvance(QStringLiteral("iii")), fixed.horizontalAdvance(QStringLiteral("WWW")));
}

QTEST_MAIN(TestStyle)
#include "tst_style.moc"
