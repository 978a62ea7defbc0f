#pragma once

#include <signal.h>
#include <sqlite3.h>

#include <cstddef>
#include <cstring>

/// A file system for SQLite on which the n-th writing operation fails, or kills the process.
namespace sayso::tests {

enum class Fault { none, full_once, full_from_then_on, broken_once, broken_from_then_on, killed };

/// What is to go wrong. Everything below works with this one.
struct FaultPlan {
    Fault fault = Fault::none;
    int at = 0;    ///< which operation, from 1
    int seen = 0;  ///< operations so far
};
inline FaultPlan fault_plan;

/// While it lives, SQLite writes through the faulty file system.
class FaultyVfs {
public:
    FaultyVfs(Fault fault, int at) {
        fault_plan = {fault, at, 0};
        sqlite3_vfs_register(faulty(), 1);
    }
    FaultyVfs(const FaultyVfs&) = delete;
    FaultyVfs& operator=(const FaultyVfs&) = delete;
    ~FaultyVfs() {
        fault_plan = {};
        sqlite3_vfs_register(real(), 1);
    }
    [[nodiscard]] static bool has_struck() { return fault_plan.seen >= fault_plan.at; }
    /// From here on all is well.
    static void heal() { fault_plan.fault = Fault::none; }

private:
    struct File {
        sqlite3_file base;
        sqlite3_file* real;
    };

    static sqlite3_vfs* real() {
        static sqlite3_vfs* const vfs = sqlite3_vfs_find("unix");
        return vfs;
    }
    static sqlite3_file* real(sqlite3_file* file) { return reinterpret_cast<File*>(file)->real; }

    /// SQLITE_OK, or the error that the plan wants here.
    static int strike(int broken) {
        if (fault_plan.fault == Fault::none) return SQLITE_OK;
        ++fault_plan.seen;
        const bool now = fault_plan.seen == fault_plan.at;
        const bool since = fault_plan.seen >= fault_plan.at;
        switch (fault_plan.fault) {
            case Fault::full_once:
                return now ? SQLITE_FULL : SQLITE_OK;
            case Fault::full_from_then_on:
                return since ? SQLITE_FULL : SQLITE_OK;
            case Fault::broken_once:
                return now ? broken : SQLITE_OK;
            case Fault::broken_from_then_on:
                return since ? broken : SQLITE_OK;
            case Fault::killed:
                if (now) raise(SIGKILL);
                return SQLITE_OK;
            case Fault::none:
                break;
        }
        return SQLITE_OK;
    }

    static int write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at) {
        if (const int code = strike(SQLITE_IOERR_WRITE)) {
            // A write that fails may have got half-way.
            real(file)->pMethods->xWrite(real(file), bytes, size / 2, at);
            return code;
        }
        return real(file)->pMethods->xWrite(real(file), bytes, size, at);
    }
    static int truncate(sqlite3_file* file, sqlite3_int64 size) {
        if (strike(SQLITE_IOERR_TRUNCATE)) return SQLITE_IOERR_TRUNCATE;
        return real(file)->pMethods->xTruncate(real(file), size);
    }
    /// Nothing is really waited for: no test pulls the plug, and there are thousands of these.
    static int sync(sqlite3_file*, int) { return strike(SQLITE_IOERR_FSYNC); }
    static int map_shared(sqlite3_file* file, int page, int size, int extend, void volatile** out) {
        if (extend && strike(SQLITE_IOERR_SHMSIZE)) return SQLITE_IOERR_SHMSIZE;
        return real(file)->pMethods->xShmMap(real(file), page, size, extend, out);
    }
    static int remove(sqlite3_vfs*, const char* name, int sync_folder) {
        if (strike(SQLITE_IOERR_DELETE)) return SQLITE_IOERR_DELETE;
        return real()->xDelete(real(), name, sync_folder);
    }

    static int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out_flags) {
        auto* mine = reinterpret_cast<File*>(file);
        mine->base.pMethods = nullptr;
        mine->real = reinterpret_cast<sqlite3_file*>(mine + 1);
        if ((flags & SQLITE_OPEN_CREATE) && strike(SQLITE_CANTOPEN)) return SQLITE_CANTOPEN;
        const int code = real()->xOpen(real(), name, mine->real, flags, out_flags);
        if (mine->real->pMethods) mine->base.pMethods = methods();
        return code;
    }

    static const sqlite3_io_methods* methods() {
        static const sqlite3_io_methods all = {
            3,
            [](sqlite3_file* f) { return real(f)->pMethods->xClose(real(f)); },
            [](sqlite3_file* f, void* to, int size, sqlite3_int64 at) {
                return real(f)->pMethods->xRead(real(f), to, size, at);
            },
            write,
            truncate,
            sync,
            [](sqlite3_file* f, sqlite3_int64* size) { return real(f)->pMethods->xFileSize(real(f), size); },
            [](sqlite3_file* f, int lock) { return real(f)->pMethods->xLock(real(f), lock); },
            [](sqlite3_file* f, int lock) { return real(f)->pMethods->xUnlock(real(f), lock); },
            [](sqlite3_file* f, int* out) { return real(f)->pMethods->xCheckReservedLock(real(f), out); },
            [](sqlite3_file* f, int what, void* with) { return real(f)->pMethods->xFileControl(real(f), what, with); },
            [](sqlite3_file* f) { return real(f)->pMethods->xSectorSize(real(f)); },
            [](sqlite3_file* f) { return real(f)->pMethods->xDeviceCharacteristics(real(f)); },
            map_shared,
            [](sqlite3_file* f, int offset, int n, int flags) {
                return real(f)->pMethods->xShmLock(real(f), offset, n, flags);
            },
            [](sqlite3_file* f) { real(f)->pMethods->xShmBarrier(real(f)); },
            [](sqlite3_file* f, int gone) { return real(f)->pMethods->xShmUnmap(real(f), gone); },
            [](sqlite3_file* f, sqlite3_int64 at, int size, void** out) {
                return real(f)->pMethods->xFetch(real(f), at, size, out);
            },
            [](sqlite3_file* f, sqlite3_int64 at, void* page) {
                return real(f)->pMethods->xUnfetch(real(f), at, page);
            },
        };
        return &all;
    }

    static sqlite3_vfs* faulty() {
        static sqlite3_vfs vfs = [] {
            sqlite3_vfs made = *real();
            made.zName = "faulty";
            made.pNext = nullptr;
            made.szOsFile = static_cast<int>(sizeof(File)) + real()->szOsFile;
            made.xOpen = open;
            made.xDelete = remove;
            return made;
        }();
        return &vfs;
    }
};

}  // namespace sayso::tests
