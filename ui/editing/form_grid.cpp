// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/form_grid.h"

#include "ui/base/grid.h"

namespace qcc {

void FormRow::setLabel(const QString &text) const
{
    label->setText(text);
    label->buddy()->setAccessibleName(QString(text).remove(QLatin1Char('&')));
}

QGridLayout *makeFormGrid()
{
    auto *form = new QGridLayout;
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(grid::kMedium);
    form->setVerticalSpacing(grid::kUnit);
    form->setColumnStretch(1, 1);
    return form;
}

FormRow addFormRow(QGridLayout *form, QWidget *field, QWidget *focus)
{
    QWidget *buddy = focus ? focus : field;
    FormRow row{new QLabel, field, new FieldNote(buddy)};
    row.label->setBuddy(buddy);
    const int at = form->rowCount();
    form->addWidget(row.label, at, 0, Qt::AlignLeft | Qt::AlignVCenter);
    form->addWidget(field, at, 1);
    form->addWidget(row.note, at + 1, 1);
    form->setRowMinimumHeight(at + 2, grid::kUnit);
    return row;
}

} // namespace qcc
