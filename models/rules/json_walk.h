// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/request_peek.h"

#include <vector>

namespace qcc {

/// Where the parts of a JSON text stand, so that some of them can be exchanged and every other byte stays.
/// For texts that isJsonDocument() has found to be whole; of others the parts may be wrong, but always lie
/// inside. Pure; any thread.

/// A member of an object: its value, and all of it from its key on.
struct JsonMemberRange
{
    QByteArray key; ///< unescaped; empty when its escapes are wrong
    ByteRange whole;
    ByteRange value;
};

/// Where the document's value stands, without white space around it.
ByteRange jsonRoot(QByteArrayView text);

/// Of an object; empty for anything else.
std::vector<JsonMemberRange> jsonMembers(QByteArrayView text, ByteRange object);

/// Of an array; empty for anything else.
std::vector<ByteRange> jsonElements(QByteArrayView text, ByteRange array);

/// The value of the only member with this key; nothing when there is none, or more than one.
std::optional<ByteRange> onlyMember(const std::vector<JsonMemberRange> &members, QByteArrayView key);

/// The bytes there.
QByteArrayView bytesAt(QByteArrayView text, ByteRange range);

} // namespace qcc
