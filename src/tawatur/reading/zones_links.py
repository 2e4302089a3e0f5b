"""What stands within and below the article: links to other stories, share and comment boxes, tags."""

from collections.abc import Iterable

from tawatur.model import ZoneKind
from tawatur.reading.lines import Line
from tawatur.reading.page import BOILERPLATE_CUES, LINK_CUES, Page
from tawatur.reading.zones_head import names_a_photograph, same_title, tells_the_article
from tawatur.text.tokens import COLON, COMMA

_LINK_LENGTHS = range(5, 24)
_TAG_LENGTH = 3
_AFTER_READ_ALSO = 3
_LEAST_HEADLINE = 7
_LONGER_THAN_SUBHEADINGS = 9
_LONGEST_TAG = 6
_LONGEST_TAIL_LINK = 18
_LONGEST_QUESTION = 15
_LONGEST_CAPTION = 15
_FOREIGN = 0.5
_BELOW = 3
_LISTLIKE = 0.4


def sort_article(page: Page) -> None:
    """Sets aside what interrupts the article. Lists (after a colon, with bullets, or most of the lines) stay."""
    listlike = _is_listlike(page)
    links = 0
    tags = False
    for index in range(page.first, page.stop):
        line = page.lines[index]
        kind = _by_words(page, line)
        tags = (line.cue == "tags" and line.whole) or (tags and len(line) <= _LONGEST_TAG and line.ending in ("open", "comma"))
        if kind:
            page.kinds[index] = kind
            links = _AFTER_READ_ALSO if kind == "related" and line.whole else 0
        elif tags:
            page.kinds[index] = "boilerplate"
        elif page.is_stamp(line):
            page.kinds[index] = "dateline"
        elif line.paragraph or _in_list(page, index):
            links = 0
        elif same_title(page, line):
            page.kinds[index] = "repeated"
        elif links and _headline_length(line):
            page.kinds[index] = "related"
            links -= 1
        elif not listlike and (_doubled(page, index) or _is_link(page, index)):
            page.kinds[index] = "related"
    if not listlike:
        _sort_link_runs(page)


def _sort_link_runs(page: Page) -> None:
    """Headlines in a row between two paragraphs are links, even where one alone could be a subheading."""
    index = page.first + 1
    while index < page.stop:
        stop = index
        while stop < page.stop and _may_be_linked(page, stop):
            stop += 1
        if stop - index > 1 and stop < page.stop and _ended(page, index) and _are_links(page, range(index, stop)):
            _give(page, range(index, stop), "related")
        index = stop + 1


def _may_be_linked(page: Page, index: int) -> bool:
    line = page.lines[index]
    return page.kinds[index] == "related" or (
        page.kinds[index] == "body"
        and line.opening == "noun"
        and not line.paragraph
        and _headline_length(line)
        and not _in_list(page, index)
        and not _leads_on(page, line)
        and not _is_running(page, line)
    )


def _is_running(page: Page, line: Line) -> bool:
    """Whether the line reads as running text: it opens with و or ف before a word («وقدم …»; not «وزير …»), or has commas in it."""
    if any(page.lines.tokens.gaps[i] & COMMA for i in range(line.first + 1, line.stop)):
        return True
    joined = page.lines.tokens.forms[line.first][0] in "وف"
    return joined and not any(not hit.pro for hit in page.lines.hits[line.first])


def _are_links(page: Page, run: range) -> bool:
    """Whether one of the headlines is a link, or they are too long for subheadings and of other matters than what follows them."""
    following = page.lines[run.stop]
    if any(page.kinds[i] == "related" for i in run):
        return True
    if not following.paragraph:
        return False
    longest = max(len(page.lines[i]) for i in run)
    return longest >= _LEAST_HEADLINE and (_resumes(page, following) or all(_foreign(page, page.lines[i], run.stop) for i in run))


def _ended(page: Page, index: int) -> bool:
    """Whether the line before comes to its end, so that this one cannot carry it on."""
    return page.kinds[index - 1] != "body" or page.lines[index - 1].ending in ("stop", "question", "ellipsis")


