#pragma once

#include <QByteArray>

namespace sealift {

/// The program that verifies a bundle (core/task/evidence/verify.py).
QByteArray evidenceVerifier();

/// What a bundle says of itself (core/task/evidence/README.txt).
QByteArray evidenceReadme();

} // namespace sealift
