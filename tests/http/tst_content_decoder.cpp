// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/content_decoder.h"
#include "tests/http/compressors.h"

#include <QRandomGenerator>
#include <QTest>

using namespace qcc;

namespace {

/// An answer as it streams: frames that repeat around words that don't.
QByteArray events(int count)
{
    QRandomGenerator words(4711);
    QByteArray out;
    for (int i = 0; i < count; ++i)
        out += "event: content_block_delta\ndata: {\"index\":0,\"delta\":{\"text\":\"" +
               QByteArray::number(words.generate64(), 36) + "\"}}\n\n";
    return out;
}

std::optional<QByteArray> decodeIn(const QByteArray &coding, QByteArrayView coded, qsizetype piece)
{
    const auto decoder = ContentDecoder::make(coding);
    QByteArray out;
    for (; !coded.isEmpty(); coded = coded.sliced(std::min(piece, coded.size()))) {
        const auto part = decoder->decode(coded.first(std::min(piece, coded.size())));
        if (!part)
            return std::nullopt;
        out += *part;
    }
    return out;
}

struct Coding
{
    const char *name;
    QByteArray (*compress)(const QByteArray &);
};

QByteArray zlibbed(const QByteArray &plain)
{
    return test::deflated(plain, 15);
}

const Coding kCodings[] = {
    {"gzip", test::gzipped}, {"deflate", zlibbed}, {"br", test::brotlied}, {"zstd", test::zstded}};

} // namespace

class TestContentDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesOfCodings_data();
    void namesOfCodings();
    void decodes_data();
    void decodes();
    void givesTextBeforeTheEnd_data();
    void givesTextBeforeTheEnd();
    void brokenDataStayBroken_data();
    void brokenDataStayBroken();
    void bombsAreRefused_data();
    void bombsAreRefused();
    void theLimitItselfIsAllowed_data();
    void theLimitItselfIsAllowed();
    void surplusIsRefused_data();
    void surplusIsRefused();
    void mutationsDoNoHarm_data();
    void mutationsDoNoHarm();

private:
    void addCodings();
};

void TestContentDecoder::addCodings()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < int(std::size(kCodings)); ++i)
        QTest::newRow(kCodings[i].name) << i;
}

void TestContentDecoder::namesOfCodings_data()
{
    QTest::addColumn<QByteArray>("coding");
    QTest::addColumn<bool>("known");
    for (const char *name : {"", "identity", "gzip", "x-gzip", "GZip", " gzip\t", "deflate", "br", "zstd"})
        QTest::addRow("known: '%s'", name) << QByteArray(name) << true;
    for (const char *name : {"compress", "gzip, br", "gzip,", "gzipp", "identity, gzip"})
        QTest::addRow("unknown: '%s'", name) << QByteArray(name) << false;
}

void TestContentDecoder::namesOfCodings()
{
    QFETCH(const QByteArray, coding);
    QTEST(ContentDecoder::make(coding) != nullptr, "known");
}

void TestContentDecoder::decodes_data()
{
    QTest::addColumn<QByteArray>("coding");
    QTest::addColumn<QByteArray>("coded");
    QTest::addColumn<QByteArray>("plain");
    const QByteArray text = events(60);
    const QByteArray large = events(20000);
    QTest::newRow("identity") << QByteArray("identity") << text << text;
    QTest::newRow("gzip") << QByteArray("gzip") << test::gzipped(text) << text;
    QTest::newRow("gzip of nothing") << QByteArray("gzip") << test::gzipped({}) << QByteArray();
    QTest::newRow("gzip, several members")
        << QByteArray("gzip")
        << test::gzipped("a") + test::gzipped(text) + test::gzipped("") + test::gzipped("b")
        << "a" + text + "b";
    QTest::newRow("gzip with padding")
        << QByteArray("gzip") << test::gzipped(text) + QByteArray(9, '\0') << text;
    QTest::newRow("deflate with zlib's wrapper") << QByteArray("deflate") << test::deflated(text, 15) << text;
    QTest::newRow("deflate, raw") << QByteArray("deflate") << test::deflated(text, -15) << text;
    QTest::newRow("br") << QByteArray("br") << test::brotlied(text) << text;
    QTest::newRow("zstd") << QByteArray("zstd") << test::zstded(text) << text;
    QTest::newRow("zstd, several frames")
        << QByteArray("zstd") << test::zstded("a") + test::zstded(text) << "a" + text;
    for (const Coding &coding : kCodings)
        QTest::addRow("%s, larger than one call may give", coding.name)
            << QByteArray(coding.name) << coding.compress(large) << large;
}

