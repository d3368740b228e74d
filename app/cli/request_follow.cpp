// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/request_follow.h"

#include "app/cli/history_json.h"
#include "app/cli/refusal_text.h"
#include "app/cli/requests_view.h"

namespace qcc {

namespace {

constexpr int kMostAtOnce = 1'000; ///< new ones in one look; the rest comes with the next

} // namespace

RequestFollow::RequestFollow(CliSession &session, QString home, RequestFilter filter, bool json)
    : QObject(&session), m_session(session), m_home(std::move(home)), m_filter(std::move(filter)),
      m_json(json)
{
    connect(&m_next, &QTimer::timeout, this, &RequestFollow::look);
    connect(&m_interrupt, &InterruptWatch::interrupted, this, [this] { m_session.finish(kExitDone); });
}

void RequestFollow::begin()
{
    look();
    m_next.start(kFollowInterval);
}

/// The first look takes the latest, newest first; the later ones what came after, oldest first.
Result<std::vector<StoredRequest>> RequestFollow::fetch()
{
    if (!m_shownAny) { // there may have been no database yet
        auto history = HistoryReader::open(m_home);
        if (!history)
            return history.refusal();
        m_history = std::move(history).value();
    }
    Result<std::vector<StoredRequest>> found = m_history->requests(m_filter);
    if (found && !m_filter.after)
        std::reverse(found->begin(), found->end());
    return found;
}

void RequestFollow::look()
{
    const Result<std::vector<StoredRequest>> found = fetch();
    if (!found)
        return m_session.refuse(found.refusal());
    if (!found->empty())
        show(*found);
    if (!m_session.console().printed()) // nobody reads any more
        m_session.finish(kExitDone);
}

void RequestFollow::show(const std::vector<StoredRequest> &requests)
{
    if (m_json) {
        for (const StoredRequest &request : requests)
            m_session.console().printLine(requestJson(request));
    } else {
        showRequests(m_session.console(), requests, m_shownAny ? Header::Hidden : Header::Shown);
    }
    m_shownAny = true;
    m_filter.after = requests.back().row;
    m_filter.limit = kMostAtOnce;
}

} // namespace qcc
