#include "ui/services/recovery_sheet_service.h"
