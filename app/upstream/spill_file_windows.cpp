// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/upstream/spill_file.h"

#include <QDir>
#include <QUuid>

#include <windows.h>

namespace qcc {

namespace {

/// Has a name, which goes with its only handle: Windows closes that with the process.
class TemporaryFile final : public SpillFile
{
public:
    explicit TemporaryFile(HANDLE handle) : m_handle(handle) {}
    ~TemporaryFile() override { ::CloseHandle(m_handle); }

    bool append(QByteArrayView bytes) override
    {
        LARGE_INTEGER none{};
        if (!::SetFilePointerEx(m_handle, none, nullptr, FILE_END))
            return false;
        while (!bytes.isEmpty()) {
            DWORD written = 0;
            if (!::WriteFile(m_handle, bytes.data(), static_cast<DWORD>(bytes.size()), &written, nullptr) ||
                written == 0)
                return false;
            bytes = bytes.sliced(static_cast<qsizetype>(written));
        }
        return true;
    }

    bool readAt(qint64 offset, std::span<char> to) override
    {
        LARGE_INTEGER place{};
        place.QuadPart = offset;
        DWORD got = 0;
        return ::SetFilePointerEx(m_handle, place, nullptr, FILE_BEGIN) &&
               ::ReadFile(m_handle, to.data(), static_cast<DWORD>(to.size()), &got, nullptr) &&
               got == to.size();
    }

private:
    HANDLE m_handle;
};

} // namespace

/// In the person's own temporary folder, which is closed to others as it is.
std::unique_ptr<SpillFile> SpillFile::open()
{
    const QString path = QDir::toNativeSeparators(QDir::tempPath() + QStringLiteral("/qcc-body-") +
                                                  QUuid::createUuid().toString(QUuid::Id128));
    const HANDLE handle =
        ::CreateFileW(path.toStdWString().c_str(), GENERIC_READ | GENERIC_WRITE, 0, nullptr, CREATE_NEW,
                      FILE_ATTRIBUTE_TEMPORARY | FILE_FLAG_DELETE_ON_CLOSE, nullptr);
    return handle == INVALID_HANDLE_VALUE ? nullptr : std::make_unique<TemporaryFile>(handle);
}

} // namespace qcc
