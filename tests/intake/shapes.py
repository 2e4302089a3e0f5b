# ruff: noqa: E501
"""Web pages in the shapes that outlets use, around articles of our own wording: what the measure of page intake and its floors run on."""

import html
import json
from collections.abc import Callable
from typing import NamedTuple


class Article(NamedTuple):
    title: str
    subtitle: str
    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n".join(self.paragraphs)


BRIDGE = Article(
    "انهيار جزء من جسر قديم على نهر الساقية ونجاة سائقين",
    "البلدية تغلق الطريق وتعد بتقرير خلال أسبوع",
    (
        "انهار صباح الأحد جزء من الجسر القديم على نهر الساقية، ونجا سائقا شاحنتين كانتا تعبرانه، وفق ما أعلنه الدفاع المدني.",
        "وقال مدير الدفاع المدني في البلدة سالم الهضبي إن فرق الإنقاذ وصلت بعد ربع ساعة، وإن السائقين نقلا إلى المستشفى بجروح طفيفة.",
        "وأضاف أن الحمولة سقطت في الماء، وأن عمال البلدية يعملون على رفعها قبل أن يجرفها التيار نحو محطة الضخ.",
        "وأغلقت الشرطة الطريق في الاتجاهين، وحولت السير إلى جسر الطاحونة الذي يبعد أربعة كيلومترات.",
        "من جهته، وعد رئيس البلدية بتقرير عن أسباب الانهيار خلال أسبوع، وقال: «حذرنا مرارا من عبور الشاحنات الثقيلة».",
        "وكان الجسر قد بني قبل ستين عاما، ورمم مرة واحدة بعد فيضان كبير ألحق أضرارا بقواعده.",
    ),
)
STRIKE = Article(
    "عمال الميناء يعلقون إضرابهم بعد اتفاق على الأجور",
    "الاتفاق يشمل زيادة على مرحلتين",
    (
        "علق عمال ميناء الرأس الأبيض، مساء الثلاثاء، إضرابا دام تسعة أيام، بعد اتفاق مع الإدارة على زيادة الأجور.",
        "وينص الاتفاق، الذي اطلعت عليه صحيفتنا، على زيادة قدرها سبعة في المئة هذا العام وأربعة في المئة في العام المقبل.",
        "ورحب ممثل النقابة بالاتفاق، لكنه قال إن العمال سيراقبون تنفيذه، وإنهم قد يعودون إلى الإضراب إذا تأخر صرف الزيادة.",
        "وتوقفت خلال الإضراب حركة ثلاثين سفينة، وقدرت غرفة التجارة الخسائر بأكثر من مليوني دينار يوميا.",
        "ومن المقرر أن يعود العمل إلى طبيعته تدريجيا اعتبارا من صباح الأربعاء، بحسب بيان وزعته إدارة الميناء.",
        "وقال تاجر ينتظر حاويتين من قطع الغيار إنه خسر زبائن كثيرين، وإن التعويض الذي وعدت به الشركة لا يكفي.",
        "وتعد هذه المرة الثالثة التي يضرب فيها عمال الميناء منذ بداية العام، بعد إضرابين قصيرين في الشتاء.",
    ),
)
BRIEF = Article(
    "هزة أرضية خفيفة تضرب جزيرة اللؤلؤ",
    "",
    (
        "ضربت هزة أرضية بقوة ثلاث درجات ونصف الدرجة جزيرة اللؤلؤ فجر اليوم، من دون أن تسبب أضرارا.",
        "وقال مركز الرصد الوطني إن مركز الهزة يقع في البحر على عمق عشرة كيلومترات، وإن السكان شعروا بها لثوان.",
    ),
)
FLOOD = Article(
    "سيول تعزل ثلاث قرى في وادي الزيتون وفرق الإغاثة تصل بالقوارب",
    "السكان يطالبون بسد يحمي بيوتهم",
    (
        "عزلت سيول جارفة ثلاث قرى في وادي الزيتون منذ ليل الخميس، واضطرت فرق الإغاثة إلى الوصول إليها بالقوارب.",
        "وأفادت الإدارة المحلية بأن نحو مئتي عائلة غادرت بيوتها إلى مدارس في البلدة المجاورة، حيث وزعت عليها أغطية وطعام.",
        "ولم تسجل وفيات حتى الآن، لكن رجلين ما زالا مفقودين بعدما حاولا سحب جرار زراعي علق في الطين.",
        "وقال المزارع أبو نادر: «ارتفع الماء في ساعة واحدة إلى مستوى النوافذ، ولم نحمل معنا غير الأطفال».",
        "ويطالب سكان الوادي منذ سنوات ببناء سد صغير أعلى المجرى، غير أن المشروع لم يحصل على تمويل.",
        "وتتوقع الأرصاد الجوية استمرار المطر حتى مساء السبت، ودعت السكان إلى الابتعاد عن مجاري الأودية.",
        "وفي العاصمة، عقد مجلس الوزراء جلسة طارئة خصص فيها مبلغا لإصلاح الطرق وشبكة الكهرباء في المنطقة.",
        "وأعلنت جمعيات خيرية فتح باب التبرع، وقالت إنها تحتاج إلى أدوية ومضخات ومولدات قبل كل شيء.",
    ),
)

