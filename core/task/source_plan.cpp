#include "task/source_plan.h"

#include <algorithm>

namespace sealift {

Result<DiskPlan> diskPlanOf(BlockSource &source, qint64 chunkSize, const std::stop_token &stop)
{
    DiskPlan plan;
    plan.size = source.size();
    plan.chunkSize = chunkSize;
    plan.allocated.resize(static_cast<std::size_t>((plan.size + chunkSize - 1) / chunkSize), source.isStream());
    if (source.isStream() || plan.size == 0)
        return plan;
    const auto take = [&plan](const Extent &extent) -> Status {
        if (extent.kind != ExtentKind::Data || extent.length == 0)
            return {};
        const auto first = plan.allocated.begin() + extent.offset / plan.chunkSize;
        const auto last = plan.allocated.begin() + (extent.offset + extent.length - 1) / plan.chunkSize;
        std::fill(first, last + 1, true);
        return {};
    };
    SEALIFT_TRY(source.forEachExtent(0, plan.size, take, stop));
    return plan;
}

} // namespace sealift
