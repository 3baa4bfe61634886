"""``python -m vangnet_witness``."""

import sys

from vangnet_witness.cli import main

if __name__ == "__main__":
    sys.exit(main())
