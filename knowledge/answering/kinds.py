"""The kind of answer a question asks for, and whether a sentence holds an answer of that kind; English, Ukrainian, Russian."""

import re
from collections.abc import Mapping

from knowledge.model.answer import AskedKind

_MONTHS = (
    r"january|february|march|april|may|june|july|august|september|october|november|december|"
    r"січ(?:ень|ня|ні)|лют(?:ий|ого|ому)|берез(?:ень|ня|ні)|квіт(?:ень|ня|ні)|трав(?:ень|ня|ні)|черв(?:ень|ня|ні)|"
    r"лип(?:ень|ня|ні)|серп(?:ень|ня|ні)|верес(?:ень|ня|ні)|жовт(?:ень|ня|ні)|листопад[аі]?|груд(?:ень|ня|ні)|"
    r"январ[ьяе]|феврал[ьяе]|март[ае]?|апрел[ьяе]|ма[йяе]|июн[ьяе]|июл[ьяе]|август[ае]?|сентябр[ьяе]|октябр[ьяе]|"
    r"ноябр[ьяе]|декабр[ьяе]"
)
_DAYS = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"понеділ\w+|вівтор\w+|серед[ауи]|четвер\w*|п['’]ятниц\w+|субот\w+|неділ[яюі]|"
    r"понедельник\w*|вторник\w*|сред[ауы]|пятниц\w+|суббот\w+|воскресень\w+"
)
_NUMBER = r"(?:\d[\d.,\s]*\d|\d)"
_NUMBER_WORDS = (
    r"one(?! of)|single|none|zero|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|twenty|thirty|forty|fifty|hundreds?|thousands?|"
    r"millions?|billions?|both|twice|half|third|"
    r"два|дві|три|чотири|п['’]ять|шість|сім|вісім|дев['’]ять|десять|десятк\w+|сто|тисяч\w*|мільйон\w*|"
    r"мільярд\w*|млн|млрд|две|четыре|пять|шесть|семь|восемь|девять|тысяч\w*|миллион\w*|миллиард\w*|половин\w+"
)
_UNITS_OF_TIME = (
    r"seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies)|"
    r"секунд\w*|хвилин\w*|годин\w*|д(?:ень|ні|нів)|тиж\w+|місяц\w+|рок(?:и|ів|у|ом)|рік|десятиліт\w+|столітт\w+|"
    r"минут\w*|час(?:а|ов)?|дн(?:я|ей)|недел\w+|месяц\w*|год(?:а|ы)?|лет|десятилет\w+"
)


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{text})(?!\w)", re.IGNORECASE)


