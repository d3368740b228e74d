// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace qcc {

/// Reads the top-level members `model` (string) and `stream` (true/false) of a JSON object while its bytes pass, in any
/// chunking, without building or changing it. Nested members of these names do not count; the last duplicate wins, as
/// with JSON.parse. Keeps at most kStringLimit bytes. Anything that is not a JSON object ends it with broken().
class RequestPeek
{
public:
    static constexpr qsizetype kStringLimit = 256;

    void feed(QByteArrayView bytes);

    /// The model's name, unescaped, once its string is complete.
    std::optional<QByteArray> model() const { return m_model; }
    std::optional<bool> stream() const { return m_stream; }
    /// The object is complete, or it cannot be one: nothing more will be learnt.
    bool finished() const;
    bool broken() const;

private:
    // The implementer designs the state; no bytes beyond kStringLimit per string are kept.
    std::optional<QByteArray> m_model;
    std::optional<bool> m_stream;
};

} // namespace qcc
