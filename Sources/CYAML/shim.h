#ifndef CTSITE_CYAML_SHIM_H
#define CTSITE_CYAML_SHIM_H

#include <yaml.h>

#endif
