#include "ui/services/file_service.h"
