#ifndef CTSITE_CCRYPTO_SHIM_H
#define CTSITE_CCRYPTO_SHIM_H

#include <openssl/evp.h>

#endif
