from tawatur.cli.trees import draw, roots
from tawatur.ledger.accounts import Account
from tawatur.model import Link, Span

OFFICIAL = Link("person", "سالم", "salim")


def account(name: str, *chain: Link) -> Account:
    return Account(name, name, f"outlet {name}", None, None, "", Span(0, 0), (), chain)


def drawn(*accounts: Account) -> list[str]:
    return list(draw(roots(accounts), lambda link: link.name, lambda one: [one.document, "words"]))


def test_accounts_of_one_origin_hang_on_one_root() -> None:
    agency = Link("agency", "النهر", "river")
    assert drawn(
        account("a", Link("outlet", "A"), agency, OFFICIAL),
        account("b", Link("outlet", "B"), agency, Link("person", "سالم الأول", "salim")),
        account("c", Link("outlet", "C"), OFFICIAL),
    ) == [
        "سالم",
        "├─ النهر",
        "│  ├─ A",
        "│  │  └─ a",
        "│  │     words",
        "│  └─ B",
        "│     └─ b",
        "│        words",
        "└─ C",
        "   └─ c",
        "      words",
    ]


def test_without_a_chain_the_outlet_is_the_origin() -> None:
    assert drawn(account("a")) == ["outlet a", "└─ a", "   words"]
    assert len(roots([account("a"), account("b")])) == 2
