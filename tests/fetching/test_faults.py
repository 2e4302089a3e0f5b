import pickle

from tawatur.errors import InputError
from tawatur.fetching.faults import FetchError


def test_a_fault_is_one_line_and_travels_between_processes() -> None:
    fault = FetchError("http://a.example/", "is gone", "check the address", status=410)
    assert str(fault) == "http://a.example/: is gone; check the address"
    copy = pickle.loads(pickle.dumps(fault))
    assert isinstance(copy, InputError)
    assert str(copy) == str(fault)
