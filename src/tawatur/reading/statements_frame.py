"""What stands between a reporting verb and what was said: subject, channel, time, and the word that opens the content."""

from typing import NamedTuple

from tawatur.model import Time
from tawatur.packs.lexicon import Hit
from tawatur.reading.speakers import is_addressed
from tawatur.reading.statements_acts import own_stance
from tawatur.reading.statements_carriers import is_carried, is_document, medium_end
from tawatur.reading.statements_context import BOUNDARY, Context
from tawatur.reading.statements_openings import WHOLE_WORDS, begins_report, heads_content, looks_like_masdar
from tawatur.reading.statements_tallies import opens_tally
from tawatur.reading.statements_words import ABOUT, BY_IT, FROM, GOVERNS_ABOUT, IN, LEFT_OVER, OF_HIM, ON, RELATIVE, SINCE, THAT, TO
from tawatur.text.tokens import COLON, COMMA, DASH, NEWLINE, PAREN, STOP

Range = tuple[int, int]
_FARTHEST = 60
_PREPOSITIONS = {
    "ila": TO, "who_ila": TO, "ala": ON, "who_ala": ON, "an3": ABOUT, "min": FROM, "who_min": FROM, "fi": IN,
}  # fmt: skip
_QUOTABLE = frozenset(("an", "clause", "colon", "np", "npx", "bian"))
_CHALLENGED = frozenset(("speech", "rumour", "decision"))
_ENDS_QUOTE = COMMA | STOP | NEWLINE


class Frame(NamedTuple):
    """`subject` and `origin` (whom a relaying speaker cites) are token ranges; `content` is the first token of what was said,
    opened `by` that, quote, colon, comma, noun or preposition.
    """

    subject: tuple[Range, ...]
    origin: tuple[Range, ...]
    content: int
    by: str
    medium: str | None
    times: tuple[Time, ...]
    audience: Range | None


