// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace qcc {

/// An on/off switch for what takes effect at once: isChecked(), toggled(bool). Its state shows by colour,
/// by place and by a mark. A text, if set, stands beside it. Space switches it. Knows nothing of what it
/// switches.
class ToggleSwitch final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit ToggleSwitch(QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QRectF track() const;
    void paintTrack(QPainter &painter) const;
};

} // namespace qcc
