"""The command line, the one door that opens the other rooms."""

from __future__ import annotations

import sys


def main() -> None:
    """Run `planner` with the words of the command line, and end with a number that means something."""
    from planner.commands.front_door import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
