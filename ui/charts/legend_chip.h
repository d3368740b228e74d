// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/line_style.h"

#include <QAbstractButton>

namespace qcc {

/// One config in the legend: its line, its name; checked while its line is shown.
class LegendChip final : public QAbstractButton
{
    Q_OBJECT
public:
    LegendChip(const QString &config, int number, QWidget *parent);

    const QString &config() const { return m_config; }
    int number() const { return m_number; }
    void setActive(bool active);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void pointedAt(bool on); ///< by mouse or keyboard

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslate();

    QString m_config;
    int m_number;
    bool m_active = false;
};

} // namespace qcc
