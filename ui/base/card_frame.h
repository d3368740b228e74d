// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QVBoxLayout;

namespace qcc {

/// A rounded surface with a quiet border that holds one section of a page: an optional title, an optional
/// line of explanation, and whatever is put into body().
class CardFrame final : public QFrame
{
    Q_OBJECT
public:
    explicit CardFrame(QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setDescription(const QString &description);
    QVBoxLayout *body() const { return m_body; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void restyle();

    QLabel *m_title = nullptr;
    QLabel *m_description = nullptr;
    QVBoxLayout *m_body = nullptr;
    bool m_restyling = false;
};

} // namespace qcc
