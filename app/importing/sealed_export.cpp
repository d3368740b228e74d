// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importing/sealed_export.h"

#include "app/secrets/json_file.h"
#include "app/store/json_reader.h"

#include <sodium.h>

namespace qcc {

namespace {

constexpr int kSealedVersion = 1;
const QString kMark = QStringLiteral("qcc_sealed_export");
const QString kKdf = QStringLiteral("argon2id13");
const QString kCipher = QStringLiteral("xchacha20poly1305-ietf");

/// Everything of the file but the box.
struct Header
{
    SealingCost cost;
    QByteArray salt;
    QByteArray nonce;
};

const unsigned char *bytesOf(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

unsigned char *bytesOf(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

QByteArray random(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    randombytes_buf(bytes.data(), static_cast<size_t>(size));
    return bytes;
}

/// What the box vouches for besides its content.
QByteArray authenticated(const Header &header)
{
    return QStringLiteral("%1 %2 %3 %4 %5")
               .arg(kSealedVersion)
               .arg(kKdf)
               .arg(header.cost.operations)
               .arg(header.cost.memory)
               .arg(kCipher)
               .toLatin1() +
           header.salt;
}

Result<Secret> keyFrom(const Secret &passphrase, const Header &header)
{
    QByteArray key(crypto_aead_xchacha20poly1305_ietf_KEYBYTES, '\0');
    const int failed = crypto_pwhash(
        bytesOf(key), static_cast<unsigned long long>(key.size()), passphrase.reveal().constData(),
        static_cast<unsigned long long>(passphrase.reveal().size()), bytesOf(header.salt),
        header.cost.operations, static_cast<size_t>(header.cost.memory), crypto_pwhash_ALG_ARGON2ID13);
    if (failed != 0)
        return Refusal{RefusalCode::SecretsUnavailable, QStringLiteral("encryption"),
                       QStringLiteral("there is not enough memory")};
    return Secret(std::move(key));
}

/// libsodium prepares itself once; asking again does nothing.
Result<Done> ready()
{
    if (sodium_init() < 0)
        return Refusal{RefusalCode::SecretsUnavailable, QStringLiteral("encryption"),
                       QStringLiteral("it does not answer")};
    return Done{};
}

QByteArray fromBase64(const JsonNode &node, qsizetype least, qsizetype most)
{
    const auto decoded =
        QByteArray::fromBase64Encoding(node.text().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.size() < least || decoded.decoded.size() > most) {
        node.fail(QStringLiteral("a text in base 64 is needed"));
        return {};
    }
    return decoded.decoded;
}

Header readHeader(const JsonNode &root)
{
    const JsonNode version = root.member(kMark);
    const qint64 number = version.whole(0, 1, std::numeric_limits<int>::max());
    if (number > kSealedVersion)
        version.fail(
            QStringLiteral("it is of version %1, this QCC knows %2").arg(number).arg(kSealedVersion));
    if (const JsonNode kdf = root.member(QStringLiteral("kdf")); kdf.text() != kKdf)
        kdf.fail(QStringLiteral("\"%1\" is needed").arg(kKdf));
    if (const JsonNode cipher = root.member(QStringLiteral("cipher")); cipher.text() != kCipher)
        cipher.fail(QStringLiteral("\"%1\" is needed").arg(kCipher));
    Header header;
    header.cost.operations =
        static_cast<quint64>(root.member(QStringLiteral("operations"))
                                 .whole(0, crypto_pwhash_OPSLIMIT_MIN, kMostSealingOperations));
    header.cost.memory = static_cast<quint64>(
        root.member(QStringLiteral("memory")).whole(0, crypto_pwhash_MEMLIMIT_MIN, kMostSealingMemory));
    header.salt =
        fromBase64(root.member(QStringLiteral("salt")), crypto_pwhash_SALTBYTES, crypto_pwhash_SALTBYTES);
    header.nonce =
        fromBase64(root.member(QStringLiteral("nonce")), crypto_aead_xchacha20poly1305_ietf_NPUBBYTES,
                   crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
    return header;
}

/// Empty: it can't be opened with this key.
QByteArray opened(const Header &header, const QByteArray &box, const Secret &key)
{
    const QByteArray vouched = authenticated(header);
    QByteArray text(box.size() - crypto_aead_xchacha20poly1305_ietf_ABYTES, '\0');
    unsigned long long size = 0;
    const int failed = crypto_aead_xchacha20poly1305_ietf_decrypt(
        bytesOf(text), &size, nullptr, bytesOf(box), static_cast<unsigned long long>(box.size()),
        bytesOf(vouched), static_cast<unsigned long long>(vouched.size()), bytesOf(header.nonce),
        bytesOf(key.reveal()));
    return failed == 0 ? text : QByteArray();
}

QJsonObject fileOf(const Header &header, const QByteArray &box)
{
    const auto base64 = [](const QByteArray &bytes) { return QString::fromLatin1(bytes.toBase64()); };
    return QJsonObject{{kMark, kSealedVersion},
                       {QStringLiteral("kdf"), kKdf},
                       {QStringLiteral("operations"), static_cast<qint64>(header.cost.operations)},
                       {QStringLiteral("memory"), static_cast<qint64>(header.cost.memory)},
                       {QStringLiteral("salt"), base64(header.salt)},
                       {QStringLiteral("cipher"), kCipher},
                       {QStringLiteral("nonce"), base64(header.nonce)},
                       {QStringLiteral("box"), base64(box)}};
}

} // namespace

Result<QByteArray> sealed(const Secret &text, const Secret &passphrase, const SealingCost &cost)
{
    const qsizetype length = passphrase.reveal().size();
    if (length < kShortestPassphrase || length > kLongestPassphrase)
        return Refusal{
            RefusalCode::InvalidValue, QStringLiteral("passphrase"),
            QStringLiteral("%1 to %2 characters").arg(kShortestPassphrase).arg(kLongestPassphrase)};
    if (const Result<Done> begun = ready(); !begun)
        return begun.refusal();
    const Header header{cost, random(crypto_pwhash_SALTBYTES),
                        random(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES)};
    const Result<Secret> key = keyFrom(passphrase, header);
    if (!key)
        return key.refusal();
    const QByteArray vouched = authenticated(header);
    QByteArray box(text.reveal().size() + crypto_aead_xchacha20poly1305_ietf_ABYTES, '\0');
    unsigned long long size = 0;
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        bytesOf(box), &size, bytesOf(text.reveal()), static_cast<unsigned long long>(text.reveal().size()),
        bytesOf(vouched), static_cast<unsigned long long>(vouched.size()), nullptr, bytesOf(header.nonce),
        bytesOf(key->reveal()));
    return toJsonText(fileOf(header, box));
}

bool isSealed(const QByteArray &text)
{
    return text.trimmed().startsWith('{') && text.contains(QByteArrayLiteral("\"qcc_sealed_export\""));
}

Result<Secret> unsealed(const QString &file, const QByteArray &text, const Secret &passphrase)
{
    const Result<QJsonObject> object = parseJsonObject(file, text);
    if (!object)
        return object.refusal();
    JsonReader reader(file, text);
    const JsonNode root(reader, *object);
    const Header header = readHeader(root);
    const QByteArray box = fromBase64(root.member(QStringLiteral("box")),
                                      crypto_aead_xchacha20poly1305_ietf_ABYTES, text.size());
    if (reader.fault())
        return *reader.fault();
    if (const Result<Done> begun = ready(); !begun)
        return begun.refusal();
    const Result<Secret> key = keyFrom(passphrase, header);
    if (!key)
        return key.refusal();
    QByteArray content = opened(header, box, *key);
    if (content.isEmpty())
        return Refusal{RefusalCode::WrongPassphrase, file, {}};
    return Secret(std::move(content));
}

} // namespace qcc