_HOLDS: Mapping[AskedKind, re.Pattern[str]] = {
    AskedKind.WHEN: _pattern(
        rf"(?:1[0-9]|20)\d\d(?:s|-?[хі]|-?го)?|{_MONTHS}|{_DAYS}|today|yesterday|tomorrow|centur(?:y|ies)|"
        rf"(?:next|last|this) (?:week|month|year|quarter|spring|summer|autumn|winter|fall)|"
        rf"in (?:spring|summer|autumn|winter)|by the end|annually|yearly|a\.?d|b\.?c|"
        rf"сьогодні|вчора|завтра|навесні|влітку|восени|взимку|щорок\w*|століт\w+|"
        rf"(?:наступн|минул|цьо)\w* (?:тижн|місяц|ро[кц]|весн|літ|осен|зим)\w*|"
        rf"сегодня|вчера|весной|летом|осенью|зимой|ежегодн\w*|(?:следующ|прошл|эт)\w+ (?:недел|месяц|год)\w*|"
        rf"\d{{1,2}}[:.]\d\d|{_NUMBER} {_UNITS_OF_TIME} (?:ago|тому|назад)"
    ),
    AskedKind.MONEY: re.compile(
        rf"[$€£¥₴₽]\s?\d|{_NUMBER}\s?[$€£¥₴₽]|"
        r"(?<!\w)(?:(?:us )?dollars?|euros?|pounds?|yuan|hryvnias?|cents?|pence|usd|eur|uah|gbp|"
        r"долар\w*|євро|гривень|гривн\w+|фунт\w*|юан\w*|доллар\w*|евро|рубл\w+)(?!\w)",
        re.IGNORECASE,
    ),
    AskedKind.PERCENT: re.compile(
        r"\d\s?%|(?<!\w)(?:per ?cent(?:age)?|percent|відсотк\w*|процент\w*|tripl\w+|doubl\w+|quadrupl\w+|halv\w+|"
        r"(?:two|three|four|five)fold|втри\w+|удвіч\w+|вдвіч\w+|вдвое|втрое|(?:двох|трьох)кратн\w+)(?!\w)",
        re.IGNORECASE,
    ),
    AskedKind.COUNT: re.compile(rf"\d|(?<!\w)(?:{_NUMBER_WORDS})(?!\w)", re.IGNORECASE),
    AskedKind.DURATION: _pattern(
        rf"(?:{_NUMBER}|{_NUMBER_WORDS}|several|a few|a|an|кілька|декілька|несколько)[- ](?:\w+[- ])?(?:{_UNITS_OF_TIME})|"
        rf"(?:since|until|for decades|з|до|from) (?:\d{{4}}|{_MONTHS})|decades|permanent(?:ly)?"
    ),
    AskedKind.WHY: _pattern(
        r"because|due to|owing to|since|as a result|thanks to|stems? from|in order to|so that|so as|to (?:avoid|prevent|keep|"
        r"protect|reduce|cut|make|help|mitigate|save|stop|meet|manage|ensure|let|limit|lower)|reasons?|caus\w+|for fear|out of|"
        r"concern\w*|after|therefore|led to|allow\w*|driven by|blam\w+|"
        r"тому що|бо|через|оскільки|адже|завдяки|щоб|аби|причин\w+|внаслідок|побоюва\w+|"
        r"потому что|из-за|поскольку|благодаря|чтобы|вследствие|опаса\w+|ради"
    ),
    AskedKind.HOW: _pattern(
        r"by|through|via|using|with|thanks to|under|means of|method\w*|"
        r"через|за допомогою|завдяки|шляхом|використову\w+|з|із|за|путем|с помощью|посредством|используя|по|с"
    ),
    AskedKind.WHERE: re.compile(
        r"(?<!\w)(?:in|at|from|near|to|across|into|outside|inside|on|у|в|на|з|із|до|біля|из|около|под|під)"
        r" (?:the |[a-zа-яіїєґ'’-]+ ){0,2}[A-ZА-ЯІЇЄҐ]\w+|(?<!\w)(?:abroad|overseas|worldwide|online|за кордоном|за рубежом)(?!\w)"
    ),
    AskedKind.WHO: re.compile(
        r"(?:(?<=[\w,;:)'’»”\"] )|(?<=[«“\"(]))[A-ZА-ЯІЇЄҐ][\w'’.-]+|^[A-ZА-ЯІЇЄҐ]\w+ [A-ZА-ЯІЇЄҐ]\w+|^[A-Z]\w+:"
    ),
}


def holds(kind: AskedKind, text: str) -> bool:
    """Whether `text` holds something that can answer a question of this kind; kinds without a shape are always held."""
    pattern = _HOLDS.get(kind)
    return pattern is None or pattern.search(text) is not None


_QUANTITY = re.compile(rf"(?!(?:1[0-9]|20)\d\d$)\d.*|(?:{_NUMBER_WORDS})")


def is_quantity(text: str) -> bool:
    """Whether a word is a number and no year: "1,900" and "nine", not "1900"."""
    return _QUANTITY.fullmatch(text.lower()) is not None


def has_shape(kind: AskedKind) -> bool:
    """Whether answers of this kind can be told by their shape (a date, a sum, a name …)."""
    return kind in _HOLDS


def kinds_held(text: str) -> frozenset[AskedKind]:
    """Every kind with a shape that `text` holds an answer of."""
    return frozenset(kind for kind, pattern in _HOLDS.items() if pattern.search(text))


