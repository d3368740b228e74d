// SPDX-License-Identifier: GPL-3.0-or-later
// A config's own headers go to its providers, in the place of the client's of the same name.
#include "tests/proxy/proxy_stage.h"

using namespace qcc;
using namespace qcc::test;

class ExtraHeadersOnTheWay : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachConfigAddsItsOwn_data();
    void eachConfigAddsItsOwn();
};

namespace {

QByteArrayList valuesOf(const sim::ReceivedRequest &request, const QByteArray &name)
{
    QByteArrayList values;
    for (const sim::Field &field : request.fields) {
        if (field.name.toLower() == name)
            values += field.value;
    }
    return values;
}

} // namespace

void ExtraHeadersOnTheWay::eachConfigAddsItsOwn_data()
{
    QTest::addColumn<bool>("qnam");
    for (const bool qnam : kTransports)
        QTest::newRow(qnam ? "qnam" : "pooled") << qnam;
}

void ExtraHeadersOnTheWay::eachConfigAddsItsOwn()
{
    QFETCH(const bool, qnam);
    ProxyStage stage;
    stage.addThree(qnam ? HttpVersion::Http2 : HttpVersion::Http1);
    stage.host.settings.configs[0].extraHeaders = {{QStringLiteral("X-Team"), QStringLiteral("compilers")},
                                                   {QStringLiteral("user-agent"), QStringLiteral("ours/1")}};
    stage.host.settings.configs[1].extraHeaders = {{QStringLiteral("x-region"), QStringLiteral("eu west")}};
    for (size_t i = 0; i < 2; ++i)
        stage.sims[i]->setFault(sim::statusFault(500));
    Ask ask;
    ask.fields = "X-TEAM: a\r\nx-team: b\r\nUser-Agent: claude-cli/2\r\nx-other: c\r\n";
    QCOMPARE(stage.ask(ask).status, 200);
    const auto seen = [&](size_t sim, const char *name) {
        return valuesOf(stage.sims[sim]->log().at(0), name);
    };
    QCOMPARE(seen(0, "x-team"), QByteArrayList{"compilers"});
    QCOMPARE(seen(0, "user-agent"), QByteArrayList{"ours/1"});
    QCOMPARE(seen(0, "x-other"), QByteArrayList{"c"});
    QVERIFY(seen(0, "x-region").isEmpty());
    QCOMPARE(seen(1, "x-region"), QByteArrayList{"eu west"});
    QCOMPARE(seen(1, "x-team").join(", "), QByteArray("a, b"));
    QCOMPARE(seen(1, "user-agent"), QByteArrayList{"claude-cli/2"});
    QVERIFY(seen(2, "x-region").isEmpty());
    QCOMPARE(seen(2, "user-agent"), QByteArrayList{"claude-cli/2"});
    for (size_t i = 0; i < 3; ++i)
        QCOMPARE(seen(i, "x-api-key"), QByteArrayList{"key-of-" + stage.ids[i].value.toLatin1()});
}

QCC_PROXY_TEST_MAIN(ExtraHeadersOnTheWay)
#include "tst_extra_headers.moc"
