// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace qcc {

/// The translation context of the sentences that the command line and the window share: `Text::tr("…")`.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

/// @p text for a tool tip, which takes for HTML what looks like it: a name that a client or a person chose
/// must show as it is written.
QString plainTip(const QString &text);

/// Sentences in one paragraph, with a space between them where the language has one.
QString paragraph(const QStringList &sentences);

} // namespace qcc
