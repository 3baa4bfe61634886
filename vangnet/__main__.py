"""``python -m vangnet`` is the command ``vangnet``."""

from vangnet.cli import main

main()