_ASKS: tuple[tuple[AskedKind, re.Pattern[str]], ...] = (
    (
        AskedKind.SUMMARY,
        re.compile(
            r"^(?:tl ?;? ?dr|summar\w+|sum (?:it|this|that) up|sum up|in (?:short|brief|a nutshell)|gist|overview|"
            r"підсум\w+|стисло|коротко|саммарі|кратко|вкратце|резюме|суть)\b"
            r"|\b(?:tl ?;? ?dr|summari[sz]e|summary|the gist|main (?:points?|ideas?|takeaways?)|key (?:points?|facts?|takeaways?)|"
            r"sum (?:it|this|that) up|what happened|whats? (?:is |was )?(?:this|it|the) ?(?:story|article|news|post|piece|text)?"
            r" (?:all )?about|what does (?:this|the) (?:story|article|post|news) say"
            r"|про що (?:ця |це |цей |вся |йде)?(?:стаття|новина|історія|пост|матеріал|текст|мова|йдеться)|про що це|про що тут|"
            r"що (?:тут )?сталося|що трапилось|перекажи|переказ|головне|основн\w+ (?:думк\w+|факт\w+|тез\w+)|"
            r"о чем (?:эта |этот |здесь |вообще )?(?:статья|новость|история|пост|материал|текст|речь|это)|о чем это|"
            r"что (?:тут )?(?:произошло|случилось)|перескажи|главное|основн\w+ (?:мысл\w+|факт\w+))\b"
        ),
    ),
    (
        AskedKind.MONEY,
        re.compile(
            r"\bhow much(?: money)?(?: \w+){0,4} (?:cost|costs|pay|pays|paid|spend|spends|spent|spending|earn|earns|earned|worth|make|makes|"
            r"charge|raise|raised|invest|invested|receive|owe|price|priced|donat\w+|sell|sold|set aside|bring|brings)\b|\bhow much money\b|"
            r"\b(?:what|whats|which)(?: \w+){0,3} (?:price|cost|costs|sum|fee|budget|revenue|salary|turnover|amount)\b|"
            r"^how expensive\b|"
            r"\bскільки(?: \w+){0,4} (?:коштує|коштує|коштувати\w*|коштував\w*|платить|платять|заплат\w+|сплачу\w+|витрача\w+|витрат\w+|грошей|"
            r"заробля\w+|заробить|доларів|гривень)\b|\bяка (?:ціна|вартість|сума)\b|\bпочім\b|\bсколько(?: \w+){0,4} (?:стоит|стоят|стоил\w*|платит|платят|"
            r"заплат\w+|трат\w+|потрат\w+|денег|зарабат\w+|долларов|рублей)\b|\bкакая (?:цена|стоимость|сумма)\b|\bпочем\b"
        ),
    ),
    (
        AskedKind.PERCENT,
        re.compile(
            r"\b(?:percent|percentage|per cent|what share|what proportion|what fraction|growth rate)\b|%|"
            r"\b(?:відсотк\w+|який відсоток|яка частка|процент\w*|какая доля)\b|"
            r"\b(?:how (?:much|fast|quickly)(?: \w+){0,5} (?:grow|grew|grown|growing|increase\w*|rise|rose|expand\w*|fall|fell|drop\w*|decline\w*|"
            r"jump\w*|decreas\w+|shrink|shrank))\b|"
            r"\bна скільки(?: \w+){0,5} (?:зрос\w+|вирос\w+|збільш\w+|зменш\w+|впа\w+|скорот\w+)|"
            r"\b(?:на сколько|насколько)(?: \w+){0,5} (?:вырос\w*|увелич\w+|уменьш\w+|упал\w*|сократ\w+)"
        ),
    ),
    (
        AskedKind.DURATION,
        re.compile(
            r"\bhow long\b|\bfor how many (?:years|months|days|weeks|hours)\b|\bhow many (?:years|months|days|weeks|hours|minutes)\b|"
            r"\bяк довго\b|\bскільки (?:часу|років|місяців|днів|годин|хвилин|тижнів|триває|триватиме)\b|"
            r"\bкак долго\b|\bсколько (?:времени|лет|месяцев|дней|часов|минут|недель|длится|продлится)\b"
        ),
    ),
    (
        AskedKind.COUNT,
        re.compile(
            r"\bhow many\b|\bwhat (?:is )?(?:the )?(?:total )?number of\b|\bhow (?:much|big|large|tall|high|deep|heavy|far|old|wide)\b|\bскільки\b|\bсколько\b|\bяка кількість\b|\bкакое количество\b"
        ),
    ),
    (
        AskedKind.WHEN,
        re.compile(
            r"\b(?:when|whens|since when|what (?:year|month|date|day|time|century)|which (?:year|month|date|day|quarter|century)|"
            r"(?:in|by|on|at|from|until) (?:what|which) (?:year|month|date|day|time|century)|how soon|what decade)\b|"
            r"\b(?:коли|відколи|якого (?:числа|року|місяця)|в якому році|у якому році|о котрій|в якому місяці|у якому місяці)\b|"
            r"\b(?:когда|с каких пор|какого (?:числа|года)|в каком (?:году|месяце)|во сколько)\b"
        ),
    ),
    (
        AskedKind.WHERE,
        re.compile(
            r"\b(?:where|wheres|(?:in|from|to|at) (?:what|which) (?:country|countries|city|cities|place|region|state|town|location)|"
            r"(?:what|which) (?:country|city|place|region|state|town|location|part|area|continent))\b|"
            r"\b(?:де|куди|звідки|(?:в|у|з) якій (?:країні|місті)|(?:в|у) якому (?:місті|місці|регіоні)|(?:яка|які) (?:країн\w+|міст\w+))\b|"
            r"\b(?:где|куда|откуда|(?:в|из) как(?:ой|ом|их) (?:стран\w+|город\w+|мест\w+|регион\w+)|какая страна|какой город)\b"
        ),
    ),
    (
        AskedKind.WHY,
        re.compile(
            r"\b(?:why|how come|what(?: is| was)?(?: the)? (?:reason|reasons|cause|causes)|what (?:caused|made|led)|for what reason|what for)\b|\b(?:чому|навіщо|через що|з якої причини|яка причина|нащо|чого це)\b|\b(?:почему|зачем|из-за чего|по какой причине|какова причина|отчего)\b"
        ),
    ),
    (
        AskedKind.LIST,
        re.compile(
            r"\b(?:which|what) (?:\w+ ){0,3}?(?:companies|firms|customers|clients|countries|cities|companys|corporations|players|giants|names|places|"
            r"people|groups|products|models|partners|buyers|steps|measures|risks|reasons|ways|things|vendors|startups|members|features|"
            r"languages|rules|types|kinds|examples|schools|universities|organi[sz]ations|states|islands|rivers|services|tools)\b|"
            r"^(?:and |so |but )?(?:what|which) (?:\w+ ){0,2}?(?!\w*(?:ss|us|is|as|news|\'s)\b)\w{3,}s (?:are|were|do|did|have|had|will|would|can|could|use|buy|take|get|has)\b|^(?:а |і |то )?які \w{4,}|^(?:а |и )?какие \w{4,}|"
            r"^(?:list|name|enumerate)\b|\bwho are\b|\bwho else\b|\bwhat are the\b|\bwhat else\b|"
            r"\b(?:які|яких|яким|якими) (?:\w+ ){0,3}?(?:компанії|компаній|компаніям|фірми|фірм|клієнти|клієнтів|країни|країн|міста|міст|люди|групи|продукти|"
            r"моделі|партнери|покупці|кроки|заходи|ризики|ризиками|причини|способи|правила|приклади|гіганти|організації)\b|^(?:перелічи|назви|перерахуй)\w*\b|\bхто ще\b|\bщо ще\b|"
            r"\b(?:какие|каких|каким|какими) (?:\w+ ){0,3}?(?:компании|компаний|компаниям|фирмы|фирм|клиенты|клиентов|страны|стран|города|городов|люди|группы|продукты|"
            r"модели|партнеры|покупатели|шаги|меры|риски|рисками|причины|способы|правила|примеры|гиганты|организации)\b|^(?:перечисли|назови)\w*\b|\bкто еще\b|\bчто еще\b"
        ),
    ),
    (
        AskedKind.WHO,
        re.compile(
            r"\b(?:who|whos|whose|whom|(?:which|what) (?:company|firm|person|man|woman|king|scientist|outlet|group|organi[sz]ation|player|customer|client|vendor|executive|official|author|president|team))\b|\b(?:хто|кого|кому|ким|чий|чия|чиє|чиї|яка (?:компанія|фірма|людина|організація)|який (?:клієнт|посадовець))\b|\b(?:кто|чей|чья|чье|кем|какая (?:компания|фирма|организация)|какой клиент)\b"
        ),
    ),
    (
        AskedKind.DEFINITION,
        re.compile(
            r"^(?:so |and |ok |hey )?(?:what(?:'?s| is| are)?(?: the)? (?:meaning of|definition of)|define|explain|what does (?:the )?(?:\S+ ){1,3}mean|що (?:таке|означає|значить)|"
            r"що це (?:таке)?|что (?:такое|значит|означает)|поясни|объясни)\b|^(?:what(?:'s| is|s) (?:an? )?[\w'\" -]{2,40}\??$)|\bwhat is meant\b"
        ),
    ),
    (
        AskedKind.HOW,
        re.compile(
            r"\bhow\b|\bin what (?:way|manner)\b|\bby what means\b|\b(?:як|яким чином|у який спосіб)\b|\b(?:как|каким образом)\b"
        ),
    ),
    (
        AskedKind.YES_NO,
        re.compile(
            r"^(?:(?:so|and|but|ok|well|hey|then|а|і|и|та|но|але|то)[, ]+)?(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|must|"
            r"isn't|aren't|wasn't|doesn't|don't|didn't|hasn't|won't|can't|чи|хіба|невже|правда,? що|разве|неужели|правда ли|верно ли|можно ли|можна)\b|"
            r"\b\w+ ли\b|\b(?:right|true|правда|так)\?*$"
        ),
    ),
)