void TestContentDecoder::decodes()
{
    QFETCH(const QByteArray, coding);
    QFETCH(const QByteArray, coded);
    QFETCH(const QByteArray, plain);
    for (const qsizetype piece : {1, 2, 3, 7, 64, 1024, 4096}) {
        const auto out = decodeIn(coding, coded, piece);
        QVERIFY(out.has_value());
        QVERIFY2(*out == plain, qPrintable(QStringLiteral("in pieces of %1").arg(piece)));
    }
    if (coded.size() > 4096)
        return;
    for (qsizetype split = 0; split <= coded.size(); ++split) {
        const auto decoder = ContentDecoder::make(coding);
        const auto first = decoder->decode(QByteArrayView(coded).first(split));
        const auto second = decoder->decode(QByteArrayView(coded).sliced(split));
        QVERIFY(first && second);
        QCOMPARE(*first + *second, plain);
    }
}

void TestContentDecoder::givesTextBeforeTheEnd_data()
{
    addCodings();
}

void TestContentDecoder::givesTextBeforeTheEnd()
{
    QFETCH(const int, index);
    const QByteArray plain = events(20000);
    const QByteArray coded = kCodings[index].compress(plain);
    const auto out = decodeIn(kCodings[index].name, QByteArrayView(coded).first(coded.size() * 9 / 10), 1024);
    QVERIFY(out.has_value());
    QVERIFY(!out->isEmpty() && out->size() < plain.size());
    QVERIFY(plain.startsWith(*out));
}

void TestContentDecoder::brokenDataStayBroken_data()
{
    addCodings();
}

void TestContentDecoder::brokenDataStayBroken()
{
    QFETCH(const int, index);
    const auto decoder = ContentDecoder::make(kCodings[index].name);
    QVERIFY(!decoder->decode("<html><body>502 Bad Gateway</body></html>").has_value());
    QVERIFY(!decoder->decode(kCodings[index].compress("text")).has_value());
    QVERIFY(!decoder->decode("").has_value());
}

void TestContentDecoder::bombsAreRefused_data()
{
    addCodings();
}

void TestContentDecoder::bombsAreRefused()
{
    QFETCH(const int, index);
    const QByteArray bomb = kCodings[index].compress(QByteArray(64 * ContentDecoder::kOutputLimit, 'a'));
    QVERIFY(bomb.size() < 128 * 1024);
    const auto decoder = ContentDecoder::make(kCodings[index].name);
    QVERIFY(!decoder->decode(bomb).has_value());
    QVERIFY(!decoder->decode("x").has_value());
}

void TestContentDecoder::theLimitItselfIsAllowed_data()
{
    addCodings();
}

void TestContentDecoder::theLimitItselfIsAllowed()
{
    QFETCH(const int, index);
    const QByteArray plain(ContentDecoder::kOutputLimit, 'a');
    const Coding &coding = kCodings[index];
    const auto exact = ContentDecoder::make(coding.name)->decode(coding.compress(plain));
    QVERIFY(exact.has_value());
    QVERIFY(*exact == plain);
    QVERIFY(!ContentDecoder::make(coding.name)->decode(coding.compress(plain + "a")).has_value());
}

void TestContentDecoder::surplusIsRefused_data()
{
    addCodings();
}

void TestContentDecoder::surplusIsRefused()
{
    QFETCH(const int, index);
    const Coding &coding = kCodings[index];
    QVERIFY(!ContentDecoder::make(coding.name)->decode(coding.compress("text") + "surplus").has_value());
    const auto decoder = ContentDecoder::make(coding.name);
    QCOMPARE(decoder->decode(coding.compress("text")), QByteArray("text"));
    QVERIFY(!decoder->decode("surplus").has_value());
}

void TestContentDecoder::mutationsDoNoHarm_data()
{
    addCodings();
}

void TestContentDecoder::mutationsDoNoHarm()
{
    QFETCH(const int, index);
    QRandomGenerator random(20240607u + quint32(index));
    const QByteArray good = kCodings[index].compress(events(20));
    for (int round = 0; round < 2000; ++round) {
        QByteArray coded = good;
        for (int flips = 1 + int(random.bounded(4u)); flips > 0; --flips)
            coded[random.bounded(coded.size())] = char(random.bounded(256));
        const auto whole = decodeIn(kCodings[index].name, coded, coded.size());
        const auto split = decodeIn(kCodings[index].name, coded, 1 + random.bounded(coded.size()));
        if (whole && split)
            QCOMPARE(*whole, *split);
    }
}

QTEST_GUILESS_MAIN(TestContentDecoder)
#include "tst_content_decoder.moc"