URGENT = Article(
    "مقتل شرطي بإطلاق نار عند حاجز شمال المدينة",
    "",
    ("قتل شرطي وأصيب آخر بإطلاق نار من سيارة مسرعة عند حاجز شمال المدينة مساء اليوم، وفق مصدر أمني.",),
)
ARTICLES = (BRIDGE, STRIKE, BRIEF, FLOOD, URGENT)

HEADLINES = (
    "وزير الزراعة يفتتح معرض التمور في دورته العاشرة",
    "فريق المدينة يتأهل إلى نصف النهائي بهدف متأخر",
    "أسعار الخضار ترتفع قبل العيد والتجار يشتكون",
    "طلاب الجامعة يصممون طائرة صغيرة لمراقبة الغابات",
    "المتحف الوطني يعيد عرض مخطوطات نادرة بعد ترميمها",
    "خبراء يحذرون من نقص المياه الجوفية في السهل",
    "شركة محلية تطلق تطبيقا لحجز مواعيد الأطباء",
    "مهرجان الربيع يستقطب آلاف الزوار في أسبوعه الأول",
)
MENU = ("الرئيسية", "سياسة", "اقتصاد", "رياضة", "ثقافة", "آراء", "فيديو", "اتصل بنا")
COMMENTS = (
    "الله يسلم السائقين، كل سنة نسمع الوعود نفسها ولا نرى عملا على الأرض يا جماعة الخير",
    "لماذا لا تنشرون أسماء المسؤولين عن الصيانة؟ الناس تريد أن تعرف من المقصر في عمله فعلا",
    "شكرا على الخبر، وأتمنى متابعة الموضوع في الأيام المقبلة ونشر ما يستجد من تفاصيل لاحقا",
)
COOKIES = "نستخدم ملفات تعريف الارتباط لتحسين تجربتك في موقعنا، وباستمرارك في التصفح فإنك توافق على سياسة الخصوصية وشروط الاستخدام."
ADDRESS = "https://www.saqiya.example/news/2021/5/9/story-48213"
SITE = "مرآة الساقية"


def paragraphs(article: Article, tag: str = "p") -> str:
    return "\n".join(f"<{tag}>{html.escape(text, quote=False)}</{tag}>" for text in article.paragraphs)


def menu() -> str:
    return "<nav class='main-nav'><ul>" + "".join(f"<li><a href='/{n}'>{word}</a></li>" for n, word in enumerate(MENU)) + "</ul></nav>"


def links(first: int = 0, count: int = 6, tag: str = "li") -> str:
    return "".join(f"<{tag}><a href='/news/{n}00{n}'>{HEADLINES[n % 8]}</a></{tag}>" for n in range(first, first + count))


