// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/doctor/doctor_text.h"
#include "app/doctor/surrounding_checks.h"
#include "app/secrets/secret_store.h"
#include "models/text/detail_text.h"

#include <QFileInfo>

namespace qcc {

Findings keyFindings(const QString &home)
{
    const auto about = [](FindingLevel level, const QString &text, const QString &remedy = {}) {
        return Findings{{FindingArea::KeyStore, level, text, remedy}};
    };
    if (!QFileInfo(home).isDir())
        return {};
    const auto store = openSecretStore(home);
    if (!store)
        return about(FindingLevel::Problem,
                     DoctorText::tr("The keys in the %1 cannot be reached: %2.")
                         .arg(store.refusal().subject, detailText(store.refusal().detail)),
                     DoctorText::tr("Unlock the keyring, or keep keys in a file: QCC_SECRETS=file"));
    if ((*store)->isPlainFile())
        return about(
            FindingLevel::Warning,
            DoctorText::tr("Keys lie in %1, which only you can read, and not in a keyring.")
                .arg((*store)->description()),
            DoctorText::tr("Install and start a keyring (gnome-keyring, KWallet); new keys go there then."));
    return about(FindingLevel::Good, DoctorText::tr("Keys are kept in the %1.").arg((*store)->description()));
}

} // namespace qcc
