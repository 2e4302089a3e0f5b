import re

import pytest

from tawatur.web.pages.guide import WORDS
from tests.web.conftest import Client


@pytest.mark.parametrize("language", ["ar", "en"])
def test_help_tells_what_the_words_mean_and_what_the_keys_do(client: Client, language: str) -> None:
    page = client.get(f"/{language}/help").text
    article = page[page.index("<main") : page.index("</main>")]
    assert article.count("<dt>") >= len(WORDS) + 6
    assert '<kbd dir="ltr">g</kbd> <kbd dir="ltr">e</kbd>' in article
    assert re.search(r'href="/\w\w/help" aria-current="page"', page)