def cards(first: int = 0, count: int = 4) -> str:
    """Other stories as cards: a picture, a headline, the beginning of the text, a date."""
    teaser = "كشف مصدر مسؤول عن تفاصيل جديدة تخص الموضوع الذي شغل الرأي العام طوال الأيام الماضية في البلاد"
    return "".join(
        f"<div class='card-item'><a href='/n/{n}'><img src='/i/{n}.jpg' alt=''><h3>{HEADLINES[n % 8]}</h3></a><p>{teaser}</p>"
        f"<time datetime='2021-05-0{n + 1}T10:00:00+03:00'>0{n + 1}/05/2021</time></div>"
        for n in range(first, first + count)
    )


def footer() -> str:
    return f"<footer><ul>{links(2, 4)}</ul><p>جميع الحقوق محفوظة © {SITE} 2021</p></footer>"


def linked_data(article: Article, **more: object) -> str:
    data = {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": article.title, "datePublished": "2021-05-09T11:20:00+03:00",
        "dateModified": "2021-05-10T08:00:00+03:00", "mainEntityOfPage": {"@type": "WebPage", "@id": ADDRESS},
        "author": {"@type": "Person", "name": "ليلى الساحلي"}, "publisher": {"@type": "Organization", "name": SITE}, **more,
    }  # fmt: skip
    return f"<script type='application/ld+json'>{json.dumps(data, ensure_ascii=False)}</script>"


def head(article: Article, *more: str, canonical: str = ADDRESS) -> str:
    title = html.escape(article.title)
    return (
        f"<head><meta charset='utf-8'><title>{title} | {SITE}</title><meta property='og:title' content='{title} | {SITE}'>"
        f"<meta property='og:site_name' content='{SITE}'><link rel='canonical' href='{canonical}'>{''.join(more)}</head>"
    )


def whole(head: str, body: str, classes: str = "") -> str:
    return f"<!DOCTYPE html><html lang='ar' dir='rtl'>{head}<body class='{classes}'>{body}</body></html>"


def wordpress(article: Article) -> str:
    """A common WordPress theme: share bar above and below, tags, author box, related posts, comments with their times."""
    share = "<div class='sharedaddy sd-sharing'><ul><li><a href='#'>فيسبوك</a></li><li><a href='#'>تويتر</a></li></ul></div>"
    talk = "".join(
        f"<li class='comment'><div class='comment-author'>زائر {n}</div><time datetime='2021-05-1{n}T09:00:00+03:00'>1{n} مايو 2021</time>"
        f"<div class='comment-content'><p>{text}</p></div></li>"
        for n, text in enumerate(COMMENTS)
    )
    return whole(
        head(article, "<meta property='article:modified_time' content='2021-05-20T08:00:00+00:00'>"),
        f"<header id='masthead'><a href='/'>{SITE}</a>{menu()}</header><main id='main'><article class='post type-post status-publish'>"
        f"<header class='entry-header'><h1 class='entry-title'>{article.title}</h1><div class='entry-meta'>"
        "<time class='entry-date published' datetime='2021-05-09T11:20:00+03:00'>9 مايو 2021</time>"
        "<time class='updated' datetime='2021-05-20T11:00:00+03:00'>20 مايو 2021</time>"
        "<span class='byline'>كتب: <a rel='author' href='/author/1'>ليلى الساحلي</a></span></div></header>"
        f"{share}<div class='entry-content'>{paragraphs(article)}</div>{share}"
        "<footer class='entry-footer'><span class='tags-links'><a href='/t/1'>أخبار محلية</a> <a href='/t/2'>طرق</a></span></footer></article>"
        "<div class='author-box'><h4>ليلى الساحلي</h4><p>صحافية تكتب في الشؤون المحلية منذ عشر سنوات، وتهتم بقضايا البلديات والبيئة.</p></div>"
        f"<div class='related-posts'><h3>مقالات ذات صلة</h3><ul>{links()}</ul></div>"
        f"<section id='comments' class='comments-area'><h2>3 تعليقات</h2><ol class='comment-list'>{talk}</ol></section></main>"
        f"<aside class='widget-area'><h3>الأكثر قراءة</h3><ul>{links(3)}</ul></aside>{footer()}",
        "single single-post",
    )


