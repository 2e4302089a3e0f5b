"""The cast of a document: who has spoken, and whom later short forms («الخفاجي», «المتحدث», «الرئيس») point back to."""

from bisect import bisect_left

from tawatur.model import Name
from tawatur.reading.offices import office_holder
from tawatur.reading.speakers import Speaker, bare, bare_words
from tawatur.reading.statements_context import BOUNDARY, SOURCE_KINDS, Context
from tawatur.reading.statements_words import LATTER
from tawatur.text.fold import fold
from tawatur.text.tokens import COMMA

_LONGEST_OFFICE = 9
_RECENT = 40


class Cast:
    """The speakers of a document in the order in which they come up."""

    def __init__(self, ctx: Context, names: list[Name]) -> None:
        self._speakers: list[tuple[Speaker, bool | None]] = []
        self._quoted: list[Speaker] = []
        self._names = names
        self._starts = [name.start for name in names]
        self._ctx = ctx
        self._people = [name for name in names if name.kind == "person" and ctx.tokens.at(name.start) in ctx.names]
        self._person_starts = [name.start for name in self._people]

    def enter(self, speaker: Speaker, feminine: bool | None, quoted: bool = False) -> None:
        """`feminine`: the gender of the verb that introduced the speaker, where there was one. `quoted`: another speaker's words name
        him, so that «وأضاف» does not mean him.
        """
        if quoted:
            self._quoted.append(speaker)
        else:
            self._speakers.append((speaker, feminine))

    def last(self, feminine: bool | None = None) -> Speaker | None:
        """The last speaker, preferably of that gender among the last few."""
        recent = self._speakers[-3:]
        for speaker, gender in reversed(recent):
            if feminine is None or gender is None or gender == feminine:
                return speaker
        return recent[-1][0] if recent else None

    def last_body(self) -> Speaker | None:
        """The last speaker who can have issued a statement."""
        return next((speaker for speaker, _ in reversed(self._speakers) if speaker.kind in ("organisation", "person")), None)

    def resolve(self, speaker: Speaker) -> Speaker:
        """The fullest form of a speaker, as the document gives it: «المالكي» is «تركي المالكي» after he was named."""
        if speaker.head in LATTER and len(speaker.words) == 1:
            return self._last_named(speaker)
        for earlier in (*(earlier for earlier, _ in reversed(self._speakers[-_RECENT:])), *reversed(self._quoted[-_RECENT:])):
            if _points_to(speaker, earlier):
                return _fullest(speaker, earlier)
        return self._from_office(speaker) or self._in_office(speaker) or self._from_names(speaker)

    def _last_named(self, speaker: Speaker) -> Speaker:
        """«الأخير»: the person or body named last before."""
        for name in reversed(self._names[: bisect_left(self._starts, speaker.start)][-_RECENT:]):
            if name.kind in SOURCE_KINDS:
                person = name.kind == "person"
                own = frozenset(word.removeprefix("ال") for word in _folded(name.name)) if person else frozenset()
                return speaker._replace(name=name.name, id=name.id, kind="person" if person else "organisation", own=own)
        return speaker

    def _from_office(self, speaker: Speaker) -> Speaker | None:
        """«الرئيس الفلسطيني» after «الرئيس الفلسطيني محمود عباس»: whoever was last named with that office."""
        if speaker.kind != "person" or speaker.own:
            return None
        ctx = self._ctx
        at = bisect_left(self._person_starts, speaker.start)
        for name in reversed(self._people[max(0, at - _RECENT) : at]):
            first = ctx.tokens.at(name.start)
            if speaker.words <= _office_words(ctx, first, ctx.names[first][0], speaker.head):
                own = frozenset(word.removeprefix("ال") for word in _folded(name.name))
                return speaker._replace(name=name.name, id=name.id or speaker.id, own=own)
        return None

    def _in_office(self, speaker: Speaker) -> Speaker | None:
        """«الرئيس الأمريكي» where nobody is named with that office: who held it on the day of the report, as its words call him."""
        if speaker.kind != "person" or speaker.own:
            return None
        tokens = self._ctx.tokens
        holder = office_holder(self._ctx, tokens.at(speaker.start), tokens.at(speaker.end - 1) + 1)
        return speaker._replace(id=holder.id) if holder else None

    def _from_names(self, speaker: Speaker) -> Speaker:
        if not speaker.definite or len(speaker.words) > 2 or speaker.kind in ("anonymous", "document"):
            return speaker
        at = bisect_left(self._starts, speaker.start)
        own = self._names[at] if at < len(self._names) and self._starts[at] == speaker.start else None
        if own and own.kind in SOURCE_KINDS and own.id and not own.id.startswith("~"):
            return speaker._replace(id=own.id)
        earlier, later = self._names[max(0, at - _RECENT) : at], self._names[at + 1 : at + _RECENT] if not self._speakers else []
        for name in [*reversed(earlier), *later]:
            words = {word.removeprefix("ال") for word in _folded(name.name)}
            if name.kind in SOURCE_KINDS and len(words) > len(speaker.words) and speaker.words <= words and _same_head(speaker, name):
                return speaker._replace(name=name.name, id=name.id or speaker.id)
        return speaker


def _office_words(ctx: Context, first: int, stop: int, head: str) -> frozenset[str]:
    """The words of the office `head` that stands right before or after the name at tokens `first` up to `stop`."""
    words: list[str] = []
    for i in range(first - 1, max(first - _LONGEST_OFFICE, -1), -1):
        if ctx.gaps[i + 1] & BOUNDARY and not (i + 1 == first and ctx.gaps[first] & COMMA):
            break
        words.append(bare(ctx, i))
        if words[-1] == head:
            return frozenset(words)
    if stop < len(ctx.forms) and bare(ctx, stop) == head:
        end = next((i for i in range(stop + 1, min(stop + _LONGEST_OFFICE, ctx.stops[stop])) if ctx.gaps[i] & BOUNDARY), stop + 1)
        return frozenset(bare_words(ctx, (stop, end)))
    return frozenset()


def _same_head(speaker: Speaker, name: Name) -> bool:
    return name.kind == "person" or _folded(name.name)[0].removeprefix("ال") == speaker.head


def _folded(name: str) -> list[str]:
    return [fold(word) for word in name.split()]


def _points_to(later: Speaker, earlier: Speaker) -> bool:
    if later.own:
        return bool(earlier.own) and (later.own <= earlier.own or later.own >= earlier.own)
    if not later.definite and later.kind in ("anonymous", "document", "agency"):
        return False
    if later.words <= earlier.words and later.head == earlier.head:
        return True
    if not earlier.own or later.kind != "person":
        return False
    if later.office and later.words <= earlier.words:
        return True
    return len(later.words) <= 2 and bool(later.words & earlier.own)


def _fullest(later: Speaker, earlier: Speaker) -> Speaker:
    """The earlier form, standing where the later one stands, with what either knows of the body and the words."""
    longer = later if len(later.own) > len(earlier.own) else earlier
    return later._replace(
        name=longer.name,
        id=longer.id,
        kind=earlier.kind,
        organisation=earlier.organisation or later.organisation,
        words=earlier.words | later.words,
        own=longer.own,
        head=earlier.head,
    )
