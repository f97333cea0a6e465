"""``python -m wentwell``."""

from wentwell.cli import main

if __name__ == "__main__":
    main()
