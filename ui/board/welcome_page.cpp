// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/welcome_page.h"

#include "ui/base/colors.h"
#include "ui/base/grid.h"
#include "ui/base/scroll_column.h"
#include "ui/base/style.h"
#include "ui/board/way_card.h"

namespace qcc {

namespace {

constexpr int kPicture = 56;
constexpr int kColumn = 520;

QLabel *centred(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

WelcomePage::WelcomePage(InstanceDoor &instance, DesktopDoor &desktop, QWidget *parent)
    : QWidget(parent), m_instance(instance), m_desktop(desktop)
{
    build();
    connect(m_add, &WayCard::clicked, this, [this] { Q_EMIT addRequested(Priority::Primary); });
    connect(m_import, &WayCard::clicked, this, &WelcomePage::importRequested);
    connect(m_simulate, &WayCard::clicked, this, [this] { m_desktop.startSimulation(); });
    connect(&instance, &InstanceDoor::stateChanged, this, &WelcomePage::refresh);
    connect(&instance, &InstanceDoor::snapshotChanged, this, &WelcomePage::refresh);
    retranslate();
    recolor();
}

void WelcomePage::build()
{
    auto *page = new ScrollColumn(kColumn, this);
    m_picture = centred(page);
    m_title = centred(page);
    m_text = centred(page);
    m_address = centred(page);
    m_add = new WayCard(Icon::Add, page);
    m_add->setRecommended(true);
    m_import = new WayCard(Icon::Import, page);
    m_simulate = new WayCard(Icon::Play, page);
    m_place = new QVBoxLayout;
    m_place->setSpacing(page->column()->spacing());
    for (QWidget *part : std::initializer_list<QWidget *>{m_picture, m_title, m_text})
        page->addPart(part);
    page->addPart(m_place);
    for (QWidget *part : std::initializer_list<QWidget *>{m_add, m_import, m_simulate, m_address})
        page->addPart(part);
    page->column()->insertStretch(0, 2); // a little above the middle of a large window
    page->column()->setStretch(page->column()->count() - 1, 3);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(page);
}

void WelcomePage::lookAround()
{
    if (std::exchange(m_looked, true))
        return;
    for (const ImportSource &source : m_desktop.importSources()) {
        m_desktop.readImportFrom(source, [self = QPointer(this), source](const auto &read) {
            if (!self || !read)
                return; // who wants to know why asks for it in the settings
            const auto &configs = (*read)->configs;
            const auto count =
                std::count_if(configs.begin(), configs.end(),
                              [](const ImportedConfig &config) { return canBeAdded(config.verdict); });
            if (count > 0)
                self->offer(source, static_cast<int>(count));
        });
    }
}

void WelcomePage::offer(const ImportSource &source, int count)
{
    auto *card = new WayCard(Icon::Import, this);
    connect(card, &WayCard::clicked, this, [this, source] { Q_EMIT importFromRequested(source); });
    m_place->addWidget(card);
    if (m_found.empty())
        setTabOrder(card, m_add);
    m_found.push_back({source, count, card});
    card->setRecommended(m_found.size() == 1);
    m_add->setRecommended(false);
    showFound();
}

void WelcomePage::showFound()
{
    for (const Found &found : m_found)
        found.card->setTexts(
            tr("Import from %1").arg(found.source.title),
            tr("%n config(s) found on this computer. You choose which.", nullptr, found.count));
}

void WelcomePage::refresh()
{
    const bool reachable = m_instance.isReachable();
    if (reachable)
        lookAround();
    for (const Found &found : m_found)
        found.card->setEnabled(reachable);
    m_add->setEnabled(reachable);
    m_import->setEnabled(reachable);
    const QString address = m_instance.snapshot().listenUrl;
    m_address->setText(reachable && !address.isEmpty()
                           ? tr("QCC already listens on %1 and waits for its first provider.").arg(address)
                           : tr("QCC is starting…"));
}

void WelcomePage::retranslate()
{
    m_title->setText(tr("Keep working when a provider fails"));
    m_text->setText(
        tr("QCC stands between Claude Code and the providers you pay for. It watches them, and moves "
           "to the next one that works when one fails."));
    m_add->setTexts(tr("Add a provider"),
                    tr("You need its address and a key, and can test both before you save."));
    m_import->setTexts(tr("Import a file"),
                       tr("Settings of QCC from another computer, or those of another application."));
    showFound();
    m_simulate->setTexts(
        tr("Try the simulation"),
        tr("Three simulated providers. Break one and watch what happens: nothing of yours is "
           "touched, no key is needed."));
    refresh();
}

void WelcomePage::recolor()
{
    m_picture->setPixmap(applicationIcon().pixmap(QSize(kPicture, kPicture), devicePixelRatioF()));
    m_title->setFont(headingFont(font(), 1));
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, colorsFor(palette()).textMuted);
    m_text->setPalette(muted);
    m_address->setPalette(muted);
}

void WelcomePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange && m_address)
        recolor();
    QWidget::changeEvent(event);
}

} // namespace qcc
