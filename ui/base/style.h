// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/colors.h"
#include "ui/base/preferences.h"

#include <QProxyStyle>

class QApplication;

namespace qcc {

/// Fusion with QCC's look: flat buttons and fields on the grid, a focus ring that is seen, check boxes that
/// are seen in the dark. Knows nothing of pages.
class Style final : public QProxyStyle
{
    Q_OBJECT
public:
    explicit Style(Density density);
    Density density() const { return m_density; }

private:
    Density m_density;
};

/// Of the application's style; Comfortable under another style.
Density densityOf(const QWidget *widget);
/// A row of a table or list for @p widget's font, in device-independent pixels.
int rowHeight(const QWidget *widget);

/// Puts style, palette, fonts (with a Chinese family behind the system's) and style sheet in force; may be
/// called at any time, open windows follow.
void applyTheme(QApplication &application, ThemeChoice choice, Density density);
/// What System means now: asked of the desktop portal where there is one, else by the platform's palette.
Lightness systemLightness();

} // namespace qcc
