// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/board/board_notices.h"

#include <QWidget>

#include <set>

class QVBoxLayout;

namespace qcc {

/// The notices as banners, the first few of them, and how many more there are. Banners that stay are not made
/// anew. Remembers what was put away until its cause is gone. Main thread.
class NoticeStrip final : public QWidget
{
    Q_OBJECT
public:
    static constexpr size_t kShown = 3;

    explicit NoticeStrip(QWidget *parent = nullptr);
    void setNotices(const std::vector<BoardNotice> &notices);
    std::vector<Banner *> banners() const; ///< that are shown

Q_SIGNALS:
    void actionTriggered(const QString &action, const QString &config);
    void dismissed(const QString &id); ///< of the cause; by a person

private:
    void showNotices();
    void place(size_t slot, const BoardNotice &notice);
    Banner *bannerAt(size_t slot);
    void triggered(size_t slot, const QString &action);
    void putAway(size_t slot);

    std::vector<BoardNotice> m_notices;
    std::vector<BoardNotice> m_placed; ///< by slot
    std::vector<Banner *> m_banners;
    std::set<QString> m_putAway;
    bool m_all = false; ///< a person asked to see all of them
    QVBoxLayout *m_column = nullptr;
};

} // namespace qcc
