"""An account's very words: the sentence around a span."""

from tawatur.model import Span
from tawatur.text.tokens import Tokens


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
