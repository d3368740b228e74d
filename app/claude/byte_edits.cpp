// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/claude/byte_edits.h"

#include <QByteArrayView>

namespace qcc {

std::optional<QByteArray> applied(const QByteArray &text, const ByteEdits &edits)
{
    const QByteArrayView view(text);
    QByteArray result;
    qsizetype taken = 0;
    for (const ByteEdit &edit : edits) {
        if (edit.offset < taken || edit.offset > view.size() ||
            !view.sliced(edit.offset).startsWith(edit.removed))
            return std::nullopt;
        result += view.sliced(taken, edit.offset - taken);
        result += edit.inserted;
        taken = edit.offset + edit.removed.size();
    }
    return result + view.sliced(taken).toByteArray();
}

ByteEdits inverted(const ByteEdits &edits)
{
    ByteEdits back;
    qsizetype shift = 0;
    for (const ByteEdit &edit : edits) {
        back.push_back({edit.offset + shift, edit.inserted, edit.removed});
        shift += edit.inserted.size() - edit.removed.size();
    }
    return back;
}

} // namespace qcc
