// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <vector>

namespace qcc {

/// One field line. Names keep the sender's spelling and are compared without case (RFC 9110 section 5.1).
struct HeaderField
{
    QByteArray name;
    QByteArray value;
    bool operator==(const HeaderField &) const = default;
};
using HeaderFields = std::vector<HeaderField>;

bool sameFieldName(QByteArrayView a, QByteArrayView b);
/// The value of the first field of that name; null when there is none.
const QByteArray *findField(const HeaderFields &fields, QByteArrayView name);
qsizetype countFields(const HeaderFields &fields, QByteArrayView name);
void removeFields(HeaderFields &fields, QByteArrayView name);

struct RequestHead
{
    QByteArray method;
    QByteArray target; ///< as received: origin-form or absolute-form
    int minorVersion = 1;
    HeaderFields fields;
    bool operator==(const RequestHead &) const = default;
};

struct ResponseHead
{
    int status = 0;
    QByteArray reason;
    int minorVersion = 1;
    HeaderFields fields;
    bool operator==(const ResponseHead &) const = default;
};

} // namespace qcc
