#include "ui/services/ec2_service.h"

namespace sealift {

bool isSameAccess(const Ec2Settings &one, const Ec2Settings &other)
{
    return one.toJson() == other.toJson();
}

} // namespace sealift
