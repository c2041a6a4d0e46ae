#include "cli/password_file.h"
#include "crypto/crypto_session.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace sealift;

class TestPasswordFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void warnsOfOpenPermissions_data();
    void warnsOfOpenPermissions();
    void warnsOfBlanks();
    void readsFromPipe();
    void refusesFolder();
    void namesMissingFile();

private:
    QString written(const QByteArray &content)
    {
        const auto path = m_folder.filePath(QStringLiteral("password"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write the test's file");
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        return path;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<CryptoSession> m_session;
};

void TestPasswordFile::initTestCase()
{
    auto session = CryptoSession::start();
    QVERIFY2(session, session ? "" : qPrintable(session.error().what()));
    m_session = std::move(*session);
}

void TestPasswordFile::reads_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("password");
    QTest::newRow("bare") << QByteArray("secret") << QByteArray("secret");
    QTest::newRow("line break") << QByteArray("secret\n") << QByteArray("secret");
    QTest::newRow("Windows line break") << QByteArray("secret\r\n") << QByteArray("secret");
    QTest::newRow("several line breaks") << QByteArray("secret\n\n") << QByteArray("secret");
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbfsecret\n") << QByteArray("secret");
    QTest::newRow("line break inside") << QByteArray("two\nlines\n") << QByteArray("two\nlines");
    QTest::newRow("UTF-8") << QByteArray("gr\xc3\xbc\xc3\x9f\n") << QByteArray("gr\xc3\xbc\xc3\x9f");
    QTest::newRow("not UTF-8") << QByteArray("gr\xfc\xdf\n") << QByteArray("gr\xfc\xdf");
    QTest::newRow("the longest") << QByteArray(kMaxPasswordSize, 'x') << QByteArray(kMaxPasswordSize, 'x');
}

void TestPasswordFile::reads()
{
    QFETCH(QByteArray, content);
    const auto read = readPasswordFile(written(content));
    QVERIFY2(read, read ? "" : qPrintable(read.error().what()));
    QTEST(read->password.toByteArray(), "password");
    QCOMPARE(read->warning, QString());
}

void TestPasswordFile::refuses_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("why");
    QTest::newRow("empty") << QByteArray() << "is empty";
    QTest::newRow("only a line break") << QByteArray("\n") << "is empty";
    QTest::newRow("only a mark") << QByteArray("\xef\xbb\xbf\r\n") << "is empty";
    QTest::newRow("too long") << QByteArray(kMaxPasswordSize + 1, 'x') << "is longer than 4096 bytes";
    QTest::newRow("far too long") << QByteArray(1 << 20, 'x') << "is longer than 4096 bytes";
    QTest::newRow("UTF-16") << QByteArray("\xff\xfes\0e\0", 6) << "is not a text file";
    QTest::newRow("binary") << QByteArray("abc\0def", 7) << "is not a text file";
}

void TestPasswordFile::refuses()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, why);
    const auto path = written(content);
    const auto read = readPasswordFile(path);
    QVERIFY(!read);
    QCOMPARE(read.error().code(), ErrorCode::InvalidArgument);
    QCOMPARE(read.error().what(), QStringLiteral("password file \"%1\" %2").arg(path, why));
    QVERIFY(!read.error().remedy().isEmpty());
}

void TestPasswordFile::warnsOfOpenPermissions_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<bool>("warned");
    QTest::newRow("0600") << 0600 << false;
    QTest::newRow("0400") << 0400 << false;
    QTest::newRow("0640") << 0640 << true;
    QTest::newRow("0604") << 0604 << true;
    QTest::newRow("0666") << 0666 << true;
}

void TestPasswordFile::warnsOfOpenPermissions()
{
    QFETCH(int, mode);
    QFETCH(bool, warned);
    const auto path = written("secret\n");
    QCOMPARE(::chmod(qPrintable(path), static_cast<mode_t>(mode)), 0);
    const auto read = readPasswordFile(path);
    QVERIFY(read);
    QCOMPARE(!read->warning.isEmpty(), warned);
    QVERIFY(!warned || read->warning.contains(path));
}

void TestPasswordFile::warnsOfBlanks()
{
    for (const auto &content : {QByteArray(" secret\n"), QByteArray("secret \n"), QByteArray("secret\t")}) {
        const auto read = readPasswordFile(written(content));
        QVERIFY(read);
        QVERIFY2(read->warning.contains(QStringLiteral("blank")), content.constData());
        QVERIFY(!read->warning.contains(QStringLiteral("secret")));
    }
}

void TestPasswordFile::readsFromPipe()
{
    int ends[2];
    QCOMPARE(::pipe2(ends, O_CLOEXEC), 0);
    QCOMPARE(::write(ends[1], "secret\n", 7), ssize_t(7));
    ::close(ends[1]);
    const auto read = readPasswordFile(QStringLiteral("/dev/fd/%1").arg(ends[0]));
    ::close(ends[0]);
    QVERIFY2(read, read ? "" : qPrintable(read.error().what()));
    QCOMPARE(read->password.toByteArray(), QByteArray("secret"));
    QCOMPARE(read->warning, QString());
}

void TestPasswordFile::refusesFolder()
{
    const auto read = readPasswordFile(m_folder.path());
    QVERIFY(!read);
    QVERIFY(read.error().what().contains(m_folder.path()));
}

void TestPasswordFile::namesMissingFile()
{
    const auto path = m_folder.filePath(QStringLiteral("none"));
    const auto read = readPasswordFile(path);
    QVERIFY(!read);
    QCOMPARE(read.error().code(), ErrorCode::NotFound);
    QVERIFY(read.error().what().contains(path));
}

QTEST_GUILESS_MAIN(TestPasswordFile)
#include "tst_password_file.moc"
