"""The look of pages: the same from right to left as from left to right, readable in light and dark, and nothing from the network."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tawatur import page, web

ROOT = Path(__file__).parents[2]
ROOM = Path(web.__file__).parent
STATIC = ROOM / "static"
_ALL = [path for folder in (ROOM, Path(page.__file__).parent) for path in (folder / "static").rglob("*") if path.is_file()]
OURS = sorted(path for path in _ALL if STATIC / "vendor" not in path.parents)
STYLES = [path for path in OURS if path.suffix == ".css"]
SCRIPTS = [path for path in OURS if path.suffix == ".js"]

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_DECLARATION = re.compile(r"(?:^|[;{])\s*(-{0,2}[a-z][\w-]*)\s*:\s*([^;{}]+)(?=[;}])")
_PHYSICAL = re.compile(
    r"(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right|top|bottom)\b.*"
    r"|(?:left|right|top|bottom|(?:min-|max-)?(?:width|height))"
    r"|border-(?:top|bottom)-(?:left|right)-radius"
)
_SIDED = frozenset(("text-align", "float", "clear", "caption-side", "background-position", "transform-origin", "object-position"))
_FOUR = frozenset(("margin", "padding", "inset", "border-width", "border-color", "border-style", "scroll-margin", "scroll-padding"))
_TOKEN = re.compile(r"--([\w-]+):\s*light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)")
_LAYERS = ("events", "statements", "figures", "names", "times", "warnings", "accent")

READ = [
    *((text, ground) for text in ("ink", "faint", *_LAYERS) for ground in ("paper", "leaf")),
    *((layer, f"{layer}-tint") for layer in _LAYERS),
    *(("ink", f"{layer}-tint") for layer in _LAYERS),
    ("ink", "lit"), ("paper", "accent"), ("ink", "land"), ("ink", "sea"), ("faint", "land"), ("faint", "sea"),
]  # fmt: skip
"""Text and what it stands on."""
SEEN = [("edge", "paper"), ("edge", "leaf"), ("accent", "leaf"), ("figures", "land")]
"""Outlines of what can be used, and what they stand on."""


def declarations(text: str) -> Iterator[tuple[str, str]]:
    yield from ((name, value.strip()) for name, value in _DECLARATION.findall(_COMMENT.sub("", text)))


def faults(text: str) -> list[str]:
    """What in a style would look wrong in a page of the other direction, or wrong in Arabic."""
    return [f"{name}: {value}" for name, value in declarations(text) if _is_faulty(name, value)]


def _is_faulty(name: str, value: str) -> bool:
    parts = re.sub(r"\([^()]*\)", "()", value).split()
    return (
        bool(_PHYSICAL.fullmatch(name))
        or (name in _SIDED and bool(re.search(r"\b(left|right)\b", value)))
        or (name in _FOUR and len(parts) == 4 and parts[1] != parts[3])
        or (name == "letter-spacing" and value not in ("0", "normal"))
        or (name in ("font", "font-style") and bool(re.search(r"\b(italic|oblique)\b", value)))
    )


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_styles_read_in_both_directions(path: Path) -> None:
    assert faults(path.read_text(encoding="utf-8")) == []


def test_what_depends_on_direction_is_found() -> None:
    wrong = (
        "margin-left: 1px",
        "right: 0",
        "width: 2rem",
        "text-align: left",
        "padding: 0 1px 0 2px",
        "font: italic 1rem serif",
        "letter-spacing: 1px",
    )
    assert [faults(f"a {{ {one}; }}") for one in wrong] == [[one] for one in wrong]
    right = ("margin-inline: 1px", "inset-inline-end: 0", "padding: 0 1px 2px", "text-align: start", "margin: calc(1px + 2px) 1px 0 1px")
    assert [faults(f"@media (max-width: 9rem) {{ a {{ {one}; }} }}") for one in right] == [[] for _ in right]


def tokens() -> dict[str, tuple[str, str]]:
    return {name: (light, dark) for name, light, dark in _TOKEN.findall((STATIC / "base.css").read_text(encoding="utf-8"))}


def _luminance(colour: str) -> float:
    """WCAG 2.2's relative luminance of #rrggbb."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_what_the_standard_says() -> None:
    assert contrast("#000000", "#ffffff") == 21
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


@pytest.mark.parametrize(("pairs", "least"), [(READ, 4.5), (SEEN, 3)])
def test_colours_stand_out_in_light_and_dark(pairs: list[tuple[str, str]], least: float) -> None:
    known = tokens()
    found = [
        (text, ground, scheme, round(contrast(known[text][scheme], known[ground][scheme]), 2))
        for text, ground in pairs
        for scheme in (0, 1)
    ]
    assert [one for one in found if one[3] < least] == []


def test_every_colour_that_is_used_is_defined() -> None:
    text = {path: path.read_text(encoding="utf-8") for path in STYLES}
    defined = {name for style in text.values() for name in re.findall(r"(--[\w-]+)\s*:", style)}
    used = {(path.name, name) for path, style in text.items() for name in re.findall(r"var\((--[\w-]+)\)", style)}
    assert [one for one in used if one[1] not in defined] == []


def test_nothing_of_ours_names_the_network() -> None:
    paths = [*OURS, *(ROOM / "templates").rglob("*.html")]
    found = [
        (path.name, line)
        for path in paths
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.search(r"(?:https?:)?//\w+\.", line)
    ]
    assert [(name, line) for name, line in found if 'xmlns="http://www.w3.org/2000/svg"' not in line] == []


def test_fonts_are_those_that_the_build_brings() -> None:
    style, built = (STATIC / "fonts.css").read_text(encoding="utf-8"), (ROOT / "hatch_build.py").read_text(encoding="utf-8")
    wanted = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["dependencies"]
    fonts = re.findall(r'url\("vendor/fonts/([a-z-]+)-(arabic|latin)-(\d+)-normal\.woff2\?v=([\d.]+)"\)', style)
    assert len(fonts) == style.count("url(") == 8
    assert [font for font, _, _, version in fonts if wanted[f"@fontsource/{font}"] != version] == []
    assert [weight for font, _, weight, _ in fonts if weight not in built or font not in built] == []


def test_packages_are_held_to_their_hashes_and_to_no_host() -> None:
    locked = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    wanted = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    assert [
        name for name, package in locked.items() if name and ("resolved" in package or not package["integrity"].startswith("sha512-"))
    ] == []
    exact = {**wanted["dependencies"], **wanted["devDependencies"]}
    assert {name: locked[f"node_modules/{name}"]["version"] for name in exact} == exact


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_scripts_make_no_markup_of_text(path: Path) -> None:
    assert (
        re.findall(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function", path.read_text(encoding="utf-8")) == []
    )
