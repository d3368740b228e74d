// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

class QMenu;
class QWidget;

namespace qcc::test {

/// Everything of ui/base on one sheet, as looked at by people; in the theme that is in force.
std::unique_ptr<QWidget> makeGallery();
/// All icons in three sizes, on the window's ground and on a card.
std::unique_ptr<QWidget> makeIconSheet();

/// A menu with everything that menus have; not yet shown.
std::unique_ptr<QMenu> makeMenu();
/// A page with a toast on it.
std::unique_ptr<QWidget> makeToastSheet();
/// Asks before something is deleted.
std::unique_ptr<QWidget> makeQuestion();

} // namespace qcc::test
