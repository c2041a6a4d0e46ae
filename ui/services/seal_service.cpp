#include "ui/services/seal_service.h"
