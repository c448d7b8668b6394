"""``python -m mediaquiz`` is the ``mediaquiz`` command."""

from mediaquiz.cli.main import main

if __name__ == "__main__":
    main()
