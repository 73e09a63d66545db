"""Questions about the page itself: how long a read, whose picture, which channel, who reported it first."""

import re
from collections.abc import Mapping

from knowledge.model.story import Unit

_THIS = r"(?:the |this |that |your |an? )?"
_PIECE = r"(?:story|article|news(?: item)?|post|piece|item|text|report|page)"
_PIECE_UK = r"(?:стат\w+|новин\w+|пост\w*|матеріал\w*|текст\w*|історі\w+|публікаці\w+|допис\w*|сторінк\w+)"
_PIECE_RU = r"(?:стать\w+|новост\w+|пост\w*|материал\w*|текст\w*|истори\w+|публикаци\w+|страниц\w+)"

# The first pattern that fits names the topic; a topic stands for the furniture unit of the same name.
_TOPICS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (topic, re.compile("|".join(patterns)))
    for topic, patterns in (
        (
            "minutes",
            (
                r"\b(?:how long|how many minutes|how much time)\b.*\bread(?:ing)?\b", r"\b(?:read(?:ing)? time|time to read|minutes? to read|min(?:utes?)? read)\b",
                rf"\bhow long is {_THIS}{_PIECE}\b",
                r"\b(?:скільки|як довго|за скільки)\b.*\b(?:чита\w+|прочита\w+)\b", r"\bчас\w* (?:на )?(?:чита|прочит)\w+\b", r"\bхвилин читання\b",
                r"\b(?:сколько|как долго|за сколько)\b.*\b(?:чита\w+|прочита\w+|прочте\w+|чтени\w+)\b", r"\bврем\w+ (?:на )?(?:чтени|прочтени)\w+\b",
            ),
        ),
        (
            "views",
            (
                rf"\bhow many (?:views|times|people (?:have )?(?:read|seen|viewed)|readers)\b.*\b(?:{_PIECE}|this|it|views)\b", r"\b(?:view count|number of views|views count)\b", r"^(?:how many )?views\b",
                r"\bскільки (?:переглядів|разів (?:перегля|прочит)\w+)\b", r"\b(?:перегляди|лічильник переглядів)\b", r"\bсколько (?:просмотров|раз (?:просм|прочит)\w+)\b",
            ),
        ),
        (
            "credit",
            (
                r"\b(?:photo|image|picture|pic|illustration) (?:credit|source|credits)\b", r"\b(?:who|whom|where)\b.*\b(?:took|made|owns|credited|source of|from|drew|shot)\b.*\b(?:photo|image|picture|illustration)\b",
                r"\b(?:who|whose|where|whom)\b.*\b(?:photo|image|picture|illustration|pic)\b.*",
                r"\b(?:чи[йяє]|чиї|звідки|хто|джерело|автор)\b.*\b(?:фото\w*|зображення|картин\w+|ілюстраці\w+|світлин\w+)\b",
                r"\b(?:ч[ьй]\w+|откуда|кто|источник|автор)\b.*\b(?:фото\w*|изображени\w+|картин\w+|иллюстраци\w+)\b",
            ),
        ),
        (
            "picture",
            (
                r"\b(?:picture|image|photo|pic|illustration|photograph)\b",
                r"\b(?:фото|фотограф\w+|зображен\w+|картин\w+|ілюстрац\w+|світлин\w+|малюн\w+)\b",
                r"\b(?:изображен\w+|иллюстрац\w+|рисун\w+)\b",
            ),
        ),
        (
            "channel",
            (
                r"\b(?:which|what|whats|name of|your|this|the|whose|handle|telegram)\b.*\b(?:channel|telegram|handle)\b", r"^(?:channel|telegram|handle)\b",
                r"\b(?:як\w+|назва|ваш\w*|цей|це за|чий|нік|хендл)\b.*\b(?:канал\w*|телеграм\w*|telegram)\b", r"^(?:канал|телеграм)\b",
                r"\b(?:как\w+|что|название|ваш\w*|этот|это за|чей|ник)\b.*\b(?:канал\w*|телеграм\w*|telegram)\b",
            ),
        ),
        (
            "date",
            (
                rf"\b(?:when|what (?:date|day|time)|how old|how recent|date)\b.*\b(?:publish\w*|posted|post(?:ed)? on|written|released|came out|come out|go(?:es)? up|went up)\b.*(?:{_PIECE}|this|it)?",
                rf"\b(?:when|what date|how old|how recent|how fresh)\b.{{0,20}}\b(?:is|was|did) {_THIS}{_PIECE}\b", rf"\b(?:publication|publishing|posting) date\b|\bdate of (?:publication|{_THIS}{_PIECE})\b",
                rf"\b(?:коли|якого числа|яка дата|дата|наскільки свіж\w+)\b.*\b(?:опублік\w+|публікац\w+|вийшла|вийшов|виклали|написа\w+|запост\w+)\b.*", rf"\b(?:дата|якого числа|від якого числа)\b.*\b{_PIECE_UK}",
                rf"\b(?:когда|какого числа|какая дата|дата|насколько свеж\w+)\b.*\b(?:опублик\w+|публикац\w+|вышла|вышел|вышла|выложи\w+|написа\w+|запост\w+)\b.*", rf"\b(?:дата|какого числа|от какого числа)\b.*\b{_PIECE_RU}",
            ),
        ),
        (
            "author",
            (
                rf"\b(?:who (?:is |was )?(?:the )?(?:author|journalist|reporter|editor|writer)|who wrote|author(?:'s)?(?: name)? of|journalist's name|name of the (?:author|journalist|reporter))\b(?!.*\b(?:book|law|paper|study|contract)\b)",
                rf"\b(?:хто (?:є )?(?:автор\w*|журналіст\w*|редактор\w*)|хто (?:написа\w+) (?:цю |цей |це )?{_PIECE_UK}|автор\w* {_PIECE_UK}|ім'я (?:автора|журналіст\w+))\b",
                rf"\b(?:кто (?:автор\w*|журналист\w*|редактор\w*)|кто (?:написа\w+) (?:эту |этот |это )?{_PIECE_RU}|автор\w* {_PIECE_RU}|имя (?:автора|журналист\w+))\b",
            ),
        ),
        (
            "reporter",
            (
                rf"\bwho (?:first |originally |has |had )*(?:reported|broke|revealed|uncovered|published|reports|wrote about)\b(?: (?:this|it|that|the (?:story|news|article)|first|originally|about (?:this|it)|on (?:this|it)|{_THIS}{_PIECE}))*\W*$",
                r"\b(?:original(?:ly)? (?:reporter|reported|report|outlet)|first reported|first to report|reported (?:this|it) (?:first|originally)|who broke)\b", r"^according to (?:whom|who)\b|\baccording to (?:whom|who)\W*$", r"^(?:who says(?: so| this| that)?|says who)\W*$",
                rf"\bхто (?:перш\w+ |спочатку |про це |це |вперше |першим )*(?:повідоми\w+|написа\w+|розпові\w+|опублікува\w+|пише)(?: (?:про це|це|першим|першою|вперше|цю {_PIECE_UK}|про цю {_PIECE_UK}))*\W*$", r"\b(?:першоджерел\w+|за чиїми даними|за даними кого|хто перш\w+ (?:про це )?(?:повідомив|написав))\b",
                rf"\bкто (?:перв\w+ |об этом |это |впервые |сначала )*(?:сообщи\w+|написа\w+|рассказа\w+|опубликова\w+|пишет)(?: (?:об этом|это|первым|впервые|эту {_PIECE_RU}|об этой {_PIECE_RU}))*\W*$", r"\b(?:первоисточник\w*|по чьим данным|по данным кого)\b",
            ),
        ),
        (
            "source",
            (
                rf"\b(?:what|whats|which|where|who)\b.*\b(?:the )?(?:source|sources|outlet)\b.*(?:{_PIECE}|this|it)?", r"^(?:source|sources)\W*$", rf"\bwhere (?:is|does|did|was) (?:this|it|{_THIS}{_PIECE}) (?:come |taken |originally )*(?:from|published)\b",
                rf"\b(?:яке|яка|які|хто|де|звідки|назви|дай|вкажи)\b.*\b(?:джерел\w+|видання)\b", rf"\bзвідки (?:ця |це |цю |ви взяли |взята |взято )*{_PIECE_UK}?\W*$|^(?:джерело|джерела)\W*$",
                rf"\b(?:как\w+|кто|где|откуда|назови|дай|укажи)\b.*\b(?:источник\w*|издание)\b", rf"\bоткуда (?:эта |это |эту |вы взяли |взята |взято )*{_PIECE_RU}?\W*$|^(?:источник|источники)\W*$",
            ),
        ),
        (
            "link",
            (
                rf"\b(?:link|url|web ?address|hyperlink)\b", rf"\bwhere can i (?:read|find|see) (?:the )?(?:original|full|whole|rest)\b", rf"\b(?:read|see|open) the original\b|\boriginal article\b",
                r"\b(?:посиланн\w+|лінк\w*|юрл|урл|url|адрес\w+ сторінки)\b", rf"\bде (?:можна )?(?:про)?читати (?:оригінал|повн\w+|все|цілком)\b|\bоригінал\w*\b.*\b(?:{_PIECE_UK}|де|дай|читати)\b",
                r"\b(?:ссылк\w+|линк\w*)\b", rf"\bгде (?:можно )?(?:про)?(?:читать|прочесть) (?:оригинал|полн\w+|все|целиком)\b|\bоригинал\w*\b.*\b(?:{_PIECE_RU}|где|дай|читать)\b",
            ),
        ),
        (
            "category",
            (
                rf"\b(?:what|which|whats)\b.*\b(?:category|rubric|section|topic|tag)\b.*\b(?:{_PIECE}|this|it|in)\b|^(?:category|rubric)\W*$",
                r"\b(?:яка|якої|якій|назва)\b.*\b(?:рубрик\w+|категорі\w+)\b|^(?:рубрика|категорія)\W*$", r"\b(?:какая|какой|название)\b.*\b(?:рубрик\w+|категори\w+)\b|^(?:рубрика|категория)\W*$",
            ),
        ),
    )
)  # fmt: skip
# Where the page does not know the first, the next is as good an answer.
_ELSE: Mapping[str, tuple[str, ...]] = {
    "minutes": ("minutes",),
    "views": ("views",),
    "picture": ("picture", "credit"),
    "credit": ("credit",),
    "channel": ("channel",),
    "date": ("date",),
    "author": (),
    "reporter": ("reporter", "source"),
    "source": ("source", "reporter"),
    "link": ("link", "source"),
    "category": ("category",),
}
_TOGETHER: Mapping[str, tuple[str, ...]] = {
    "reporter": ("source",), "source": ("reporter",), "link": ("source",), "picture": ("credit",),
}  # fmt: skip


def topic_of(folded: str) -> str | None:
    """What of the page a folded question asks about, or None."""
    return next((topic for topic, pattern in _TOPICS if pattern.search(folded)), None)


def furniture_for(topic: str, furniture: Mapping[str, Unit]) -> tuple[Unit, ...]:
    """The furniture that answers `topic`, the best first; nothing where the page does not say it."""
    first = next((unit for name in _ELSE[topic] if (unit := furniture.get(f"furniture-{name}"))), None)
    if first is None:
        return ()
    beside = (furniture.get(f"furniture-{name}") for name in _TOGETHER.get(topic, ()))
    return (first, *(unit for unit in beside if unit is not None and unit is not first))
