#include "ui/services/image_service.h"
