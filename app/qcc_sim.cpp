// SPDX-License-Identifier: GPL-3.0-or-later
// qcc-sim: a simulated provider of its own process, for people, the demo and tests in other languages.
#include "app/sim/sim_provider.h"
#include "app/sim/stop_signals.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

#include <cstdio>

using namespace qcc::sim;

namespace {

constexpr const char *footer =
    "\nExamples:\n"
    "  qcc-sim --port 8001 --name production\n"
    "  qcc-sim --key sk-test --events 40 --interval 50ms      a stream of two seconds; other keys get 401\n"
    "  qcc-sim --fault 529                                    overloaded from the start\n"
    "  qcc-sim --fault '{\"fault\":\"reset-in-stream\",\"after_events\":0,\"requests\":1}'\n"
    "\nWhile it runs (the control address is printed at the start and stays reachable under every fault):\n"
    "  curl CONTROL/_sim                              what there is\n"
    "  curl -X POST CONTROL/_sim/fault/refuse         break it\n"
    "  curl -X POST CONTROL/_sim/fault/none           repair it\n"
    "  curl CONTROL/_sim/log                          what it received\n"
    "\nExit codes: 0 stopped by SIGINT or SIGTERM, 1 refused with the reason, 2 wrong usage.\n";

enum ExitCode { Done = 0, Refused = 1, WrongUsage = 2 };

struct Arguments
{
    std::string host = "127.0.0.1";
    std::uint16_t port = 0;
    std::uint16_t controlPort = 0;
    std::string name = "production";
    std::string key;
    std::string text;
    std::string tool;
    std::string basePath;
    std::string certificate;
    std::string privateKey;
    std::vector<std::string> models;
    int events = SimOptions().events;
    int padding = 0;
    std::int64_t intervalMs = 0;
    bool gzip = false;
    bool sameIds = false;
    std::string fault = "none";
    bool json = false;
    bool verbose = false;
};

void describe(CLI::App &app, Arguments &a)
{
    const std::map<std::string, std::int64_t> units = {{"ms", 1}, {"s", 1000}};
    app.footer(footer);
    app.set_version_flag("--version", QCC_VERSION);
    app.add_option("--listen", a.host, "address to listen on")->capture_default_str();
    app.add_option("--port", a.port, "port; 0: any free one")->capture_default_str();
    app.add_option("--control-port", a.controlPort, "second port, /_sim only, never fails; 0: any")
        ->capture_default_str();
    app.add_option("--name", a.name, "the provider's name, part of its answers")->capture_default_str();
    app.add_option("--key", a.key, "expected key; without it any key is good");
    app.add_option("--text", a.text, "the answer's text");
    app.add_option("--tool", a.tool,
                   "call a tool first where the client offers any, e.g. 'Bash={\"command\":\"ls\"}'");
    app.add_option("--model", a.models, "a model of /v1/models; may be repeated");
    app.add_option("--base-path", a.basePath, "path below which the API lives, e.g. /anthropic");
    app.add_option("--events", a.events, "content events of a stream")
        ->check(CLI::Range(1, 100'000))
        ->capture_default_str();
    app.add_option("--interval", a.intervalMs, "between two content events, e.g. 50ms or 1s; 0: none")
        ->transform(CLI::AsNumberWithUnit(units, CLI::AsNumberWithUnit::CASE_INSENSITIVE));
    app.add_option("--padding", a.padding, "further bytes in each content event")
        ->check(CLI::Range(0, 16 * 1024 * 1024));
    app.add_flag("--gzip", a.gzip, "answer in gzip where the client accepts it");
    app.add_flag("--same-ids", a.sameIds, "the same ids in every answer, to compare answers byte for byte");
    app.add_option("--fault", a.fault, "a fault's word, a status, or a fault as JSON")->capture_default_str();
    CLI::Option *certificate =
        app.add_option("--cert", a.certificate, "certificate chain (PEM): serve HTTPS");
    CLI::Option *privateKey = app.add_option("--cert-key", a.privateKey, "its private key (PEM)");
    certificate->needs(privateKey)->check(CLI::ExistingFile);
    privateKey->needs(certificate)->check(CLI::ExistingFile);
    app.add_flag("--json", a.json, "print the addresses as one JSON line");
    app.add_flag("--verbose", a.verbose, "print one line per request");
}

ParsedFault faultOfArgument(const std::string &text)
{
    const QByteArray bytes = QByteArray::fromStdString(text);
    if (!bytes.startsWith('{'))
        return parseFault({{QStringLiteral("fault"), QString::fromUtf8(bytes)}});
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (!document.isObject())
        return QStringLiteral("--fault is not a JSON object: %1").arg(error.errorString());
    return parseFault(document.object());
}

/// The key of any kind that OpenSSL reads; null when there is none in the file.
QSslKey readKey(const QString &path)
{
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Rsa, QSsl::Ec}) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        const QSslKey key(&file, algorithm);
        if (!key.isNull())
            return key;
    }
    return {};
}

