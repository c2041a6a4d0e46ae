#pragma once

#include "image/inspect/os_facts.h"

#include <QJsonObject>

namespace sealift {

/// A part of factsToJson().
QJsonObject osFactsToJson(const OsFacts &system);

/// A fact whose value JSON can hold as it is.
template <typename T>
QJsonValue jsonOfFact(const Fact<T> &fact)
{
    return fact ? QJsonValue(*fact) : QJsonValue(QJsonObject{{QStringLiteral("unknown"), fact.because()}});
}

} // namespace sealift
