#include "common/bandwidth_keeper.h"
#include "ui/settings/settings_dialog.h"
#include "ui/support/dialog_bench.h"
#include "ui/support/verify_sound.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QJsonArray>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTest>
#include <QTimeEdit>
#include <QTreeWidget>

using namespace sealift;
using namespace sealift::test;

class TestSettingsDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsWhatIsSet();
    void appliesAtOnce();
    void schedulesLimits();
    void holdsToTheSchedule();
    void choosesKeys();
    void changesNothingWhenCancelled();
    void refusesAFolderThatWillNotDo();
    void survivesTheNextStart();
    void readsWhatMakesNoSenseAsTheDefault();

private:
    template <typename Field>
    Field *field(const char *name)
    {
        return m_dialog->findChild<Field *>(QString::fromLatin1(name));
    }
    void showTab(int tab) { field<QTabWidget>("settingsTabs")->setCurrentIndex(tab); }

    std::unique_ptr<DialogBench> m_bench;
    std::unique_ptr<SettingsDialog> m_dialog;
};

void TestSettingsDialog::init()
{
    m_bench = std::make_unique<DialogBench>();
    m_dialog = std::make_unique<SettingsDialog>(
        m_bench->settings, m_bench->places,
        QList<ShortcutInfo>{{QStringLiteral("import"), QStringLiteral("Import"), Qt::CTRL | Qt::Key_I},
                            {QStringLiteral("export"), QStringLiteral("Export"), Qt::CTRL | Qt::Key_E},
                            {QStringLiteral("about"), QStringLiteral("About Sealift"), {}}});
    m_dialog->show();
}

void TestSettingsDialog::cleanup()
{
    m_dialog.reset();
    m_bench.reset();
}

void TestSettingsDialog::showsWhatIsSet()
{
    QCOMPARE(field<QSpinBox>("concurrency")->value(), 2);
    QVERIFY(field<QCheckBox>("offerKeyring")->isChecked());
    for (int tab = 0; tab < 6; ++tab) {
        showTab(tab);
        QTest::qWait(300);
        photograph(*m_dialog, QStringLiteral("settings-%1").arg(tab + 1));
        VERIFY_SOUND(*m_dialog);
    }
}

void TestSettingsDialog::appliesAtOnce()
{
    QSignalSpy changed(&m_bench->settings, &SettingsService::changed);
    field<QSpinBox>("concurrency")->setValue(5);
    field<QDoubleSpinBox>("bandwidth")->setValue(12.5);
    field<QComboBox>("theme")->setCurrentIndex(2);
    field<QComboBox>("language")->setCurrentIndex(2);
    m_dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Apply)->click();
    QCOMPARE(changed.size(), 1);
    const auto settings = m_bench->settings.settings();
    QCOMPARE(settings.concurrency, 5);
    QCOMPARE(settings.bytesPerSecond, qint64{25} << 19);
    QCOMPARE(settings.theme, Theme::Dark);
    QCOMPARE(settings.language, QStringLiteral("de"));
    QVERIFY(m_dialog->isVisible());
}

void TestSettingsDialog::schedulesLimits()
{
    showTab(4);
    QVERIFY(!field<QPushButton>("removeHours")->isEnabled());
    QVERIFY(!field<QComboBox>("days")->isEnabled());
    field<QPushButton>("addHours")->click();
    field<QPushButton>("addHours")->click();
    auto *days = field<QComboBox>("days");
    days->setFocus();
    QTest::keyClick(days, Qt::Key_Down); // the weekend
    field<QDoubleSpinBox>("hourLimit")->setValue(0);
    auto *until = field<QTimeEdit>("until");
    until->setFocus();
    until->setSelectedSection(QDateTimeEdit::HourSection);
    QTest::keyClick(until, Qt::Key_Down);
    auto *hours = field<QListWidget>("hours");
    QCOMPARE(hours->count(), 2);
    const auto text = hours->item(1)->text();
    QVERIFY2(text.startsWith(QStringLiteral("Saturday and Sunday")) && text.endsWith(QStringLiteral("no limit")),
             qPrintable(text));
    photograph(*m_dialog, QStringLiteral("settings-4-hours"));
    VERIFY_SOUND(*m_dialog);
    // What is above counts; what is chosen can go.
    hours->setCurrentRow(0);
    QCOMPARE(days->currentText(), QStringLiteral("Monday to Friday"));
    m_dialog->accept();
    const auto schedule = m_bench->settings.settings().schedule;
    QCOMPARE(schedule.rules.size(), 2);
    QVERIFY((schedule.rules[0] == BandwidthRule{BandwidthRule::kWorkdays, {8, 0}, {18, 0}, 5 << 20}));
    QVERIFY((schedule.rules[1] == BandwidthRule{BandwidthRule::kWeekend, {8, 0}, {17, 0}, 0}));
}

