#include "ui/services/library_service.h"
