// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/board/overall_state.h"

#include <QWidget>

namespace qcc {

/// A large disc with the symbol of a state in it. The word stands beside it; for screen readers it has it
/// too.
class StateMark final : public QWidget
{
    Q_OBJECT
public:
    explicit StateMark(QWidget *parent = nullptr);
    void setState(OverallState state);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    OverallState m_state = OverallState::Starting;
};

} // namespace qcc
