#ifndef CTSITE_CDEFLATE_H
#define CTSITE_CDEFLATE_H

#include <libdeflate.h>

#endif
