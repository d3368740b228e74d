// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/model_mapping.h"

#include <QTest>

using namespace qcc;

namespace {

QString u(const char *text)
{
    return QString::fromUtf8(text);
}

/// "from=to; from=to"
std::vector<ModelMapping> mappingsIn(const char *text)
{
    std::vector<ModelMapping> mappings;
    for (const QString &one : u(text).split(u("; "), Qt::SkipEmptyParts))
        mappings.push_back({one.section(u'=', 0, 0), one.section(u'=', 1)});
    return mappings;
}

} // namespace

class TestModelMapping : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aNameIsMapped_data()
    {
        QTest::addColumn<std::vector<ModelMapping>>("mappings");
        QTest::addColumn<QByteArray>("model");
        QTest::addColumn<QByteArray>("sent"); // empty: unchanged
        const auto row = [](const char *name, const char *mappings, const char *model, const char *sent) {
            QTest::newRow(name) << mappingsIn(mappings) << QByteArray(model) << QByteArray(sent);
        };
        row("no rules", "", "claude-opus-4-1", "");
        row("exact", "a=x; b=y", "b", "y");
        row("not found", "a=x; b=y", "c", "");
        row("a part is not the whole", "opus=x", "claude-opus-4-1", "");
        row("case counts", "Claude=x", "claude", "");
        row("the first that fits", "claude-*=x; claude-opus=y", "claude-opus", "x");
        row("the same name again is no change", "claude-*=claude-opus", "claude-opus", "");
        row("… and ends the search", "claude-opus=claude-opus; *=x", "claude-opus", "");
        row("a star at the end", "claude-*=x", "claude-opus-4-1", "x");
        row("a star for nothing", "claude-*=x", "claude-", "x");
        row("a star in front", "*opus=x", "claude-opus", "x");
        row("stars around", "*opus*=x", "claude-opus-4-1", "x");
        row("stars in the middle", "a*b*c=x", "a-b-b-c", "x");
        row("stars in the middle, in vain", "a*b*c=x", "a-c-b", "");
        row("only a star", "*=x", "anything", "x");
        row("an empty name", "*=x", "", "x");
        row("other characters mean themselves", "a.c=x; a?c=y", "abc", "");
        row("not only ASCII", "备*=x", "备用", "x");
        row("many stars end soon", "*a*a*a*a*a*a*a*a*a*b=x", QByteArray(200, 'a').constData(), "");
        row("a suffix is passed over", "claude-opus=x", "claude-opus[1m]", "x");
        row("a suffix stays where it is written", "claude-opus=x[1m]", "claude-opus[1m]", "x[1m]");
        row("… and is added where it is written", "claude-opus=x[1m]", "claude-opus", "x[1m]");
        row("a rule with a suffix needs it", "claude-opus[1m]=x", "claude-opus", "");
        row("a rule with a suffix", "claude-opus[1m]=x; claude-opus=y", "claude-opus[1m]", "x");
        row("another suffix", "claude-opus[1m]=x; claude-opus=y", "claude-opus[2m]", "y");
        row("in their order, suffix or not", "claude-opus=y; claude-opus[1m]=x", "claude-opus[1m]", "y");
        row("a pattern and a suffix", "claude-*-4=x", "claude-opus-4[1m]", "x");
        row("a pattern with a suffix", "*[1m]=x", "claude-opus[1m]", "x");
        row("a pattern with a suffix and a name without", "*[1m]=x", "claude-opus", "");
        row("brackets elsewhere are no suffix", "claude=x", "claude[1m]-opus", "");
        row("only a suffix is a name", "[1m]=x", "[1m]", "x");
        row("only a suffix is no variant of nothing", "*x=y", "[1m]", "");
        row("a suffix that was sent twice", "claude-opus=x", "claude-opus[1M][1m]", "x");
        row("a suffix behind a space", "claude-opus=x", "claude-opus [1m]", "x");
        row("a rule with a suffix that was sent twice", "claude-opus[1m]=x; claude-opus=y",
            "claude-opus[1m][1m]", "y");
        row("a suffix that is not closed is a part of the name", "claude-opus=x", "claude-opus[1m", "");
        row("a suffix is taken off for the name without it", "claude-*=claude-opus", "claude-opus[1m]",
            "claude-opus");
        row("a name that no rule fits keeps its suffix", "gpt-*=x", "claude-opus[1m]", "");
    }
    void aNameIsMapped()
    {
        QFETCH(const std::vector<ModelMapping>, mappings);
        QFETCH(const QByteArray, model);
        const std::optional<QByteArray> sent = mappedModel(mappings, model);
        QTEST(sent.value_or(QByteArray()), "sent");
    }

    void isReadAsTyped_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("plain") << u("a=b") << u("a") << u("b");
        QTest::newRow("with spaces") << u(" a = b ") << u("a") << u("b");
        QTest::newRow("with a second sign") << u("a=b=c") << u("a") << u("b=c");
        QTest::newRow("a pattern") << u("claude-*[1m]=big") << u("claude-*[1m]") << u("big");
        QTest::newRow("no sign") << u("a") << QString() << QString();
        QTest::newRow("nothing to send") << u("a=") << QString() << QString();
        QTest::newRow("nothing to fit") << u("=b") << QString() << QString();
        QTest::newRow("a star to send") << u("a=b*") << QString() << QString();
        QTest::newRow("a control character") << u("a=b\tc") << QString() << QString();
        QTest::newRow("of the longest length")
            << QString(200, u'a') + u("=b") << QString(200, u'a') << u("b");
        QTest::newRow("too long") << QString(201, u'a') + u("=b") << QString() << QString();
    }
    void isReadAsTyped()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, from);
        const Result<ModelMapping> mapping = parseModelMapping(text);
        QCOMPARE(mapping.ok(), !from.isEmpty());
        if (!mapping) {
            QCOMPARE(mapping.refusal().code, RefusalCode::InvalidValue);
            QCOMPARE(mapping.refusal().subject, u("model_mappings"));
            return;
        }
        QCOMPARE(mapping->from, from);
        QTEST(mapping->to, "to");
        QCOMPARE(*parseModelMapping(toText(*mapping)), *mapping);
    }

    void listsAreChecked()
    {
        const auto checked = checkedModelMappings(mappingsIn("a=x; b=y; a=x"));
        QVERIFY(checked.ok());
        QCOMPARE(*checked, mappingsIn("a=x; b=y"));
        QCOMPARE(checkedModelMappings(mappingsIn("a=x; a=y")).refusal().detail, u("every name once"));
        std::vector<ModelMapping> many;
        for (int i = 0; i < kMostModelMappings; ++i)
            many.push_back({QString::number(i), u("x")});
        QVERIFY(checkedModelMappings(many).ok());
        many.push_back({u("one more"), u("x")});
        QCOMPARE(checkedModelMappings(many).refusal().detail, u("at most 50 of them"));
        QVERIFY(!checkedModelMappings(mappingsIn("a=x; b=")).ok());
    }
};

QTEST_GUILESS_MAIN(TestModelMapping)
#include "tst_model_mapping.moc"
