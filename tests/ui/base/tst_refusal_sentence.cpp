// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/refusal_sentence.h"

#include <QTest>

#include <set>

using namespace qcc;

class TestRefusalSentence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tells_data();
    void tells();
    void everyCodeHasItsOwnWords();
};

namespace {

void row(const char *name, RefusalCode code, const char *subject, const char *detail, const char *sentence)
{
    QTest::newRow(name) << Refusal{code, QString::fromLatin1(subject), QString::fromLatin1(detail)}
                        << QString::fromLatin1(sentence);
}

void configRows()
{
    using C = RefusalCode;
    row("a config that is gone", C::UnknownConfig, "x", "", "There is no config named \"x\" any more.");
    row("a config's name that is taken", C::DuplicateConfig, "x", "",
        "There is already a config named \"x\". Choose another name.");
    row("a name with a slash", C::InvalidName, "a/b", "it contains '/'",
        "\"a/b\" cannot be a name: it contains '/'.");
    row("no name", C::InvalidName, "", "it is empty", "This cannot be a name: it is empty.");
    row("an endpoint that is gone", C::UnknownEndpoint, "eu", "x",
        "The config \"x\" has no endpoint \"eu\" any more.");
    row("the same URL and key", C::DuplicateEndpoint, "https://a", "x/eu",
        "x/eu has the same URL (https://a) and the same key already. Use another URL or another key.");
    row("an endpoint's name that is taken", C::DuplicateEndpointName, "eu", "x",
        "The config \"x\" already has an endpoint named \"eu\". Choose another name.");
    row("a URL without scheme", C::InvalidUrl, "a.example", "write https://a.example",
        "\"a.example\" cannot be a URL: write https://a.example.");
    row("a proxy without port", C::InvalidProxy, "http://p", "the port is missing",
        "\"http://p\" cannot be a proxy: the port is missing.");
    row("a time limit", C::InvalidTimeLimit, "idle_timeout", "100 ms to 1 h",
        "Longest silence is out of range; permitted is: 100 ms to 1 h.");
    row("a number of seconds", C::InvalidValue, "check_interval", "1 to 86400",
        "Time between checks cannot have this value; permitted is: 1 to 86400 seconds.");
    row("a count", C::InvalidValue, "failure_threshold", "1 to 1000",
        "Failures before a failover cannot have this value; permitted is: 1 to 1000.");
    row("a file without certificate", C::InvalidValue, "/ca.pem", "a PEM file with certificates",
        "There is no certificate in /ca.pem. Choose a PEM file with certificates.");
    row("no key", C::EmptyKey, "eu", "", "The key of \"eu\" is missing. Enter it.");
    row("a group that is none", C::UnknownPriority, "x", "", "There is no group \"x\".");
    row("a place that it has", C::AlreadyThere, "x", "secondary", "\"x\" is in Secondary already.");
    row("another change", C::ChangedMeanwhile, "x", "",
        "\"x\" was changed elsewhere meanwhile. Load the new state, and make your change again.");
    row("another change of the board", C::ChangedMeanwhile, "board", "",
        "The board was changed elsewhere meanwhile. Look at it, and try again.");
}

void systemRows()
{
    using C = RefusalCode;
    row("a file that may not be read", C::FileUnreadable, "/f", "Permission denied",
        "Cannot read /f: Permission denied.");
    row("a full disk", C::FileUnwritable, "/f", "No space left on device",
        "Cannot write /f: No space left on device.");
    row("a broken file", C::FileBroken, "/f", "line 3, column 7: illegal value",
        "/f is broken and was left alone; mend it first: line 3, column 7: illegal value.");
    row("a keyring that is silent", C::SecretsUnavailable, "desktop keyring", "it does not answer",
        "The keys in the desktop keyring cannot be reached: it does not answer.");
    row("another process", C::InstanceRunning, "/home/ada/.qcc", "4711",
        "Another process (4711) works with /home/ada/.qcc, and only one may. End it, or try again in a "
        "moment.");
    row("another process, nobody knows which", C::InstanceRunning, "/home/ada/.qcc", "",
        "Another process works with /home/ada/.qcc, and only one may. End it, or try again in a moment.");
    row("nobody runs", C::NotRunning, "/home/ada/.qcc", "",
        "The proxy cannot be reached. Start it, or try again in a moment.");
    row("a port that is taken", C::ListenFailed, "127.0.0.1:7860", "The bound address is already in use",
        "Another program listens on 127.0.0.1:7860 already. Choose another port in the settings, or end that "
        "program.");
    row("a port that is protected", C::ListenFailed, "127.0.0.1:80", "The address is protected",
        "Cannot listen on 127.0.0.1:80: The address is protected. Choose another address in the settings.");
    row("another version", C::ProtocolError, "version", "",
        "The running proxy is of another version than this window. Restart the proxy and this window.");
    row("too many programs", C::ProtocolError, "clients", "16",
        "The running proxy talks to 16 other programs already. Close one, or try again in a moment.");
    row("too large", C::ProtocolError, "size", "", "The message to or from the running proxy is too large.");
    row("no answer", C::ProtocolError, "no answer", "",
        "The running proxy gave no answer, so it is not known whether the change was made. Look before you "
        "try "
        "again.");
    row("gibberish", C::ProtocolError, "%2 hello", "",
        "The running proxy does not understand this window (%2 hello). Restart the proxy and this window.");
    row("a channel, by a sentence", C::ChannelFailed, "ops", "localhost did not answer in time.",
        "The alert channel \"ops\" could not send: localhost did not answer in time.");
    row("a config that is active", C::AlreadyActive, "x", "", "\"x\" is active already.");
    row("a disabled config", C::NotRoutable, "x", "disabled",
        "\"x\" is disabled. Move it to Primary, Secondary or Fallback first.");
    row("a group that is off", C::NotRoutable, "x", "group off",
        "The group of \"x\" is switched off. Switch the group on first.");
    row("no endpoints", C::NotRoutable, "x", "no endpoints", "\"x\" has no endpoints. Edit it and add one.");
    row("no keys", C::NotRoutable, "x", "no key", "No endpoint of \"x\" has a key. Edit it and give one.");
    row("nothing pinned", C::NotPinned, "", "", "Nothing is pinned, so there is nothing to release.");
    row("an event that is gone", C::UnknownEvent, "0a1b2c3d", "", "There is no event \"0a1b2c3d\".");
    row("a history that is broken", C::HistoryUnavailable, "/h.db", "it is not a regular file",
        "The history in /h.db cannot be used: it is not a regular file.");
}

} // namespace

void TestRefusalSentence::tells_data()
{
    QTest::addColumn<Refusal>("refusal");
    QTest::addColumn<QString>("sentence");
    configRows();
    systemRows();
}

void TestRefusalSentence::tells()
{
    QFETCH(Refusal, refusal);
    QTEST(refusalSentence(refusal), "sentence");
}

void TestRefusalSentence::everyCodeHasItsOwnWords()
{
    std::set<QString> sentences;
    for (int code = 0; code <= static_cast<int>(RefusalCode::InTheWay); ++code)
        sentences.insert(refusalSentence({static_cast<RefusalCode>(code), QStringLiteral("x"), {}}));
    QCOMPARE(std::ssize(sentences), qsizetype(RefusalCode::InTheWay) + 1);
}

QTEST_GUILESS_MAIN(TestRefusalSentence)
#include "tst_refusal_sentence.moc"
