#include "ui/services/audit_service.h"
