// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/style.h"

#include <QFontDatabase>
#include <QToolTip>

namespace qcc {

namespace {

constexpr const char *kPlatformLightness = "qccPlatformLightness";
constexpr qreal kSmallestPoints = 10;
constexpr qreal kLargestPoints = 16;

/// Asked for once, before our palette hides the platform's.
Lightness capturedLightness(QApplication &application)
{
    QVariant kept = application.property(kPlatformLightness);
    if (!kept.isValid()) {
        kept = lightnessOf(QApplication::palette()) == Lightness::Dark;
        application.setProperty(kPlatformLightness, kept);
    }
    return kept.toBool() ? Lightness::Dark : Lightness::Light;
}

/// The system's, with families behind it that have Chinese characters, in the order of how well they go with
/// it.
QFont uiFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    QStringList families = font.families();
    families += {QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Source Han Sans SC"),
                 QStringLiteral("PingFang SC"), QStringLiteral("Microsoft YaHei"),
                 QStringLiteral("WenQuanYi Micro Hei")};
    families.removeDuplicates();
    font.setFamilies(families);
    if (font.pointSizeF() > 0)
        font.setPointSizeF(std::clamp(font.pointSizeF(), kSmallestPoints, kLargestPoints));
    return font;
}

Lightness lightnessFor(ThemeChoice choice, Lightness system)
{
    switch (choice) {
    case ThemeChoice::System:
        return system;
    case ThemeChoice::Light:
        return Lightness::Light;
    case ThemeChoice::Dark:
        return Lightness::Dark;
    }
    return system;
}

} // namespace

void applyTheme(QApplication &application, ThemeChoice choice, Density density, Lightness system)
{
    capturedLightness(application);
    const auto *style = qobject_cast<const Style *>(QApplication::style());
    const bool sameStyle = style && style->density() == density;
    const QPalette palette = paletteOf(lightnessFor(choice, system));
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
    if (const QFont font = uiFont(); QApplication::font() != font)
        QApplication::setFont(font);
    if (!sameStyle)
        QApplication::setStyle(new Style(density)); // the application owns it
}

Lightness platformLightness()
{
    return capturedLightness(*qApp);
}

QFont fixedFont(const QFont &base)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    QStringList families = font.families();
    families += {QStringLiteral("Noto Sans Mono CJK SC"), QStringLiteral("WenQuanYi Micro Hei Mono")};
    font.setFamilies(families);
    font.setPointSizeF(base.pointSizeF());
    font.setStyleHint(QFont::Monospace);
    return font;
}

QFont headingFont(const QFont &base, int level)
{
    QFont font(base);
    font.setPointSizeF(base.pointSizeF() * (level == 1 ? 1.5 : 1.12));
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace qcc
