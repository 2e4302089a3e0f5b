"""What an account rests on: marks that two accounts must share before one is taken to have what it says from the other.

An account rests on another when one of the marks it `rests_on` is among those that the other `stands_for`. This is settled between the
two alone: no third account makes or breaks it. Two that rest on each other are one source.
"""

from collections.abc import Iterator

from tawatur.reconciling.accounts import Account
from tawatur.reconciling.explanations import Text, named, wording
from tawatur.reconciling.parties import listed_name
from tawatur.reconciling.persons import is_office, own_name, surname
from tawatur.reconciling.transmission import own_site_of

Mark = tuple[str, ...]
"""What two accounts share; the first word says as what, and is the key of its reason in the table `explanations`."""


def rests_on(one: Account) -> Iterator[Mark]:
    """The marks of what the account may have its words from."""
    match one.kind:
        case "person":
            yield from _whom_a_person_is(one)
        case "body":
            yield "origin", one.origin
            yield "member", one.origin
        case "paper":
            yield "paper", one.origin
        case "anonymous":
            yield "nameless_in_text", one.home, one.origin
            yield "nameless_through", one.relays[-1], one.origin
        case "relay":
            yield from _whence_a_relay_has_it(one)


def stands_for(one: Account) -> Iterator[Mark]:
    """The marks by which others may rest on the account: itself, the text it is in, and everyone it came through."""
    yield "one_text", one.home
    yield from (("through", relay) for relay in one.relays)
    yield from (("member", body.key) for relay in one.relays if (body := own_site_of(relay, "")))
    match one.kind:
        case "person":
            yield "origin", one.origin
            yield from _names_of_a_person(one)
        case "body":
            yield "origin", one.origin
        case "paper":
            yield "paper", one.origin
        case "anonymous":
            yield "nameless_in_text", one.home, one.origin
            yield "nameless_through", one.relays[-1], one.origin
        case "relay" if one.own_words and not one.had_from:
            yield "voice", one.relays[0]


def why(mark: Mark, one: Account) -> Text:
    """Why the account rests on another that stands for the mark."""
    passed_on = mark[0] == "through" and mark[1] != one.origin
    who = named(listed_name(mark[1]), mark[1]) if passed_on else named(one.name, one.origin)
    return wording(f"reason.{mark[0]}", who=who)


def _whom_a_person_is(one: Account) -> Iterator[Mark]:
    """A person is one with the same person; a surname or an office with whoever of that body bears it."""
    yield "origin", one.origin
    if is_office(one.name):
        if one.organisation:
            yield "office", one.organisation
    elif len(own_name(one.name)) == 1:
        yield "surname", one.organisation or one.home, surname(one.name)


def _names_of_a_person(one: Account) -> Iterator[Mark]:
    if one.organisation:
        yield "member", one.organisation
    if not is_office(one.name):
        yield "surname", one.home, surname(one.name)
        if one.organisation:
            yield "surname", one.organisation, surname(one.name)
            yield "office", one.organisation


def _whence_a_relay_has_it(one: Account) -> Iterator[Mark]:
    """From the agency or outlet passed on; what a document says in its own words, from the sources of its text or as the outlet's own."""
    if not one.own_words:
        yield "through", one.relays[-1]
        return
    yield "one_text", one.home
    yield from (("through", other) for other in one.had_from)
    if not one.had_from:
        yield "voice", one.relays[0]
