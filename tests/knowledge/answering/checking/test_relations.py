"""What is one's is not given for another's, and what nobody says is not answered; each rule beside its true twin."""

from dataclasses import replace
from pathlib import Path

import pytest

from knowledge.answering.checking.gaps import judge
from knowledge.answering.indexing.story_index import StoryIndex
from knowledge.answering.ranking.attempt import Attempts
from knowledge.answering.ranking.confidence import load_gate
from knowledge.answering.reading.reading import Reader
from knowledge.language.lexicon import load_lexicon
from knowledge.model.answer import Answer, DirectAnswer, Gap, HedgedAnswer, Refusal
from knowledge.model.story import Name, Section
from knowledge.stories.bundled_stories import bundled_stories
from knowledge.stories.page_text import read_page_text
from tests.knowledge.answering.harbour import HARBOUR, INDEX, ask, index_of, paragraph, quoted, rule_against, telling

POSTS = Path(__file__).parents[3] / "data" / "posts"


def post(name: str) -> StoryIndex:
    return index_of(read_page_text((POSTS / name).read_text(encoding="utf-8")))


STORIES = {
    "harbour": INDEX,
    "bundled": index_of(next(story for story in bundled_stories() if story.language == "en")),
    "bundled in Ukrainian": index_of(next(story for story in bundled_stories() if story.language == "uk")),
    "trams": post("city_tram_budget.txt"),
    "chips": post("chip_factory.txt"),
}


def judged(story: str, question: str) -> str:
    """The rule by which the story's best unit does not answer."""
    reading = Reader(load_lexicon()).read(question, "en")
    return judge(Attempts(load_lexicon(), load_gate()).attempt(reading, STORIES[story])).rule


def reply(story: str, question: str) -> Answer:
    return ask(question, indexes=(STORIES[story],))


@pytest.mark.parametrize(
    ("story", "question", "rule"),
    [
        ("harbour", "Who replaced Ingrid Dahl as chief executive?", "deed-absent"),
        ("bundled", "What is the name of the lawmaker who criticised Microsoft?", "deed-absent"),
        ("harbour", "Who was chief executive before Ingrid Dahl?", "neighbour-absent"),
        ("chips", "How much did Kobe Sensors earn last year?", "deed-absent"),
        ("bundled", "Which version of GPT does ByteDance use?", "subject-absent"),
        ("trams", "How many passengers will the airport line carry?", "part-absent"),
        ("trams", "How many trams does Kessler Rail build?", "kind-absent"),
        ("bundled", "What did China's government say about the sales?", "left-open"),
        ("bundled", "What is ByteDance's revenue?", "left-open"),
        ("chips", "What is the name of the third customer?", "name-untold"),
        ("chips", "What did Brussels say about the plant?", "unsaid"),
    ],
)
def test_near_is_not_enough(story: str, question: str, rule: str) -> None:
    answer = reply(story, question)
    assert isinstance(answer, HedgedAnswer)
    assert judged(story, question) == rule


@pytest.mark.parametrize(
    ("story", "question", "quotation"),
    [
        ("harbour", "Who told investors that orders tripled?", "Ingrid Dahl"),
        ("harbour", "Who is the chief executive?", "Ingrid Dahl"),
        ("harbour", "How much does Brightwave spend?", "$40 million"),
        ("bundled", "Which models of OpenAI does ByteDance use?", "ByteDance"),
        ("trams", "How many passengers will the line carry?", "41,000"),
        ("trams", "When does the airport line open?", "2030"),
        ("trams", "When does the new line open?", "2029"),
        ("bundled", "What is ByteDance's spending on AI?", "$1 billion"),
        ("bundled", "What did Althoff say?", "Althoff"),
        ("bundled in Ukrainian", "Який дохід Azure від ШІ в Китаї?", "Azure"),
        ("chips", "Who is the CEO of Verano Micro?", "Lena Okafor"),
        ("chips", "Who has signed letters of intent?", "Halden Motors"),
    ],
)
def test_what_the_story_does_tell_is_told(story: str, question: str, quotation: str) -> None:
    answer = reply(story, question)
    assert isinstance(answer, DirectAnswer)
    assert quotation in quoted(answer)


