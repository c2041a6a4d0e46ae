#pragma once

#include "image/ovf/file_digest.h"

#include <QList>

namespace sealift {

/// What a manifest says of one file.
struct ManifestEntry {
    QString file;
    DigestKind kind = DigestKind::Sha256;
    QByteArray digest; ///< bytes, not digits
};

/// The largest manifest that is read, in bytes.
inline constexpr qint64 kMaxManifest = 4 << 20;

/// Reads a manifest: "SHA256(disk1.vmdk)= 0f...", a line a file, with blanks or none around the parentheses and the
/// sign (DSP0243, "OVF package manifest", and what programs write). @param where names it in errors. Errors: Corrupt (a
/// line of another form, a file twice), LimitExceeded.
Result<QList<ManifestEntry>> parseManifest(const QByteArray &text, const QString &where);

/// The entry for that file, or null.
const ManifestEntry *manifestEntryOf(const QList<ManifestEntry> &manifest, const QString &file);

/// OK where a file has the digest that its entry says; else Corrupt. @param package names the package in errors.
Status compareDigest(const ManifestEntry &entry, const QByteArray &digest, const QString &package);

/// Who signed a manifest.
struct ManifestSignature {
    QString signer; ///< the certificate's subject, by RFC 2253
    QString issuer;
    bool selfSigned = false;
};

/// Verifies a certificate file (NAME.cert): the signature over the manifest's bytes in its first line
/// ("SHA256(NAME.mf)= ..."), made with the key of the X.509 certificate in PEM that follows (DSP0243, "Certificate
/// files"). Whether the certificate is to be trusted is not looked at. Errors: Corrupt (malformed, or the signature
/// does not hold); Unsupported (no such digest).
Result<ManifestSignature> verifyManifestSignature(const QByteArray &certificate, const QByteArray &manifest,
                                                  const QString &where);

} // namespace sealift
