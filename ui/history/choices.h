// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/settings.h"

#include <QStringList>

class QComboBox;
class QLineEdit;
class QWidget;

namespace qcc {

/// A combo box whose first item means all.
QComboBox *makeChoice(QWidget *parent);
/// Puts @p names behind the first item; what was chosen stays chosen, also when it is no longer among them.
void setChoices(QComboBox *box, const QStringList &names);
QLineEdit *makeSearch(QWidget *parent);

/// In the order of the groups.
QStringList configNames(const Settings &settings);
/// "failover" as a cell or an item: "Failover".
QString capitalized(QString text);

} // namespace qcc
