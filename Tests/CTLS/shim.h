/* TLS from the server's side, for the fakes of tests. */
#include <openssl/ssl.h>
