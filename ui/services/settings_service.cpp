#include "ui/services/settings_service.h"
