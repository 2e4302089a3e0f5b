import pickle

from tawatur.errors import InputError, LedgerError, NotFoundError, PackError, TawaturError


def test_an_input_error_says_what_where_and_what_to_do_in_one_line() -> None:
    error = InputError("feed.jsonl:7", "is no JSON", "mend the line")
    assert str(error) == "feed.jsonl:7: is no JSON; mend the line"
    assert (error.where, error.what, error.do) == ("feed.jsonl:7", "is no JSON", "mend the line")


def test_what_comes_from_outside_breaks_no_line() -> None:
    error = InputError("https://a.example/1\nContent-Length: 9", "is broken (\x1b[31m\r\u2028)", "fetch it again")
    assert str(error) == "https://a.example/1 Content-Length: 9: is broken ( [31m ); fetch it again"


def test_an_input_error_travels_between_processes() -> None:
    error = pickle.loads(pickle.dumps(InputError("a.txt", "is empty", "leave it out")))
    assert (error.where, error.what, error.do) == ("a.txt", "is empty", "leave it out")


def test_every_error_for_users_is_of_one_tree() -> None:
    assert all(issubclass(error, TawaturError) for error in (InputError, LedgerError, NotFoundError, PackError))
