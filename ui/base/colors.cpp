// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/colors.h"

namespace qcc {

namespace {

QColor hex(QRgb value)
{
    return QColor(value | 0xff000000U);
}

Colors lightColors()
{
    return {.window = hex(0xf5f6f8),
            .surface = hex(0xffffff),
            .surfaceHover = hex(0xeff1f5),
            .surfaceSunk = hex(0xe9ecf1),
            .border = hex(0xd3d8e0),
            .outline = hex(0x757e8c),
            .text = hex(0x1b2029),
            .textMuted = hex(0x535d6b),
            .accent = hex(0x4150cf),
            .onAccent = hex(0xffffff),
            .accentSoft = hex(0xe4e8fd),
            .good = hex(0x147a50),
            .goodSoft = hex(0xdcf3e7),
            .warn = hex(0x9a5b00),
            .warnSoft = hex(0xfdefcf),
            .bad = hex(0xc22a3d),
            .badSoft = hex(0xfce3e5),
            .idle = hex(0x5a6473),
            .idleSoft = hex(0xe3e7ed),
            .series = {hex(0x3a35d6), hex(0xa8400a), hex(0x12805e), hex(0xc9199f), hex(0x9a8f0d),
                       hex(0x1f8fd2), hex(0x661187), hex(0x74301f), hex(0xb9823f), hex(0x565c6c)}};
}

Colors darkColors()
{
    return {.window = hex(0x16181d),
            .surface = hex(0x1f2229),
            .surfaceHover = hex(0x282c35),
            .surfaceSunk = hex(0x111317),
            .border = hex(0x363c48),
            .outline = hex(0x7c8797),
            .text = hex(0xe7eaf0),
            .textMuted = hex(0xa6aebc),
            .accent = hex(0x93a1ff),
            .onAccent = hex(0x11142a),
            .accentSoft = hex(0x293056),
            .good = hex(0x4fc58e),
            .goodSoft = hex(0x17372b),
            .warn = hex(0xeab54c),
            .warnSoft = hex(0x3b2f14),
            .bad = hex(0xff8a90),
            .badSoft = hex(0x472327),
            .idle = hex(0x9ba4b3),
            .idleSoft = hex(0x2d323d),
            .series = {hex(0x959af7), hex(0xf2993a), hex(0x6fe3c3), hex(0xe646ab), hex(0xd6ea4e),
                       hex(0x3ecff2), hex(0xa862e8), hex(0xf0867a), hex(0xe8d49c), hex(0xa3abb8)}};
}

void setRoles(QPalette &palette, const Colors &colors)
{
    palette.setColor(QPalette::Window, colors.window);
    palette.setColor(QPalette::WindowText, colors.text);
    palette.setColor(QPalette::Base, colors.surface);
    palette.setColor(QPalette::AlternateBase, colors.window);
    palette.setColor(QPalette::Text, colors.text);
    palette.setColor(QPalette::PlaceholderText, colors.textMuted);
    palette.setColor(QPalette::Button, colors.surface);
    palette.setColor(QPalette::ButtonText, colors.text);
    palette.setColor(QPalette::BrightText, colors.bad);
    palette.setColor(QPalette::ToolTipBase, colors.surface);
    palette.setColor(QPalette::ToolTipText, colors.text);
    palette.setColor(QPalette::Highlight, colors.accent);
    palette.setColor(QPalette::HighlightedText, colors.onAccent);
    palette.setColor(QPalette::Link, colors.accent);
    palette.setColor(QPalette::LinkVisited, colors.accent);
}

/// From light to dark in both themes, as Fusion takes them for edges.
void setShades(QPalette &palette, const Colors &colors)
{
    palette.setColor(QPalette::Light, colors.surface);
    palette.setColor(QPalette::Midlight, colors.surfaceHover);
    palette.setColor(QPalette::Mid, colors.border);
    palette.setColor(QPalette::Dark, colors.outline);
    palette.setColor(QPalette::Shadow, colors.surfaceSunk);
}

/// Halfway to what is behind: WCAG asks no contrast of what can't be used, but it should still be read.
QColor faded(const QColor &text, const QColor &behind)
{
    const auto mix = [](int a, int b) { return (a * 11 + b * 9) / 20; };
    return {mix(text.red(), behind.red()), mix(text.green(), behind.green()),
            mix(text.blue(), behind.blue())};
}

void setDisabled(QPalette &palette, const Colors &colors)
{
    const QColor text = faded(colors.textMuted, colors.window);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                            QPalette::PlaceholderText, QPalette::Link, QPalette::LinkVisited})
        palette.setColor(QPalette::Disabled, role, text);
    palette.setColor(QPalette::Disabled, QPalette::Base, colors.window);
    palette.setColor(QPalette::Disabled, QPalette::Button, colors.window);
    palette.setColor(QPalette::Disabled, QPalette::Dark, colors.border);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, colors.idleSoft);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, text);
}

} // namespace

const Colors &colorsOf(Lightness lightness)
{
    static const Colors kLight = lightColors();
    static const Colors kDark = darkColors();
    return lightness == Lightness::Dark ? kDark : kLight;
}

const Colors &colorsFor(const QPalette &palette)
{
    return colorsOf(lightnessOf(palette));
}

Lightness lightnessOf(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Window).lightnessF() < 0.5F ? Lightness::Dark
                                                                                 : Lightness::Light;
}

QPalette paletteOf(Lightness lightness)
{
    const Colors &colors = colorsOf(lightness);
    QPalette palette;
    setRoles(palette, colors);
    setShades(palette, colors);
    setDisabled(palette, colors);
    return palette;
}

ToneColors toneColors(Tone tone, const Colors &colors)
{
    switch (tone) {
    case Tone::Neutral:
        return {colors.idle, colors.idleSoft};
    case Tone::Accent:
        return {colors.accent, colors.accentSoft};
    case Tone::Good:
        return {colors.good, colors.goodSoft};
    case Tone::Warn:
        return {colors.warn, colors.warnSoft};
    case Tone::Bad:
        return {colors.bad, colors.badSoft};
    }
    return {};
}

} // namespace qcc
