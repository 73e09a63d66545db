"""By what an item is recognised when it comes again: by another way, or changed."""

import re
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import parse_qsl, urlencode, urlsplit

from knowledge.language.text import fold
from knowledge.model.story import Story

TRACKING = re.compile(r"utm_.*|fbclid|gclid|yclid|igshid|mc_[ce]id|ref|ref_src|cmpid|spm")
WORD = re.compile(r"[^\W_]+")
FEWEST_WORDS = 4  # of a title that names an item: "Morning digest" comes every day
LIKELY_FOR = timedelta(days=7)  # how long the same title, come by another way, is taken for the same item


@dataclass(frozen=True, slots=True)
class Keys:
    """`sure` keys name one item for good; `likely` ones only for LIKELY_FOR, and only by another way."""

    sure: tuple[str, ...]
    likely: tuple[str, ...]


def keys_of(story: Story, *named: str, slug_is_sure: bool, links: tuple[str, ...] = ()) -> Keys:
    """Keys of an item; `named` are those of the post or feed entry it came as.

    A file that an editor publishes is named by its slug; a post's slug is only its title written in letters. `links`
    are addresses that its text leads to.
    """
    sure, likely = list(named), [f"url:{plain_address(link)}" for link in links]
    if story.url:
        sure.append(f"url:{plain_address(story.url)}")
    (sure if slug_is_sure else likely).append(f"slug:{story.slug}")
    words = WORD.findall(fold(story.title))
    if len(words) >= FEWEST_WORDS:
        likely.append(f"title:{story.language}:{' '.join(words)}")
    elif not slug_is_sure:
        likely.remove(f"slug:{story.slug}")
    return Keys(tuple(sure), tuple(likely))


def post_key(chat: int, message: int) -> str:
    """The key of a channel post."""
    return f"post:{chat}:{message}"


def entry_key(feed: str, entry: str) -> str:
    """The key of a feed's entry."""
    return f"entry:{plain_address(feed)}:{entry}"


def plain_address(url: str) -> str:
    """An address without what does not name the page: scheme, "www.", tracking, fragment, final slash."""
    parts = urlsplit(url.strip())
    query = urlencode(sorted((name, value) for name, value in parse_qsl(parts.query) if not TRACKING.fullmatch(name)))
    host = parts.netloc.rpartition("@")[2].casefold().removeprefix("www.").removesuffix(":80").removesuffix(":443")
    return f"{host}{parts.path.rstrip('/')}{'?' + query if query else ''}"
