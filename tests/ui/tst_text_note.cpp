#include "task/audit_reader.h"
#include "ui/common/text_note.h"
#include "ui/import/import_model.h"
#include "ui/import/import_sheet.h"
#include "ui/library/place_form.h"
#include "ui/support/task_bench.h"
#include "ui/support/verify_sound.h"

#include <QCheckBox>
#include <QDir>
#include <QFile>
#include <QFormLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace sealift;
using namespace sealift::test;

namespace {

const auto kMail = QStringLiteral("disk of ann@example.com");
// What nothing would take (AWS's own example).
const auto kKey = QStringLiteral("AKIAIOSFODNN7EXAMPLE");
const auto kPassword = QStringLiteral("web01 password=Tulip17");

} // namespace

/// Texts that should not be kept, wherever the window takes one.
class TestTextNote : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<DialogBench>(); }
    void cleanup() { m_bench.reset(); }
    void offersAPseudonym();
    void refusesUnlessTheUserInsists();
    void neverTakesWhatTheJournalWouldNot();
    void looksAtNamesAndTagsOfImports();
    void looksAtNamesAndPlacesOfLibraries();
    void followsTheUsersRules();
    void usesItsOwnRulesWhereTheUsersAreBroken();

private:
    /// A field with a note below it, as forms have them.
    struct Form {
        explicit Form(TextService &texts)
            : field(new QLineEdit(&window))
            , note(new TextNote(texts, QStringLiteral("name"), &window))
        {
            field->setAccessibleName(QStringLiteral("Name"));
            auto *layout = new QFormLayout(&window);
            layout->addRow(QStringLiteral("Name:"), field);
            layout->addRow(QString(), note);
            note->watch(field);
            window.resize(640, 200);
            window.show();
        }
        QString description() const { return field->accessibleDescription(); }

        QWidget window;
        QLineEdit *field;
        TextNote *note;
    };
    QList<QJsonObject> warningsInAudit() const;
    void writeRules(const QByteArray &json) const;

    std::unique_ptr<DialogBench> m_bench;
};

QList<QJsonObject> TestTextNote::warningsInAudit() const
{
    QList<QJsonObject> found;
    const auto take = [&found](const AuditEntry &entry) -> Status {
        if (entry.what.event == QLatin1String("text-warned"))
            found.append(entry.what.fields);
        return {};
    };
    static_cast<void>(forEachAuditEntry(m_bench->path(QStringLiteral("state/audit")), {}, take));
    return found;
}

