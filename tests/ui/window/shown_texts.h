// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <map>

class QWidget;

namespace qcc::test {

/// What can be read, heard or hovered in a window, by where it is: "BoardPage/0/QPushButton/2.toolTip".
using ShownTexts = std::map<QString, QString>;

/// Of all visible widgets in the window or menu @p root, itself included: their texts, tool tips, accessible
/// names, placeholders, actions, and what their models and scenes hold.
ShownTexts shownTexts(const QWidget &root);

} // namespace qcc::test
