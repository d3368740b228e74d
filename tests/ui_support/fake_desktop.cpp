// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui_support/fake_doors.h"

namespace qcc::test {

namespace {

bool passes(const EventFilter &filter, const FailoverEvent &event)
{
    const bool inTime =
        (!filter.since || event.at >= *filter.since) && (!filter.until || event.at < *filter.until);
    const bool ofConfig = filter.config.isEmpty() || event.from == filter.config || event.to == filter.config;
    const bool hasText = filter.text.isEmpty() ||
                         (event.from + event.to + event.reason).contains(filter.text, Qt::CaseInsensitive);
    return inTime && ofConfig && hasText && (!filter.type || event.type == *filter.type);
}

std::vector<FailoverEvent> filtered(const std::vector<FailoverEvent> &all, const EventFilter &filter)
{
    std::vector<FailoverEvent> some;
    std::copy_if(all.begin(), all.end(), std::back_inserter(some),
                 [&](const FailoverEvent &event) { return passes(filter, event); });
    return some;
}

template <typename T> std::vector<T> page(std::vector<T> all, int offset, int limit)
{
    const auto size = static_cast<int>(all.size());
    const int begin = std::min(offset, size);
    const int end = std::min(begin + limit, size);
    return std::vector<T>(all.begin() + begin, all.begin() + end);
}

} // namespace

template <typename T> static void answerLater(QObject *context, Answer<T> done, Result<T> result)
{
    QMetaObject::invokeMethod(
        context, [done = std::move(done), result = std::move(result)] { done(result); },
        Qt::QueuedConnection);
}

template <typename T> static Result<T> orRefusal(std::optional<Refusal> &refusal, T value)
{
    if (refusal)
        return *std::exchange(refusal, std::nullopt);
    return value;
}

void FakeHistory::events(const EventFilter &filter, Answer<std::vector<FailoverEvent>> done)
{
    eventQuestions.push_back(filter);
    answerLater<std::vector<FailoverEvent>>(
        this, std::move(done),
        orRefusal(refusal, page(filtered(storedEvents, filter), filter.offset, filter.limit)));
}

void FakeHistory::countEvents(const EventFilter &filter, Answer<qint64> done)
{
    answerLater<qint64>(this, std::move(done),
                        orRefusal(refusal, static_cast<qint64>(filtered(storedEvents, filter).size())));
}

void FakeHistory::requests(const RequestFilter &filter, Answer<std::vector<StoredRequest>> done)
{
    std::vector<StoredRequest> some;
    for (const StoredRequest &request : storedRequests) {
        const bool newer = !filter.after || request.row > *filter.after;
        const bool ended = !filter.end || request.record.end == *filter.end;
        if (newer && ended)
            some.push_back(request);
    }
    if (filter.after)
        std::reverse(some.begin(), some.end());
    answerLater<std::vector<StoredRequest>>(this, std::move(done),
                                            orRefusal(refusal, page(some, filter.offset, filter.limit)));
}

void FakeHistory::health(const HealthQuery &query, Answer<HealthAnswer> done)
{
    healthQuestions.push_back(query);
    HealthAnswer answer = healthAnswer;
    answer.from = query.from;
    answer.to = query.to;
    answerLater<HealthAnswer>(this, std::move(done), orRefusal(refusal, answer));
}

void FakeHistory::stats(TimePoint, TimePoint, Answer<HistoryStats> done)
{
    answerLater<HistoryStats>(this, std::move(done), orRefusal(refusal, statsAnswer));
}

void FakeHistory::exportEvents(const EventFilter &filter, ExportFormat, const QString &, Answer<qint64> done)
{
    answerLater<qint64>(this, std::move(done),
                        orRefusal(refusal, static_cast<qint64>(filtered(storedEvents, filter).size())));
}

void FakeDesktop::setPreferences(const Preferences &preferences)
{
    if (preferences == m_preferences)
        return;
    m_preferences = preferences;
    Q_EMIT preferencesChanged();
}

Result<Done> FakeDesktop::setStartsAtLogin(bool on)
{
    atLogin = on;
    log += on ? QStringLiteral("autostart on") : QStringLiteral("autostart off");
    return Done{};
}

void FakeDesktop::exportSettings(const QString &path, std::optional<Secret> passphrase, Answer<Done> done)
{
    log += QStringLiteral("export %1%2").arg(path, passphrase ? QStringLiteral(" with keys") : QString());
    answerLater<Done>(this, std::move(done), orRefusal(refusal, Done{}));
}

void FakeDesktop::readImport(const QString &path, std::optional<Secret> passphrase,
                             Answer<std::shared_ptr<ImportOffer>> done)
{
    log += QStringLiteral("read %1%2").arg(path, passphrase ? QStringLiteral(" by passphrase") : QString());
    answerOffer(std::move(done));
}

void FakeDesktop::readImportFrom(const ImportSource &source, Answer<std::shared_ptr<ImportOffer>> done)
{
    log += QStringLiteral("read from %1").arg(source.id);
    answerOffer(std::move(done));
}

void FakeDesktop::readImportLink(const QUrl &link, Answer<std::shared_ptr<ImportOffer>> done)
{
    log += QStringLiteral("read link to %1").arg(link.host());
    answerOffer(std::move(done));
}

void FakeDesktop::answerOffer(Answer<std::shared_ptr<ImportOffer>> done)
{
    answerLater<std::shared_ptr<ImportOffer>>(this, std::move(done), orRefusal(refusal, offer));
}

void FakeDesktop::import(std::shared_ptr<ImportOffer>, const std::vector<size_t> &chosen, bool withPolicy,
                         Answer<int> done)
{
    QStringList indexes;
    for (const size_t index : chosen)
        indexes += QString::number(index);
    log += QStringLiteral("import %1%2")
               .arg(indexes.join(QLatin1Char(',')), withPolicy ? QStringLiteral(" with policy") : QString());
    answerLater<int>(this, std::move(done), orRefusal(refusal, static_cast<int>(chosen.size())));
}

void FakeDesktop::breakSimulated(const QString &config, bool broken)
{
    log += QStringLiteral("%1 %2").arg(broken ? QStringLiteral("break") : QStringLiteral("mend"), config);
}

} // namespace qcc::test
