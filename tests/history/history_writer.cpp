// SPDX-License-Identifier: GPL-3.0-or-later
// Commits events to a QCC_HOME's history, with requests in between, until it is killed (tst_killed_history).
// Prints the id of each event when the service says that it is committed, and which config is active then.
#include "tests/history/history_stage.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <cstdio>

using namespace qcc;
using namespace qcc::test;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    HistoryService service(QCoreApplication::arguments().at(1));
    QObject::connect(&service, &HistoryService::unavailable, &service,
                     [](const Refusal &refusal) { qFatal("unavailable: %s", qPrintable(refusal.detail)); });
    QObject::connect(&service, &HistoryService::committed, &service, [](const FailoverEvent &event) {
        std::printf("%s %s\n", qPrintable(event.id), qPrintable(event.to));
        std::fflush(stdout);
    });
    service.open();
    for (int i = 0;; ++i) {
        const QByteArray id =
            QByteArray::number(QRandomGenerator::global()->generate(), 16).rightJustified(8, '0');
        const QByteArray active = "config-" + QByteArray::number(i);
        for (int n = 0; n < 5; ++n)
            service.append(served("main", kNoon + seconds(i)));
        service.appendSample(sample("main", kNoon + seconds(i), 1, 1));
        service.commit(failover(id.constData(), "main", active.constData(), kNoon + seconds(i)),
                       stateWithActive(active.constData()));
    }
}