def drupal(article: Article) -> str:
    """Drupal: the body in fields within fields, the date in a field above, a block of related nodes with their teasers."""
    return whole(
        head(article, "<meta name='dcterms.date' content='2021-05-09T11:20+03:00'>"),
        f"{menu()}<div class='region region-content'><div class='node node--type-article'><h1 class='page-title'><span>{article.title}</span></h1>"
        f"<div class='field field--name-field-subtitle'>{article.subtitle}</div>"
        "<div class='field field--name-field-date'>الأحد 9 مايو 2021 - 11:20</div>"
        f"<div class='field field--name-body field--type-text-with-summary'><div class='field__item'>{paragraphs(article)}</div></div></div>"
        f"<div class='block block-views'><h2>أخبار ذات صلة</h2><div class='view-content'>{cards()}</div></div></div>{footer()}",
    )


def next_json(article: Article) -> str:
    """Next.js: no article in the markup, all of it in the JSON that the scripts would show."""
    story = {"id": 48213, "title": article.title, "slug": "story", "body": paragraphs(article), "publishedAt": "2021-05-09T08:20:00Z"}
    others = [
        {"id": n, "title": one, "excerpt": f"{one}، وفق ما علمت الصحيفة من مصادر مطلعة على الملف."} for n, one in enumerate(HEADLINES)
    ]
    state = {"props": {"pageProps": {"layout": {"menu": list(MENU)}, "article": story, "mostRead": others}}, "page": "/news/[id]"}
    return whole(
        head(article),
        f"<div id='__next'>{menu()}<div class='spinner'></div>{footer()}</div>"
        f"<script id='__NEXT_DATA__' type='application/json'>{json.dumps(state, ensure_ascii=False)}</script>",
    )


def state_script(article: Article) -> str:
    """A page that scripts fill from a state assigned to a name, the text as a list of elements."""
    elements: list[dict[str, object]] = [{"type": "text", "content": text} for text in article.paragraphs]
    elements.insert(1, {"type": "image", "caption": "صورة من الأرشيف", "url": "/i/1.jpg"})
    content = {"headlines": {"basic": article.title}, "content_elements": elements, "display_date": "2021-05-09T08:20:00Z"}
    return whole(
        head(article),
        f"<div id='root'>{menu()}</div><script>window.Store=window.Store||{{}};Store.globalContent={json.dumps(content)};Store.v=3;</script>",
    )


def body_in_linked_data(article: Article) -> str:
    """Nothing but a teaser in the markup; JSON-LD has the whole text."""
    return whole(
        head(article, linked_data(article, articleBody="\n\n".join(article.paragraphs))),
        f"{menu()}<main><h1>{article.title}</h1><p>{article.paragraphs[0][:60]}…</p><button>اشترك لتقرأ</button></main>{footer()}",
    )


def amp(article: Article) -> str:
    """AMP: custom elements, consent and sidebar of their own, related stories in an amp-list fallback."""
    return whole(
        head(article, linked_data(article)),
        f"<amp-sidebar id='sidebar'><ul>{links(0, 5)}</ul></amp-sidebar><amp-consent id='c'><div><p>{COOKIES}</p><button>موافق</button></div>"
        f"</amp-consent><article class='amp-wp-article'><header><h1 class='amp-wp-title'>{article.title}</h1></header><amp-img src='/i.jpg'>"
        f"</amp-img><div class='amp-wp-article-content'>{paragraphs(article)}</div></article><div class='amp-related'><h3>اقرأ أيضا</h3>"
        f"<ul>{links(4)}</ul></div>{footer()}",
    )


