// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/alerts/mail_message.h"

#include <QTest>

using namespace qcc;

class MailMessageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void headers_data();
    void headers();
    void aHeaderNeverEndsEarly_data();
    void aHeaderNeverEndsEarly();
    void addresses_data();
    void addresses();
    void linesAreShort();
};

namespace {

QByteArray message(const QString &title, const QString &text = QStringLiteral("text"))
{
    SpokenMessage said;
    said.title = title;
    said.lines = QStringList{text};
    return mailMessage({QStringLiteral("q@x.y"), {QStringLiteral("a@b.c"), QStringLiteral("d@e.f")}}, said,
                       "id");
}

} // namespace

/// The encoded words were made by Python's email.header.
void MailMessageTest::headers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("encoded");
    QTest::newRow("plain") << QStringLiteral("Failover to backup") << QByteArray("Failover to backup");
    QTest::newRow("chinese") << QStringLiteral("切换到 备用")
                             << QByteArray("=?UTF-8?B?5YiH5o2i5YiwIOWkh+eUqA==?=");
    QTest::newRow("what looks encoded") << QStringLiteral("=?x") << QByteArray("=?UTF-8?B?PT94?=");
    QTest::newRow("in two words, cut between characters")
        << QString(15, u'主')
        << QByteArray(
               "=?UTF-8?B?5Li75Li75Li75Li75Li75Li75Li75Li75Li75Li75Li75Li75Li75Li7?=\r\n =?UTF-8?B?5Li7?=");
}

void MailMessageTest::headers()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, encoded);
    QCOMPARE(encodedHeaderText(text), encoded);
}

void MailMessageTest::aHeaderNeverEndsEarly_data()
{
    QTest::addColumn<QString>("title");
    QTest::newRow("CRLF") << QStringLiteral("x\r\nBcc: evil@x.y\r\n\r\nbody");
    QTest::newRow("LF") << QStringLiteral("x\nBcc: evil@x.y");
    QTest::newRow("CR") << QStringLiteral("x\rBcc: evil@x.y");
    QTest::newRow("NUL") << QStringLiteral("x") + QChar(u'\0') + QStringLiteral("y");
    QTest::newRow("very long") << QString(5'000, u'主');
    QTest::newRow("long and plain") << QString(5'000, u'x');
}

void MailMessageTest::aHeaderNeverEndsEarly()
{
    QFETCH(QString, title);
    const QByteArray head = message(title).split('\0').join().split('\n').join("\n");
    const QByteArray headers = head.left(head.indexOf("\r\n\r\n"));
    QStringList names;
    for (const QByteArray &line : headers.split('\n')) {
        QVERIFY2(line.size() <= 78, line.constData());
        if (!line.startsWith(' '))
            names += QString::fromLatin1(line.left(line.indexOf(':')));
    }
    QCOMPARE(names.join(u' '), QStringLiteral("Date From To Message-ID Subject MIME-Version Content-Type "
                                              "Content-Transfer-Encoding Auto-Submitted"));
    for (qsizetype at = headers.indexOf('\r'); at >= 0; at = headers.indexOf('\r', at + 1))
        QVERIFY(headers[at + 1] == '\n');
}

void MailMessageTest::addresses_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("good");
    const auto row = [](const char *address, bool good) {
        QTest::newRow(address) << QString::fromUtf8(address) << good;
    };
    row("ann@example.org", true);
    row("ann+x.y_z-1@mail.example.org", true);
    row("", false);
    row("ann", false);
    row("@example.org", false);
    row("ann@", false);
    row("a@b@c", false);
    row("ann @example.org", false);
    row("<ann@example.org>", false);
    row("ann@example.org,bob@example.org", false);
    row("ann@example.org\r\nBcc: x", false);
    row("\"ann\"@example.org", false);
    row("änn@example.org", false);
}

void MailMessageTest::addresses()
{
    QFETCH(QString, address);
    QFETCH(bool, good);
    QCOMPARE(isPlainAddress(address), good);
}

void MailMessageTest::linesAreShort()
{
    const QByteArray whole = message(QStringLiteral("x"), QString(3'000, u'主'));
    const QByteArray body = whole.mid(whole.indexOf("\r\n\r\n") + 4);
    for (const QByteArray &line : body.split('\n'))
        QVERIFY(line.size() <= 77);
    QCOMPARE(QString::fromUtf8(QByteArray::fromBase64(body)).trimmed(), QString(3'000, u'主'));
}

QTEST_GUILESS_MAIN(MailMessageTest)
#include "tst_mail_message.moc"
