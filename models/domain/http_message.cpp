// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/http_message.h"

#include <algorithm>

namespace qcc {

bool sameFieldName(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && a.compare(b, Qt::CaseInsensitive) == 0;
}

const QByteArray *findField(const HeaderFields &fields, QByteArrayView name)
{
    const auto it = std::find_if(fields.begin(), fields.end(),
                                 [&](const HeaderField &f) { return sameFieldName(f.name, name); });
    return it == fields.end() ? nullptr : &it->value;
}

qsizetype countFields(const HeaderFields &fields, QByteArrayView name)
{
    return std::count_if(fields.begin(), fields.end(),
                         [&](const HeaderField &f) { return sameFieldName(f.name, name); });
}

void removeFields(HeaderFields &fields, QByteArrayView name)
{
    std::erase_if(fields, [&](const HeaderField &f) { return sameFieldName(f.name, name); });
}

} // namespace qcc
