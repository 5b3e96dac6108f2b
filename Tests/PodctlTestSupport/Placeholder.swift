import PodctlCore
