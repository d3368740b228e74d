// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/alerts/curl_library.h"

#include <QLibrary>

namespace qcc {

namespace {

/// By its number as well where files have one: libcurl.so.4, libcurl.4.dylib.
constexpr int kInterface = 4;

template <typename Function> bool resolve(QLibrary &library, const char *name, Function &function)
{
    function = reinterpret_cast<Function>(library.resolve(name));
    return function != nullptr;
}

CurlLibrary load()
{
    QLibrary library(QStringLiteral("curl"), kInterface);
    CurlLibrary curl;
    decltype(&::curl_global_init) globalInit = nullptr;
    const bool complete = resolve(library, "curl_global_init", globalInit) &&
                          resolve(library, "curl_easy_init", curl.easyInit) &&
                          resolve(library, "curl_easy_cleanup", curl.easyCleanup) &&
                          resolve(library, "curl_easy_setopt", curl.easySetopt) &&
                          resolve(library, "curl_easy_perform", curl.easyPerform) &&
                          resolve(library, "curl_easy_getinfo", curl.easyGetinfo) &&
                          resolve(library, "curl_easy_strerror", curl.easyStrerror) &&
                          resolve(library, "curl_slist_append", curl.slistAppend) &&
                          resolve(library, "curl_slist_free_all", curl.slistFreeAll);
    if (!complete)
        curl.trouble = library.errorString();
    else if (globalInit(CURL_GLOBAL_DEFAULT) != CURLE_OK)
        curl.trouble = QStringLiteral("curl_global_init");
    return curl;
}

} // namespace

const CurlLibrary &curlLibrary()
{
    static const CurlLibrary kLoaded = load();
    return kLoaded;
}

} // namespace qcc