def read_also_inside(article: Article) -> str:
    """Links to other stories between the paragraphs, as a paragraph of their own, as a box, as a list."""
    lines = [f"<p>{text}</p>" for text in article.paragraphs]
    lines.insert(1, f"<p><strong>اقرأ أيضا: <a href='/n/1'>{HEADLINES[0]}</a></strong></p>")
    lines.insert(3, f"<div class='inline-box'><span>شاهد أيضا</span><a href='/n/2'><h4>{HEADLINES[1]}</h4></a></div>")
    lines.append(f"<p>مواضيع متعلقة</p><ul>{links(2, 4)}</ul>")
    return whole(
        head(article, linked_data(article)),
        f"{menu()}<div class='container'><h1>{article.title}</h1><h2 class='sub-title'>{article.subtitle}</h2><div class='details'>"
        f"{''.join(lines)}</div></div>{footer()}",
    )


def captions(article: Article) -> str:
    """Pictures with captions and credits, a gallery below, an embedded post."""
    figure = "<figure><img src='/1.jpg' alt='جسر'><figcaption>عمال الإنقاذ في الموقع صباح الأحد (وكالة الشاطئ)</figcaption></figure>"
    gallery = "".join(f"<li><img src='/{n}.jpg'><span class='caption'>صورة رقم {n} من معرض الصور</span></li>" for n in range(1, 7))
    return whole(
        head(article, linked_data(article)),
        f"{menu()}<article><h1>{article.title}</h1>{figure}<section class='article-body'>{paragraphs(article)}</section>"
        f"<div class='gallery'><h3>معرض الصور</h3><ul>{gallery}</ul></div></article>{footer()}",
    )


def live(article: Article) -> str:
    """A live blog: every entry with its hour and headline."""
    entries = "".join(
        f"<div class='live-post' id='p{n}'><time datetime='2021-05-09T1{n}:05:00+03:00'>1{n}:05</time><p>{text}</p></div>"
        for n, text in enumerate(article.paragraphs)
    )
    return whole(
        head(article, linked_data(article).replace("NewsArticle", "LiveBlogPosting")),
        f"{menu()}<main><h1>{article.title}</h1><div class='live-blog'>{entries}</div></main>"
        f"<aside class='sidebar'><h3>الأكثر قراءة</h3><ol>{links(1)}</ol></aside>{footer()}",
    )


def old_tables(article: Article) -> str:
    """2005: frames of tables, the text in one cell parted by line breaks, headings in font tags, nothing for machines."""
    text = "<br><br>".join(article.paragraphs)
    entries = "".join(f"<tr><td><a href='index.php?s={n}'>{word}</a></td></tr>" for n, word in enumerate(MENU))
    latest = "".join(f"<tr><td><img src=dot.gif><a href='news.php?id={n}'>{one}</a></td></tr>" for n, one in enumerate(HEADLINES))
    return (
        f"<html><head><meta http-equiv='Content-Type' content='text/html; charset=windows-1256'><title>{SITE} - {article.title}</title></head>"
        f"<body><table width=780><tr><td colspan=3><img src=logo.gif></td></tr><tr><td width=140 valign=top><table>{entries}</table></td>"
        f"<td valign=top><table><tr><td><font size=5 color=#003366><b>{article.title}</b></font></td></tr><tr><td><font size=2>9/5/2005</font>"
        f"</td></tr><tr><td align=right><font size=3>{text}</font></td></tr></table></td><td width=160><table>{latest}</table></td></tr>"
        f"<tr><td colspan=3 align=center>جميع الحقوق محفوظة {SITE}</td></tr></table></body></html>"
    )


def unclosed_fonts(article: Article) -> str:
    """Old hand-made markup: fonts and paragraphs opened and never closed."""
    text = "".join(f"<p><font face=Arial><b><span>{one}" for one in article.paragraphs * 1)
    return f"<html><head><title>{article.title}</title></head><body><center><h2>{article.title}</h2></center>{text}</body></html>"


def broken_linked_data(article: Article) -> str:
    """JSON-LD with raw line breaks, entities, quotes that are not escaped and a comma too many."""
    raw = (
        '<script type="application/ld+json">\n{"@context":"http://schema.org","@type":"NewsArticle",\n'
        f'"headline":"{article.title} "عاجل" ","datePublished":"2021-05-09T11:20:00+03:00",\n"description":"{article.paragraphs[0]}\n\t",'
        '"author":{"@type":"Person","name":"ليلى الساحلي"},}\n</script>'
    )
    return whole(
        head(article, raw),
        f"{menu()}<div class='page'><h1>{article.title}</h1><div class='text'>{paragraphs(article)}</div></div>{footer()}",
    )


