// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/home_folder.h"

#include <QDir>
#include <QFileInfo>

#include <windows.h>

#include <sddl.h>

namespace qcc {

namespace {

/// For the folder's owner and the system alone, and for all that will be in it.
constexpr const wchar_t *kOwnerOnly = L"D:P(A;OICI;FA;;;OW)(A;OICI;FA;;;SY)";

Refusal refusal(RefusalCode code, const QString &path)
{
    return {code, path, qt_error_string(static_cast<int>(::GetLastError()))};
}

/// What was there before keeps the rights that its owner gave it: a person's profile is closed to others as
/// it is.
Result<Done> makeClosed(const QString &home)
{
    PSECURITY_DESCRIPTOR descriptor = nullptr;
    if (!::ConvertStringSecurityDescriptorToSecurityDescriptorW(kOwnerOnly, SDDL_REVISION_1, &descriptor,
                                                                nullptr))
        return refusal(RefusalCode::FileUnwritable, home);
    SECURITY_ATTRIBUTES attributes{sizeof attributes, descriptor, FALSE};
    const bool made = ::CreateDirectoryW(QDir::toNativeSeparators(home).toStdWString().c_str(), &attributes);
    Result<Done> result = made ? Result<Done>(Done{}) : refusal(RefusalCode::FileUnwritable, home);
    ::LocalFree(descriptor);
    return result;
}

} // namespace

Result<Done> makeOwnFolder(const QString &home, bool (*)(const QString &))
{
    if (!QDir().mkpath(QFileInfo(home).path()))
        return refusal(RefusalCode::FileUnwritable, QFileInfo(home).path());
    const Result<FolderState> before = lookAtFolder(home);
    if (!before)
        return before.refusal();
    if (*before == FolderState::Missing) {
        if (const Result<Done> made = makeClosed(home); !made)
            return made;
    }
    if (!QFileInfo(home).isWritable()) {
        ::SetLastError(ERROR_ACCESS_DENIED);
        return refusal(RefusalCode::FileUnwritable, home);
    }
    return Done{};
}

Result<FolderState> lookAtFolder(const QString &path)
{
    const DWORD attributes = ::GetFileAttributesW(QDir::toNativeSeparators(path).toStdWString().c_str());
    if (attributes == INVALID_FILE_ATTRIBUTES) {
        const DWORD error = ::GetLastError();
        if (error != ERROR_FILE_NOT_FOUND && error != ERROR_PATH_NOT_FOUND)
            return refusal(RefusalCode::FileUnreadable, path);
        return FolderState::Missing;
    }
    if (!(attributes & FILE_ATTRIBUTE_DIRECTORY)) {
        ::SetLastError(ERROR_DIRECTORY);
        return refusal(RefusalCode::FileUnreadable, path);
    }
    return FolderState::Usable;
}

} // namespace qcc
