#include "ui/services/drop_service.h"
