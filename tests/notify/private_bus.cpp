// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/notify/private_bus.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <cstdio>

namespace qcc::test {

namespace {

constexpr char kInside[] = "QCC_TEST_ON_PRIVATE_BUS";

constexpr char kConfiguration[] =
    R"(<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=%1</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
)";

bool writeConfiguration(const QTemporaryDir &home)
{
    QFile file(home.filePath(QStringLiteral("bus.conf")));
    const QString text = QString::fromLatin1(kConfiguration).arg(home.path());
    return home.isValid() && file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) > 0;
}

} // namespace

bool isOnPrivateBus()
{
    return qEnvironmentVariableIsSet(kInside);
}

int runOnPrivateBus(int argc, char **argv)
{
    const QTemporaryDir home;
    if (QStandardPaths::findExecutable(QStringLiteral("dbus-run-session")).isEmpty() ||
        !writeConfiguration(home)) {
        std::fprintf(stderr, "FAIL: dbus-run-session is not installed (Debian: dbus-daemon)\n");
        return 1;
    }
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QString::fromLatin1(kInside), QStringLiteral("1"));
    QStringList arguments{QStringLiteral("--config-file=%1").arg(home.filePath(QStringLiteral("bus.conf"))),
                          QStringLiteral("--"), QCoreApplication::applicationFilePath()};
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(QStringLiteral("dbus-run-session"), arguments);
    constexpr int kLimit = 100'000; // ms
    return process.waitForFinished(kLimit) && process.exitStatus() == QProcess::NormalExit
               ? process.exitCode()
               : 1;
}

} // namespace qcc::test