_PREPOSITION = re.compile(r"(?:\band|\bor|,|\bта|\bі|\bи)\s*$")
_OPENING = 4  # letters before a clause that opens the question: "When X did Y, who …"
_BEHIND_COMMA = re.compile(
    r", (?:\w+ ){0,2}?(?:what|which|who|how|why|where|що|хто|як|чому|скільки|які|что|кто|как|почему|сколько|какие)\b"
)
_WH = re.compile(
    r"\b(?:what|which|who|whom|whose|how|why|where|when|що|хто|як|чому|скільки|які|яка|який|яке|де|коли|что|кто|как|почему|сколько|какие|какая|какой|где|когда)\b"
)
_CLAUSES = frozenset({AskedKind.WHEN, AskedKind.WHERE, AskedKind.WHO, AskedKind.HOW})


def asked_kinds(folded: str) -> tuple[AskedKind, ...]:
    """The kinds of answer that a folded question asks for, the most telling first; OTHER where no word tells.

    A "when" or "who" that opens a clause behind the question word asks nothing: "What happens when …".
    """
    first = _WH.search(folded)
    found = []
    for kind, pattern in _ASKS:
        match = pattern.search(folded)
        if match is None:
            continue
        if kind in _CLAUSES and match.start() < _OPENING and _BEHIND_COMMA.search(folded, match.end()):
            continue
        behind = first is not None and match.start() > first.end()
        if (
            kind in _CLAUSES
            and behind
            and match.end() < len(folded.rstrip(" ?.!"))
            and not _PREPOSITION.search(folded, 0, match.start())
        ):
            continue
        found.append(kind)
    return tuple(found) or (AskedKind.OTHER,)
