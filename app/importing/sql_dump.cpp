// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importing/sql_dump.h"

#include "app/secrets/json_locator.h"

namespace qcc {

namespace {

bool isWordPart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '.' || c == '-' || c == '+' || static_cast<unsigned char>(c) >= 0x80;
}

/// One lexical element of SQL, as sqlite.org/lang.html draws them.
struct Token
{
    enum class Kind { Word, Name, Text, Blob, Mark, End };
    Kind kind = Kind::End;
    QByteArray content; ///< without its quotes
    qsizetype at = 0;
};

class Lexer
{
public:
    Lexer(const QString &file, const QByteArray &text) : m_file(file), m_text(text) {}

    Token next();
    /// Behind the statement's end, without looking into it.
    void skipStatement();
    const std::optional<Refusal> &fault() const { return m_fault; }
    void fail(qsizetype at, const QString &reason);

private:
    void skipSpace();
    QByteArray quoted(char quote);
    char peek(qsizetype further = 0) const
    {
        return m_at + further < m_text.size() ? m_text[m_at + further] : '\0';
    }

    const QString &m_file;
    const QByteArray &m_text;
    qsizetype m_at = 0;
    std::optional<Refusal> m_fault;
};

void Lexer::fail(qsizetype at, const QString &reason)
{
    if (!m_fault)
        m_fault = Refusal{RefusalCode::FileBroken, m_file,
                          lineAndColumn(m_text, at) + QStringLiteral(": ") + reason};
    m_at = m_text.size();
}

void Lexer::skipSpace()
{
    while (m_at < m_text.size()) {
        if (QChar::isSpace(static_cast<unsigned char>(peek()))) {
            ++m_at;
        } else if (peek() == '-' && peek(1) == '-') {
            const qsizetype end = m_text.indexOf('\n', m_at);
            m_at = end < 0 ? m_text.size() : end;
        } else if (peek() == '/' && peek(1) == '*') {
            const qsizetype end = m_text.indexOf("*/", m_at + 2);
            m_at = end < 0 ? m_text.size() : end + 2;
        } else {
            return;
        }
    }
}

/// The quote stands at the place; two of them in the text are one.
QByteArray Lexer::quoted(char quote)
{
    const qsizetype begin = m_at++;
    QByteArray content;
    while (m_at < m_text.size()) {
        const qsizetype end = m_text.indexOf(quote, m_at);
        if (end < 0)
            break;
        content += QByteArrayView(m_text).sliced(m_at, end - m_at);
        m_at = end + 1;
        if (peek() != quote)
            return content;
        content += quote;
        ++m_at;
    }
    fail(begin, QStringLiteral("unterminated string"));
    return {};
}

Token Lexer::next()
{
    skipSpace();
    Token token;
    token.at = m_at;
    const char c = peek();
    if (m_at >= m_text.size())
        return token;
    if ((c == 'X' || c == 'x') && peek(1) == '\'') {
        ++m_at;
        token.kind = Token::Kind::Blob;
        token.content = QByteArray::fromHex(quoted('\''));
    } else if (c == '\'') {
        token.kind = Token::Kind::Text;
        token.content = quoted(c);
    } else if (c == '"' || c == '`') {
        token.kind = Token::Kind::Name;
        token.content = quoted(c);
    } else if (isWordPart(c)) {
        token.kind = Token::Kind::Word;
        while (m_at < m_text.size() && isWordPart(peek()))
            token.content += m_text[m_at++];
    } else {
        token.kind = Token::Kind::Mark;
        token.content = QByteArray(1, c);
        ++m_at;
    }
    return token;
}

void Lexer::skipStatement()
{
    while (m_at < m_text.size()) {
        const char c = peek();
        if (c == '\'' || c == '"' || c == '`') {
            const qsizetype end = m_text.indexOf(c, m_at + 1); // two of them: the second begins the next
            if (end < 0)
                return fail(m_at, QStringLiteral("unterminated string"));
            m_at = end;
        } else if ((c == '-' && peek(1) == '-') || (c == '/' && peek(1) == '*')) {
            skipSpace();
            continue;
        } else if (c == ';') {
            ++m_at;
            return;
        }
        ++m_at;
    }
}

/// Walks the statements and keeps the rows of some tables.
class DumpReader
{
public:
    DumpReader(const QString &file, const QByteArray &text, const QStringList &tables)
        : m_lexer(file, text), m_tables(tables)
    {
    }
    Result<DumpTables> read();

private:
    bool is(const char *word) const;
    bool isMark(char mark) const { return m_token.kind == Token::Kind::Mark && m_token.content[0] == mark; }
    void advance() { m_token = m_lexer.next(); }
    void skipStatement();
    QString tableOfInsert();
    QStringList columns();
    void readRows(const QStringList &columns, std::vector<DumpRow> &rows);
    QVariant value() const;