@pytest.mark.parametrize("question", ["what do i get paid", "When is my birthday?", "скільки я заробляю"])
def test_readers_own_affairs_are_no_business_of_a_story(question: str) -> None:
    assert isinstance(reply("bundled", question), Refusal)


@pytest.mark.parametrize(
    "question",
    ["do you work for another company", "Do you work for Microsoft?", "Are you married?", "ты продаешь доступ?"],
)
def test_what_is_asked_of_the_bot_is_not_answered_with_what_a_company_does(question: str) -> None:
    assert isinstance(reply("bundled", question), Refusal)


def test_a_request_to_the_bot_is_a_question_like_any_other() -> None:
    assert "Ant Group" in quoted(reply("bundled", "Could you list the Chinese customers?"))


def test_a_request_that_names_somebody_unknown_is_told_so() -> None:
    answer = reply("bundled", "Could you check what Boeing has paid?")
    assert isinstance(answer, Refusal | HedgedAnswer)
    assert answer.gap is Gap.NAME


def test_what_a_story_says_of_everybody_is_told_to_one_who_asks_for_themselves() -> None:
    answer = reply("bundled", "Can I buy the models as an individual developer?")
    assert isinstance(answer, DirectAnswer)
    assert "individual" in quoted(answer)


def test_one_who_says_nothing_is_not_quoted() -> None:
    assert not isinstance(reply("bundled", "What did OpenAI say about the deal?"), DirectAnswer)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("What did Oskar Lund say about the Vikaborg lease?", "Ingrid Dahl told staff of the Vikaborg lease."),
        ("Що відповіли в Brightwave на скаргу рибалок?", "Скарга рибалок на Brightwave лежить у суді."),
    ],
)
def test_what_another_says_and_what_nobody_says_is_not_ones_saying(question: str, sentence: str) -> None:
    assert rule_against(question, sentence, "Oskar Lund lives in Moss.") == "unsaid"


@pytest.mark.parametrize("question", ["whats 17 times 23", "17 * 23?", "скільки буде 17 плюс 23"])
def test_a_sum_is_not_worked_out_from_a_story_that_holds_its_numbers(question: str) -> None:
    sentence = "Brightwave owns 17 cranes, the tallest of them 23 metres high."
    assert isinstance(ask(question, indexes=(telling(sentence),)), Refusal)
    assert rule_against(question, sentence) == "sum"


@pytest.mark.parametrize(
    ("story", "question", "said"),
    [
        ("chips", "When was Verano Micro founded?", ("Verano Micro",)),
        ("trams", "Did Elon Musk meet Greta Solberg?", ("Elon Musk",)),
    ],
)
def test_a_name_of_two_words_is_said_whole(story: str, question: str, said: tuple[str, ...]) -> None:
    answer = reply(story, question)
    assert isinstance(answer, HedgedAnswer | Refusal)
    assert answer.words == said


def test_a_sum_that_stands_there_is_not_denied() -> None:
    answer = reply("trams", "How much did Orvika Works earn?")
    assert isinstance(answer, HedgedAnswer)
    assert "205 million crowns" in quoted(answer)
    assert answer.gap is not Gap.APART


def test_who_is_told_something_has_not_said_it() -> None:
    question = "What did the welders say about the cranes?"
    assert rule_against(question, "Ingrid Dahl informed the welders about the cranes.") == "unsaid"
    assert rule_against(question, "The welders informed Ingrid Dahl about the cranes.") == "coverage"


@pytest.mark.parametrize(("sentence", "answers"), [("Havsnas will leave.", False), ("Brightwave will leave.", True)])
def test_what_is_told_of_another_is_not_told_of_the_one_whom_the_story_is_about(sentence: str, answers: bool) -> None:
    names = (Name("Brightwave", kind="company"), Name("Havsnas", kind="company"))
    index = index_of(replace(HARBOUR, names=names, sections=(Section(None, (paragraph(sentence),)),)))
    answer = ask("Will Brightwave leave?", indexes=(index,))
    assert isinstance(answer, DirectAnswer) is answers


def test_a_growth_is_not_given_for_anothers() -> None:
    question = "Did the income of Vikaborg triple?"
    assert (
        rule_against("Did Vikaborg's income triple?", "Moss's crane income tripled in Vikaborg.") == "possession-apart"
    )
    assert rule_against(question, "The income of Vikaborg tripled.") == "coverage"
