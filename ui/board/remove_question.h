// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/settings.h"

#include <QMessageBox>

namespace qcc {

/// Asks whether configs shall be deleted, and says what goes with them. Not blocking: open() it and wait for
/// confirmed(); deletes itself.
class RemoveQuestion final : public QMessageBox
{
    Q_OBJECT
public:
    RemoveQuestion(const QStringList &configs, const Settings &settings, QWidget *parent);

Q_SIGNALS:
    void confirmed(const QStringList &configs);

private:
    QStringList m_configs;
};

} // namespace qcc
