#pragma once

#include "common/ec2_opener.h"
#include "desktop/services/ec2_lookup.h"
#include "desktop/services/image_changer.h"
#include "desktop/services/keyring.h"
#include "desktop/services/libraries.h"
#include "desktop/services/mfa_questions.h"
#include "desktop/services/password_vault.h"
#include "desktop/services/place_lookup.h"
#include "desktop/services/probe_service.h"
#include "desktop/services/recovery_sheets.h"
#include "desktop/services/seal_keeper.h"
#include "desktop/services/settings_store.h"
#include "desktop/services/store_opener.h"
#include "desktop/services/text_judge.h"
#include "ui/export/export_wizard.h"
#include "ui/import/import_sheet.h"

#include "crypto/crypto_session.h"

#include <QTemporaryDir>
#include <QWidget>

#include <memory>

namespace sealift::test {

inline constexpr int kPatience = 30000; // ms

/// The services of the real application, over a folder that vanishes.
class DialogBench
{
public:
    DialogBench();
    ~DialogBench();
    DialogBench(const DialogBench &) = delete;
    DialogBench &operator=(const DialogBench &) = delete;

    QString path(const QString &name) const { return m_folder.filePath(name); }

    /// A library with the password "test" and an image "web01" of 1 MiB; its folder.
    QString makeLibrary(const QString &folder = QStringLiteral("office"));
    /// The same, known and unlocked; its id.
    QString unlockedLibrary();
    /// The disk of the image in it, as a raw file.
    QString originalDisk() const;
    bool waitFor(const QString &libraryId, LibraryState state) const;
    ImportServices importServices() { return {libraries, probes, settings, texts, ec2}; }
    ExportServices exportServices() { return {libraries, places, texts, seals, ec2}; }

private:
    std::unique_ptr<CryptoSession> m_session;
    QTemporaryDir m_folder;

public:
    MfaQuestions codes;
    StoreOpener stores;
    PasswordVault vault;
    Keyring keyring;
    SettingsStore settings;
    Libraries libraries;
    ImageChanger images;
    ProbeService probes;
    PlaceLookup places;
    RecoverySheets sheets;
    TextJudge texts;
    SealKeeper seals;
    Ec2Opener openEc2;
    Ec2Lookup ec2;
};

/// The visible child of that name and type; null if there is none.
template <typename Widget>
Widget *visible(QWidget &root, const char *name)
{
    for (auto *widget : root.findChildren<Widget *>(QString::fromLatin1(name))) {
        if (widget->isVisibleTo(&root))
            return widget;
    }
    return nullptr;
}

/// On the page of protection: a plain file, in the knowledge of what that means.
void choosePlain(QWidget &wizard);

/// What is wrong with how a screen reader and the keyboard see the widgets that are visible: controls without a name
/// or role, mnemonics that two of them share. Empty: nothing.
QStringList accessibilityProblems(QWidget &root);

/// Where the Tab key goes up, or to the left in a line, instead of on as one reads.
QStringList tabOrderProblems(QWidget &root);

/// Texts of visible labels and buttons that do not fit into their widgets.
QStringList clippedTexts(QWidget &root);

/// Puts pictures of the window into the folder $SEALIFT_SCREENSHOTS, if that is set: NAME.png and NAME-dark.png.
void photograph(QWidget &window, const QString &name);

} // namespace sealift::test
