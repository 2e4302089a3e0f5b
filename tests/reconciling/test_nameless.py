import pytest

from tawatur.reconciling.nameless import (
    body_behind,
    body_of_paper,
    body_of_site,
    is_bare_medium,
    is_bare_paper,
    is_network,
    is_ours,
    is_reporter,
    source_class,
)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("شهود عيان", "witness"), ("سكان المنطقة", "witness"), ("مصدر أمني", "official"), ("مسؤول في المدينة", "official"), ("مصدر مطلع", "")],
)
def test_nameless_sources_by_what_they_can_know(name: str, expected: str) -> None:
    assert source_class(name) == expected


def test_reporters() -> None:
    assert is_ours("مراسلنا في بغداد")
    assert is_reporter("مراسل رويترز")
    assert not is_reporter("مراسلنا")
    assert not is_reporter("صحفيون")


def test_media_that_name_nobody() -> None:
    assert is_network("وسائل إعلام محلية")
    assert not is_network("شبكة عين الفرات")
    assert is_bare_medium("الموقع")
    assert not is_bare_medium("موقع النشرة")


def test_papers_that_name_nobody() -> None:
    assert is_bare_paper("مقطع فيديو متداول")
    assert not is_bare_paper("التقرير السنوي")


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("مصادر في الدفاع المدني السوري", "white-helmets"),
        ("ضابط في الجيش السوري", "syrian-army"),
        ("ضابط سابق في الجيش السوري", ""),
        ("مصدر", ""),
    ],
)
def test_the_body_behind_a_nameless_source(name: str, body: str) -> None:
    found = body_behind(name)
    assert (found.key if found else "") == body


def test_a_body_speaks_in_its_papers_and_on_its_site() -> None:
    told = (body_of_paper("بيان للقيادة المركزية الأميركية"), body_of_site("موقع المرصد السوري"))
    assert [found.key for found in told if found] == ["us-central-command", "sohr"]
    assert body_of_paper("صور الجيش السوري") is None
    assert body_of_site("قناة المرصد السوري") is None
