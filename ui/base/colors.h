// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

#include <array>

namespace qcc {

/// The colours of one theme beyond those of QPalette. Text on every surface has a contrast of 4.5 or more
/// (WCAG 2.1, 1.4.3), marks 3 or more.
struct Colors
{
    QColor window;  ///< QPalette::Window: behind everything
    QColor surface; ///< cards, tables, fields
    QColor surfaceHover;
    QColor surfaceSunk; ///< lists behind cards
    QColor border;      ///< separates, means nothing
    QColor outline;     ///< of fields, check boxes, switches: a mark
    QColor text;
    QColor textMuted;
    QColor accent; ///< active, selected, links
    QColor onAccent;
    QColor accentSoft; ///< behind what is active
    QColor good;
    QColor goodSoft;
    QColor warn;
    QColor warnSoft;
    QColor bad;
    QColor badSoft;
    QColor idle; ///< unknown, disabled, paused
    QColor idleSoft;
    std::array<QColor, 10> series; ///< charts; a second round is drawn dashed
};

enum class Lightness { Light, Dark };

const Colors &colorsOf(Lightness lightness);
/// By how light the palette's window colour is: for widgets, `colorsFor(palette())` while painting.
const Colors &colorsFor(const QPalette &palette);
Lightness lightnessOf(const QPalette &palette);
/// For Fusion and everything that asks the palette.
QPalette paletteOf(Lightness lightness);

/// What a mark or a badge says besides its words.
enum class Tone { Neutral, Accent, Good, Warn, Bad };

struct ToneColors
{
    QColor mark; ///< text and symbols
    QColor soft; ///< behind them
};
ToneColors toneColors(Tone tone, const Colors &colors);

} // namespace qcc
