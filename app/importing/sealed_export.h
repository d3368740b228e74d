// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/secret.h"

#include <QByteArray>

namespace qcc {

/// A text encrypted by a passphrase, by libsodium alone: Argon2id makes the key, XChaCha20-Poly1305 encrypts
/// and authenticates (docs/decisions/0013-import-and-export.md). The file:
///   {"qcc_sealed_export": 1, "kdf": "argon2id13", "operations": N, "memory": BYTES, "salt": BASE64,
///    "cipher": "xchacha20poly1305-ietf", "nonce": BASE64, "box": BASE64}
/// Blocking, for about a second: that is what makes guessing dear. Any thread.

/// What one guess costs. Defaults: libsodium's "moderate".
struct SealingCost
{
    quint64 operations = 3;
    quint64 memory = 256ULL * 1024 * 1024; ///< bytes
};

inline constexpr quint64 kMostSealingOperations = 10;                ///< of a file that is opened
inline constexpr quint64 kMostSealingMemory = 1024ULL * 1024 * 1024; ///< likewise, bytes
inline constexpr qsizetype kShortestPassphrase = 8;                  ///< bytes
inline constexpr qsizetype kLongestPassphrase = 1024;                ///< bytes

/// InvalidValue ("passphrase") when it is too short or too long; SecretsUnavailable when there is not enough
/// memory for the key.
Result<QByteArray> sealed(const Secret &text, const Secret &passphrase, const SealingCost &cost = {});

/// Whether @p text is such a file, whole or not.
bool isSealed(const QByteArray &text);

/// What is in it. WrongPassphrase (also for a file that somebody changed); FileBroken with @p file as its
/// subject; SecretsUnavailable.
Result<Secret> unsealed(const QString &file, const QByteArray &text, const Secret &passphrase);

} // namespace qcc
