// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

namespace qcc {

/// An address as somebody else gave it, so that a person can see where it leads: the host in ASCII ("xn--…"
/// for an international name, which could look like another), the scheme only where it is not https.
QString addressText(const QUrl &url);

/// What to think of before sending anything there; empty: nothing. Keys would go unencrypted over a network;
/// or the name is an international one.
QString addressWarning(const QUrl &url);

} // namespace qcc