    Lexer m_lexer;
    QStringList m_tables;
    Token m_token;
};

bool DumpReader::is(const char *word) const
{
    return m_token.kind == Token::Kind::Word && m_token.content.compare(word, Qt::CaseInsensitive) == 0;
}

void DumpReader::skipStatement()
{
    if (!isMark(';'))
        m_lexer.skipStatement();
    advance();
}

/// INSERT [OR word] INTO table; empty: another statement, or a table that is not wanted.
QString DumpReader::tableOfInsert()
{
    if (!is("INSERT"))
        return {};
    while (m_token.kind == Token::Kind::Word && !is("INTO"))
        advance();
    if (!is("INTO"))
        return {};
    advance();
    const QString name = QString::fromUtf8(m_token.content);
    return m_tables.contains(name) ? name : QString();
}

/// "(" name { "," name } ")"; empty: none are named.
QStringList DumpReader::columns()
{
    QStringList names;
    advance();
    if (!isMark('('))
        return names;
    for (advance(); m_token.kind != Token::Kind::End && !isMark(')'); advance()) {
        if (m_token.kind == Token::Kind::Name || m_token.kind == Token::Kind::Word)
            names += QString::fromUtf8(m_token.content);
    }
    advance();
    return names;
}

QVariant DumpReader::value() const
{
    switch (m_token.kind) {
    case Token::Kind::Text:
    case Token::Kind::Name:
        return QString::fromUtf8(m_token.content);
    case Token::Kind::Blob:
        return m_token.content;
    case Token::Kind::Word:
        return m_token.content.compare("NULL", Qt::CaseInsensitive) == 0
                   ? QVariant()
                   : QVariant(m_token.content.toDouble());
    case Token::Kind::Mark:
    case Token::Kind::End:
        break;
    }
    return {};
}

void DumpReader::readRows(const QStringList &columns, std::vector<DumpRow> &rows)
{
    while (isMark('(')) {
        const qsizetype begin = m_token.at;
        QVariantList values;
        for (advance(); m_token.kind != Token::Kind::End && !isMark(')'); advance()) {
            if (!isMark(','))
                values += value();
        }
        if (!isMark(')'))
            return m_lexer.fail(begin, QStringLiteral("unterminated array"));
        if (values.size() != columns.size())
            return m_lexer.fail(begin, QStringLiteral("as many values as columns are needed"));
        DumpRow row;
        for (qsizetype i = 0; i < values.size(); ++i)
            row.insert(columns[i], values[i]);
        if (rows.size() < kMostDumpRows)
            rows.push_back(std::move(row));
        advance();
        if (isMark(','))
            advance();
    }
}

Result<DumpTables> DumpReader::read()
{
    DumpTables tables;
    for (advance(); m_token.kind != Token::Kind::End; skipStatement()) {
        const QString table = tableOfInsert();
        if (table.isEmpty())
            continue;
        const QStringList names = columns();
        if (!names.isEmpty() && is("VALUES")) {
            advance();
            readRows(names, tables[table]);
        }
    }
    if (m_lexer.fault())
        return *m_lexer.fault();
    return tables;
}

} // namespace

Result<DumpTables> rowsOfDump(const QString &file, const QByteArray &text, const QStringList &tables)
{
    return DumpReader(file, text, tables).read();
}

} // namespace qcc
