// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/event_text.h"
#include "models/text/translation.h"
#include "tests/text/text_bench.h"

#include <QTest>

using namespace qcc;
using namespace qcc::test;

class TestEventText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void titles_data();
    void titles();
};

void TestEventText::titles_data()
{
    QTest::addColumn<FailoverEvent>("event");
    QTest::addColumn<QString>("text");
    const auto row = [](FailoverEventType type, const char *from, const char *to, bool success,
                        const char *text) {
        FailoverEvent event;
        event.type = type;
        event.from = QString::fromLatin1(from);
        event.to = QString::fromLatin1(to);
        event.success = success;
        QTest::newRow(text) << event << QString::fromLatin1(text);
    };
    using Type = FailoverEventType;
    row(Type::Failover, "a", "b", true, "Failover from a to b");
    row(Type::Recovery, "b", "a", true, "Recovery from b to a");
    row(Type::Manual, "a", "b", true, "Manual switch from a to b");
    row(Type::Activation, "a", "b", true, "b became active instead of a");
    row(Type::Failover, "", "b", true, "Failover to b");
    row(Type::Recovery, "", "b", true, "Recovery to b");
    row(Type::Manual, "", "b", true, "Manual switch to b");
    row(Type::Activation, "", "b", true, "b became active");
    row(Type::Activation, "a", "", true, "a is no longer active, and no other config is");
    row(Type::Activation, "", "", true, "No config is active");
    row(Type::Failover, "a", "", false, "Switch away from a failed");
    row(Type::Recovery, "b", "a", false, "Switch from b to a failed");
    row(Type::Manual, "", "a", false, "Switch to a failed");
    row(Type::Manual, "", "", false, "Switch failed");
}

void TestEventText::titles()
{
    QFETCH(const FailoverEvent, event);
    QTEST(eventTitle(event), "text");
    const Translation translation(Language::Chinese);
    QVERIFY(faultOf(eventTitle(event)).isEmpty());
}

QTEST_GUILESS_MAIN(TestEventText)
#include "tst_event_text.moc"
