// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace qcc {

/// The translation context of the board's words that are made outside of a widget: `BoardText::tr("…")`.
struct BoardText
{
    Q_DECLARE_TR_FUNCTIONS(BoardText)
};

} // namespace qcc
