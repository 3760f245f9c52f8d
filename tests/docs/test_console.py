from pathlib import Path

import pytest
from console import Command, File, matches, run, steps

PAGE = """Save this as `a.txt`:

```text a.txt
one
two
```

```sh
not run
```

```console
$ cat a.txt
one
…
$ true
```
"""


def test_steps_are_the_files_and_commands_of_a_page_in_order() -> None:
    assert list(steps(PAGE)) == [
        File("a.txt", "one\ntwo\n"),
        Command("cat a.txt", ("one", "…"), 13),
        Command("true", (), 16),
    ]


@pytest.mark.parametrize(
    ("shown", "printed", "same"),
    [
        (("one", "two"), "one\ntwo\n", True),
        (("one",), "one\ntwo\n", False),
        (("one", "…"), "one\ntwo\nthree\n", True),
        (("…", "three"), "one\ntwo\nthree\n", True),
        (("…", "two"), "one\ntwo\nthree\n", False),
        (("a … c",), "a b c\n", True),
        (("a … c",), "a b d\n", False),
        (("a.c",), "abc\n", False),
        (("one  two",), "\n  \n one two   \n", True),
        (("one two",), "onetwo\n", False),
        ((), "one\n", False),
        ((), "", True),
    ],
)
def test_output_matches_with_gaps(shown: tuple[str, ...], printed: str, same: bool) -> None:
    assert matches(shown, printed) is same


def test_a_step_runs_in_its_folder(tmp_path: Path) -> None:
    file, command, _ = steps(PAGE)
    assert run(file, tmp_path, {}) == ""
    assert run(command, tmp_path, {"PATH": "/usr/bin:/bin"}) == "one\ntwo\n"
