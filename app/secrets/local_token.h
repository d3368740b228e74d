// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/secrets/secret_store.h"

namespace qcc {

/// The token that clients of the proxy on this machine show (gateway.md section 5): "qcc-" and 64 hex digits
/// (256 bits from the system's generator), made and stored at first need under "local-token". Two first
/// callers at once must be kept apart by the caller (Workspace::localToken does).
Result<Secret> localToken(SecretStore &store);

/// The same, but empty when none has been made yet.
Result<Secret> storedLocalToken(SecretStore &store);

/// A new one in its place: who holds the old one is a stranger from then on.
Result<Secret> renewedLocalToken(SecretStore &store);

} // namespace qcc
