from tawatur.model import Act, Name, Span, Statement
from tawatur.reconciling.blame import teller
from tawatur.reconciling.predicates import Proposition
from tawatur.reconciling.propositions import propositions


def blamed(cue: str, content: str, act: Act, *names: str, speaker: str = "سعيد الناطق") -> list[tuple[int, list[str]]]:
    """Sign and keys of whom a statement holds responsible; names may stand in the cue or in the content."""
    text = f"{cue} {content}"
    start = text.index(content)
    verb = cue.split()[0]
    statement = Statement("s", act, Span(0, len(verb)), Span(start, len(text)), speaker, None, None)
    placed = [Name(text.index(name), text.index(name) + len(name), "organization", name, None) for name in names]
    found: list[Proposition] = [one for one in propositions(text, statement, placed) if one.predicate == "responsible"]
    return [(one.sign, sorted(one.whom)) for one in found]


def test_who_opens_the_content_of_a_charge_is_accused() -> None:
    assert blamed("اتهمت", "لواء النسر بحرق المخازن", "accuse", "لواء النسر") == [(1, ["~لواء نسر"])]


def test_who_is_named_after_the_charge_is_not() -> None:
    assert blamed("اتهمت", "بدعم لواء النسر", "accuse", "لواء النسر") == []


def test_who_stands_between_verb_and_content_is_accused() -> None:
    assert blamed("حمل لواء النسر", "مسؤولية الحريق في مخازن كتائب الفجر", "accuse", "لواء النسر", "كتائب الفجر") == [(1, ["~لواء نسر"])]


def test_a_second_accuser_is_not_accused() -> None:
    assert blamed("اتهمت", "وكتائب الفجر لواء النسر بحرق المخازن", "accuse", "كتائب الفجر", "لواء النسر") == [(1, ["~لواء نسر"])]


def test_a_verb_of_saying_accuses_only_in_words() -> None:
    assert blamed("قالت", "الخطوة رسالة إلى لواء النسر", "accuse", "لواء النسر") == []
    assert blamed("قالت", "لواء النسر يقف وراء الحريق", "accuse", "لواء النسر") == [(1, ["~لواء نسر"])]


def test_who_denies_without_naming_anyone_clears_himself() -> None:
    assert blamed("نفت", "أي صلة بالحريق", "deny", speaker="لواء النسر") == [(-1, ["~لواء نسر"])]


def test_the_teller_is_the_speaker_and_his_body() -> None:
    statement = Statement("s", "say", Span(0, 1), Span(1, 2), "سعيد الناطق", None, "كتائب الفجر")
    assert teller(statement) == {"~سعيد ناطق", "~كتايب فجر"}
