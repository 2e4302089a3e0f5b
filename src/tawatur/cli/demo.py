"""`tawatur demo`: the sample reports into a ledger, and what it shows of them."""

from importlib.resources import as_file
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from tawatur.cli.add import add
from tawatur.cli.describe import Describer
from tawatur.cli.opening import opened
from tawatur.cli.options import LanguageOption
from tawatur.cli.screen import Screen
from tawatur.cli.whole import Whole
from tawatur.ledger import lists
from tawatur.ledger.accounts import Accounts
from tawatur.ledger.store import Ledger
from tawatur.model import Disagreement, Event
from tawatur.samples import sample_folder
from tawatur.wording.messages import Messages, spoken

_MOST_EVENTS = 6


def demo(
    ledger: Annotated[Path, Parameter(help="The ledger to make; an older one of that name is replaced.")] = Path("demo.ledger"),
    *,
    language: LanguageOption = None,
) -> int:
    """Read the sample reports into a ledger, and show what they agree and disagree on."""
    say, screen = spoken(language), Screen()
    for path in ledger.parent.glob(ledger.name + "*"):
        path.unlink()
    screen.line(screen.bold(say("demo.reading")))
    with as_file(sample_folder()) as folder:
        status = add(ledger, str(folder), language=say.language)
    with opened(ledger, say) as book:
        _widely_told(book, screen, say)
        worst = _disagreements(book, screen, say)
        if worst:
            screen.line("\n" + screen.bold(say("demo.whole")))
            Whole(Describer(screen, say)).show(Accounts(book).event(worst.events[0]))
    screen.line("\n" + say("demo.next", ledger=ledger))
    return status


def _widely_told(book: Ledger, screen: Screen, say: Messages) -> None:
    """The events that most reports tell, with how many independent chains that really is."""
    screen.line("\n" + screen.bold(say("demo.events")))
    found = sorted(lists.events(book, lists.Filters()), key=lambda event: (-len(event.documents), event.id))
    for event in found[:_MOST_EVENTS]:
        screen.line(f"  {_heading(event, say)}")
        screen.line("    " + say("demo.behind", documents=len(event.documents), low=event.chains_min, high=event.chains_max))


def _heading(event: Event, say: Messages) -> str:
    place = event.place.name if event.place else say("no_place")
    return f"{event.date or say('no_date')} · {say('type.' + event.type)} · {place}"


def _disagreements(book: Ledger, screen: Screen, say: Messages) -> Disagreement | None:
    """Each disagreement in a sentence; returned is one about an event with the most reports on its sides."""
    screen.line("\n" + screen.bold(say("demo.disagreements")))
    found = list(lists.disagreements(book, lists.Filters()))
    for one in found:
        screen.line(f"  · {one.explanation[say.language]}")
    figures = [one for one in found if one.kind == "figure" and one.events]
    return max(figures, key=lambda one: sum(len(side.documents) for side in one.sides), default=None)
