// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QToolButton>

#include <functional>

namespace qcc {

/// Puts a text on the clipboard, and says so for a moment. What it copies is asked for when it is pressed; an
/// empty text is not copied.
class CopyButton final : public QToolButton
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds kFeedbackFor{1800};

    explicit CopyButton(QWidget *parent = nullptr);

    void setSource(std::function<QString()> source) { m_source = std::move(source); }
    void setCopiedText(const QString &text);
    /// What is copied, for tool tip and screen reader ("Copy the address"); empty: "Copy".
    void setPurpose(const QString &purpose);

Q_SIGNALS:
    void copied();

protected:
    void changeEvent(QEvent *event) override;

private:
    void copy();
    void showState();

    std::function<QString()> m_source;
    QString m_purpose;
    QTimer m_feedback;
};

} // namespace qcc
