"""What surrounds an article taken out of the tree: menus, lists of links, other stories, comments, banners, by what the elements are.

No word of the language is looked at: an element is judged by its tag, its role (WAI-ARIA), the names its makers gave it, and how much of
its text is links. What holds the headline or the beginning of the article, as the page describes it, is never taken out.
"""

import re
from collections import Counter
from typing import Any, NamedTuple

from tawatur.intake.page_counts import Counts
from tawatur.intake.page_tree import squeezed

_OUTSIDE_TAGS = frozenset((
    "nav", "footer", "aside", "dialog", "button", "select", "amp-sidebar", "amp-consent", "amp-ad", "script", "style", "noscript",
    "template", "iframe", "svg",
))  # fmt: skip
_OUTSIDE_ROLES = frozenset(("navigation", "contentinfo", "complementary", "dialog", "search", "alertdialog", "menu"))
_OUTSIDE_NAMES = frozenset((
    "related", "relate", "relateds", "comment", "comments", "commentlist", "commentsbox", "disqus", "reply", "replies", "respond",
    "share", "sharing", "sharer", "sharedaddy", "social", "socials", "addthis", "newsletter", "subscribe", "subscription", "cookie",
    "cookies", "consent", "gdpr", "breadcrumb", "breadcrumbs", "sidebar", "popup", "modal", "recommended", "recommendations",
    "recommend", "trending", "advert", "ads", "ad", "advertisement", "banner", "sponsored", "taboola", "outbrain", "footer", "menu",
    "navbar", "toolbar", "pagination", "caption", "captions", "figcaption", "authorbox", "mostread", "popular", "latest", "widget",
    "poll", "weather", "signup", "login", "jp",
))  # fmt: skip
_OF_LAYOUT = frozenset(("no", "with", "has", "without", "elementor", "wpb"))
_OUTSIDE_PAIRS = re.compile(
    r"read[-_]?(?:also|more)|see[-_]?also|also[-_]?read|most[-_]?(?:read|popular|viewed)|more[-_]?(?:news|stories|posts|articles)"
    r"|author[-_]?(?:box|bio|info|card)|about[-_]?author|(?:you[-_]?)?may[-_]?(?:also[-_]?)?like|next[-_]?prev|prev[-_]?next|post[-_]?nav"
    r"|tags?[-_]?(?:links|list|cloud)|(?:article|post|news|entry)[-_]?tags|font[-_]?size|photo[-_]?gallery|image[-_]?caption|wp-caption-text"
    r"|similar[-_]?(?:news|posts|articles)|other[-_]?(?:news|posts|articles)",
    re.IGNORECASE,
)
_UNFOLDING = re.compile(r"read[-_]?more", re.IGNORECASE)
_COMMENTS = re.compile(r"comment|disqus|repl(?:y|ies)|cookie|consent", re.IGNORECASE)
_NAME = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_BLOCKS = frozenset((
    "div", "section", "ul", "ol", "li", "dl", "table", "tbody", "tr", "td", "p", "article", "header", "center", "h2", "h3", "h4", "h5",
    "h6", "amp-list", "details", "figure", "fieldset", "form", "main",
))  # fmt: skip
_NAMED_BLOCKS = _BLOCKS - {"main", "article", "tbody", "table"} | {"figcaption", "span", "aside"}
_LONGEST_CARD, _FEWEST_CARDS, _LEAST_TITLE = 90, 3, 4
_LEAST_LINKED, _LINKED_SHARE, _PROSE_SHARE, _CARD_SHARE = 5, 0.6, 0.1, 0.15
_LEAST_LEFT, _MOST_TAKEN, _RUNNING, _PART = 12, 0.7, 40, 0.3
_LEAD, _LONGEST_NAMES = 30, 300


_NONE = Counts()


class Cut(NamedTuple):
    """An element to take out. `soft`: taken out only if an article is left without it."""

    element: Any
    soft: bool


def prune(tree: Any, counts: dict[Any, Counts], heading: Any | None, description: str | None) -> int:
    """Takes what surrounds the article out of the tree, and says how many words of running text are left.

    `description` is what the page says of the article, usually its beginning.
    """
    kept = _to_keep(counts, heading, description)
    cuts = list(_cuts(tree, counts, kept))
    left = counts[tree].prose - sum(counts[cut.element].prose for cut in cuts)
    if left < _LEAST_LEFT:
        cuts = [cut for cut in cuts if not cut.soft]
    for element, _ in cuts:
        before = _label_before(element, counts, kept)
        element.drop_tree()
        if before is not None:
            before.drop_tree()
    return counts[tree].prose - sum(counts[cut.element].prose for cut in cuts)


