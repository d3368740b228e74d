// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/secret.h"

#include <QJsonObject>
#include <QString>

namespace qcc {

enum class Paint { Plain, Bold, Faint, Green, Yellow, Red };

/// The terminal, or what stands in its place: writes UTF-8 to stdout and stderr, asks on stdin. Knows nothing
/// of configs.
class Console
{
public:
    Console();

    /// Where it could not be written, printed() says so from then on.
    void print(const QString &line) const;
    void print(const QJsonObject &object) const;
    /// UTF-8 that ends its lines itself.
    void printAsIs(const QByteArray &text) const;
    /// An object on one line.
    void printLine(const QJsonObject &object) const;
    /// Draws @p lines in place of what was drawn before, from the terminal's upper left corner; what does not
    /// fit below is left out.
    void redraw(const QStringList &lines) const;
    void complain(const QString &line) const;

    /// Whether all that was printed on stdout has been written.
    bool printed() const { return m_fault == 0; }
    /// Why not, as errno tells it.
    int fault() const { return m_fault; }

    /// Whether a person looks at stdout.
    bool isTerminal() const { return m_isTerminal; }

    /// Coloured when stdout is a terminal and NO_COLOR is not set (no-color.org).
    QString painted(const QString &text, Paint paint) const;

    /// Whether a person sits at stdin.
    bool canAsk() const { return m_canAsk; }
    /// A question answered by "y" or "yes"; anything else is no.
    bool confirm(const QString &question) const;
    /// A line typed on the terminal, trimmed. None when the person gave up (Ctrl-D).
    std::optional<QString> ask(const QString &question) const;
    /// The key typed on the terminal, without echo. None when the person gave up (Ctrl-C, Ctrl-D).
    std::optional<Secret> askSecret(const QString &question) const;
    /// Everything that comes on stdin, cut after kLongestPipedKey bytes. From a terminal it is asked for
    /// without echo.
    std::optional<Secret> readSecret(const QString &question) const;

private:
    void write(const QString &text) const;

    bool m_canAsk;
    bool m_isTerminal;
    bool m_coloured;
    mutable int m_fault = 0; ///< the first error of stdout
};

/// A passphrase from a pipe may end with the line's end, which is not part of it.
Secret withoutLineEnd(Secret secret);

/// Far beyond what the rules permit of a key: one that was cut is refused as too long.
inline constexpr qsizetype kLongestPipedKey = 64 * 1024;

} // namespace qcc
