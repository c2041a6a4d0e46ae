// Side by side with OpenStack Nova's format_inspector, on images good, odd and hostile: what it finds unsafe, or cannot
// tell though it claims to be something, the probe refuses. Where the two differ, a list says why. And side by side
// with qemu-img: formats and sizes of good images agree.

#include "image_tools.h"
#include "nova/corpus.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace sealift;
using namespace sealift::test;

namespace {

/// Why the two differ over some images.
struct Reason {
    const char *images; ///< a regular expression for their names
    const char *words;  ///< one for what our error holds; empty where there is none
    const char *why;
};

/// Accepted, though Nova cannot tell what it is, or not that it is safe.
constexpr Reason kAccepted[] = {
    {"good/fixed vhd|good/vpc subformat=fixed,.*|damaged/fixed vhd .*", "",
     "A fixed VHD has its mark at its end, where Nova does not look: to it the file is raw. The probe reads that "
     "footer, "
     "and holds it against the file's size."},
    {"good/qcow2 extended_l2=on .*", "",
     "Subclusters (incompatible bit 4): Nova's list of features ends before them. The probe and the map of clusters "
     "know them, and are tested with them."},
    {"odd/qcow2 v2 with a feature bit", "",
     "Version 2 has no feature bits; what lies where version 3 has them means nothing."},
    {"split/.*", "",
     "Nova reads a VMDK in one file only. Here each extent is checked to lie in the descriptor's folder, and QEMU is "
     "shown a descriptor of our own."},
    {"text/name in another script", "", "Names are read in any script, as UTF-8; Nova knows ASCII."},
    {"text/rest of an earlier CID", "",
     "QEMU itself leaves up to eight bytes of an earlier text behind the descriptor's end when it writes a shorter "
     "CID."},
};

/// Refused, though Nova finds them safe.
constexpr Reason kRefused[] = {
    {".*", "parent|difference to another|differencing", "Nova looks for a parent in qcow2 only."},
    {".*", "external data file|as its content", "Each of the marks of an external data file counts, not one alone."},
    {".*", "is encrypted|crypt_method", "The disk would be read as noise; Nova does not look."},
    {".*", "createType|extent line|altered: the file went|not plain text|hidden behind",
     "Nova lets descriptors pass that contradict their files."},
    {".*", "version|required entry is unknown|numGTEsPerGT|compressAlgorithm|compression_type|image type|disk type",
     "What is not known is not read; Nova looks at few of these."},
    {".*", "sector size|only 1 MiB is read|no whole number of sectors|undo|not closed properly",
     "QEMU reads these otherwise than they are meant."},
    {".*", "past the end|truncated|leaves? the first cluster|cover the disk|more than the file has|beyond",
     "Tables that lie outside of the file, and files that were cut: Nova reads no tables."},
    {".*", "checksum|copy|second footer|cookie", "Checksums, and copies that must agree: Nova reads neither."},
    {".*", "cluster_bits|grainSize|block size|boundar|overlaps|data offset|block map",
     "Units and places that no such file has."},
    {".*",
     "l1_|refcount|snapshots|header_length|header extension|bitmap|capacity|size|entries|blocks allocated|region|not "
     "accepted",
     "Numbers that ask for more memory or disk than there can be, or contradict one another."},
};

struct Verdict {
    CorpusImage image;
    QString nova; ///< why Nova does not take it; empty: it does
    std::optional<Error> ours;
};

/// Why Nova does not take an image for what it is claimed to be; empty where it does.
QString objection(const QJsonObject &said, const QByteArray &claimed)
{
    const auto text = [&said](const char *field) { return said.value(QLatin1String(field)).toString(); };
    if (!text("detect_error").isEmpty())
        return text("detect_error");
    if (!text("safety_error").isEmpty())
        return text("safety_error");
    if (!said.value(u"safe").toBool())
        return QStringLiteral("unsafe");
    if (text("detected") != QLatin1String(claimed))
        return QStringLiteral("claims to be %1, is %2").arg(QLatin1String(claimed), text("detected"));
    if (!text("claimed_error").isEmpty())
        return text("claimed_error");
    return said.value(u"claimed_ok").toBool() ? QString() : QStringLiteral("unsafe as what it claims to be");
}

/// How the probe is to be told: ISO images and the like are raw to it.
ProbeOptions optionsFor(const QByteArray &claimed)
{
    ProbeOptions options;
    options.format = diskFormatFromName(QLatin1String(claimed));
    return options;
}

} // namespace

class NovaInspectorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void corpusIsLarge();
    void whatNovaRefusesIsRefused();
    void whatNovaTakesIsTaken();
    void goodOnesAreAsQemuSays();

private:
    /// Each difference has a reason, and each reason a difference.
    void checkDifferences(const QList<Verdict> &differences, std::span<const Reason> reasons);

    QTemporaryDir m_folder;
    std::unique_ptr<Corpus> m_corpus;
    QList<Verdict> m_verdicts;
};

