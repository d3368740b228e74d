// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/field_note.h"

#include <QGridLayout>

class QLabel;

namespace qcc {

/// A label and its field in one row of a form, with the field's note below: added with one call, so that
/// every field has a buddy, an accessible name and a place for what is wrong with it.
struct FormRow
{
    QLabel *label = nullptr;
    QWidget *field = nullptr;
    FieldNote *note = nullptr;

    void setLabel(const QString &text) const;
};

/// @p focus: what takes the keys, where it isn't @p field itself.
FormRow addFormRow(QGridLayout *grid, QWidget *field, QWidget *focus = nullptr);
QGridLayout *makeFormGrid();

} // namespace qcc
