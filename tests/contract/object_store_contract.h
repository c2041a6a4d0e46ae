#pragma once

#include "storage/object_store.h"

#include <QObject>
#include <QString>

#include <memory>

namespace sealift::test {

/// What every ObjectStore must do, whatever it keeps its objects in: the contract of storage/object_store.h as tests. A
/// store's own test program derives from it, says how to come by a store, and runs it like any test object.
class ObjectStoreContract : public QObject
{
    Q_OBJECT

protected:
    /// Makes a new, empty place and forgets the one before. Unsupported, with the reason, where such a place cannot be
    /// had here: then the tests are skipped.
    virtual Status makePlace() = 0;
    /// A store on the present place; called several times for one place.
    virtual std::unique_ptr<ObjectStore> openPlace() = 0;
    /// Cuts an object off behind the stores' backs.
    virtual bool truncateObject(const QString &name, qint64 size) = 0;
    /// How many objects make a long listing here.
    virtual int longListing() const { return 10000; }

private Q_SLOTS:
    void init();
    void cleanup();

    void createIsIdempotent();
    void returnsWhatWasPut_data();
    void returnsWhatWasPut();
    void joinsParts_data();
    void joinsParts();
    void anotherStoreSeesTheObjects();
    void absentObjects();
    void badNames_data();
    void badNames();
    void badPrefixes_data();
    void badPrefixes();

    void replaceTakesThePlace();
    void createNewLeavesWhatIsThere();
    void createNewHasOneWinner();
    void replaceIsNeverSeenHalfDone();

    void readsRanges_data();
    void readsRanges();
    void readAllKeepsToItsLimit();
    void truncatedObjectIsCorrupt();

    void listsFoldersWithSizes();
    void listEndsAtTheFirstError();
    void listsManyObjects();
    void listBesideChanges();
    void removeIsIdempotent();

    void obeysAnEarlierStop();
    void stoppedPutLeavesNothing();
    void listObeysAStop();
    void servesManyThreads();
    void errorsNameObjectAndPlace();

private:
    QStringList namesIn(const QString &prefix);

    std::unique_ptr<ObjectStore> m_store;
};

} // namespace sealift::test
