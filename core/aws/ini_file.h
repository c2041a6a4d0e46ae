#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <QString>
#include <QtCrypto>

#include <map>
#include <vector>

namespace sealift {

/// One field of a section.
struct IniField {
    QString text;            ///< lines of a value that goes on are joined by line breaks; empty where it is a secret
    QCA::SecureArray secret; ///< of the fields that isSecretField() names
    std::map<QString, QString> nested; ///< of a value that begins on the next line: its own fields
    QString file;
    int line = 0;

    /// "/home/ann/.aws/config, line 7", for errors.
    QString place() const;
};

struct IniSection {
    QString name; ///< as it stands between the brackets
    int line = 0;
    std::map<QString, IniField> fields; ///< by name, in lower case
};

/// True for the fields whose value never leaves locked memory: the secret access key and the session tokens.
bool isSecretField(const QString &name);

/// Reads the grammar that the AWS CLI reads, which is that of Python's configparser: `[section]`, `name = value` or
/// `name: value`, whole lines of comment after # or ;, values that go on in deeper indented lines, `[DEFAULT]` with
/// fields for all sections; a value that begins on its next line holds fields of its own. Names are in lower case. No
/// section and no field may occur twice.
/// @param file names the text in errors.
/// Errors: Corrupt, with the file and the line; never with what stands there, which may be a key that slipped.
/// LimitExceeded (more than 10,000 sections and fields).
Result<std::vector<IniSection>> parseIni(ByteView text, const QString &file);

} // namespace sealift
