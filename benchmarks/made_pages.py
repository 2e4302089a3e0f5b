"""Web pages as outlets make them, around the texts of a corpus: some 45 KB and 300 elements, where saved ones have 70 KB and 600.

Four makes of page, with menus, related stories, most-read lists, scripts and footers around the article: a weblog with linked data, an
old one of tables in windows-1256 that states nothing for machines, one of nested `div`s with advertisements between paragraphs, and an
agency's with microdata. All wording is made up here.
"""

import html
import json
from collections.abc import Callable, Iterator, Sequence

from tawatur.intake.dates import normalise_date
from tawatur.model import Document

_SECTIONS = (
    "الرئيسية", "سياسة", "اقتصاد", "رياضة", "ثقافة", "صحة", "علوم", "منوعات", "محافظات", "عرب وعالم", "رأي", "حوارات", "صور",
    "فيديو", "أرشيف", "خدمات", "وظائف", "أسعار", "طقس", "مواقيت",
)  # fmt: skip
_ABOUT = ("من نحن", "اتصل بنا", "سياسة الخصوصية", "شروط الاستخدام", "أعلن معنا", "خريطة الموقع", "النشرة البريدية", "التطبيقات")
_NAMES = ("صباح النهر", "بريد الضفة", "نافذة الشرق", "وكالة الميناء")
_SCRIPT_LINES, _STYLE_LINES = 220, 260


def made_page(document: Document, number: int, others: Sequence[Document]) -> bytes:
    """The page of a document; its make goes by its number. Related stories have the headings of the others."""
    make, charset = _MAKES[number % len(_MAKES)]
    title, paragraphs = _cut(document)
    headings = [_cut(other)[0] for other in others]
    day = normalise_date(document.published or "") or ""
    page = make(title, paragraphs, headings, day, f"https://news{number % len(_MAKES)}.example/{number}")
    return page.encode(charset, errors="xmlcharrefreplace")


def made_pages(found: Sequence[Document], count: int) -> Iterator[bytes]:
    """So many pages. A corpus that is smaller is taken again, with a mark that makes its articles new."""
    for number in range(count):
        document, again = found[number % len(found)], number // len(found)
        others = [found[(number + step) % len(found)] for step in range(1, 31)]
        yield made_page(document, number, others) + (b"<!-- %d -->" % again if again else b"")


def _cut(document: Document) -> tuple[str, list[str]]:
    """Title and paragraphs, with what is special in HTML escaped."""
    lines = [html.escape(line.strip()) for line in document.text.splitlines() if line.strip()] or ["-"]
    if document.title:
        return html.escape(document.title), lines
    return lines[0][:150], lines[1:] or lines


def _head(title: str, outlet: str, more: str) -> str:
    style = "".join(f".b{line}{{margin:0 auto;padding:{line}px;display:block;color:#2{line % 10}3}}\n" for line in range(_STYLE_LINES))
    script = "".join(
        f'window.cfg=window.cfg||{{}};cfg["slot{line}"]={{id:{line},size:[300,250],lazy:true}};\n' for line in range(_SCRIPT_LINES)
    )
    return (
        f"<head><title>{title} - {outlet}</title><meta name='viewport' content='width=device-width'>{more}"
        f"<style>{style}</style><script>{script}</script></head>"
    )


def _links(names: Sequence[str], kind: str) -> str:
    items = "".join(f'<li class="{kind}-item"><a href="/{kind}/{at}" data-at="{at}">{name}</a></li>' for at, name in enumerate(names))
    return f'<ul class="{kind}">{items}</ul>'


def _cards(headings: Sequence[str], kind: str) -> str:
    return "".join(
        f'<div class="{kind}-card"><a href="/s/{at}"><img src="/i/{at}.jpg" alt=""><span class="tag">{_SECTIONS[at % 12]}</span>'
        f"<h3>{heading}</h3></a><time>{at + 1} ساعات</time></div>"
        for at, heading in enumerate(headings)
    )


