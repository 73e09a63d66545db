"""Tables of questions and answers."""

import json
import time

import pytest

from knowledge.errors import InvalidStory, StorylineError, UnreadableInput
from knowledge.model.story import FaqEntry
from knowledge.stories.reading import Reading, read_bytes
from knowledge.stories.units import units_of


def read(text: str, name: str = "museum_questions.csv") -> Reading:
    return read_bytes(text.encode(), name=name)


TWO = (FaqEntry("Is it open?", "Every day."), FaqEntry("Who winds them?", "The keeper."))


@pytest.mark.parametrize(
    "text",
    [
        "question,answer\nIs it open?,Every day.\nWho winds them?,The keeper.\n",
        "Answer;Question\nEvery day.;Is it open?\nThe keeper.;Who winds them?\n",
        "id\tquestion\ttopic\tanswer\n1\tIs it open?\thours\tEvery day.\n2\tWho winds them?\tstaff\tThe keeper.\n",
        "Is it open?,Every day.\nWho winds them?,The keeper.\n",
        '"Is it open?","Every day."\r\n\r\n"Who winds them?","The keeper."\r\n',
        "питання;відповідь\nIs it open?;Every day.\nWho winds them?;The keeper.",
        "Запитання\tВідповідь\nIs it open?\tEvery day.\nWho winds them?\tThe keeper.",
        "вопрос,ответ\nIs it open?,Every day.\nWho winds them?,The keeper.",
        "question|answer\nIs it open?|Every day.\nWho winds them?|The keeper.",
        '{"question": "Is it open?", "answer":"Every day."}\n\n{"question":"Who winds them?", "answer": "The keeper."}',
        '[{"question":"Is it open?","answer":"Every day."},{"question":"Who winds them?","answer":"The keeper."}]',
    ],
)
def test_a_table_is_known_by_its_text_alone(text: str) -> None:
    reading = read(text, name="questions")
    assert reading.format == "faq"
    assert reading.stories[0].faq == TWO


def test_a_table_is_called_what_its_file_is_called() -> None:
    reading = read("question,answer\nIs it open?,Every day.\n")
    assert reading.described == "a table of one question (CSV) in English"
    story = reading.stories[0]
    assert (story.title, story.slug, story.language) == ("museum questions", "museum-questions", "en")
    assert (story.url, story.published, story.source, story.lead) == (None, None, None, None)


def test_questions_with_one_answer_are_phrasings_of_one_entry() -> None:
    rows = "question,answer\nIs it open?,Every day.\nOpening hours?,Every day.\nWho winds them?,The keeper.\n"
    reading = read(rows)
    assert reading.stories[0].faq == (
        FaqEntry("Is it open?", "Every day.", ("Opening hours?",)),
        FaqEntry("Who winds them?", "The keeper."),
    )
    assert reading.described == "a table of 3 questions with 2 answers (CSV) in English"


def test_json_lines_list_phrasings_in_questions_or_asks() -> None:
    lines = [
        {"questions": ["Is it open?", "Opening hours?"], "answer": "Every day.", "id": 7},
        {"question": "Who winds them?", "asks": ["The winder?"], "answer": "The\nkeeper."},
    ]
    story = read("\n".join(map(json.dumps, lines)), name="a.jsonl").stories[0]
    assert story.faq == (
        FaqEntry("Is it open?", "Every day.", ("Opening hours?",)),
        FaqEntry("Who winds them?", "The keeper.", ("The winder?",)),
    )


def test_a_cell_over_two_lines_and_with_delimiters_is_one_answer() -> None:
    story = read('question,answer\n"Is it open?","Every day,\neven at ""night""."\n').stories[0]
    assert story.faq[0].answer == 'Every day, even at "night".'


def test_a_ukrainian_table_in_windows_1251_is_ukrainian() -> None:
    text = "питання;відповідь\nКоли відчинено?;Щодня, крім понеділка.\nХто їх заводить?;Сторож музею.\n"
    reading = read_bytes(text.encode("cp1251"), name="t.csv")
    assert reading.described == "a table of 2 questions (CSV) in Ukrainian"
    assert reading.stories[0].faq[0].answer == "Щодня, крім понеділка."


@pytest.mark.parametrize(
    ("text", "name", "kind", "sentence"),
    [
        ("Is it open?,Every day.\nWho?,\n", "t.csv", InvalidStory, 't.csv: The question "Who?" (row 2) has no answer.'),
        ("question,answer\n,Yes.\nA?,B\n", "t.csv", InvalidStory, 't.csv: The answer "Yes." (row 2) has no question.'),
        ("Who?,He.\nWho?,She.\n", "t.csv", InvalidStory, 't.csv: The question "Who?" stands twice with different'),
        ("no table\n", "t.csv", UnreadableInput, "t.csv: There are no two columns"),
        ("question,answer\n", "t.csv", UnreadableInput, "t.csv: The table holds no questions."),
        (
            '{"question": "Who?"}\n{"question": "a?", "answer": "b"}',
            "t",
            InvalidStory,
            't: The question "Who?" (line 1)',
        ),
        (
            '{"question": 5, "answer": "b"}',
            "t",
            UnreadableInput,
            "t: Line 1 is no question with its answer: `question`",
        ),
        ('{"question": "a?", "answer": "b"}\n{', "t", UnreadableInput, "t: Line 2 is no question with its answer"),
        ("x", "t.jsonl", UnreadableInput, "t.jsonl: Line 1 is no question with its answer"),
        ('[{"question": "a?"', "t", UnreadableInput, "t: This is no list of questions with their answers"),
        ('{"question": "\\ud800?", "answer": "b"}', "t", UnreadableInput, "t: Line 1 is no question with its answer"),
    ],
)
def test_half_a_table_is_refused_whole_in_one_sentence(
    text: str, name: str, kind: type[StorylineError], sentence: str
) -> None:
    with pytest.raises(kind) as raised:
        read(text, name=name)
    assert str(raised.value).startswith(sentence)
    assert "\n" not in str(raised.value)


def test_five_thousand_pairs_take_less_than_five_seconds() -> None:
    rows = "".join(f"What is item {number}?,Item {number} is one of five thousand.\n" for number in range(5_000))
    started = time.perf_counter()
    story = read("question,answer\n" + rows).stories[0]
    units = units_of(story)
    assert time.perf_counter() - started < 5
    assert len(story.faq) == 5_000
    assert len({unit.key for unit in units}) == len(units) == 5_001
    assert units[-1].text == "Item 4999 is one of five thousand."
