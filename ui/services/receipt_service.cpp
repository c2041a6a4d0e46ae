#include "ui/services/receipt_service.h"
