// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace qcc {

/// Wrapping plain text whose lines are about equally long: no single word is left on the last one.
class BalancedLabel final : public QLabel
{
    Q_OBJECT
public:
    explicit BalancedLabel(QWidget *parent = nullptr);
    /// The least width at which the text takes no more lines than at @p width.
    int balancedWidth(int width) const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int textHeight(int width) const;
};

} // namespace qcc
