"""`python -m tawatur` is `tawatur`."""

import sys

from tawatur.cli import main

if __name__ == "__main__":
    sys.exit(main())