def _by_words(page: Page, line: Line) -> ZoneKind | None:
    """The zone that the line's own words give it."""
    if line.cue in LINK_CUES:
        return "related"
    if line.cue == "caption" and line.unfinished:
        return "caption"
    if line.cue in BOILERPLATE_CUES and (line.whole or line.cue in ("comments", "subscribe", "copyright", "staff", "tags")):
        return "boilerplate"
    if line.paragraph:
        return None
    if len(line) <= _LONGEST_CAPTION and names_a_photograph(page, line):
        return "caption"
    if page.is_counter(line) and len(page.lines.tokens.forms[line.first]) > 2:
        return "boilerplate"
    if page.is_outlet_name(line) and not page.is_dateline(line):
        return "boilerplate"
    if page.is_latin_mark(line) or page.is_post_credit(line):
        return "boilerplate"
    if page.is_dateline(line) and (line.cue == "credit" or len(line) <= 5):
        return "dateline"
    return None


def _is_listlike(page: Page) -> bool:
    """An article that is itself a list, such as a day's incidents one a line."""
    if page.title is not None and page.lines.has(page.lines[page.title], "roundup"):
        return True
    loose = sum(not line.paragraph and not line.cue and len(line) > _TAG_LENGTH for line in page.lines.lines[page.first : page.stop])
    return loose > max(3, _LISTLIKE * (page.stop - page.first))


def _in_list(page: Page, index: int) -> bool:
    """An item of a list: it has a bullet, or follows a line that ends in a colon, or an item so introduced."""
    if page.lines[index].opening == "list" or page.lines[index].ending in ("colon", "comma"):
        return True
    for before in range(index - 1, page.first - 1, -1):
        line = page.lines[before]
        if line.ending == "colon" or page.lines.has(line, "list"):
            return page.kinds[before] == "body"
        if line.paragraph or page.kinds[before] != "body" or index - before > 40:
            return False
    return False


def _headline_length(line: Line) -> bool:
    return line.unfinished and len(line) in _LINK_LENGTHS and (line.ending != "question" or len(line) <= _LONGEST_QUESTION)


def _doubled(page: Page, index: int) -> bool:
    """A card whose headline was taken over twice, as picture text and as link."""
    line = page.lines[index]
    if not line.unfinished or len(line) < 4:
        return False
    words = page.lines.words(line)
    return any(
        page.first <= other < page.stop and len(page.lines[other]) == len(line) and page.lines.words(page.lines[other]) == words
        for other in (index - 1, index + 1)
    )


def _is_link(page: Page, index: int) -> bool:
    """A headline of another story between two paragraphs. A subheading is shorter, or announces what follows it."""
    line = page.lines[index]
    if not _headline_length(line) or line.opening != "noun" or len(line) < _LEAST_HEADLINE or _leads_on(page, line):
        return False
    following = next((i for i in range(index + 1, page.stop) if page.lines[i].paragraph), None)
    if following is None or index == page.first:
        return False
    if _is_marked(page, line):
        return True
    told = _names_its_place(page, line) or any(page.lines.is_verb(i) for i in range(line.first + 1, line.stop))
    if not told and (len(line) < _LONGER_THAN_SUBHEADINGS or _is_running(page, line) or not _ended(page, index)):
        return False
    return _resumes(page, page.lines[following]) or _foreign(page, line, following)


def _leads_on(page: Page, line: Line) -> bool:
    """Whether the line opens with a preposition or the like and asks nothing, as clauses do that lead to a quotation."""
    return line.ending != "question" and any(hit.entry.layer == "stops" for hit in page.lines.hits[line.first])


def _is_marked(page: Page, line: Line) -> bool:
    """A headline that promises pictures: «... صور», «بالفيديو»."""
    for hit in page.lines.line_hits(line, "boilerplate"):
        if hit.entry.get("kind") == "media" and (hit.first == line.first or hit.stop == line.stop):
            return True
    return False


def _names_its_place(page: Page, line: Line) -> bool:
    """«سورية: …»: a headline that opens with where or who, and a colon."""
    return any(flags & COLON for flags in page.lines.tokens.gaps[line.first + 1 : line.first + 4])


