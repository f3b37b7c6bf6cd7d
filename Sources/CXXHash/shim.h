#ifndef CTSITE_CXXHASH_H
#define CTSITE_CXXHASH_H

#include <xxhash.h>

#endif
