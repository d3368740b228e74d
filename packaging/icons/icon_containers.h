// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <map>

namespace qcc {

/// PNG files by their width in pixels.
using Pictures = std::map<int, QByteArray>;

/// A Windows icon: a directory of PNG files (ICO as Windows Vista and later read it). Widths up to 256.
QByteArray icoOf(const Pictures &pictures);

/// A macOS icon: PNG files, each behind its four letters (ICNS as Mac OS X 10.7 and later read it).
QByteArray icnsOf(const Pictures &pictures);

} // namespace qcc
