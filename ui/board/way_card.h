// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/icons.h"

#include <QAbstractButton>

namespace qcc {

/// One of a few ways to go on: a large button with an icon, a title and a line of explanation.
class WayCard final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit WayCard(Icon icon, QWidget *parent = nullptr);
    void setTexts(const QString &title, const QString &explanation);
    void setRecommended(bool on);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    QRect textRect(int width) const;

    Icon m_icon;
    QString m_explanation;
    bool m_recommended = false;
};

} // namespace qcc
