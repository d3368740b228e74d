// SPDX-License-Identifier: GPL-3.0-or-later
#include "packaging/icons/icon_containers.h"

#include <QtEndian>

namespace qcc {

namespace {

constexpr int kIcoHeader = 6;
constexpr int kIcoEntry = 16;
constexpr int kWidestInIco = 256;
constexpr int kIcnsHeader = 8;

template <typename Number> void addLittle(QByteArray &bytes, Number number)
{
    const Number little = qToLittleEndian(number);
    bytes.append(reinterpret_cast<const char *>(&little), sizeof little);
}

void addBig(QByteArray &bytes, quint32 number)
{
    const quint32 big = qToBigEndian(number);
    bytes.append(reinterpret_cast<const char *>(&big), sizeof big);
}

/// The letters by which macOS knows a picture of this width; the second for a screen of double density, where
/// the picture stands for one of half its width.
std::vector<const char *> lettersOf(int width)
{
    switch (width) {
    case 16:
        return {"icp4"};
    case 32:
        return {"icp5", "ic11"};
    case 64:
        return {"ic12"};
    case 128:
        return {"ic07"};
    case 256:
        return {"ic08", "ic13"};
    case 512:
        return {"ic09", "ic14"};
    case 1024:
        return {"ic10"};
    default:
        return {};
    }
}

} // namespace

QByteArray icoOf(const Pictures &pictures)
{
    const auto end = pictures.upper_bound(kWidestInIco);
    const auto count = static_cast<quint16>(std::distance(pictures.begin(), end));
    QByteArray directory;
    QByteArray contents;
    for (const quint16 word : {quint16(0), quint16(1), count})
        addLittle(directory, word);
    for (auto picture = pictures.begin(); picture != end; ++picture) {
        const char side = static_cast<char>(picture->first % kWidestInIco); // 0 is 256
        for (const char byte : {side, side, '\0', '\0'})
            directory.append(byte);
        addLittle(directory, quint16(1));  // planes
        addLittle(directory, quint16(32)); // bits per pixel
        addLittle(directory, static_cast<quint32>(picture->second.size()));
        addLittle(directory, static_cast<quint32>(kIcoHeader + count * kIcoEntry + contents.size()));
        contents += picture->second;
    }
    return directory + contents;
}

QByteArray icnsOf(const Pictures &pictures)
{
    QByteArray entries;
    for (const auto &[width, png] : pictures) {
        for (const char *letters : lettersOf(width)) {
            entries += letters;
            addBig(entries, static_cast<quint32>(kIcnsHeader + png.size()));
            entries += png;
        }
    }
    QByteArray file("icns");
    addBig(file, static_cast<quint32>(kIcnsHeader + entries.size()));
    return file + entries;
}

} // namespace qcc
