#include "ui/services/place_service.h"
