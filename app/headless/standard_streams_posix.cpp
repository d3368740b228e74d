// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/standard_streams.h"

#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

namespace qcc {

void occupyStandardStreams()
{
    int descriptor = -1;
    do {
        descriptor = ::open("/dev/null", O_RDWR); // takes the lowest free number
    } while (descriptor >= 0 && descriptor <= STDERR_FILENO);
    if (descriptor < 0)
        std::abort(); // nobody can be told
    ::close(descriptor);
}

} // namespace qcc
