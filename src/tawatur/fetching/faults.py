"""The one error of fetching: an InputError that also knows whether trying again may help."""

from tawatur.errors import InputError

LATER = "try again later"
CHECK = "check the address"


class FetchError(InputError):
    """`status` is the HTTP status, if that is the fault; `may_pass`: a second try may go well; `wait_s`: so long the site asks to wait."""

    def __init__(
        self, where: str, what: str, do: str, *, status: int | None = None, may_pass: bool = False, wait_s: float | None = None
    ) -> None:
        super().__init__(where, what, do)
        self.status, self.may_pass, self.wait_s = status, may_pass, wait_s