std::optional<TlsIdentity> readIdentity(const Arguments &a)
{
    const QString path = QString::fromStdString(a.certificate);
    TlsIdentity identity{
        QSslCertificate::fromPath(path, QSsl::Pem, QSslCertificate::PatternSyntax::FixedString),
        readKey(QString::fromStdString(a.privateKey))};
    if (identity.chain.isEmpty() || identity.key.isNull())
        return {};
    return identity;
}

/// NAME=INPUT, the input a JSON object.
std::optional<ToolCall> toolOfArgument(const std::string &text)
{
    const QByteArray bytes = QByteArray::fromStdString(text);
    const qsizetype equals = bytes.indexOf('=');
    const QByteArray input = bytes.sliced(equals + 1);
    if (equals < 1 || !QJsonDocument::fromJson(input).isObject())
        return {};
    return ToolCall{bytes.first(equals), input};
}

SimOptions optionsOf(const Arguments &a)
{
    SimOptions options;
    options.name = QByteArray::fromStdString(a.name);
    options.apiKey = QByteArray::fromStdString(a.key);
    options.text = QByteArray::fromStdString(a.text);
    options.basePath = QByteArray::fromStdString(a.basePath);
    options.events = a.events;
    options.padding = a.padding;
    options.interval = std::chrono::milliseconds(a.intervalMs);
    options.gzip = a.gzip;
    options.sameIds = a.sameIds;
    options.tool = toolOfArgument(a.tool);
    if (!a.models.empty())
        options.models.clear();
    for (const std::string &model : a.models)
        options.models.push_back(QByteArray::fromStdString(model));
    return options;
}

int refuse(const QString &sentence)
{
    std::fprintf(stderr, "qcc-sim: %s\n", qPrintable(sentence));
    return Refused;
}

void printAddresses(const SimProvider &provider, const Arguments &a)
{
    const QByteArray url = provider.url().toString().toUtf8();
    const QByteArray control = provider.controlUrl().toString().toUtf8();
    if (a.json) {
        const QJsonObject line{{QStringLiteral("name"), QString::fromStdString(a.name)},
                               {QStringLiteral("url"), QString::fromUtf8(url)},
                               {QStringLiteral("control_url"), QString::fromUtf8(control)}};
        std::printf("%s\n", QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    } else {
        std::printf("provider \"%s\" listening on %s\n", a.name.c_str(), url.constData());
        std::printf("control listening on %s/_sim\n", control.constData());
        std::printf("break it:  curl -X POST %s/_sim/fault/529\n", control.constData());
        std::printf("repair it: curl -X POST %s/_sim/fault/none\n", control.constData());
    }
    std::fflush(stdout);
}

void printRequests(const SimProvider &provider)
{
    QObject::connect(&provider, &SimProvider::requestReceived, &provider, [](const ReceivedRequest &request) {
        std::printf("#%llu %s %s, %lld bytes, fault: %s\n", static_cast<unsigned long long>(request.sequence),
                    request.method.constData(), request.target.constData(),
                    static_cast<long long>(request.bodySize), wordOf(request.fault).constData());
        std::fflush(stdout);
    });
}

int run(const Arguments &arguments)
{
    const ParsedFault fault = faultOfArgument(arguments.fault);
    if (const auto *sentence = std::get_if<QString>(&fault))
        return refuse(*sentence);
    const QHostAddress host(QString::fromStdString(arguments.host));
    if (host.isNull())
        return refuse(QStringLiteral("--listen needs an IP address"));
    SimOptions options = optionsOf(arguments);
    if (!arguments.tool.empty() && !options.tool)
        return refuse(QStringLiteral("--tool needs NAME=INPUT, the input a JSON object"));
    if (!arguments.certificate.empty() && !(options.tls = readIdentity(arguments)))
        return refuse(QStringLiteral("no certificate with its key in the files given"));
    SimProvider provider(std::move(options));
    if (!provider.listen(host, arguments.port) || !provider.listenControl(host, arguments.controlPort))
        return refuse(QStringLiteral("can't listen on %1: %2").arg(host.toString(), provider.errorString()));
    provider.setFault(std::get<Fault>(fault));
    if (arguments.verbose)
        printRequests(provider);
    if (!quitOnSignals())
        return refuse(QStringLiteral("no pipe for signals"));
    printAddresses(provider, arguments);
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    Arguments arguments;
    CLI::App cli("A simulated provider: speaks like the Anthropic API and breaks on command.", "qcc-sim");
    describe(cli, arguments);
    try {
        cli.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return cli.exit(error) == 0 ? Done : WrongUsage;
    }
    return run(arguments);
}
