// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/refusal_text.h"
#include "app/cli/run_cli.h"

#include <cstdio>

int main(int argc, char **argv)
{
    qcc::CliHooks hooks;
    hooks.startProxy = [](const qcc::ProxyStartOptions &options) {
        const qcc::Refusal refusal{qcc::RefusalCode::ListenFailed,
                                   QStringLiteral("%1:%2").arg(options.listenHost).arg(options.listenPort),
                                   QStringLiteral("this build has no proxy")};
        std::fprintf(stderr, "qcc: %s\n", qPrintable(qcc::refusalText(refusal)));
        return qcc::exitCodeFor(refusal);
    };
    return qcc::runCli(argc, argv, hooks);
}