def several_linked_data(article: Article) -> str:
    """JSON-LD of related stories before the article's own, with other dates."""
    others = [
        {"@type": "NewsArticle", "headline": one, "datePublished": "2019-01-02T10:00:00Z", "url": f"/n/{n}"}
        for n, one in enumerate(HEADLINES)
    ]
    listed = [{"@type": "ListItem", "position": n, "item": one} for n, one in enumerate(others)]
    graph = {"@context": "https://schema.org", "@graph": [{"@type": "ItemList", "itemListElement": listed}, *others[:2]]}
    script = f"<script type='application/ld+json'>{json.dumps(graph)}</script>"
    return whole(
        head(article, script, linked_data(article)),
        f"{menu()}<h1>{article.title}</h1><div class='story'>{paragraphs(article)}</div><div class='more-news'>{cards()}</div>{footer()}",
    )


def bare_divs(article: Article) -> str:
    """A young framework: no paragraph, no meaning in the class names, related cards in the same column."""
    return whole(
        head(article, "<meta property='article:published_time' content='2021-05-09T11:20:00+03:00'>"),
        f"<div class='css-1a'>{menu()}</div><div class='css-9x'><div class='css-2b'><h1 class='css-77'>{article.title}</h1>"
        f"<div class='css-3c'>{article.subtitle}</div>{paragraphs(article, 'div')}</div><div class='css-8k'>{cards(0, 6)}</div></div>{footer()}",
    )


def breaks(article: Article) -> str:
    """The text in one element, parted by line breaks; a share bar above and links below."""
    return whole(
        head(article, linked_data(article)),
        f"{menu()}<div id='newsDetails'><h1>{article.title}</h1><div class='tools'><a href='#'>طباعة</a> <a href='#'>إرسال</a></div>"
        f"<div id='newsBody'>{'<br /><br />'.join(article.paragraphs)}</div><div class='more'>{links(0, 5, 'div')}</div></div>{footer()}",
    )


def lazy(article: Article) -> str:
    """A cookie banner first, text that is folded away until a click, subscriptions and advertisements between the paragraphs."""
    lines = [f"<p>{text}</p>" for text in article.paragraphs]
    advert = "<div class='ad-slot' id='div-gpt-ad-1'><p>إعلان</p></div>"
    first, rest = "".join(lines[:2]), advert.join(lines[2:])
    return whole(
        head(article, linked_data(article)),
        f"<div id='cookie-banner' role='dialog'><p>{COOKIES}</p><button>موافق</button></div>{menu()}<article><h1>{article.title}</h1>"
        f"<div class='article-content'>{first}<div class='read-more-content' style='display:none'>{rest}</div></div>"
        "<div class='newsletter-signup'><h4>النشرة البريدية</h4><p>اشترك في نشرتنا لتصلك أهم الأخبار كل صباح إلى بريدك مباشرة</p></div>"
        f"</article>{footer()}",
    )


def lists_and_quotes(article: Article) -> str:
    """Points in a list, a quotation in a block and headings in the text, all of them the article's."""
    half = len(article.paragraphs) // 2
    points = "".join(f"<li>{text}</li>" for text in article.paragraphs[:half])
    quotes = "".join(f"<blockquote><p>{text}</p></blockquote>" for text in article.paragraphs[half:])
    return whole(
        head(article, linked_data(article)),
        f"{menu()}<article class='post'><h1>{article.title}</h1><div class='post-content'><ul>{points}</ul>{quotes}</div></article>{footer()}",
    )


