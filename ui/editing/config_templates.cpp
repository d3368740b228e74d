// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/config_templates.h"

namespace qcc {

namespace {

QString urlOf(ConfigTemplate kind)
{
    switch (kind) {
    case ConfigTemplate::OfficialApi:
        return QStringLiteral("https://api.anthropic.com");
    case ConfigTemplate::Gateway:
        return QStringLiteral("https://");
    case ConfigTemplate::LocalServer:
        return QStringLiteral("http://127.0.0.1:8080");
    }
    Q_UNREACHABLE();
}

} // namespace

void prefill(EndpointFields &fields, ConfigTemplate kind)
{
    fields.url = urlOf(kind);
    fields.auth = kind == ConfigTemplate::OfficialApi ? AuthForm::XApiKey : AuthForm::Bearer;
}

bool isPrefilled(const QString &url)
{
    return url.trimmed().isEmpty() || std::any_of(kConfigTemplates.begin(), kConfigTemplates.end(),
                                                  [&](ConfigTemplate kind) { return url == urlOf(kind); });
}

} // namespace qcc