def _weblog(title: str, paragraphs: list[str], headings: list[str], day: str, url: str) -> str:
    said = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": html.unescape(title), "datePublished": day,
            "publisher": {"@type": "Organization", "name": _NAMES[0]}}  # fmt: skip
    linked = f'<script type="application/ld+json">{json.dumps(said, ensure_ascii=False)}</script><link rel="canonical" href="{url}">'
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f'<!DOCTYPE html><html lang="ar" dir="rtl">{_head(title, _NAMES[0], linked)}<body class="single-post">'
        f'<header id="top"><nav>{_links(_SECTIONS, "menu")}</nav></header><main><article class="post"><h1 class="entry-title">{title}</h1>'
        f'<div class="meta"><a rel="author" href="/a">هيئة التحرير</a> <time datetime="{day}">{day}</time></div><figure><img src="/m.jpg">'
        f'<figcaption>صورة من الأرشيف</figcaption></figure><div class="entry-content">{body}</div>'
        f'<div class="share">{_links(("شارك", "غرد", "أرسل", "اطبع"), "share")}</div></article>'
        f'<section class="related-posts"><h2>مواضيع ذات صلة</h2>{_cards(headings[:12], "related")}</section></main>'
        f'<aside class="sidebar widget"><h2>الأكثر قراءة</h2>{_cards(headings[12:], "popular")}</aside>'
        f"<footer>{_links((*_ABOUT, *_SECTIONS), 'footer')}<p>جميع الحقوق محفوظة</p></footer></body></html>"
    )


def _tables(title: str, paragraphs: list[str], headings: list[str], day: str, url: str) -> str:
    cells = "".join(f'<tr><td class="side"><a href="n.asp?id={at}">{heading}</a></td></tr>' for at, heading in enumerate(headings))
    menu = "".join(f'<td><a href="s.asp?c={at}"><font size="2">{name}</font></a></td>' for at, name in enumerate(_SECTIONS))
    charset = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1256">'
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f'<html dir="rtl">{_head(title, _NAMES[1], charset)}'
        f'<body><table width="980"><tr>{menu}</tr></table><table width="980"><tr><td valign="top" width="180"><table>{cells}</table></td>'
        f'<td valign="top"><h1>{title}</h1><span class="date">{day}</span><div id="newsbody">{body}'
        f'</div></td><td valign="top"><table>{cells}</table></td></tr></table><table><tr><td>{_links(_ABOUT, "foot")}</td></tr></table>'
        f"</body></html>"
    )


def _divs(title: str, paragraphs: list[str], headings: list[str], day: str, url: str) -> str:
    more = f'<meta property="og:title" content="{title}"><meta property="article:published_time" content="{day}T08:00:00+03:00">'
    more += f'<meta property="og:site_name" content="{_NAMES[2]}"><meta property="og:url" content="{url}">'
    slot = '<div class="ad-slot"><div id="gpt"><script>cfg.push("mid");</script></div></div>'
    body = slot.join(f'<div class="paragraph"><p dir="rtl"><span>{paragraph}</span></p></div>' for paragraph in paragraphs)
    return (
        f'<!DOCTYPE html><html lang="ar">{_head(title, _NAMES[2], more)}<body><div id="root"><div class="wrap"><div class="bar">'
        f'{_links(_SECTIONS, "nav")}</div><div class="grid"><div class="col-8"><div class="article"><div class="article__head">'
        f'<h1>{title}</h1><div class="article__date">{day}</div></div><div class="article__body">{body}</div></div></div>'
        f'<div class="col-4"><div class="block"><div class="block__title">اقرأ أيضا</div>{_cards(headings[:15], "more")}</div></div></div>'
        f'<div class="grid"><div class="block__title">اخترنا لكم</div>{_cards(headings[15:], "pick")}</div>'
        f'<div class="foot">{_links((*_ABOUT, *_SECTIONS), "foot")}</div></div></div></body></html>'
    )


def _agency(title: str, paragraphs: list[str], headings: list[str], day: str, url: str) -> str:
    text = "<br><br>\n".join(paragraphs)
    return (
        f'<!DOCTYPE html><html lang="ar">{_head(title, _NAMES[3], "")}<body><div class="top">{_links(_SECTIONS, "cats")}</div>'
        f'<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">{title}</h1>'
        f'<meta itemprop="datePublished" content="{day}"><div itemprop="articleBody" class="text">{text}</div></div>'
        f'<div class="latest"><h4>آخر الأخبار</h4>{_links(headings, "latest")}</div>{_cards(headings[:10], "photo")}'
        f'<div class="bottom">{_links((*_ABOUT, *_SECTIONS), "bottom")}</div></body></html>'
    )


_Make = Callable[[str, list[str], list[str], str, str], str]
_MAKES: tuple[tuple[_Make, str], ...] = ((_weblog, "utf-8"), (_tables, "cp1256"), (_divs, "utf-8"), (_agency, "utf-8"))
