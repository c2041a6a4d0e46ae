#include "ui/services/text_service.h"
