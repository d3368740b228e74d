// SPDX-License-Identifier: GPL-3.0-or-later
// qcc-icons SVG FOLDER: draws the icon in every size, as FOLDER/hicolor/…/qcc.png, qcc.ico and qcc.icns. Only
// for the build; it is not installed.
#include "packaging/icons/icon_containers.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QImage>
#include <QPainter>
#include <QSaveFile>
#include <QSvgRenderer>

#include <cstdio>

namespace {

constexpr std::array kWidths{16, 22, 24, 32, 48, 64, 128, 256, 512, 1024};
constexpr int kWidestInTheme = 512;

QByteArray drawn(QSvgRenderer &svg, int width)
{
    QImage image(width, width, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    svg.render(&painter);
    painter.end();
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return buffer.data();
}

bool write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    const bool written = QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly) &&
                         file.write(bytes) == bytes.size() && file.commit();
    if (!written)
        std::fprintf(stderr, "qcc-icons: %s: %s\n", qPrintable(path), qPrintable(file.errorString()));
    return written;
}

bool writeAll(const qcc::Pictures &pictures, const QString &folder)
{
    for (const auto &[width, png] : pictures) {
        const QString path = QStringLiteral("%1/hicolor/%2x%2/apps/qcc.png").arg(folder).arg(width);
        if (width <= kWidestInTheme && !write(path, png))
            return false;
    }
    return write(folder + QStringLiteral("/qcc.ico"), qcc::icoOf(pictures)) &&
           write(folder + QStringLiteral("/qcc.icns"), qcc::icnsOf(pictures));
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc != 3) {
        std::fputs("usage: qcc-icons SVG FOLDER\n", stderr);
        return EXIT_FAILURE;
    }
    QSvgRenderer svg(QString::fromLocal8Bit(argv[1]));
    if (!svg.isValid()) {
        std::fprintf(stderr, "qcc-icons: %s is no picture\n", argv[1]);
        return EXIT_FAILURE;
    }
    qcc::Pictures pictures;
    for (const int width : kWidths)
        pictures[width] = drawn(svg, width);
    return writeAll(pictures, QString::fromLocal8Bit(argv[2])) ? EXIT_SUCCESS : EXIT_FAILURE;
}
