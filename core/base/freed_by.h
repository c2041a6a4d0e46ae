#pragma once

namespace sealift {

/// The deleter of a std::unique_ptr to an object of a C library, which that library's function frees:
/// `std::unique_ptr<X509, FreedBy<X509_free>>`. Takes no room in the pointer.
template <auto Free>
struct FreedBy {
    template <typename T>
    void operator()(T *object) const
    {
        Free(object);
    }
};

} // namespace sealift
