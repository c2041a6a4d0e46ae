#include "ui/services/image_probe_service.h"
