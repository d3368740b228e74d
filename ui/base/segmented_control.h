// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QButtonGroup>
#include <QWidget>

class QHBoxLayout;

namespace qcc {

/// One choice out of a few, all in sight: "1 h | 24 h | 7 d". One tab stop; arrow keys choose.
class SegmentedControl final : public QWidget
{
    Q_OBJECT
public:
    explicit SegmentedControl(QWidget *parent = nullptr);

    void addSegment(const QString &text, const QIcon &icon = {});
    /// Changes the texts of the segments that there are, and adds or removes where the counts differ.
    void setSegments(const QStringList &texts);
    int count() const;
    int currentIndex() const;
    void setCurrentIndex(int index);

Q_SIGNALS:
    void currentChanged(int index); ///< by person or program

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QButtonGroup m_group;
    QHBoxLayout *m_row = nullptr;
};

} // namespace qcc
