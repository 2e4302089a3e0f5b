"""An account's very words: the sentence around a span."""

from tawatur.model import Span
from tawatur.text.tokens import Tokens, may_be_wrapped


class Quotes:
    """The sentences of one document's text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = Tokens(text)

    def sentence(self, start: int, end: int) -> Span:
        """The sentence or sentences that `start:end` lies in, from their first word to their last; the span itself if it has no word."""
        tokens = self.tokens
        first, last = tokens.at(start), tokens.at(max(start, end - 1))
        if first >= len(tokens) or tokens.starts[first] >= end:
            return Span(start, end)
        last = min(last, len(tokens) - 1)
        begin = tokens.sentences[tokens.sentence[first]][0]
        stop = tokens.sentences[tokens.sentence[last]][1]
        return Span(min(start, tokens.starts[begin]), max(end, tokens.ends[stop - 1]))

    def form(self, span: Span) -> str:
        """The folded words of a span, for filters."""
        tokens = self.tokens
        first, stop = tokens.at(span.start), tokens.at(span.end - 1) + 1
        return " ".join(tokens.forms[first:stop])


_NEAR = 8
"""Characters at the end of a line within which a colon, before a quotation on the next, carries its sentence on."""


def sentence_at(text: str, start: int, end: int) -> Span:
    """As `Quotes(text).sentence(start, end)`, without going through the whole text where the line tells."""
    begin = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    line = text[begin:stop] if stop >= 0 else text[begin:]
    if "\n" in line or may_be_wrapped(text) or any(":" in text[:edge].rstrip()[-_NEAR:] for edge in (begin, begin + len(line))):
        return Quotes(text).sentence(start, end)
    found = Quotes(line).sentence(start - begin, end - begin)
    return Span(found.start + begin, found.end + begin)