void TestSettingsDialog::holdsToTheSchedule()
{
    QDateTime now(QDate(2027, 1, 4), QTime(7, 59));
    QList<qint64> told;
    BandwidthKeeper keeper(
        [this](const QDateTime &moment) {
            const auto saved = m_bench->settings.settings();
            return saved.schedule.limitAt(moment, saved.bytesPerSecond);
        },
        [&told](qint64 limit) { told.append(limit); }, [&now] { return now; });
    QCOMPARE(told, QList<qint64>{0});
    auto settings = m_bench->settings.settings();
    settings.bytesPerSecond = 50 << 20;
    settings.schedule.rules = {{BandwidthRule::kWorkdays, {8, 0}, {18, 0}, 5 << 20}};
    m_bench->settings.set(settings);
    keeper.look();
    QCOMPARE(told, (QList<qint64>{0, 50 << 20}));
    now = now.addSecs(60);
    keeper.look();
    QCOMPARE(told.last(), qint64{5 << 20});
    now.setTime(QTime(18, 0));
    keeper.look();
    keeper.look();
    QCOMPARE(told, (QList<qint64>{0, 50 << 20, 5 << 20, 50 << 20}));
}

void TestSettingsDialog::choosesKeys()
{
    showTab(5);
    auto *ok = m_dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    auto *list = field<QTreeWidget>("shortcuts");
    auto *edit = field<QKeySequenceEdit>("shortcutKeys");
    QCOMPARE(list->topLevelItem(0)->text(1), QStringLiteral("Ctrl+I"));
    list->setCurrentItem(list->topLevelItem(2));
    edit->setFocus();
    QTest::keyClick(edit, Qt::Key_E, Qt::ControlModifier);
    QTRY_COMPARE(list->topLevelItem(2)->text(1), QStringLiteral("Ctrl+E")); // it waits for more strokes
    // Two cannot have the same.
    QVERIFY(!ok->isEnabled());
    QVERIFY2(edit->accessibleDescription().contains(QStringLiteral("About Sealift")),
             qPrintable(edit->accessibleDescription()));
    photograph(*m_dialog, QStringLiteral("settings-5-clash"));
    VERIFY_SOUND(*m_dialog);
    list->setCurrentItem(list->topLevelItem(1));
    field<QPushButton>("noKeys")->click();
    QVERIFY(ok->isEnabled());
    ok->click();
    const QHash<QString, QString> wanted{{QStringLiteral("export"), QString()},
                                         {QStringLiteral("about"), QStringLiteral("Ctrl+E")}};
    QCOMPARE(m_bench->settings.settings().shortcuts, wanted);
}

void TestSettingsDialog::changesNothingWhenCancelled()
{
    const auto before = m_bench->settings.settings();
    field<QSpinBox>("concurrency")->setValue(7);
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(m_bench->settings.settings() == before);
}

void TestSettingsDialog::refusesAFolderThatWillNotDo()
{
    showTab(2);
    auto *ok = m_dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    auto *folder = field<QLineEdit>("scratchFolder");
    folder->setText(m_bench->makeLibrary());
    QTRY_VERIFY_WITH_TIMEOUT(folder->accessibleDescription().contains(QStringLiteral("of their own")), kPatience);
    QVERIFY(!ok->isEnabled());
    photograph(*m_dialog, QStringLiteral("settings-3-refused"));
    folder->setText(m_bench->path(QStringLiteral("other scratch")));
    QTRY_VERIFY_WITH_TIMEOUT(ok->isEnabled(), kPatience);
    ok->click();
    QCOMPARE(m_bench->settings.settings().scratchFolder, m_bench->path(QStringLiteral("other scratch")));
}

void TestSettingsDialog::survivesTheNextStart()
{
    const auto file = m_bench->path(QStringLiteral("another/desktop.json"));
    AppSettings wanted;
    wanted.concurrency = 4;
    wanted.theme = Theme::HighContrast;
    wanted.exportTarget = QStringLiteral("azure");
    wanted.notifyCompleted = false;
    wanted.importStraightAway = true;
    wanted.offerKeyring = false;
    wanted.scratchQuota = 3LL << 30;
    wanted.shortcuts = {{QStringLiteral("import"), QStringLiteral("F7")}, {QStringLiteral("export"), QString()}};
    wanted.schedule.rules = {{BandwidthRule::kWeekend, {22, 0}, {6, 30}, 7 << 20}};
    {
        SettingsStore store(file, {});
        store.set(wanted);
    }
    const SettingsStore store(file, {});
    QVERIFY(!store.problem());
    QVERIFY(store.settings() == wanted);
}

void TestSettingsDialog::readsWhatMakesNoSenseAsTheDefault()
{
    const auto settings = settingsOf({{QStringLiteral("concurrency"), -3},
                                      {QStringLiteral("theme"), QStringLiteral("plaid")},
                                      {QStringLiteral("scratchFolder"), QStringLiteral("relative")},
                                      {QStringLiteral("scratchQuota"), 1},
                                      {QStringLiteral("bandwidthSchedule"), QJsonArray{QJsonObject{}}},
                                      {QStringLiteral("bytesPerSecond"), -1}});
    QCOMPARE(settings.concurrency, 1);
    QCOMPARE(settings.theme, Theme::System);
    QVERIFY(settings.scratchFolder.isEmpty());
    QVERIFY(settings.scratchQuota >= 64LL << 20);
    QCOMPARE(settings.bytesPerSecond, 0);
    QVERIFY(settings.schedule.rules.isEmpty());
}

QTEST_MAIN(TestSettingsDialog)

#include "tst_settings_dialog.moc"
