// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

class QVBoxLayout;

namespace qcc {

/// A page that scrolls up and down: one column of at most @p maxWidth, in the middle of a wide window. What
/// gets the focus is scrolled into view.
class ScrollColumn final : public QScrollArea
{
    Q_OBJECT
public:
    static constexpr int kMaxWidth = 760;

    explicit ScrollColumn(int maxWidth = kMaxWidth, QWidget *parent = nullptr);

    /// Put the page's parts in here; a stretch at the end is there already: insert with addPart().
    QVBoxLayout *column() const { return m_column; }
    void addPart(QWidget *part);
    void addPart(QLayout *part);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitMargins();

    int m_maxWidth;
    QVBoxLayout *m_column = nullptr;
};

} // namespace qcc
