// What zlib alone takes to inflate gzip files of one or many members; the bytes go nowhere.
// cc -O2 inflate.c -lz -o inflate ; ./inflate FILE.gz...
#include <stdio.h>
#include <zlib.h>

static unsigned char in[1 << 16], out[1 << 17];

int main(int count, char **names) {
  unsigned long long total = 0;
  for (int i = 1; i < count; i++) {
    FILE *file = fopen(names[i], "rb");
    z_stream stream = {0};
    if (!file || inflateInit2(&stream, 15 + 16) != Z_OK) return 1;
    int status = Z_OK;
    while ((stream.avail_in = fread(in, 1, sizeof in, file)) > 0) {
      stream.next_in = in;
      do {
        if (status == Z_STREAM_END) inflateReset(&stream);
        stream.next_out = out;
        stream.avail_out = sizeof out;
        status = inflate(&stream, Z_NO_FLUSH);
        if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR) return 2;
        total += sizeof out - stream.avail_out;
      } while (stream.avail_in > 0 || stream.avail_out == 0);
    }
    inflateEnd(&stream);
    fclose(file);
  }
  printf("%llu\n", total);
  return 0;
}
