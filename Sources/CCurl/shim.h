// libcurl's setters and getters are variadic, which Swift cannot call: one typed door for each kind of argument.
#include <curl/curl.h>

typedef size_t (*podctl_curl_data)(char *bytes, size_t size, size_t count, void *context);

static inline CURLcode podctl_curl_set_long(CURL *curl, CURLoption option, long value) {
  return curl_easy_setopt(curl, option, value);
}
static inline CURLcode podctl_curl_set_text(CURL *curl, CURLoption option, const char *value) {
  return curl_easy_setopt(curl, option, value);
}
static inline CURLcode podctl_curl_set_pointer(CURL *curl, CURLoption option, void *value) {
  return curl_easy_setopt(curl, option, value);
}
static inline CURLcode podctl_curl_set_data(CURL *curl, CURLoption option, podctl_curl_data value) {
  return curl_easy_setopt(curl, option, value);
}
static inline CURLcode podctl_curl_get_long(CURL *curl, CURLINFO info, long *value) {
  return curl_easy_getinfo(curl, info, value);
}
static inline CURLcode podctl_curl_get_text(CURL *curl, CURLINFO info, char **value) {
  return curl_easy_getinfo(curl, info, value);
}
static inline CURLcode podctl_curl_set_offset(CURL *curl, CURLoption option, curl_off_t value) {
  return curl_easy_setopt(curl, option, value);
}
static inline CURLcode podctl_curl_start(void) { return curl_global_init(CURL_GLOBAL_DEFAULT); }
