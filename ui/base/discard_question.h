// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace qcc {

/// Asks over @p dialog whether what was typed there is to be lost; keeping it is the default, and the way out
/// of the question. @p loss: a sentence. @p discard is called where the person says so, while @p dialog
/// lives.
void askToDiscard(QWidget &dialog, const QString &loss, std::function<void()> discard);

} // namespace qcc
