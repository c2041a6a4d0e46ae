#pragma once

#include <QtGlobal>

namespace sealift {

/// Polynomials over GF(2), a bit a coefficient. restic cuts files with one that is picked at random for each repository
/// and must be irreducible (doc/design.rst, "Backups and Deduplication"); Sealift only has to supply it.

/// The degree of restic's polynomials.
inline constexpr int kChunkerDegree = 53;

/// Whether no polynomial but 1 and itself divides it (Ben-Or's test, after "Tests and Constructions of Irreducible
/// Polynomials over Finite Fields", Gao and Panario, 1997, section 1). False for constants.
bool isIrreducible(quint64 polynomial);

/// A random irreducible polynomial of degree kChunkerDegree.
quint64 randomChunkerPolynomial();

} // namespace sealift
