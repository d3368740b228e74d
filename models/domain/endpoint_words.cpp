// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/endpoint_words.h"

namespace qcc {

QString toWord(AuthForm form)
{
    switch (form) {
    case AuthForm::XApiKey:
        return QStringLiteral("x-api-key");
    case AuthForm::Bearer:
        return QStringLiteral("bearer");
    case AuthForm::Both:
        return QStringLiteral("both");
    }
    Q_UNREACHABLE();
}

std::optional<AuthForm> authFormFromWord(const QString &word)
{
    for (const AuthForm form : {AuthForm::XApiKey, AuthForm::Bearer, AuthForm::Both}) {
        if (word == toWord(form))
            return form;
    }
    return std::nullopt;
}

QString toWord(HttpVersion version)
{
    switch (version) {
    case HttpVersion::Http1:
        return QStringLiteral("1");
    case HttpVersion::Http2:
        return QStringLiteral("2");
    }
    Q_UNREACHABLE();
}

std::optional<HttpVersion> httpVersionFromWord(const QString &word)
{
    for (const HttpVersion version : {HttpVersion::Http1, HttpVersion::Http2}) {
        if (word == toWord(version))
            return version;
    }
    return std::nullopt;
}

} // namespace qcc
