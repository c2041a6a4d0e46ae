// The translations say everything that the source says, and nothing else.

#include "ui/language/language_switch.h"
#include "ui/language/languages.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace sealift;

namespace {

struct Message {
    QString context;
    QString source;
    QString comment;
    QStringList translations; ///< one, or the plural forms
    bool isPlural = false;
    bool isFinished = true;

    QString key() const { return context + QLatin1Char('|') + source + QLatin1Char('|') + comment; }
};

QString pathOf(const QString &language)
{
    return QStringLiteral(SEALIFT_TRANSLATIONS "/sealift_%1.ts").arg(language);
}

QStringList languageCodes()
{
    QStringList codes;
    for (const auto &language : languages())
        codes.append(QString::fromLatin1(language.code));
    return codes;
}

QList<Message> messagesOf(const QString &path)
{
    QList<Message> messages;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (xml.name() == QLatin1String("message")) {
            messages.append(Message{});
            messages.last().context = context;
            messages.last().isPlural = xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes");
        } else if (xml.name() == QLatin1String("source")) {
            messages.last().source = xml.readElementText();
        } else if (xml.name() == QLatin1String("comment")) {
            messages.last().comment = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            messages.last().isFinished = !xml.attributes().hasAttribute(QLatin1String("type"));
            if (!messages.last().isPlural)
                messages.last().translations.append(xml.readElementText());
        } else if (xml.name() == QLatin1String("numerusform")) {
            messages.last().translations.append(xml.readElementText());
        }
    }
    return messages;
}

/// The places of a text that values come into, sorted: "%1", "%L2", "%n".
QStringList placesOf(const QString &text)
{
    static const QRegularExpression place(QStringLiteral("%(L?[0-9]{1,2}|L?n)"));
    QStringList places;
    for (auto match = place.globalMatch(text); match.hasNext();)
        places.append(match.next().captured());
    places.sort();
    places.removeDuplicates();
    return places;
}

/// How many keyboard marks: "&" before a letter; "&&" is a plain "&".
qsizetype marksOf(const QString &text)
{
    static const QRegularExpression mark(QStringLiteral("(?<!&)&(?=[^&\\s])(?!\\w+;)"));
    qsizetype count = 0;
    for (auto match = mark.globalMatch(text); match.hasNext(); match.next())
        ++count;
    return count;
}

/// What is wrong with one translation; empty if nothing is.
QString faultOf(const Message &message, const QString &translation, bool isOneForm)
{
    if (translation.trimmed().isEmpty())
        return QStringLiteral("is empty");
    auto wanted = placesOf(message.source);
    auto found = placesOf(translation);
    // "one task" may do without its number.
    if (isOneForm) {
        wanted.removeAll(QStringLiteral("%n"));
        found.removeAll(QStringLiteral("%n"));
    }
    if (wanted != found)
        return QStringLiteral("has other places: ") + found.join(QLatin1Char(' '));
    if (marksOf(message.source) != marksOf(translation))
        return QStringLiteral("has another number of keyboard marks");
    if (message.source.startsWith(QLatin1Char(' ')) != translation.startsWith(QLatin1Char(' ')) ||
        message.source.endsWith(QLatin1Char(' ')) != translation.endsWith(QLatin1Char(' ')))
        return QStringLiteral("begins or ends with another space");
    if (message.source.count(QLatin1Char('<')) != translation.count(QLatin1Char('<')))
        return QStringLiteral("has other tags");
    return {};
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void complete_data();
    void complete();
    void sayWhatTheSourceSays_data();
    void sayWhatTheSourceSays();
    void takeEffect();
    void languageOfTheSystem();
};

void TestTranslations::complete_data()
{
    QTest::addColumn<QString>("language");
    for (const auto &code : languageCodes())
        QTest::newRow(qPrintable(code)) << code;
}