def comments_unnamed(article: Article) -> str:
    """Readers' comments in elements of other names, and the site's notice about them."""
    notice = "التعليقات المنشورة لا تعبر عن رأي الموقع وإنما تعبر عن رأي أصحابها، ونرجو الالتزام بآداب الحوار وعدم الإساءة"
    talk = "".join(f"<div class='userReply'><b>زائر</b><div>{text}</div></div>" for text in COMMENTS)
    return whole(
        head(article, linked_data(article)),
        f"{menu()}<div class='articleView'><h1>{article.title}</h1><div class='articleBody'>{paragraphs(article)}</div></div>"
        f"<div id='CommentsBox'><p>{notice}</p>{talk}</div>{footer()}",
    )


def endless(article: Article) -> str:
    """Endless scrolling: the next story stands whole below the first, in an element like its own."""
    other = ARTICLES[(ARTICLES.index(article) + 1) % len(ARTICLES)]
    stories = "".join(
        f"<article class='story'><h1>{one.title}</h1><div class='story-text'>{paragraphs(one)}</div></article>" for one in (article, other)
    )
    return whole(head(article, linked_data(article, articleBody=" ".join(article.paragraphs))), f"{menu()}<main>{stories}</main>{footer()}")


def aspnet(article: Article) -> str:
    """One form around everything, tables within, no headline element, menus that are most of the page, a clock on top."""
    entries = "".join(f"<td><a href='/s/{n}.aspx'>{word} في الوطن العربي والعالم</a></td>" for n, word in enumerate(MENU * 2))
    return (
        f"<html><head><title>{article.title} :: {SITE}</title><meta property='og:title' content='{article.title}'>"
        f"<meta property='og:site_name' content='{SITE}'><meta property='og:url' content='{ADDRESS}'>"
        "<meta name='pubdate' content='5/9/2021 11:20:00 AM'></head><body><form method='post' action='./story.aspx' id='aspnetForm'>"
        "<input type='hidden' name='__VIEWSTATE' value='/wEPDwUKLTEy'><span id='clock' class='date'>الجمعة 11 يونيو 2021</span>"
        f"<table class='layout'><tr>{entries}</tr><tr><td colspan=16><div id='ctl00_Title' class='newsTitle'>{article.title}</div>"
        f"<div id='ctl00_Details'><div dir='rtl'>{paragraphs(article, 'div')}</div></div></td></tr><tr><td>{links(0, 8, 'div')}</td></tr></table>"
        "</form></body></html>"
    )


def elementor(article: Article) -> str:
    """A page builder: the text is a widget among widgets, and the sections are rows of one make."""
    widgets = (f"<h1 class='elementor-heading-title'>{article.title}</h1>", paragraphs(article), f"<ul>{links(0, 5)}</ul>")
    rows = "".join(
        "<section class='elementor-section'><div class='elementor-column'><div class='elementor-widget elementor-widget-theme-post'>"
        f"<div class='elementor-widget-container'>{widget}</div></div></div></section>"
        for widget in widgets
    )
    return whole(
        head(article, linked_data(article)), f"{menu()}<div class='elementor'>{rows}</div>{footer()}", "elementor-page with-sidebar"
    )


def blogger(article: Article) -> str:
    """A blog service: spans and line breaks in one element, archives and profiles beside it."""
    text = "<br />\n<br />\n".join(f"<span style='font-size: large;'>{one}</span>" for one in article.paragraphs)
    return whole(
        head(article, "<meta itemprop='datePublished' content='2021-05-09T11:20:00+03:00'>"),
        f"<div class='tabs'>{menu()}</div><div class='main section'><div class='post hentry'><h3 class='post-title entry-title'>{article.title}</h3>"
        f"<div class='post-body entry-content'><div dir='rtl' style='text-align: right;'>{text}</div></div><div class='post-footer'>مرسلة بواسطة "
        f"<a href='/p'>محرر</a></div></div></div><div class='column-right'><h2>أرشيف المدونة</h2><ul>{links(0, 8)}</ul></div>{footer()}",
    )


