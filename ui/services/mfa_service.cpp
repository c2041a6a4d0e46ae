#include "ui/services/mfa_service.h"
