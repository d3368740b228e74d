// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/console.h"

#include "app/cli/display_width.h"
#include "app/cli/silent_terminal.h"
#include "app/cli/terminal.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <cerrno>
#include <cstdio>

namespace qcc {

namespace {

constexpr int kStdin = 0;

/// 0, or the error.
int put(std::FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    const auto size = static_cast<size_t>(bytes.size());
    errno = 0;
    const bool written = std::fwrite(bytes.constData(), 1, size, stream) == size && std::fflush(stream) == 0;
    return written ? 0 : std::max(errno, 1);
}

/// Rows that a painted line takes, for a terminal wraps what is longer than itself is wide.
int rowsOf(QString line, int columns)
{
    static const QRegularExpression paint(QStringLiteral("\033\\[[0-9;]*m"));
    line.remove(paint);
    return std::max(1, (displayWidth(line) + columns - 1) / columns);
}

const char *startOf(Paint paint)
{
    switch (paint) {
    case Paint::Plain:
        return "";
    case Paint::Bold:
        return "\033[1m";
    case Paint::Faint:
        return "\033[2m";
    case Paint::Green:
        return "\033[32m";
    case Paint::Yellow:
        return "\033[33m";
    case Paint::Red:
        return "\033[31m";
    }
    Q_UNREACHABLE();
}

} // namespace

Console::Console()
    : m_canAsk(stdinIsTerminal()), m_isTerminal(stdoutIsTerminal()),
      m_coloured(m_isTerminal && qEnvironmentVariableIsEmpty("NO_COLOR"))
{
    prepareTerminal();
}

void Console::print(const QString &line) const
{
    write(line + QLatin1Char('\n'));
}

void Console::print(const QJsonObject &object) const
{
    write(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Indented)));
}

void Console::printAsIs(const QByteArray &text) const
{
    write(QString::fromUtf8(text));
}

void Console::printLine(const QJsonObject &object) const
{
    write(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)) + QLatin1Char('\n'));
}

void Console::redraw(const QStringList &lines) const
{
    // Home; each line erased to its end; the rest of the screen below erased.
    QString picture = QStringLiteral("\033[H");
    const TerminalSize size = terminalSize();
    int left = size.rows - 1;
    for (const QString &line : lines) {
        left -= rowsOf(line, size.columns);
        if (left < 0)
            break; // it would scroll, and the next picture begin in the wrong place
        picture += line + QStringLiteral("\033[K\r\n");
    }
    write(picture + QStringLiteral("\033[J"));
}

void Console::write(const QString &text) const
{
    const int fault = put(stdout, text);
    m_fault = m_fault == 0 ? fault : m_fault;
}

void Console::complain(const QString &line) const
{
    put(stderr, QStringLiteral("qcc: ") + line + QLatin1Char('\n'));
}

QString Console::painted(const QString &text, Paint paint) const
{
    if (!m_coloured || paint == Paint::Plain || text.isEmpty())
        return text;
    return QLatin1StringView(startOf(paint)) + text + QStringLiteral("\033[0m");
}

bool Console::confirm(const QString &question) const
{
    put(stderr, question);
    char answer[16] = {};
    const QByteArray word =
        std::fgets(answer, sizeof answer, stdin) ? QByteArray(answer).trimmed().toLower() : QByteArray();
    return word == "y" || word == "yes";
}

std::optional<QString> Console::ask(const QString &question) const
{
    put(stderr, question);
    char answer[1024] = {};
    if (!std::fgets(answer, sizeof answer, stdin))
        return std::nullopt;
    return QString::fromUtf8(answer).trimmed();
}

Secret withoutLineEnd(Secret secret)
{
    QByteArrayView bytes = secret.reveal();
    while (bytes.endsWith('\n') || bytes.endsWith('\r'))
        bytes.chop(1);
    return Secret(bytes.toByteArray());
}

std::optional<Secret> Console::askSecret(const QString &question) const
{
    std::optional<Secret> secret =
        readLineSilently(kStdin, kLongestPipedKey, [&] { put(stderr, question); });
    put(stderr, QStringLiteral("\n")); // the person's own newline was not echoed
    return secret;
}

std::optional<Secret> Console::readSecret(const QString &question) const
{
    return m_canAsk ? askSecret(question) : readAllSecret(kStdin, kLongestPipedKey);
}

} // namespace qcc
