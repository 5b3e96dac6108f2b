/* The one-shot and low-level SHA-256 calls: a keyed hash restarts from a copied state, which the newer interface
   does at several times the cost. They are marked deprecated, not removed. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <openssl/sha.h>
#include <openssl/x509.h>