def _resumes(page: Page, line: Line) -> bool:
    """Whether a paragraph carries on from one before it: «وأضاف …»."""
    form = page.lines.tokens.forms[line.first]
    return form.startswith("و") and line.opening == "verb"


def _foreign(page: Page, line: Line, following: int) -> bool:
    """Whether most of the line's words are missing from the paragraphs it stands over."""
    near = {word for other in page.lines.lines[following : following + 2] for word in page.lines.words(other)}
    words = [word for word in page.lines.words(line) if len(word) > 3]
    return sum(word not in near for word in words) > _FOREIGN * len(words)


def sort_tail(page: Page) -> None:
    """Gives what follows the article its zone: under a heading of links or comments, all of it; else what reads as links or tags."""
    section: ZoneKind | None = None
    index = page.stop
    while index < len(page.lines):
        line = page.lines[index]
        section = "related" if index == page.cards else section
        if section is None and index - page.stop < _BELOW and _stands_below(page, index):
            index += 1
            continue
        kind = _by_words(page, line)
        if kind:
            page.kinds[index] = kind
            if kind in ("related", "boilerplate"):
                section = kind
        elif section:
            page.kinds[index] = section if not same_title(page, line) else "repeated"
        else:
            index = _sort_run(page, index)
            continue
        index += 1


def _stands_below(page: Page, index: int) -> bool:
    """The title or the day of an article under its end, where some programs that take pages apart leave them."""
    line = page.lines[index]
    if page.title is None and tells_the_article(page, line):
        page.title, page.kinds[index] = index, "title"
    elif page.title is not None and page.title >= page.stop and page.is_stamp(line):
        page.kinds[index] = "dateline"
    else:
        return False
    return True


def _sort_run(page: Page, start: int) -> int:
    """Sorts the lines from `start` up to the next page word; gives where it stopped."""
    stop = start
    while stop < len(page.lines) and stop != page.cards and (stop == start or not _by_words(page, page.lines[stop])):
        stop += 1
    run = range(start, stop)
    tags = [i for i in run if len(page.lines[i]) <= _TAG_LENGTH and page.lines[i].unfinished]
    headlines = [i for i in run if _is_tail_link(page, i)]
    evidence = stop < len(page.lines) or _page_words(page) > 1
    for i in run:
        if same_title(page, page.lines[i]):
            page.kinds[i] = "repeated"
    if len(tags) > 1 and (evidence or _known(page, tags)):
        _give(page, tags, "boilerplate")
    if headlines and (evidence or len(tags) > 1 or _linklike(page, headlines)):
        _give(page, headlines, "related")
    return stop


def _give(page: Page, indices: Iterable[int], kind: ZoneKind) -> None:
    for i in indices:
        if page.kinds[i] == "body":
            page.kinds[i] = kind


def _is_tail_link(page: Page, index: int) -> bool:
    line = page.lines[index]
    if _in_list(page, index) or not (line.unfinished and 4 <= len(line) <= _LONGEST_TAIL_LINK):
        return False
    return line.opening == "noun" or line.ending == "ellipsis"


def _known(page: Page, tags: list[int]) -> bool:
    """Whether most of these short lines are words of the article, as its tags are, and not a list of names."""
    named = sum(all(word in page.vocabulary for word in page.lines.words(page.lines[i])) for i in tags)
    return 2 * named >= len(tags) and not any(_in_list(page, i) for i in tags)


def _linklike(page: Page, indices: list[int]) -> bool:
    """Whether lines read as headlines of other stories: cut short, of other matters, in the present tense."""
    score = 0.0
    if len(indices) == 1 and page.lines[indices[0]].ending != "ellipsis":
        return False
    for i in indices:
        line = page.lines[i]
        score += line.ending in ("ellipsis", "question")
        score += 0.5 * (page.novelty(line) > _FOREIGN)
        score += 0.5 * any(page.lines.is_verb(j) for j in range(line.first + 1, line.stop))
    return score >= 0.75 * len(indices)


def _page_words(page: Page) -> int:
    return sum(line.cue in BOILERPLATE_CUES or line.cue in LINK_CUES for line in page.lines.lines)
