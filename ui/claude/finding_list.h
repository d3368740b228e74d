// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/takeover.h"
#include "ui/base/banner.h"

#include <QWidget>

class QVBoxLayout;

namespace qcc {

/// How pressing it is: Bad: it keeps Claude Code from being connected; Warn: Claude Code may not ask here
/// although it is connected; Info: good to know.
Severity severityOf(const TakeoverFinding &finding);
/// Those that keep Claude Code from using QCC, or may; the most pressing first.
std::vector<TakeoverFinding> pressingFindings(const TakeoverStatus &status);

/// What was found around Claude Code's settings, a symbol and some sentences each. Main thread.
class FindingList final : public QWidget
{
    Q_OBJECT
public:
    explicit FindingList(QWidget *parent = nullptr);
    void setFindings(const std::vector<TakeoverFinding> &findings);

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    QWidget *makeRow(const TakeoverFinding &finding);

    std::vector<TakeoverFinding> m_findings;
    std::vector<QWidget *> m_rows;
    QVBoxLayout *m_column;
};

} // namespace qcc
