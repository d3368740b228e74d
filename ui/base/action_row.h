// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/named_action.h"

#include <functional>
#include <vector>

class QBoxLayout;
class QWidget;

namespace qcc {

/// Makes @p row hold one push button for each action, of @p parent; @p pressed is told the id. Where only
/// words changed the buttons stay, and with them the focus.
void showActions(QBoxLayout *row, QWidget *parent, const std::vector<NamedAction> &actions,
                 const std::function<void(const QString &)> &pressed);

} // namespace qcc
