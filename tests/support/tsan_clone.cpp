// QProcess starts its children by clone(), in the memory of their parent until they are another program. What
// ThreadSanitizer's own clone() notes about such a child it notes about the parent's thread, too: from then on its
// locks are not seen, and whatever it shares with other threads looks like a race. Tests that are built with
// ThreadSanitizer take this function instead, whose children have memory of their own.

#include <cstdarg>

#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>

extern "C" int clone(int (*function)(void *), void * /*stack*/, int flags, void *argument, ...)
{
    std::va_list rest;
    va_start(rest, argument);
    auto *const parentPlace = va_arg(rest, int *);
    va_end(rest);
    const auto own = static_cast<unsigned long>(flags) & ~static_cast<unsigned long>(CLONE_VM | CLONE_VFORK);
    // Without a stack of its own the child goes on with a copy of this one.
    const auto child = ::syscall(SYS_clone, own, nullptr, parentPlace, nullptr, nullptr);
    if (child == 0)
        ::_exit(function(argument));
    return static_cast<int>(child);
}