void TestTextNote::writeRules(const QByteArray &json) const
{
    QVERIFY(QDir().mkpath(m_bench->path(QStringLiteral("config"))));
    QFile file(m_bench->path(QStringLiteral("config/text-rules.json")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(json) == json.size());
}

void TestTextNote::offersAPseudonym()
{
    Form form(m_bench->texts);
    QVERIFY(!form.note->isVisible());
    form.field->setText(QStringLiteral("web01"));
    QVERIFY(!form.note->isVisible());
    QTest::keyClicks(form.field, QStringLiteral(" ann@example.com"));
    QVERIFY(form.note->isVisible() && form.note->warns());
    QVERIFY(form.note->isAcceptable());
    QVERIFY2(form.description().contains(QStringLiteral("e-mail")), qPrintable(form.description()));
    QVERIFY(form.description().contains(QStringLiteral("person-1")));
    photograph(form.window, QStringLiteral("text-personal"));
    VERIFY_SOUND(form.window);
    visible<QPushButton>(form.window, "takeBetter")->click();
    QCOMPARE(form.field->text(), QStringLiteral("web01 person-1"));
    QVERIFY(!form.note->isVisible() && !form.note->warns());
    QVERIFY(form.description().isEmpty());
    // Nobody was warned of what is kept now.
    form.note->recordKept(QStringLiteral("test"));
    form.field->setText(kMail);
    form.note->recordKept(QStringLiteral("test"));
    QTRY_COMPARE_WITH_TIMEOUT(warningsInAudit().size(), 1, kPatience);
    const auto entry = warningsInAudit().first();
    QCOMPARE(entry.value(QStringLiteral("command")).toString(), QStringLiteral("test"));
    QCOMPARE(entry.value(QStringLiteral("refused")).toBool(), false);
    const auto text = entry.value(QStringLiteral("texts")).toArray().first().toObject();
    QCOMPARE(text.value(QStringLiteral("rules")).toArray(), QJsonArray{QStringLiteral("email")});
    QVERIFY(!QJsonDocument(entry).toJson().contains("ann@"));
}

void TestTextNote::refusesUnlessTheUserInsists()
{
    Form form(m_bench->texts);
    QSignalSpy changed(form.note, &TextNote::changed);
    form.field->setText(kPassword);
    QVERIFY(!form.note->isAcceptable());
    QCOMPARE(changed.size(), 1);
    QVERIFY(!form.description().contains(QStringLiteral("Tulip17")));
    photograph(form.window, QStringLiteral("text-secret"));
    VERIFY_SOUND(form.window);
    auto *keep = visible<QCheckBox>(form.window, "keepText");
    keep->click();
    QVERIFY(form.note->isAcceptable());
    // Another text is another question.
    QTest::keyClicks(form.field, QStringLiteral("8"));
    QVERIFY(!form.note->isAcceptable());
}

void TestTextNote::neverTakesWhatTheJournalWouldNot()
{
    Form form(m_bench->texts);
    form.field->setText(kKey);
    QVERIFY(!form.note->isAcceptable());
    QVERIFY(visible<QCheckBox>(form.window, "keepText") == nullptr);
    QVERIFY(!form.description().contains(kKey));
    visible<QPushButton>(form.window, "takeBetter")->click();
    QVERIFY(form.note->isAcceptable());
}

void TestTextNote::looksAtNamesAndTagsOfImports()
{
    const auto library = m_bench->unlockedLibrary();
    makeRawDisk(m_bench->path(QStringLiteral("a.raw")), 4 << 20, 1);
    makeRawDisk(m_bench->path(QStringLiteral("b.raw")), 4 << 20, 2);
    ImportSheet sheet(m_bench->importServices());
    sheet.add({m_bench->path(QStringLiteral("a.raw")), m_bench->path(QStringLiteral("b.raw"))});
    sheet.show();
    auto *import = sheet.findChild<QPushButton *>(QStringLiteral("import"));
    QTRY_VERIFY_WITH_TIMEOUT(import->isEnabled() && sheet.isClear(), kPatience);
    auto *model = sheet.findChild<ImportModel *>();
    QVERIFY(model->setData(model->index(1, ImportModel::Name), kMail, Qt::EditRole));
    QVERIFY(import->isEnabled());
    QVERIFY(!sheet.isClear()); // somebody should see it
    photograph(sheet, QStringLiteral("import-8-personal"));
    VERIFY_SOUND(sheet);
    QVERIFY(model->setData(model->index(0, ImportModel::Name), kPassword, Qt::EditRole));
    QVERIFY(!import->isEnabled());
    visible<QPushButton>(sheet, "takeBetter")->click();
    QVERIFY(import->isEnabled() && sheet.isClear());
    QCOMPARE(sheet.plan().images.at(1).name, QStringLiteral("disk of person-1"));
    QVERIFY(!sheet.plan().images.at(0).name.contains(QStringLiteral("Tulip")));

    auto *tags = visible<QLineEdit>(sheet, "tags");
    tags->setText(QStringLiteral("june, ") + kKey);
    QVERIFY(!import->isEnabled());
    tags->setText(QStringLiteral("june, ann@example.com"));
    QVERIFY(import->isEnabled());
    sheet.accept();
    QTRY_COMPARE_WITH_TIMEOUT(warningsInAudit().size(), 1, kPatience);
}

void TestTextNote::looksAtNamesAndPlacesOfLibraries()
{
    PlaceForm form(PlaceForm::Purpose::New, m_bench->places, m_bench->texts);
    form.show();
    form.setLocation(m_bench->path(QStringLiteral("images")));
    QTRY_VERIFY_WITH_TIMEOUT(form.isComplete(), kPatience);
    auto *name = visible<QLineEdit>(form, "libraryName");
    name->setText(kPassword);
    QVERIFY(!form.isComplete());
    name->setText(QStringLiteral("images of ann@example.com"));
    QVERIFY(form.isComplete());
    VERIFY_SOUND(form);
    name->setText(QStringLiteral("images"));
    form.setLocation(m_bench->path(kKey));
    QTest::qWait(1000);
    QVERIFY(!form.isComplete());
}

void TestTextNote::followsTheUsersRules()
{
    writeRules(R"({"version": 1, "severity": {"email": "off"},
                   "patterns": [{"id": "project-code", "pattern": "\\bPRJ-[0-9]{4}\\b", "what": "a project's number",
                                 "severity": "error", "class": "place"}]})");
    TextJudge texts({.state = m_bench->path(QStringLiteral("state")),
                     .scratch = {},
                     .config = m_bench->path(QStringLiteral("config"))});
    QVERIFY(!texts.problem());
    Form form(texts);
    form.field->setText(kMail);
    QVERIFY(!form.note->isVisible());
    form.field->setText(QStringLiteral("PRJ-1234"));
    QVERIFY(!form.note->isAcceptable());
    QVERIFY(form.description().contains(QStringLiteral("a project's number")));
}

void TestTextNote::usesItsOwnRulesWhereTheUsersAreBroken()
{
    writeRules(R"({"version": 1, "severity": {"no-such-rule": "off"}})");
    TextJudge texts({.state = m_bench->path(QStringLiteral("state")),
                     .scratch = {},
                     .config = m_bench->path(QStringLiteral("config"))});
    QVERIFY(texts.problem());
    QVERIFY(texts.problem()->what().contains(QStringLiteral("no-such-rule")));
    QCOMPARE(texts.look(kMail, TextKind::Plain).size(), 1);
}

QTEST_MAIN(TestTextNote)

#include "tst_text_note.moc"
