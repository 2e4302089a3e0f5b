import pytest

from tawatur.errors import InputError
from tawatur.intake.feeds import Entry, read_feed, read_sitemap

RSS = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<item><title>خبر أول</title><link>https://a.example/1</link><pubDate>Sat, 14 Mar 2020 09:30:00 +0300</pubDate>
<description>موجز</description><content:encoded><![CDATA[<p>نص كامل</p>]]></content:encoded></item>
<item><title>خبر ثان</title><link>/2#top</link></item><item><link>https://a.example/1</link></item><item><link>javascript:x</link></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>خبر</title><link href="https://a.example/3"/>
<updated>2020-03-14T09:30:00Z</updated></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<item rdf:about="https://a.example/4"><title>خبر</title><link>https://a.example/4</link></item></rdf:RDF>"""
NEWS = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc> https://a.example/5 </loc><lastmod>2020-03-15</lastmod><news:news>
<news:publication><news:name>صحيفة</news:name></news:publication>
<news:publication_date>2020-03-14</news:publication_date><news:title>خبر</news:title></news:news></url>
<url><loc>https://a.example/6</loc><lastmod>2020-03-15</lastmod></url></urlset>"""
INDEX = (
    "<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><sitemap><loc>https://a.example/s.xml</loc></sitemap></sitemapindex>"
)


def test_entries_of_rss_each_once() -> None:
    one, two = read_feed(RSS.encode(), "feed", "https://a.example/feed")
    assert one == Entry("https://a.example/1", "خبر أول", "Sat, 14 Mar 2020 09:30:00 +0300", "<p>نص كامل</p>")
    assert (two.url, two.title, two.html) == ("https://a.example/2#top", "خبر ثان", None)


def test_entries_of_atom_and_rdf() -> None:
    assert read_feed(ATOM.encode(), "feed") == [Entry("https://a.example/3", "خبر", "2020-03-14T09:30:00Z")]
    assert read_feed(RDF.encode(), "feed") == [Entry("https://a.example/4", "خبر")]


def test_a_feed_in_windows_1256() -> None:
    (one, *_) = read_feed(RSS.replace("utf-8", "windows-1256").encode("cp1256"), "feed", "https://a.example/feed")
    assert one.title == "خبر أول"


def test_a_feed_that_is_cut_short_gives_what_stands_before_the_cut() -> None:
    assert [entry.url for entry in read_feed(RSS[: RSS.index("<item><title>خبر ثان")].encode(), "feed")] == ["https://a.example/1"]


def test_sitemaps_of_news_and_indexes() -> None:
    assert read_sitemap(NEWS.encode(), "map") == [
        Entry("https://a.example/5", "خبر", "2020-03-14"),
        Entry("https://a.example/6", None, "2020-03-15"),
    ]
    assert read_sitemap(INDEX.encode(), "map") == [Entry("https://a.example/s.xml")]


def test_entities_are_not_resolved() -> None:
    head = '<!DOCTYPE urlset [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY b "bomb">]>'
    entries = read_sitemap((head + NEWS.replace("https://a.example/6", "https://a.example/&x;&b;")).encode(), "map")
    assert [entry.url for entry in entries] == ["https://a.example/5", "https://a.example/"]


def test_more_entries_than_a_feed_may_have() -> None:
    for encoding in ("utf-8", "utf-16"):
        with pytest.raises(InputError, match="more than 10,000 entries"):
            read_feed(("<rss>" + "<item>" * 10_001).encode(encoding), "feed")


@pytest.mark.parametrize("content", ["<rss><channel></channel></rss>", "<rss>", ""])
def test_a_list_without_links_is_a_fault(content: str) -> None:
    for read in (read_feed, read_sitemap):
        with pytest.raises(InputError):
            read(content.encode(), "feed")