class Tail:
    """Reads a frame from the token after a cue up to the end of its sentence."""

    def __init__(
        self, ctx: Context, start: int, takes: frozenset[str], only: str = "", subject_known: bool = False, challenges: bool = False
    ) -> None:
        self.ctx, self.start, self.takes, self.only, self.challenges = ctx, start, takes, only, challenges
        self.limit = min(ctx.stops[start - 1], start + _FARTHEST)
        while (
            start < self.limit
            and not ctx.gaps[start] & BOUNDARY
            and start not in ctx.times
            and (ctx.is_adverb(start) or ctx.forms[start] in BY_IT)
        ):
            start, subject_known = start + 1, subject_known or ctx.forms[start] in BY_IT
        self.start = start
        self.segments: list[Range] = []
        self.origin: list[Range] | None = None
        set_off = start < self.limit and bool(ctx.gaps[start] & (COMMA | DASH | PAREN)) and not ctx.is_source(start)
        adverbial = start < self.limit and ctx.forms[start].startswith("بال") and start not in ctx.inside_name
        self.first: int | None = None if subject_known or set_off or adverbial else start
        self.medium: str | None = None
        self.times: list[Time] = []
        self.audience: Range | None = None
        self.comma: int | None = None
        self.aside = False
        self.resumed = self.carried_to = 0
        self.subject_known = subject_known

    def read(self) -> Frame | None:
        j = self.start
        while j < self.limit:
            content, by = self._content_at(j)
            if content is not None:
                self._close(j)
                return self._frame(content, by) if content < self.limit or by == "quote" else None
            following = self._pass(j)
            if following is None:
                self._close(j)
                break
            j = following
        self._close(j)
        if self.comma is not None and self.comma < self.limit - 2 and ("clause" in self.takes or ("colon" in self.takes and self.medium)):
            return self._frame(self.comma, "comma")
        return None

    def _frame(self, content: int, by: str) -> Frame:
        segments = tuple(range_ for range_ in self.segments if range_[0] < content)
        origin = tuple(self.origin or ())
        return Frame(segments, origin, content, by, self.medium, tuple(self.times), self.audience)

    def _close(self, j: int) -> None:
        if self.first is not None and self.first < j:
            (self.segments if self.origin is None else self.origin).append((self.first, j))
        self.first = None

    def _content_at(self, j: int) -> tuple[int | None, str]:
        ctx, takes = self.ctx, self.takes
        if takes & _QUOTABLE:
            if j in ctx.quotes.opening and self._is_quotation(j):
                return (j + 1 if ctx.forms[j] in THAT else j), "quote"
            if ctx.gaps[j] & COLON and not ctx.forms[j - 1].isdigit():
                return (j + 1 if ctx.is_that(j) else j), "colon"
        if ctx.is_that(j) and self._may_open(j):
            return j + 1, "that"
        if j > self.start and ctx.gaps[j] & (STOP | NEWLINE):
            return None, ""
        return self._noun_or_preposition(j)

    def _may_open(self, j: int) -> bool:
        if "bian" in self.takes and "an" not in self.takes:
            return self.ctx.forms[j].startswith("ب")
        return bool(self.takes - {"relay", "introduce", "npx", "np"})

    def _noun_or_preposition(self, j: int) -> tuple[int | None, str]:
        ctx, takes = self.ctx, self.takes
        for take, words in _PREPOSITIONS.items():
            if take in takes and ctx.forms[j] in words and (j == self.start or j not in ctx.inside_name) and not self._reopened(j, words):
                content = j + 1
                return (content + 1, "that") if content < self.limit and ctx.forms[content] in THAT else (content, "preposition")
        if "stance" in takes and own_stance(ctx, j) and not ctx.is_preposition(j - 1):
            return j, "noun"
        if "who" in takes and j > self.start and self.first is not None and is_addressed(ctx, j):
            return j, "noun"
        if takes & {"bi", "who_bi", "bix"} and self._has_bi(j):
            return j, "preposition"
        if takes & {"np", "npx"} and self._opens_noun_phrase(j):
            return j, "noun"
        if "judged" in takes and self._ends_name(j) and not ctx.is_preposition(j) and not ctx.is_verb(j) and j not in ctx.times:
            return j, "noun"
        if "tally" in takes and j not in ctx.inside_name and opens_tally(ctx, j, self.limit):
            return j, "noun"
        return None, ""

    def _reopened(self, j: int, words: frozenset[str]) -> bool:
        """«… مع ممثلين عن دمشق، عن تشكيل لجان»: a preposition before a name, when the same one follows a comma soon."""
        ctx = self.ctx
        if words is ON and j + 1 < self.limit and any(hit.layer == "media_channels" and not hit.enc for hit in ctx.hits[j + 1]):
            return True
        if words is ABOUT and self._represents(j):
            return True
        if j > self.start and words is ABOUT and ctx.forms[j - 1] in GOVERNS_ABOUT:
            return True
        if j == self.start or j + 1 >= self.limit or not (ctx.is_source(j + 1) or j + 1 in ctx.inside_name):
            return False
        return any(ctx.forms[k] in words and ctx.gaps[k] & COMMA for k in range(j + 2, min(j + 15, self.limit)))

    def _represents(self, j: int) -> bool:
        """«عضو مجلس النواب | عن محافظة نينوى … أن»: whom the speaker sits for, when the content opens later."""
        ctx = self.ctx
        office = ctx.hit(self.first, "speakers") if self.first is not None else None
        if office is None or office.entry.get("kind") != "role" or j + 1 >= self.limit:
            return False
        seat = j + 1 in ctx.names or any(hit.layer == "placeheads" for hit in ctx.hits[j + 1])
        return seat and any(ctx.is_that(k) for k in range(j + 2, min(j + 12, self.limit)))

    def _is_quotation(self, j: int) -> bool:
        """Whether a quotation is what was said, not part of a name: long, or set off by a colon, a comma or its end."""
        ctx = self.ctx
        stop = ctx.quotes.opening[j]
        if ctx.gaps[j] & COLON:
            return True
        if j > self.start and self._governs(j - 1):
            return False
        set_off = stop >= len(ctx.forms) or bool(ctx.gaps[stop] & _ENDS_QUOTE) or ctx.carried(stop) is not None
        settled = self.first is None or (j > self.start and ctx.forms[j - 1].startswith("ال"))
        if stop - j >= (5 if settled else 7):
            return True
        return stop - j >= 3 and set_off and (j == self.start or j not in ctx.inside_name)

    def _governs(self, i: int) -> bool:
        """Whether an office or body at token `i` wants its name behind it: «رئيس "المجلس …"», «قائد "فيلق …"»."""
        hits = [hit for hit in self.ctx.hits[i] if hit.entry.layer == "speakers" and hit.tag == "sg"]
        return any(hit.entry.get("kind") == "role" and not self.ctx.forms[i].endswith("ي") for hit in hits)

    def _has_bi(self, j: int) -> bool:
        """A word with the preposition بـ on it, where it is no part of the word."""
        form = self.ctx.forms[j]
        if not form.startswith("ب") or self.ctx.is_preposition(j) or (j == self.start and not self.subject_known and self._is_named(j)):
            return False
        if j == self.start and any(hit.pro in ("ب", "وب") for hit in self.ctx.hits[j]) and not self._is_named(j):
            return True
        hits = [hit for hit in self.ctx.hits[j] if hit.entry.layer in WHOLE_WORDS]
        if any(not hit.pro for hit in hits) or (j in self.ctx.inside_name and not any(hit.pro for hit in hits)):
            return False
        return (
            form == "ب"
            or form.startswith("بال")
            or form in THAT
            or any(hit.pro == "ب" for hit in hits)
            or j > self.start
            or self.subject_known
        )

    def _is_named(self, j: int) -> bool:
        return j in self.ctx.names and not any(hit.pro for hit in self.ctx.hits[j])

    def _opens_noun_phrase(self, j: int) -> bool:
        ctx = self.ctx
        if ctx.attribution(j, "relay") or is_carried(ctx, self.start, j):
            return False
        if self.only:
            return self._is_wanted(j)
        alone = j == self.start
        resumed = self.challenges and j == self.resumed and bool(self.segments)
        if resumed or (alone and (self.subject_known or not self._is_subject(j))):
            return (
                not ctx.is_preposition(j)
                and not ctx.is_verb(j)
                and not ctx.attribution(j, "aside", "source", "self", "relay")
                and (j not in ctx.times)
            )
        after_comma = bool(ctx.gaps[j] & COMMA)
        if (
            alone
            or j in ctx.times
            or ctx.carried(j)
            or (j in ctx.inside_name and not after_comma)
            or (self.first is None and not self._may_follow(j))
        ):
            return False
        heads = [hit for hit in ctx.hits[j] if self._heads_content(hit)]
        if after_comma and self.first is None and heads:
            return True
        masdar = looks_like_masdar(ctx.forms[j]) and j not in ctx.inside_name
        if any(hit.entry.get("class") == "own_duty" for hit in heads):
            return True
        complete = self._completes_subject(j)
        return (masdar or any(complete or not hit.tag.endswith("def") for hit in heads)) and not self._in_idafa(j)

    def _ends_name(self, j: int) -> bool:
        """Whether the listed name of who speaks ends right before token `j`."""
        joined = not self.ctx.gaps[j] & BOUNDARY
        return joined and self.first is not None and j > self.first and self.ctx.names.get(self.first, (0,))[0] == j

    def _is_wanted(self, j: int) -> bool:
        """Whether token `j` is of the class that the cue asks for: «حمّل … مسؤولية», «ألقى … باللوم»."""
        return any(hit.entry.layer == "contents" and hit.entry.get("class") == self.only for hit in self.ctx.hits[j])

    def _completes_subject(self, j: int) -> bool:
        """Whether the subject is over before a definite noun: after its name, after an adjective that the noun cannot belong to, or
        after «الحركة» where «الرواية» is what it denies.
        """
        before = self.ctx.forms[j - 1]
        if self.challenges and j == self.start + 1 and before.startswith("ال"):
            return True
        if self.first is not None and self.ctx.names.get(self.first, (0,))[0] == j:
            return True
        return before.endswith(("ي", "يه")) and (self.challenges or not before.startswith("ال"))

    def _may_follow(self, j: int) -> bool:
        """Whether a new noun phrase can begin here: «أعلن في بيان | مقتل …», not «في بيان نعي»."""
        ctx, before = self.ctx, self.ctx.forms[j - 1]
        if (
            ctx.gaps[j] & COMMA
            or j == self.carried_to
            or j - 1 in ctx.times
            or before in OF_HIM
            or (self.audience and self.audience[1] == j)
        ):
            return True
        if ctx.is_preposition(j - 1) or ctx.is_verb(j - 1):
            return False
        return before.startswith("ال") or j - 1 in ctx.inside_name or any(hit.enc for hit in ctx.hits[j - 1])

    def _heads_content(self, hit: Hit) -> bool:
        if self.challenges and hit.entry.layer == "contents" and hit.entry.get("class") in _CHALLENGED:
            return not hit.pro
        return heads_content(hit)

    def _is_subject(self, j: int) -> bool:
        """Whether the word right after the verb is who spoke, not what was said: «أكدت الوزارة» against «أكدت استمرار»."""
        ctx = self.ctx
        if ctx.is_source(j) or j in ctx.inside_name or ctx.forms[j].startswith("ال"):
            return True
        return not any(self._heads_content(hit) for hit in ctx.hits[j])

    def _in_idafa(self, j: int) -> bool:
        """«لجنة تحقيق»: an indefinite word right after the head of a body belongs to its name."""
        if j - 1 < self.start or self.ctx.gaps[j] & BOUNDARY or self.ctx.forms[j - 1].startswith("ال"):
            return False
        if self.ctx.forms[j - 1].isdigit() or any(hit.entry.layer == "numbers" for hit in self.ctx.hits[j - 1]):
            return True
        if j - 1 in self.ctx.inside_name and (j not in self.ctx.inside_name or j in self.ctx.names):
            return False
        heads = [hit for hit in self.ctx.hits[j - 1] if hit.stop == j and hit.tag == "sg"]
        return any(hit.entry.layer == "bodies" or hit.entry.get("kind") in ("body", "agency") for hit in heads)

    def _pass(self, j: int) -> int | None:
        """Takes in what is not content at token `j`, and gives where to go on; None where another clause begins."""
        ctx = self.ctx
        if "that" in self.takes and self._tells_otherwise(j):
            return None
        if ctx.forms[j] in RELATIVE:
            self.aside = True
        if ctx.gaps[j] & (COMMA | DASH | PAREN) and j > self.start:
            self._close(j)
            self.aside = False
            if self.comma is None and ctx.gaps[j] & COMMA:
                self.comma = j
            if ctx.is_source(j) or (self.segments and self._looks_named(j)):
                self.first = j
        if ctx.forms[j] in LEFT_OVER:
            self.aside = True
        if j in ctx.times:
            self._close(j)
            if not self.aside and ctx.forms[j - 1] not in SINCE:
                self.times.append(ctx.times[j][1])
            return max(ctx.times[j][0], j + 1)
        passed = self._pass_phrase(j)
        if passed is not None:
            return passed
        verbs = [hit for hit in ctx.spoken(j) if begins_report(hit) and (j > self.start or hit.pro) and not ctx.describes_channel(hit)]
        if verbs and ctx.forms[j - 1] not in RELATIVE:
            return None
        carried = ctx.carried(j)
        if carried and j > self.start:
            self._close(j)
            self.takes = self.takes | frozenset(carried.entry.row.list("takes"))
        elif self._ends_subject(j):
            self._close(j)
            if self.audience and self.audience[0] in (j, j + 1):
                return self._after_audience(self.audience[1])
        elif self.first is None and self.segments and not self.aside and j in ctx.names and ctx.names[j][1].kind == "person":
            self.first = j
        return j + 1

    def _tells_otherwise(self, j: int) -> bool:
        """«نشرت الوكالة صورة | تظهر أن …», «… | جاء فيها أن …»: the content belongs to another verb."""
        ctx = self.ctx
        verb = ctx.is_verb(j) and j not in ctx.inside_name and not ctx.hit(j, "speakers")
        published = j > self.start and ctx.medium(j) is None and is_document(ctx, j)
        return verb or published or ctx.attribution(j, "inside", "within") is not None

    def _pass_phrase(self, j: int) -> int | None:
        ctx = self.ctx
        if self.only and self._is_wanted(j):
            self._close(j)
            return j + 1
        aside = ctx.attribution(j, "aside")
        if aside:
            empty = self.first == j and not self.segments
            self._close(j)
            if empty:
                self.first = aside.stop
            self.resumed = aside.stop
            return aside.stop
        if is_carried(ctx, self.start, j):
            self._close(j)
            self.carried_to = medium_end(ctx, j + 1) or j + 2
            return self.carried_to
        relay = ctx.attribution(j, "relay")
        if relay:
            self._close(j)
            self.origin, self.first = [], relay.stop
            return relay.stop
        if ctx.attribution(j, "unnamed", "source", "self"):
            self._close(j)
            return j + 1
        medium = ctx.hit(j, "media_channels") if "introduce" in self.takes else ctx.medium(j)
        if medium and (self.first is None or self.first != j):
            self.medium = self.medium or medium.entry.get("medium") or None
            self._close(j)
            return medium.stop
        return None

    def _ends_subject(self, j: int) -> bool:
        ctx = self.ctx
        if self._is_audience(j):
            self.medium = self.medium or "interview"
            first = j + 1 if ctx.forms[j] == "ل" else j
            self.audience = (first, medium_end(ctx, first) or first + 1)
            return True
        if "minbi" in self.takes and ctx.forms[j] in FROM:
            return True
        return ctx.is_preposition(j) and not ctx.continues_name(j)

    def _after_audience(self, i: int) -> int:
        """«قال لرويترز | مسؤول …»: who speaks may come after those to whom it is said."""
        if not self.segments and not self.subject_known and self.origin is None and i < self.limit and self.ctx.is_source(i):
            self.first = i
        return i

    def _is_audience(self, j: int) -> bool:
        """«لوكالة رويترز», «للجزيرة»: to whom it was said."""
        alone = self.ctx.forms[j] == "ل" and j + 1 < self.limit
        if alone and self.ctx.forms[j + 1].isascii() and self.ctx.forms[j + 1].isalpha():
            return True
        hits = [hit for hit in self.ctx.hits[j + alone] if hit.entry.layer in ("outlets", "speakers") and (alone or hit.pro.endswith("ل"))]
        return any(hit.entry.layer == "outlets" or hit.entry.get("kind") == "agency" for hit in hits)

    def _looks_named(self, j: int) -> bool:
        """A word that no pack knows, as the names of people are."""
        ctx = self.ctx
        return not ctx.is_preposition(j) and all(hit.entry.layer == "given_names" for hit in ctx.hits[j])
