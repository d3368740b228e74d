// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/notice_strip.h"

#include "ui/base/grid.h"

namespace qcc {

NoticeStrip::NoticeStrip(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(grid::kSmall);
    setVisible(false);
    bannerAt(kShown - 1); // all of them now: so they come before the lists when one tabs on
    for (Banner *banner : m_banners)
        banner->hide();
}

void NoticeStrip::setNotices(const std::vector<BoardNotice> &notices)
{
    const auto stands = [&notices](const QString &id) {
        return std::any_of(notices.begin(), notices.end(), [&id](const auto &one) { return one.id == id; });
    };
    std::erase_if(m_putAway, [&stands](const QString &id) { return !stands(id); });
    m_notices = notices;
    if (m_notices.size() <= kShown)
        m_all = false;
    showNotices();
}

void NoticeStrip::showNotices()
{
    std::vector<BoardNotice> shown;
    for (const BoardNotice &notice : m_notices) {
        if (!m_putAway.contains(notice.id))
            shown.push_back(notice);
    }
    if (!m_all && shown.size() > kShown) {
        const auto more = static_cast<int>(shown.size() - kShown + 1);
        shown.resize(kShown - 1);
        shown.push_back({QStringLiteral("more"),
                         Severity::Info,
                         tr("%n more message(s)", nullptr, more),
                         {{notice_action::kShowAll, tr("Show all")}},
                         {},
                         false});
    }
    m_placed.resize(shown.size());
    for (size_t slot = 0; slot < shown.size(); ++slot)
        place(slot, shown[slot]);
    for (size_t slot = shown.size(); slot < m_banners.size(); ++slot)
        m_banners[slot]->hide();
    setVisible(!shown.empty());
}

void NoticeStrip::place(size_t slot, const BoardNotice &notice)
{
    Banner *banner = bannerAt(slot);
    if (m_placed[slot] == notice && !banner->isHidden())
        return;
    m_placed[slot] = notice;
    banner->setSeverity(notice.severity);
    banner->setText(notice.text);
    banner->setActions(notice.actions);
    banner->setDismissible(notice.dismissible);
    banner->show();
}

Banner *NoticeStrip::bannerAt(size_t slot)
{
    while (m_banners.size() <= slot) {
        const size_t own = m_banners.size();
        auto *banner = new Banner(Severity::Info, this);
        m_column->addWidget(banner);
        connect(banner, &Banner::actionTriggered, this,
                [this, own](const QString &action) { triggered(own, action); });
        connect(banner, &Banner::dismissed, this, [this, own] { putAway(own); });
        m_banners.push_back(banner);
    }
    return m_banners[slot];
}

void NoticeStrip::triggered(size_t slot, const QString &action)
{
    if (action == notice_action::kShowAll) {
        m_all = true;
        showNotices();
        return;
    }
    Q_EMIT actionTriggered(action, m_placed[slot].config);
}

void NoticeStrip::putAway(size_t slot)
{
    const QString id = m_placed[slot].id;
    m_putAway.insert(id);
    showNotices();
    Q_EMIT dismissed(id);
}

std::vector<Banner *> NoticeStrip::banners() const
{
    std::vector<Banner *> shown;
    std::copy_if(m_banners.begin(), m_banners.end(), std::back_inserter(shown),
                 [](const Banner *banner) { return !banner->isHidden(); });
    return shown;
}

} // namespace qcc
