"""The API against its own description, by generated requests: nothing fails, and every answer is one that the description tells of."""

from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.generation import GenerationMode

from tawatur.web.api.schema import parameters, schema
from tawatur.web.app import make_app
from tawatur.web.options import Options

HOST, TOKEN = "testserver", "a token for generated requests"
PATIENCE_S = 120
"""The first request loads the packs, which takes long on a machine that is busy."""
RIGHT, WRONG = GenerationMode.POSITIVE, GenerationMode.NEGATIVE
OPERATIONS = [(path, method) for path, item in schema()["paths"].items() for method in item]
REQUESTS = [(path, method, RIGHT) for path, method in OPERATIONS]
REQUESTS += [(path, method, WRONG) for path, method in OPERATIONS if parameters(path) or method == "post"]
"""Of the others, whatever is asked is of the right form."""


@pytest.fixture(scope="module")
def described(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> schemathesis.BaseSchema:
    """What the running application says of itself."""
    ledger = tmp_path_factory.mktemp("generated") / "a.ledger"
    ledger.write_bytes(samples.read_bytes())
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", make_app(Options(ledger, hosts=(HOST,), token=TOKEN)))


@pytest.mark.parametrize(("path", "method", "mode"), REQUESTS, ids=lambda part: getattr(part, "value", part))
def test_generated_requests(described: schemathesis.BaseSchema, path: str, method: str, mode: GenerationMode) -> None:
    """With all checks of schemathesis: statuses, headers and bodies as told, wrong requests refused, right ones taken, no way round the
    token, other methods not allowed."""
    operation = described[path][method]

    @settings(
        max_examples=8, derandomize=True, deadline=None, database=None, phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(case=operation.as_strategy(generation_mode=mode))
    def answers_as_told(case: "schemathesis.Case[Any]") -> None:
        case.call_and_validate(headers={"Authorization": f"Bearer {TOKEN}"}, timeout=PATIENCE_S)

    answers_as_told()