void NovaInspectorTest::initTestCase()
{
    m_corpus = std::make_unique<Corpus>(m_folder.path());
    QByteArray list;
    for (const auto &image : m_corpus->images())
        list += image.claimed + '\t' + image.path.toUtf8() + '\n';
    QProcess python;
    python.start(QStringLiteral("python3"),
                 {QStringLiteral(SEALIFT_NOVA_VERDICTS), QStringLiteral(SEALIFT_NOVA_MODULE)});
    QVERIFY(python.waitForStarted());
    python.write(list);
    python.closeWriteChannel();
    QVERIFY(python.waitForFinished(240'000));
    QVERIFY2(python.exitCode() == 0, python.readAllStandardError().constData());
    const auto lines = python.readAllStandardOutput().trimmed().split('\n');
    QCOMPARE(lines.size(), m_corpus->images().size());
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const auto &image = m_corpus->images()[i];
        Verdict verdict{image, objection(QJsonDocument::fromJson(lines[i]).object(), image.claimed), {}};
        const auto probed = probeDisk(image.path, optionsFor(image.claimed), {});
        if (!probed)
            verdict.ours = probed.error();
        m_verdicts.append(verdict);
    }
}

void NovaInspectorTest::corpusIsLarge()
{
    QSet<QString> names;
    for (const auto &image : m_corpus->images()) {
        QVERIFY2(!names.contains(image.name), qPrintable(image.name));
        names.insert(image.name);
    }
    QVERIFY2(names.size() >= 300, qPrintable(QString::number(names.size())));
    // And of each kind.
    qsizetype good = 0;
    qsizetype refused = 0;
    for (const auto &verdict : m_verdicts) {
        good += verdict.image.qemuFormat.isEmpty() ? 0 : 1;
        refused += verdict.nova.isEmpty() ? 0 : 1;
    }
    qInfo("%lld images, %lld of them good; Nova refuses %lld", static_cast<long long>(names.size()),
          static_cast<long long>(good), static_cast<long long>(refused));
    QVERIFY(good >= 60 && refused >= 60);
}

void NovaInspectorTest::checkDifferences(const QList<Verdict> &differences, std::span<const Reason> reasons)
{
    QSet<const char *> used;
    QStringList unexplained;
    for (const auto &verdict : differences) {
        const Reason *found = nullptr;
        for (const auto &reason : reasons) {
            const QRegularExpression images(QRegularExpression::anchoredPattern(QLatin1String(reason.images)));
            const QRegularExpression words{QLatin1String(reason.words)};
            if (found == nullptr && images.match(verdict.image.name).hasMatch() &&
                words.match(verdict.ours ? verdict.ours->what() : QString()).hasMatch())
                found = &reason;
        }
        if (found != nullptr)
            used.insert(found->why);
        else
            unexplained.append(QStringLiteral("%1: Nova: %2; here: %3")
                                   .arg(verdict.image.name,
                                        verdict.nova.isEmpty() ? QStringLiteral("safe") : verdict.nova,
                                        verdict.ours ? verdict.ours->what() : QStringLiteral("accepted")));
    }
    // QtTest cuts off what is longer than a line or two.
    for (const auto &line : unexplained)
        qWarning("%s", qPrintable(line));
    QVERIFY(unexplained.isEmpty());
    for (const auto &reason : reasons)
        QVERIFY2(used.contains(reason.why), reason.why);
}

void NovaInspectorTest::whatNovaRefusesIsRefused()
{
    QList<Verdict> differences;
    for (const auto &verdict : m_verdicts) {
        if (!verdict.nova.isEmpty() && !verdict.ours)
            differences.append(verdict);
    }
    checkDifferences(differences, kAccepted);
}

void NovaInspectorTest::whatNovaTakesIsTaken()
{
    QList<Verdict> differences;
    for (const auto &verdict : m_verdicts) {
        if (verdict.nova.isEmpty() && verdict.ours)
            differences.append(verdict);
    }
    checkDifferences(differences, kRefused);
}

void NovaInspectorTest::goodOnesAreAsQemuSays()
{
    for (const auto &image : m_corpus->images()) {
        if (image.qemuFormat.isEmpty())
            continue;
        const auto probed = probeDisk(image.path, {}, {});
        QVERIFY2(probed, qPrintable(image.name + QStringLiteral(": ") + (probed ? QString() : probed.error().what())));
        const auto run = runTool(QStringLiteral("qemu-img"), {QStringLiteral("info"), QStringLiteral("--output=json"),
                                                              QStringLiteral("-f"), image.qemuFormat, image.path});
        QVERIFY2(run.ok, run.errors);
        const auto theirs = QJsonDocument::fromJson(run.output).object();
        const auto format = probed->format == DiskFormat::Vhd ? QStringLiteral("vpc") : diskFormatName(probed->format);
        QVERIFY2(theirs.value(u"format").toString() == format, qPrintable(image.name));
        QVERIFY2(theirs.value(u"virtual-size").toInteger() == probed->virtualSize,
                 qPrintable(QStringLiteral("%1: %2, QEMU says %3")
                                .arg(image.name)
                                .arg(probed->virtualSize)
                                .arg(theirs.value(u"virtual-size").toInteger())));
    }
}

QTEST_GUILESS_MAIN(NovaInspectorTest)
#include "tst_nova_inspector.moc"