void TestTranslations::complete()
{
    QFETCH(const QString, language);
    const auto messages = messagesOf(pathOf(language));
    QVERIFY(!messages.isEmpty());
    const bool hasOnePlural = language == QLatin1String("ja") || language == QLatin1String("zh_CN");
    QStringList faults;
    for (const auto &message : messages) {
        // English needs no translation but where it counts.
        if (language == QLatin1String("en") && !message.isPlural)
            continue;
        if (!message.isFinished)
            faults.append(message.key() + QStringLiteral(" is not finished"));
        if (message.isPlural && message.translations.size() != (hasOnePlural ? 1 : 2))
            faults.append(message.key() + QStringLiteral(" has another number of plural forms"));
        for (qsizetype i = 0; i < message.translations.size(); ++i) {
            const auto fault = faultOf(message, message.translations[i], message.isPlural && i == 0 && !hasOnePlural);
            if (!fault.isEmpty())
                faults.append(QStringLiteral("%1: \"%2\" %3").arg(message.key(), message.translations[i], fault));
        }
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
}

void TestTranslations::sayWhatTheSourceSays_data()
{
    complete_data();
}

void TestTranslations::sayWhatTheSourceSays()
{
    QFETCH(const QString, language);
    const QTemporaryDir folder;
    const auto fresh = folder.filePath(QStringLiteral("sealift_%1.ts").arg(language));
    QProcess lupdate;
    lupdate.start(QStringLiteral(SEALIFT_LUPDATE),
                  {QStringLiteral("-silent"), QStringLiteral("-extensions"), QStringLiteral("cpp,h"),
                   QStringLiteral(SEALIFT_SOURCES "/ui"), QStringLiteral(SEALIFT_SOURCES "/app/desktop"),
                   QStringLiteral("-I"), QStringLiteral(SEALIFT_SOURCES), QStringLiteral("-I"),
                   QStringLiteral(SEALIFT_SOURCES "/app"), QStringLiteral("-ts"), fresh});
    QVERIFY(lupdate.waitForFinished(60'000));
    QCOMPARE(lupdate.exitCode(), 0);
    QVERIFY2(lupdate.readAllStandardError().isEmpty(), "lupdate has something to say about the sources");
    const auto keysOf = [](const QList<Message> &messages) {
        QStringList keys;
        for (const auto &message : messages)
            keys.append(message.key());
        keys.sort();
        return keys;
    };
    const auto wanted = keysOf(messagesOf(fresh));
    const auto present = keysOf(messagesOf(pathOf(language)));
    QVERIFY(!wanted.isEmpty());
    // If this fails: cmake --build BUILD --target update_translations, and translate what is new.
    QCOMPARE(present, wanted);
}

void TestTranslations::takeEffect()
{
    LanguageSwitch language;
    for (const auto &code : languageCodes()) {
        language.use(code);
        QCOMPARE(language.current(), code);
        QCOMPARE(QLocale().language(), QLocale(code).language());
        for (const auto &message : messagesOf(pathOf(code))) {
            if (code == QLatin1String("en") && !message.isPlural)
                continue;
            const auto said = QCoreApplication::translate(message.context.toUtf8(), message.source.toUtf8(),
                                                          message.comment.toUtf8(), message.isPlural ? 5 : -1);
            auto wanted = message.translations.last();
            if (message.isPlural)
                wanted.replace(QStringLiteral("%Ln"), QStringLiteral("5"))
                    .replace(QStringLiteral("%n"), QStringLiteral("5"));
            QCOMPARE(said, wanted);
        }
    }
    QCOMPARE(QGuiApplication::layoutDirection(), Qt::LeftToRight);
}

void TestTranslations::languageOfTheSystem()
{
    QCOMPARE(languageFor(QStringLiteral("fr"), QLocale(QStringLiteral("de_DE"))), QStringLiteral("fr"));
    QCOMPARE(languageFor({}, QLocale(QStringLiteral("de_AT"))), QStringLiteral("de"));
    QCOMPARE(languageFor({}, QLocale(QStringLiteral("zh_CN"))), QStringLiteral("zh_CN"));
    // Traditional characters are another language to their readers.
    QCOMPARE(languageFor({}, QLocale(QStringLiteral("zh_TW"))), QStringLiteral("en"));
    QCOMPARE(languageFor({}, QLocale(QStringLiteral("fi_FI"))), QStringLiteral("en"));
    QCOMPARE(languageFor(QStringLiteral("xx"), QLocale(QStringLiteral("es_MX"))), QStringLiteral("es"));
}

QTEST_MAIN(TestTranslations)
#include "tst_translations.moc"
