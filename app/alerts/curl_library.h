// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <curl/curl.h>

#include <memory>

namespace qcc {

/// The functions of libcurl that mail needs, loaded when the first mail is sent: with all that it draws in,
/// loading it at each start costs a third of the time that `qcc statusline` may take. Stays loaded, and is
/// made ready once for the process; any thread.
struct CurlLibrary
{
    decltype(&::curl_easy_init) easyInit = nullptr;
    decltype(&::curl_easy_cleanup) easyCleanup = nullptr;
    decltype(&::curl_easy_setopt) easySetopt = nullptr;
    decltype(&::curl_easy_perform) easyPerform = nullptr;
    decltype(&::curl_easy_getinfo) easyGetinfo = nullptr;
    decltype(&::curl_easy_strerror) easyStrerror = nullptr;
    decltype(&::curl_slist_append) slistAppend = nullptr;
    decltype(&::curl_slist_free_all) slistFreeAll = nullptr;
    QString trouble; ///< why it could not be loaded, in the system's words; empty: it was

    bool isThere() const { return trouble.isEmpty(); }
};

const CurlLibrary &curlLibrary();

} // namespace qcc
