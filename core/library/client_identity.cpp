#include "library/client_identity.h"

#include <QSysInfo>

#include <array>

#include <pwd.h>
#include <unistd.h>

namespace sealift {

namespace {

QString nameOfUser(uid_t uid)
{
    std::array<char, 4096> buffer;
    passwd entry{};
    passwd *found = nullptr;
    if (::getpwuid_r(uid, &entry, buffer.data(), buffer.size(), &found) != 0 || found == nullptr)
        return {};
    return QString::fromLocal8Bit(found->pw_name);
}

} // namespace

ClientIdentity ClientIdentity::current()
{
    ClientIdentity identity;
    identity.hostname = QSysInfo::machineHostName();
    identity.username = nameOfUser(::getuid());
    identity.uid = ::getuid();
    identity.gid = ::getgid();
    identity.pid = ::getpid();
    return identity;
}

} // namespace sealift
