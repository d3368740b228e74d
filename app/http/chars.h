// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <algorithm>
#include <array>
#include <string_view>

namespace qcc::http {

/// The character classes of RFC 9110 section 5.6 and RFC 5234; ASCII only, whatever the locale.
constexpr bool isDigit(unsigned char c)
{
    return c >= '0' && c <= '9';
}

constexpr bool isAlnum(unsigned char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// CTL without HTAB.
constexpr bool isControl(unsigned char c)
{
    return (c < 0x20 && c != '\t') || c == 0x7f;
}

/// VCHAR: what prints and is no space.
constexpr bool isVisible(unsigned char c)
{
    return c > 0x20 && c < 0x7f;
}

/// tchar: what method and field names are made of.
inline constexpr std::array<bool, 256> kTokenBytes = [] {
    constexpr std::string_view marks = "!#$%&'*+-.^_`|~";
    std::array<bool, 256> table{};
    for (std::size_t c = 1; c < table.size(); ++c)
        table[c] = isAlnum(static_cast<unsigned char>(c)) || marks.find(static_cast<char>(c)) != marks.npos;
    return table;
}();

constexpr bool isTokenByte(unsigned char c)
{
    return kTokenBytes[c];
}

inline bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(),
                                          [](char c) { return isTokenByte(static_cast<unsigned char>(c)); });
}

/// The value of a hex digit, -1 for anything else.
constexpr int hexDigit(unsigned char c)
{
    if (isDigit(c))
        return c - '0';
    const int lower = c | 0x20;
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

} // namespace qcc::http
