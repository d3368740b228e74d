// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/mark_shape.h"

#include <QWidget>

namespace qcc {

/// What the shapes of the marks mean, in one muted line.
class MarkKey final : public QWidget
{
    Q_OBJECT
public:
    explicit MarkKey(QWidget *parent = nullptr);

    /// Only those that are in the chart.
    void setShapes(const std::vector<MarkShape> &shapes);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    static QString nameOf(MarkShape shape);
    void retranslate();
    int widthOf(MarkShape shape) const;

    std::vector<MarkShape> m_shapes;
};

} // namespace qcc
