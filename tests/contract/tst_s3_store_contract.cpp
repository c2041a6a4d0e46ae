#include "contract/object_store_contract.h"
#include "crypto/crypto_session.h"
#include "storage/open_store.h"
#include "support/rgw.h"

#include <QCoreApplication>
#include <QTest>
#include <QUuid>

using namespace sealift;
using namespace sealift::test;

/// The contract on a real gateway, over TLS: each place is a folder of its own in one bucket.
class TestS3StoreContract : public ObjectStoreContract
{
    Q_OBJECT

protected:
    Status makePlace() override
    {
        m_place = QStringLiteral("contract/%1").arg(QUuid::createUuid().toString(QUuid::WithoutBraces));
        return openPlace()->create({});
    }

    std::unique_ptr<ObjectStore> openPlace() override
    {
        auto store = openStore(m_rgw.location(m_place), m_rgw.options());
        if (!store)
            qFatal("%s", qPrintable(store.error().what()));
        return std::move(*store);
    }

    bool truncateObject(const QString &name, qint64 size) override
    {
        const auto store = openPlace();
        const auto whole = store->readAll(name, 1 << 30, {});
        if (!whole)
            return false;
        const auto rest = whole->first(size);
        const auto view = viewOf(rest);
        return store->put(name, std::span(&view, 1), PutMode::Replace, {}).has_value();
    }

    int longListing() const override { return 1100; } // more than a page

private:
    const Rgw m_rgw;
    QString m_place;
};

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto session = CryptoSession::start();
    if (!session || !Rgw().isThere())
        qFatal("no cryptography, or no gateway: start one by tests/support/rgw.sh");
    TestS3StoreContract test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_s3_store_contract.moc"
