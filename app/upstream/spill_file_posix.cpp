// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/upstream/spill_file.h"

#include <QDir>
#include <QTemporaryFile>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace qcc {

namespace {

/// An open temporary file already without a name. -1 when there is none to be had.
int nameless()
{
    if (QDir::tempPath().isEmpty())
        return -1;                                                              // TMPDIR names no directory
    QTemporaryFile file(QDir::tempPath() + QStringLiteral("/qcc-body-XXXXXX")); // created 0600
    if (!file.open())
        return -1;
    return ::fcntl(file.handle(), F_DUPFD_CLOEXEC, 0); // the destructor removes the name, the copy stays open
}

class NamelessFile final : public SpillFile
{
public:
    explicit NamelessFile(int descriptor) : m_descriptor(descriptor) {}
    ~NamelessFile() override { ::close(m_descriptor); }

    bool append(QByteArrayView bytes) override
    {
        while (!bytes.isEmpty()) {
            const ssize_t written = ::write(m_descriptor, bytes.data(), static_cast<size_t>(bytes.size()));
            if (written < 0 && errno == EINTR)
                continue;
            if (written <= 0)
                return false;
            bytes = bytes.sliced(written);
        }
        return true;
    }

    bool readAt(qint64 offset, std::span<char> to) override
    {
        return ::pread(m_descriptor, to.data(), to.size(), offset) == static_cast<ssize_t>(to.size());
    }

private:
    int m_descriptor;
};

} // namespace

std::unique_ptr<SpillFile> SpillFile::open()
{
    const int descriptor = nameless();
    return descriptor < 0 ? nullptr : std::make_unique<NamelessFile>(descriptor);
}

} // namespace qcc
