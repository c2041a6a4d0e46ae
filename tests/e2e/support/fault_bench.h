#pragma once

#include "e2e/support/workbench.h"

#include <QByteArray>

namespace sealift::test {

/// A workbench for things that go wrong: its library holds one image ("kept", of the file kept()), which must outlive
/// everything.
class FaultBench : public Workbench
{
public:
    /// Makes the library and imports the image; error() says whether that worked.
    FaultBench();

    const QByteArray &error() const { return m_error; }
    QString kept() const { return path(QStringLiteral("kept.raw")); }

    /// Empty where the library is as sound as it was: exactly the image "kept" in it, found sound by `library check
    /// --read-data` and by `restic check --read-data`, exported byte-identical, and nothing left behind anywhere. Else
    /// what is wrong.
    QByteArray harm();

    /// The command without the rights of root to read and write what its permissions forbid.
    static CommandLine withoutRootsRights(CommandLine command);

private:
    QByteArray m_error;
};

} // namespace sealift::test