def inline_cards(article: Article) -> str:
    """A card of another story between paragraphs, with its teaser; a poll; a call to follow the site."""
    card = (
        "<div class='read-more-card'><a href='/n/9'><img src='/9.jpg'></a><div><a href='/n/9'>"
        f"{HEADLINES[3]}</a><p>مشروع تخرج لفت الأنظار في معرض الجامعة السنوي وحصل على جائزة</p></div></div>"
    )
    lines = [f"<p>{text}</p>" for text in article.paragraphs]
    lines.insert(1, card)
    poll = "<div class='poll'><p>هل تؤيد إغلاق الطريق أمام الشاحنات الثقيلة طوال العام؟</p><label>نعم</label><label>لا</label></div>"
    return whole(
        head(article, linked_data(article)),
        f"{menu()}<article><h1>{article.title}</h1><div class='post-content'>{''.join(lines)}</div>{poll}</article>{footer()}",
    )


def named_links(article: Article) -> str:
    """Names and places linked throughout the text, as where each has a page of its own; a table of figures the text belongs to."""
    text = "".join(
        f"<p>{' '.join(f'<a href=/t/{n}>{word}</a>' if n % 5 == 2 else word for n, word in enumerate(one.split()))}</p>"
        for one in article.paragraphs
    )
    return whole(
        head(article, linked_data(article)),
        f"{menu()}<main><div class='row'><h1>{article.title}</h1></div><div class='row'><div class='col-8'>{text}</div>"
        f"<div class='col-4'><h3>أحدث الأخبار</h3>{cards(0, 5)}</div></div></main>{footer()}",
    )


def sidebar_first(article: Article) -> str:
    """The column of other stories, with their beginnings, stands before the article in the markup."""
    return whole(
        head(article, linked_data(article, description=article.paragraphs[0])),
        f"{menu()}<div class='wrap'><div class='right-col'><h2>آخر الأخبار</h2>{cards(0, 8)}</div><div class='left-col'>"
        f"<h1>{article.title}</h1><div class='sub-title'>{article.subtitle}</div>{paragraphs(article)}</div></div>{footer()}",
    )


def unfolded(article: Article) -> str:
    """The rest of the text lies in an element that is named for the click that unfolds it; the second headline is called a summary."""
    half = len(article.paragraphs) // 2
    first, rest = ("".join(f"<p>{one}</p>" for one in part) for part in (article.paragraphs[:half], article.paragraphs[half:]))
    return whole(
        head(article, linked_data(article)),
        f"{menu()}<div class='story relative'><h1>{article.title}</h1><p class='article-summary'>{article.subtitle}</p><div class='story-body'>"
        f"{first}<div class='read-more-wrapper'>{rest}</div></div></div><div class='widget-latest'><h4>الأحدث</h4>{links(1, 6, 'p')}</div>{footer()}",
    )


def interview(article: Article) -> str:
    """Questions in bold, answers under them, a picture's credit between, lines of asterisks."""
    lines = "".join(f"<p><strong>{one}</strong></p>" if n % 2 else f"<p>{one}</p><p>***</p>" for n, one in enumerate(article.paragraphs))
    return whole(
        head(article, linked_data(article)),
        f"{menu()}<div id='content'><h1>{article.title}</h1><div class='img-caption'>تصوير: سامي الرملي</div><div class='text'>{lines}</div></div>{footer()}",
    )


def bare_body(article: Article) -> str:
    """Text straight in the body, parted by nothing but paragraphs opened and never closed, links at the end."""
    text = "<p>".join(article.paragraphs)
    return f"<html><head><title>{article.title} - {SITE}</title></head><body><h1>{article.title}</h1><p>{text}<p>{links(0, 4, 'p')}</body></html>"


SHAPES: dict[str, Callable[[Article], str]] = {
    shape.__name__: shape
    for shape in (
        wordpress, drupal, next_json, state_script, body_in_linked_data, amp, read_also_inside, captions, live, old_tables, unclosed_fonts,
        broken_linked_data, several_linked_data, bare_divs, breaks, lazy, lists_and_quotes, comments_unnamed, endless,
        aspnet, elementor, blogger, inline_cards, named_links, sidebar_first, interview, unfolded, bare_body,
    )
}  # fmt: skip
ENCODINGS = {"old_tables": "windows-1256"}
DATELINES = {"old_tables": "9/5/2005", "bare_body": None}
