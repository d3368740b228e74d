// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace qcc {

/// The translation context of the check-up: `DoctorText::tr("…")`.
struct DoctorText
{
    Q_DECLARE_TR_FUNCTIONS(DoctorText)
};

} // namespace qcc
