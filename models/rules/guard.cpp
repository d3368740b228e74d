// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/guard.h"

#include "models/rules/authority.h"
#include "models/rules/request_target.h"

namespace qcc {
namespace {

/// A request target in its parts.
struct Target
{
    QByteArray originForm;
    std::optional<QByteArray> authority; ///< of an absolute-form
};

bool isPlainPath(QByteArrayView path)
{
    if (!path.startsWith('/') || path.startsWith("//"))
        return false;
    return std::all_of(path.begin(), path.end(), [](char c) {
        return c > 0x20 && c < 0x7F && c != '#' && c != '\\' && c != '"' && c != '<' && c != '>';
    });
}

/// Reduces absolute-form to origin-form (RFC 9112 section 3.2); nothing when the target is neither.
std::optional<Target> parseTarget(const QByteArray &target)
{
    if (target.startsWith('/'))
        return isPlainPath(target) ? std::optional(Target{target, std::nullopt}) : std::nullopt;

    static constexpr QByteArrayView kScheme("http://");
    if (!sameFieldName(QByteArrayView(target).first(std::min(target.size(), kScheme.size())), kScheme))
        return std::nullopt;
    const QByteArray rest = target.sliced(kScheme.size());
    const auto end =
        std::find_if(rest.begin(), rest.end(), [](char c) { return c == '/' || c == '?' || c == '#'; });
    const QByteArray authority = rest.first(end - rest.begin());
    QByteArray path = rest.sliced(authority.size());
    if (!path.startsWith('/'))
        path.prepend('/');
    if (authority.isEmpty() || authority.contains('@') || !isPlainPath(path))
        return std::nullopt;
    return Target{path, authority};
}

/// RFC 9110 section 7.2: Host is one authority; ours is a loopback name or address and our port.
bool isOurs(QByteArrayView authority, const ListenAddress &listen)
{
    const std::optional<Authority> parsed = parseAuthority(authority);
    if (!parsed || parsed->port.value_or(80) != listen.port)
        return false;
    if (isLoopbackHost(parsed->host))
        return true;
    if (isLoopbackHost(listen.host))
        return false;
    return isIpLiteral(parsed->host) || (!listen.machineName.isEmpty() &&
                                         parsed->host.compare(listen.machineName, Qt::CaseInsensitive) == 0);
}

bool namesUs(const RequestHead &head, const Target &target, const ListenAddress &listen)
{
    if (target.authority && !isOurs(*target.authority, listen))
        return false;
    const qsizetype hosts = countFields(head.fields, "host");
    if (hosts == 0)
        return head.minorVersion == 0; // a browser, and so DNS rebinding, always speaks HTTP/1.1
    return hosts == 1 && isOurs(findField(head.fields, "host")->trimmed(), listen);
}

/// Any Origin counts, "null" and our own too: only web pages send one, and none has business here.
bool isFromWebPage(const HeaderFields &fields)
{
    return std::any_of(fields.begin(), fields.end(), [](const HeaderField &field) {
        if (sameFieldName(field.name, "origin"))
            return true;
        if (!sameFieldName(field.name, "sec-fetch-site"))
            return false;
        const QByteArray site = field.value.trimmed().toLower();
        return site != "none" && site != "same-origin";
    });
}

bool isJson(const HeaderFields &fields)
{
    if (countFields(fields, "content-type") != 1)
        return false;
    const QByteArray value = *findField(fields, "content-type");
    const qsizetype parameters = value.indexOf(';');
    const QByteArray type = (parameters < 0 ? value : value.first(parameters)).trimmed();
    return sameFieldName(type, "application/json");
}

bool hasToken(const HeaderFields &fields, const std::function<bool(QByteArrayView)> &tokenMatches)
{
    static constexpr QByteArrayView kBearer("bearer ");
    return std::any_of(fields.begin(), fields.end(), [&](const HeaderField &field) {
        const QByteArrayView value = QByteArrayView(field.value).trimmed();
        if (sameFieldName(field.name, "x-api-key"))
            return tokenMatches(value);
        return sameFieldName(field.name, "authorization") && value.size() > kBearer.size() &&
               sameFieldName(value.first(kBearer.size()), kBearer) &&
               tokenMatches(value.sliced(kBearer.size()).trimmed());
    });
}

GuardVerdict judge(const RequestHead &head, const Target &target, const ListenAddress &listen,
                   const ViaPseudonym &via, const std::function<bool(QByteArrayView)> &tokenMatches,
                   PeerPlace peer)
{
    if (!namesUs(head, target, listen))
        return GuardVerdict::ForeignHost;
    if (isFromWebPage(head.fields))
        return GuardVerdict::CrossOrigin;
    if (findField(head.fields, "upgrade"))
        return GuardVerdict::UpgradeRefused;
    if (cameThroughUs(head.fields, via))
        return GuardVerdict::Loop;
    if (isLocalGreeting(head.method, target.originForm))
        return GuardVerdict::Greeting;
    if (const std::optional<OwnPage> page = ownPage(target.originForm)) {
        if (peer != PeerPlace::ThisMachine && !hasToken(head.fields, tokenMatches))
            return GuardVerdict::Unauthenticated;
        const bool reads = head.method == "GET" || head.method == "HEAD";
        return reads || *page == OwnPage::None ? GuardVerdict::OwnPage : GuardVerdict::OwnPageMethod;
    }
    if (head.method == "POST" && !isJson(head.fields))
        return GuardVerdict::NotJson;
    return hasToken(head.fields, tokenMatches) ? GuardVerdict::Allowed : GuardVerdict::Unauthenticated;
}

} // namespace

GuardDecision guard(const RequestHead &head, const ListenAddress &listen, const ViaPseudonym &via,
                    const std::function<bool(QByteArrayView)> &tokenMatches, PeerPlace peer)
{
    if (head.method == "CONNECT" || head.method == "TRACE")
        return {GuardVerdict::MethodNotAllowed, {}};
    const std::optional<Target> target = parseTarget(head.target);
    if (!target)
        return {GuardVerdict::BadTarget, {}};
    const GuardVerdict verdict = judge(head, *target, listen, via, tokenMatches, peer);
    if (verdict == GuardVerdict::Allowed || verdict == GuardVerdict::Greeting ||
        verdict == GuardVerdict::OwnPage)
        return {verdict, target->originForm};
    return {verdict, {}};
}

} // namespace qcc
