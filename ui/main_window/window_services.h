#pragma once

namespace sealift {

class AuditService;
class DropService;
class FileService;
class LibraryService;
class ReceiptService;
class SettingsService;

/// What the main window works with beside the queue. All must outlive it.
struct WindowServices {
    LibraryService &libraries;
    ReceiptService &receipts;
    AuditService &audit;
    FileService &files;
    DropService &drops;
    SettingsService &settings;
};

} // namespace sealift
