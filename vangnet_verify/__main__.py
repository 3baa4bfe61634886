"""``python -m vangnet_verify``."""

import sys

from vangnet_verify.cli import main

if __name__ == "__main__":
    sys.exit(main())
