// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/claude/generated_settings.h"

#include <QByteArrayList>
#include <QRandomGenerator>

namespace qcc::test {

namespace {

class Writer
{
public:
    Writer(quint32 seed, bool comments)
        : m_random(seed), m_comments(comments), m_lineBreak(pick({"\n", "\n", "\n", "\r\n", "", " "})),
          m_unit(pick({"  ", "    ", "\t", "", " ", "   "})), m_colon(pick({": ", ":", " : ", ":  ", ":\t"}))
    {
    }

    QByteArray document()
    {
        QByteArray text = chance(10) ? QByteArray("\xEF\xBB\xBF") : QByteArray();
        if (chance(4))
            return text + pick({"", "\n", "  \r\n\t"});
        text += pick({"", "", "", "\n", " "}) + comment(0);
        text += m_comments ? object(0, editorMembers()) : object(0, members());
        return text + comment(0) + pick({"", "\n", "\n", "\r\n", "\n\n  "});
    }

private:
    bool chance(int percent) { return m_random.bounded(100) < percent; }
    QByteArray pick(const QByteArrayList &choices) { return choices[m_random.bounded(int(choices.size()))]; }

    QByteArray space(int depth)
    {
        if (chance(6))
            return pick({"", " ", "\n", "\t", "\n\n", "  \n "});
        return m_lineBreak.contains('\n') ? m_lineBreak + m_unit.repeated(depth) : m_lineBreak;
    }

    QByteArray comment(int depth)
    {
        if (!m_comments || !chance(15))
            return {};
        return chance(50) ? QByteArray(" // \"env\": {, it's } odd") + "\n" + m_unit.repeated(depth)
                          : QByteArray(" /* ANTHROPIC_BASE_URL \" , ] */ ");
    }

    QByteArray list(int depth, const QByteArrayList &items, char open, char close)
    {
        QByteArray text(1, open);
        for (qsizetype i = 0; i < items.size(); ++i) {
            text += comment(depth + 1) + space(depth + 1) + items[i] + comment(depth + 1);
            const bool more = i + 1 < items.size();
            if (more || (m_comments && chance(30)))
                text += pick({",", ",", ",", " ,"});
        }
        return text + comment(depth) + (items.isEmpty() && chance(60) ? QByteArray() : space(depth)) + close;
    }

    QByteArray object(int depth, const QByteArrayList &items) { return list(depth, items, '{', '}'); }
    QByteArray member(const QByteArray &name, const QByteArray &value)
    {
        return '"' + name + '"' + m_colon + value;
    }

    QByteArray scalar()
    {
        return pick({"\"x\"", "\"\"", "true", "null", "-1.5e+3", "0", "\"http://127.0.0.1:7860\"",
                     "\"\\u00e9\\n\\\"}{][,:\\\\\"", "\"日本語 🦊 עברית\"", "\"\\ud83e\\udd8a\"",
                     "\"\\/\""});
    }

    QByteArray value(int depth)
    {
        if (depth > 4 || chance(60))
            return scalar();
        QByteArrayList items;
        const bool isObject = chance(50);
        for (int i = m_random.bounded(4); i > 0; --i)
            items << (isObject
                          ? member(pick({"a", "env", "ключ", "", "ANTHROPIC_BASE_URL"}), value(depth + 1))
                          : value(depth + 1));
        return isObject ? object(depth, items) : list(depth, items, '[', ']');
    }

    QByteArray env(int depth)
    {
        QByteArrayList items;
        for (int i = m_random.bounded(5); i > 0; --i)
            items << member(pick({"ANTHROPIC_BASE_URL", "ANTHROPIC_AUTH_TOKEN", "ANTHROPIC_MODEL", "PATH",
                                  "\\u0041NTHROPIC_BASE_URL", "HTTPS_PROXY", "NO_PROXY", "Ä"}),
                            chance(80) ? pick({"\"https://a.example\"", "\"sk-x\"", "\"\\u0061\""})
                                       : value(4));
        return object(depth, items);
    }

    QByteArray editorTable(int depth)
    {
        QByteArrayList items;
        for (int i = m_random.bounded(4); i > 0; --i)
            items << object(depth + 1, {member("name", pick({"\"PATH\"", "\"ANTHROPIC_BASE_URL\"", "\"Ä\""})),
                                        member("value", scalar())});
        return list(depth, items, '[', ']');
    }

    QByteArrayList members()
    {
        QByteArrayList items;
        for (int i = m_random.bounded(6); i > 0; --i)
            items << member(pick({"model", "permissions", "hooks", "ENV", "状态", "env2"}), value(1));
        for (int i = chance(65) ? (chance(8) ? 2 : 1) : 0; i > 0; --i)
            items.insert(m_random.bounded(int(items.size()) + 1),
                         member("env", chance(5) ? scalar() : env(1)));
        if (chance(3))
            items.prepend(member("huge", '"' + QByteArray(300'000, 'x') + '"'));
        return items;
    }

    QByteArrayList editorMembers()
    {
        QByteArrayList items;
        for (int i = m_random.bounded(5); i > 0; --i)
            items << member(pick({"editor.fontSize", "[cpp]", "files.exclude"}), value(1));
        if (chance(60))
            items.insert(m_random.bounded(int(items.size()) + 1),
                         member("claudeCode.environmentVariables", editorTable(1)));
        return items;
    }

    QRandomGenerator m_random;
    bool m_comments;
    QByteArray m_lineBreak;
    QByteArray m_unit;
    QByteArray m_colon;
};

} // namespace

QByteArray generatedSettings(quint32 seed, bool comments)
{
    return Writer(seed, comments).document();
}

} // namespace qcc::test
