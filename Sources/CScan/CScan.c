// The functions are in the header, so that they are inlined where they are called.
#include "CScan.h"