def _to_keep(counts: dict[Any, Counts], heading: Any | None, description: str | None) -> set[Any]:
    """The headline, the article's marked body and its beginning, with all that they lie in."""
    lead = squeezed(description or "")[:_LEAD]
    marked = [element for element in counts if element.get("itemprop") == "articleBody"]
    if len(lead) == _LEAD:
        marked += [
            element for element, number in counts.items() if number.prose and not number.title and lead in squeezed(element.text or "")
        ]
    kept = {heading} if heading is not None else set()
    for element in [*kept, *marked[:50]]:
        kept.update((element, *element.iterancestors()))
    return kept


def _cuts(tree: Any, counts: dict[Any, Counts], kept: set[Any]) -> Any:
    """The elements to take out, from the top down."""
    waiting = [tree]
    while waiting:
        element = waiting.pop()
        others = _cards(element, counts, kept) | _notices(element, counts, kept)
        makes = set[tuple[str, str | None]]()
        for child in element.iterchildren("*"):
            make = (child.tag, child.get("class"))
            if child in kept or child.tag == "body":
                makes.add(make)
                waiting.append(child)
            elif _is_outside(child) or _is_links(child, counts[child]):
                yield Cut(child, False)
            elif child in others or _is_named_outside(child, counts[child], counts[tree]) or (make in makes and _is_headed(child)):
                yield Cut(child, True)
            else:
                waiting.append(child)


def _is_outside(element: Any) -> bool:
    return element.tag in _OUTSIDE_TAGS or (element.get("role") or "") in _OUTSIDE_ROLES


def _is_links(element: Any, counts: Counts) -> bool:
    """A block that is mostly links: a list of stories, or a line that leads to one."""
    mostly = counts.linked >= _LINKED_SHARE * counts.words and counts.prose <= _PROSE_SHARE * counts.words
    return element.tag in _BLOCKS and counts.linked >= _LEAST_LINKED and mostly


def _is_named_outside(element: Any, counts: Counts, page: Counts) -> bool:
    """Whether its makers call it something that is not the article; a name on most of the page's text is that of its layout."""
    if element.tag not in _NAMED_BLOCKS or counts.prose > _MOST_TAKEN * page.prose:
        return False
    named = _named(element)
    names = {part.lower() for part in _NAME.findall(named)}
    if _UNFOLDING.search(named) and counts.linked < _CARD_SHARE * counts.words:
        return False
    if names & _OF_LAYOUT or (_is_running(counts, page) and not _COMMENTS.search(named)):
        return False
    return bool(names & _OUTSIDE_NAMES) or _OUTSIDE_PAIRS.search(named) is not None


def _is_running(counts: Counts, page: Counts) -> bool:
    """Whether it holds much of the page's running text and hardly a link, as a part of the article does that a click unfolds."""
    return counts.prose >= max(_RUNNING, _PART * page.prose) and counts.linked < _PROSE_SHARE * counts.words


def _named(element: Any) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"[:_LONGEST_NAMES]


def _notices(element: Any, counts: dict[Any, Counts], kept: set[Any]) -> set[Any]:
    """What stands right above a place for comments and is made unlike the paragraphs before it: what the site has to say about them."""
    paragraphs = [counts[child].prose for child in element.iterchildren("p") if counts[child].prose]
    if len(paragraphs) < _FEWEST_CARDS:
        return set()
    above = {child.getprevious() for child in element.iterchildren("*") if _COMMENTS.search(_named(child))}
    return {one for one in above if one is not None and one.tag == "div" and one not in kept and 2 * counts[one].prose < sum(paragraphs)}


def _is_headed(child: Any) -> bool:
    """Whether it has a headline of its own. Made like the element that holds the article's, it is the next story, as in endless pages."""
    return bool(child.xpath("boolean(.//h1)") or (child.tag == "article" and child.xpath("boolean(.//h2)")))


def _cards(element: Any, counts: dict[Any, Counts], kept: set[Any]) -> set[Any]:
    """Children of one make, each with a headline that links away and little text: other stories."""
    children = [child for child in element.iterchildren("*") if child.tag in _BLOCKS and child.tag != "p"]
    if len(children) < _FEWEST_CARDS or any(child in kept for child in children):
        return set()
    makes = Counter((child.tag, child.get("class")) for child in children)
    make, number = makes.most_common(1)[0]
    alike = [child for child in children if (child.tag, child.get("class")) == make]
    cards = {child for child in alike if _is_card(counts[child])}
    return cards if number >= _FEWEST_CARDS and len(cards) >= 0.8 * number else set()


def _is_card(counts: Counts) -> bool:
    return counts.title >= _LEAST_TITLE and counts.words <= _LONGEST_CARD and counts.linked >= _CARD_SHARE * counts.words


def _label_before(element: Any, counts: dict[Any, Counts], kept: set[Any]) -> Any | None:
    """The few words just above a list of links that announce it."""
    before = element.getprevious()
    if before is None or before in kept or before.tag not in _BLOCKS or (before.tail or "").strip():
        return None
    short = 0 < counts.get(before, _NONE).words <= _LEAST_TITLE
    return before if short and counts[element].linked >= _LEAST_LINKED else None
