"""What is said when the stories do not answer: "not in the story", "not about our stories", "didn't understand"."""

from typing import assert_never

from handlers.rendering.texts import Texts
from knowledge.model.answer import Gap, HedgedAnswer, Refusal


def hedge_words(answer: HedgedAnswer, texts: Texts, again: bool) -> str:
    """What the story does not say, and the names that it does mention; the closest quotation is not part of it."""
    known = texts("hedge-known", names=texts.joined(answer.known)) if answer.known else ""
    return _sentences(_looked_again(texts, again), _missing(answer, "hedge", texts), known)


def refusal_words(answer: Refusal, texts: Texts, again: bool) -> str:
    """Why nothing can be answered."""
    match answer.gap:
        case Gap.OFF_TOPIC:
            return texts("refusal-off-topic", again=int(again))
        case Gap.EMPTY:
            return texts("refusal-empty", again=int(again))
        case Gap.NO_STORIES:
            return texts("refusal-no-stories", again=int(again))
        case Gap.NAME | Gap.NUMBER | Gap.WORD | Gap.KIND | Gap.APART | Gap.WEAK:
            return _sentences(_looked_again(texts, again), _missing(answer, "refusal", texts))
        case _:
            assert_never(answer.gap)


def _missing(answer: HedgedAnswer | Refusal, family: str, texts: Texts) -> str:
    """The sentence that says what is missing; `family` tells "the story" ("hedge") from "our stories" ("refusal")."""
    words = answer.words
    kind = answer.explanation.kind.value
    match answer.gap:
        case Gap.NAME if words:
            return texts(f"{family}-name", words=texts.joined(words), count=len(words))
        case Gap.NUMBER if words:
            return texts(f"{family}-number", words=texts.joined(words), count=len(words))
        case Gap.WORD if words:
            return texts(f"{family}-word", words=texts.joined(tuple(texts("quoted", words=word) for word in words)))
        case Gap.APART if len(words) > 1:
            return texts(f"{family}-apart", name=words[0], attribute=words[1])
        case Gap.APART if words:
            return texts(f"{family}-of-name", kind=kind, name=words[0])
        case Gap.KIND:
            return texts(f"{family}-kind", kind=kind)
        case _:
            return texts(f"{family}-weak")


def _looked_again(texts: Texts, again: bool) -> str:
    return texts("hedge-looked-again") if again else ""


def _sentences(*sentences: str) -> str:
    return " ".join(sentence for sentence in sentences if sentence)
