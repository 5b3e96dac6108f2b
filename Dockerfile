# A machine to develop on: Swift 6.3 on Debian 12 with all that the build and the tests need.
#   docker build -t podctl-dev . && docker run --rm -it -v "$PWD:/podctl" podctl-dev scripts/test
FROM swift:6.3-bookworm
RUN apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends python3 \
  && rm -rf /var/lib/apt/lists/*
COPY scripts/install-libraries /tmp/install-libraries
RUN /tmp/install-libraries test && rm -rf /tmp/install-libraries /var/lib/apt/lists/*
WORKDIR /podctl
