#pragma once

#include <stdexcept>
#include <string>

namespace sayso {

/// What the library throws. `what()` is one sentence for a person: which file, where in it, what is
/// wrong and what to do. The library never prints and never exits.
class Error : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// An input that cannot be opened: not there, no permission, a folder without reports.
class MissingInput : public Error {
    using Error::Error;
};

/// An input, or a line of one, whose content cannot be read: empty, binary, broken, cut off, too large.
class BadInput : public Error {
    using Error::Error;
};

/// A record that is refused: damaged, not a record, in use, or written by a newer version.
class BadRecord : public Error {
    using Error::Error;
};

/// A file of weights that is refused: absent, damaged, not one, or of a newer version.
class BadModel : public Error {
    using Error::Error;
};

/// Output that cannot be written: full disk, read-only folder, no permission.
class CannotWrite : public Error {
    using Error::Error;
};

}  // namespace sayso
