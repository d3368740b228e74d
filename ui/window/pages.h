// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/icons.h"

#include <QString>

#include <array>

namespace qcc {

/// The pages of the main window, in the order of the navigation (Ctrl+1 …).
enum class Page { Board, Health, History, Requests, Settings };

inline constexpr std::array kPages{Page::Board, Page::Health, Page::History, Page::Requests, Page::Settings};

/// In the person's language.
QString pageTitle(Page page);
Icon pageIcon(Page page);

/// "board", "health" …: as Preferences::page keeps it. An unknown word is the board.
QString toWord(Page page);
Page pageFromWord(const QString &word);

} // namespace qcc
