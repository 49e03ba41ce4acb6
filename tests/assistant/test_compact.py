"""What is sent of scripts and sheets says the same as the file."""

import re
import subprocess
from pathlib import Path

import playwright
import pytest

from assistant.paths import ROOT
from assistant.serving.compact import compact

WIDGET = ROOT / "widget"
SCRIPTS = sorted(WIDGET.rglob("*.js"))
# It comes with Playwright, so it is there wherever the tests run.
NODE = Path(playwright.__file__).parent / "driver" / "node"


def sent(tmp_path, name, source):
    file = tmp_path / name
    file.write_text(source)
    return compact(file).decode()


@pytest.mark.parametrize("source, expected", [
    ("// why\nconst a = 1; /* and */\nlet b;", "const a=1;let b;"),
    ('import { a } from "./b.js"; // it', 'import{a}from"./b.js";'),
    ("const t = `two  spaces ${ a } // no comment\n  new line`;", "const t=`two  spaces ${ a } // no comment\n  new line`;"),
    (r"const r = /\/\*  [/]  \s/g; // why", r"const r=/\/\*  [/]  \s/g;"),
    ("return /a  b/.test(x)", "return/a  b/.test(x)"),
    ("a = b ? /c  d/ : e / f;", "a=b?/c  d/:e/f;"),
    ("class A { #x = 1; static y; get z() { return this.#x; } }", "class A{#x=1;static y;get z(){return this.#x;}}"),
    ('say("it’s // “here”  …");', 'say("it’s // “here”  …");'),
])  # fmt: skip
def test_scripts_lose_only_comments_and_spaces(tmp_path, source, expected):
    assert sent(tmp_path, "a.js", source) == expected


@pytest.mark.parametrize("source, expected", [
    ("a > * + * { inset: calc(100% - 0.25rem); }", "a>* + *{inset:calc(100% - 0.25rem)}"),
    (".a :is(h1, h2) { margin: max(0px, (100% - 46rem) / 2) }", ".a :is(h1,h2){margin:max(0px,(100% - 46rem) / 2)}"),
    ('li::before { content: "✓" / ""; }', 'li::before{content:"✓" / ""}'),
    ("@media (min-width: 26em) and (max-height: 3em) { a { b: c } }", "@media (min-width:26em) and (max-height:3em){a{b:c}}"),
])  # fmt: skip
def test_sheets_lose_only_comments_and_spaces(tmp_path, source, expected):
    assert sent(tmp_path, "a.css", source) == expected


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_no_script_holds_what_the_minifier_takes_for_something_else(path):
    """A template in a template, and a regular expression behind an arrow, would lose their spaces."""
    source = path.read_text()
    assert not re.search(r"\$\{[^}]*`", source)
    assert not re.search(r"=>\s*/[^/*]", source)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_what_is_sent_is_a_module(path, tmp_path):
    module = tmp_path / "module.mjs"
    module.write_bytes(compact(path))
    subprocess.run([NODE, "--check", module], check=True)


def test_every_part_of_a_sheet_is_sent_and_no_import_is_left():
    sheet = compact(WIDGET / "styles/chat.css").decode()
    assert "@import" not in sheet
    for part in (WIDGET / "styles/chat").iterdir():
        assert compact(part).decode() in sheet, part


def test_other_files_are_sent_as_they_are():
    assert compact(WIDGET / "mark.svg") == (WIDGET / "mark.svg").read_bytes()
