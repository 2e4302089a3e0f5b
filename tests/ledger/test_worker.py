import multiprocessing

import pytest

from tawatur.errors import InputError
from tawatur.ledger.worker import Limits, done, work

from .deeds import Deed, do


def test_it_says_that_it_is_ready_and_answers_each_item() -> None:
    near, far = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=work, args=(do, far, Limits()))
    process.start()
    far.close()
    assert near.recv() is None
    near.send([Deed(2), InputError("here", "is broken", "mend it"), Deed(3)])
    assert near.recv() == 4
    assert str(near.recv()) == "here: is broken; mend it"
    assert near.recv() == 9
    near.close()
    process.join(30)
    assert process.exitcode == 0


def test_what_a_function_raises_names_the_item() -> None:
    assert str(done(do, Deed(7, "fail"))) == "deed 7: the reader failed on it (ValueError: not 7); please report it with the file"
    assert str(done(do, Deed(7, "refuse"))) == "deed 7: is refused; leave it out"


def test_want_of_memory_is_not_taken_for_a_fault_of_the_function() -> None:
    with pytest.raises(MemoryError):
        done(do, Deed(7, "want memory"))
