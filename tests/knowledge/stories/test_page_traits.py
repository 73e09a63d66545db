"""Single traits of real pages: what is missing, broken up, or looks like something else."""

import pytest

from knowledge.model.story import Picture, Section
from knowledge.stories.page_footer import Footer, footer_of
from knowledge.stories.page_header import Header, header_of
from knowledge.stories.page_text import read_page_text
from tests.knowledge.stories.page_texts import small_page

NEWS = "Fresh news on our Telegram"
ALERTS = "Get instant alerts for new posts"
PARAGRAPH = "The oldest clock was built in 1391 by a monk. It still runs."


@pytest.mark.parametrize(
    ("line", "category", "source", "minutes", "views"),
    [
        ("AI Read the original on Wired 2 min read 1", "AI", "Wired", 2, 1),
        ("AI Read the original on Wired 2 min read", "AI", "Wired", 2, None),
        ("AI Read the original on Wired 15", "AI", "Wired", None, 15),
        ("AI Read the original on Wired", "AI", "Wired", None, None),
        ("Read the original on Wired 2 min read 1", None, "Wired", 2, 1),
        ("Science & Tech Read the original on The New York Times 12 min read 1,204", "Science & Tech",
         "The New York Times", 12, 1204),
        ("AI Read the original on 60 Minutes 3 min read 8", "AI", "60 Minutes", 3, 8),
        ("AI Read the original on France 24", "AI", "France 24", None, None),
        ("AI Read the original on Artificialintelligence-news.com 2 min read 1", "AI",
         "Artificialintelligence-news.com", 2, 1),
        ("AI 2 min read 1", "AI", None, 2, 1),
        ("AI Read the original on Wired 2 min read 1.2K", "AI", "Wired", 2, None),
        ("AI · Read the original on Wired · 2 min read · 1", "AI", "Wired", 2, 1),
        ("ШІ Читати оригінал на Wired 2 min read 1", "ШІ", "Wired", 2, 1),
        ("AI Read the original on Wired 3 хв читання 1 204", "AI", "Wired", 3, 1204),
        ("Штучний інтелект Читати оригінал на 24 Канал 3 хв читання", "Штучний інтелект", "24 Канал", 3, None),
        ("ИИ Читать оригинал на Habr 4 мин чтения 9", "ИИ", "Habr", 4, 9),
        ("ИИ Читать оригинал на Habr 4 минуты чтения 9 просмотров", "ИИ", "Habr", 4, 9),
    ],
)  # fmt: skip
def test_the_header_says_what_it_says_and_no_more(
    line: str, category: str | None, source: str | None, minutes: int | None, views: int | None
) -> None:
    assert header_of([line, "A title"]) == Header(category, source, minutes, views, lines=1)


@pytest.mark.parametrize(
    "line", ["The best 5 min recipes", "How to read the original on vinyl", "5 minutes to midnight"]
)
def test_a_title_that_sounds_like_a_header_is_none(line: str) -> None:
    assert header_of([line, "A lead."]) == Header()


def test_a_header_broken_over_lines_is_one_header() -> None:
    lines = ["AI", "Read the original on Wired", "2 min read", "7", "A title"]
    assert header_of(lines) == Header("AI", "Wired", 2, 7, lines=4)


def test_a_page_without_a_header_begins_with_its_title() -> None:
    story = read_page_text(small_page(PARAGRAPH, header=""))
    assert story.title == "A museum of clocks opens in Bern"
    assert (story.category, story.source, story.minutes, story.views) == (None, None, None, None)


def test_a_page_without_picture_faq_and_footer_has_none_of_them() -> None:
    story = read_page_text(small_page(PARAGRAPH))
    assert (story.picture, story.faq, story.channel, story.channel_title) == (None, (), None, None)
    assert story.original_reporter is None
    assert [block.text for block in story.sections[0].blocks] == [PARAGRAPH]


@pytest.mark.parametrize(
    ("lines", "picture"),
    [
        ("a round hall\na round hall · Image source: Wired", Picture("a round hall", "Wired")),
        ("A hall.\nA hall. · Image source: Ann Lee", Picture("A hall.", "Ann Lee")),
        ("A hall.\nA hall.", Picture("A hall.", None)),
        ("A hall. · Image source: Ann Lee", Picture("A hall.", "Ann Lee")),
        ("Зала.\nЗала. · Джерело зображення: Wired", Picture("Зала.", "Wired")),
        ("Зал.\nЗал. · Источник изображения: Wired", Picture("Зал.", "Wired")),
        ("A hall.\nA hall. · Photo: Ann Lee / Wired", Picture("A hall.", "Ann Lee / Wired")),
        ("Image source: Wired", Picture(None, "Wired")),
    ],
)
def test_the_pictures_text_is_the_pictures_and_no_part_of_the_body(lines: str, picture: Picture) -> None:
    story = read_page_text(small_page(f"{lines}\n\n{PARAGRAPH}"))
    assert story.picture == picture
    assert story.lead == "The museum opened on Monday. It holds nine hundred clocks."
    assert [block.text for section in story.sections for block in section.blocks] == [PARAGRAPH]


def test_a_second_picture_in_the_body_is_left_out() -> None:
    story = read_page_text(small_page(f"{PARAGRAPH}\n\nA face.\nA face. · Image source: Wired\n\nIt is open daily."))
    assert [block.text for block in story.sections[0].blocks] == [PARAGRAPH, "It is open daily."]


def test_a_missing_lead_stays_missing() -> None:
    text = f"Museum opens\n\nHall.\nHall. · Image source: Wired\n\n{PARAGRAPH}"
    assert read_page_text(text).lead is None
    assert read_page_text(f"A museum opens\n\nThe oldest clock\n\n{PARAGRAPH}").lead is None


@pytest.mark.parametrize(
    "heading",
    [
        "The oldest clock",
        "Why does it still run?",
        "What the monk wrote: a diary",
        "2. The oldest clock",
        "“It still runs”",
        "iPhone against pendulum",
        "A clock from the U.S.",
        "Найстаріший годинник",
        "Чи точний він?",
    ],
)
def test_a_short_line_without_a_stop_over_a_text_is_a_heading(heading: str) -> None:
    story = read_page_text(small_page(f"{PARAGRAPH}\n\n{heading}\n\n{PARAGRAPH.replace('oldest', 'finest')}"))
    assert [section.heading for section in story.sections] == [None, heading]
    assert story.faq == ()


@pytest.mark.parametrize(
    "line",
    [
        "It opens daily.",
        "Other clocks are on show:",
        "https://example.org/clocks?year=1391&by=monk",
        "— Ann Lee, the museum's keeper.",
        "The keeper winds all nine hundred clocks by hand on every first Monday while the city still sleeps or dreams",
        "But is a clock that nobody has wound since the war, and that nobody ever will, still a clock?",
    ],
)
def test_a_line_with_a_stop_an_address_or_many_words_is_no_heading(line: str) -> None:
    story = read_page_text(small_page(f"{PARAGRAPH}\n\n{line}\n\nIt is loud."))
    assert [section.heading for section in story.sections] == [None]
    assert [block.text for block in story.sections[0].blocks] == [PARAGRAPH, line, "It is loud."]


def test_a_sentence_without_its_stop_over_a_heading_is_no_heading() -> None:
    line = "The keeper says that nine hundred clocks are enough"
    story = read_page_text(small_page(f"{line}\n\nWhat comes next?\n\n{PARAGRAPH}"))
    assert [section.heading for section in story.sections] == [None, "What comes next?"]
    assert story.sections[0].blocks[0].text == line


def test_a_heading_may_stand_under_a_heading() -> None:
    story = read_page_text(small_page(f"{PARAGRAPH}\n\nThe hall\n\nThe oldest clock\n\nIt runs."))
    assert [section.heading for section in story.sections] == [None, "The hall", "The oldest clock"]


def test_a_bare_list_of_short_lines_is_no_pile_of_headings() -> None:
    story = read_page_text(
        small_page(f"{PARAGRAPH}\n\nWho gave clocks\nAnn Lee\nMorrow & Sons\nThe City of Bern\nThey came late.")
    )
    assert [section.heading for section in story.sections] == [None, "Who gave clocks"]
    assert [block.text for block in story.sections[1].blocks][:2] == ["Ann Lee", "Morrow & Sons"]


def test_a_line_cut_in_the_middle_of_a_sentence_is_made_whole() -> None:
    story = read_page_text(small_page("The oldest clock was built\nin 1391 by a monk.\n\nIt runs."))
    assert [block.text for block in story.sections[0].blocks] == [
        "The oldest clock was built in 1391 by a monk.",
        "It runs.",
    ]


def test_a_bullet_without_a_name_has_none() -> None:
    body = (
        "Donors:\n• He said: it runs\n• https://example.org/a:b\n• Made of oak\n- Ann Lee: Gave two\n* Bern: Gave one"
    )
    blocks = read_page_text(small_page(body)).sections[0].blocks[1:]
    assert [block.name for block in blocks] == [None, None, None, "Ann Lee", "Bern"]


def test_a_dialogue_dash_is_no_bullet() -> None:
    story = read_page_text(small_page("— Так, він ходить, — сказав сторож."))
    assert story.sections[0].blocks[0].text == "— Так, він ходить, — сказав сторож."


def test_the_faqs_marker_needs_a_question_under_it() -> None:
    story = read_page_text(small_page(f"{PARAGRAPH}\n\nFAQ\n\nThe museum has a long list of them."))
    assert story.faq == ()
    assert story.sections[1] == Section("FAQ", story.sections[1].blocks)


@pytest.mark.parametrize(
    "marker",
    ["FAQ", "FAQs", "F.A.Q.", "FAQ:", "Frequently asked questions", "Q&A", "Поширені запитання", "Часті запитання",
     "Поширені запитання (FAQ)", "Запитання та відповіді", "Часті питання", "Частые вопросы",
     "Часто задаваемые вопросы"],
)  # fmt: skip
def test_every_way_to_head_an_faq_is_known(marker: str) -> None:
    story = read_page_text(
        small_page(f"{PARAGRAPH}\n\n{marker}\n\nIs it open?\nEvery day.\nWho winds them?\nThe keeper.")
    )
    assert [(entry.question, entry.answer) for entry in story.faq] == [
        ("Is it open?", "Every day."),
        ("Who winds them?", "The keeper."),
    ]


def test_an_answer_may_end_in_a_question() -> None:
    story = read_page_text(
        small_page("FAQ\n\nIs it open?\nEvery day. Why would it not be?\nWho winds them?\nThe keeper.")
    )
    assert story.faq[0].answer == "Every day. Why would it not be?"
    assert len(story.faq) == 2


def test_labels_and_numbers_of_an_faq_are_not_stored() -> None:
    story = read_page_text(small_page("FAQ\n\n1. Q: Is it open?\nA: Every day."))
    assert (story.faq[0].question, story.faq[0].answer) == ("Is it open?", "Every day.")


def test_an_faq_heading_with_nothing_under_it_is_dropped() -> None:
    story = read_page_text(small_page(f"{PARAGRAPH}\n\nFAQ"))
    assert story.faq == ()
    assert [block.text for block in story.sections[0].blocks] == [PARAGRAPH]


@pytest.mark.parametrize(
    ("lines", "footer"),
    [
        (["Telegram", NEWS, f"{ALERTS} in «AI»", "@clocks_bern"],
         Footer("@clocks_bern", "AI", 4)),
        ([NEWS, "@clocks_bern"], Footer("@clocks_bern", None, 2)),
        ([f"{ALERTS} in «AI»"], Footer(None, "AI", 1)),
        ([f"Telegram {NEWS} {ALERTS} in «AI» @clocks_bern"],
         Footer("@clocks_bern", "AI", 1)),
        (["Telegram", "Свіжі новини в нашому Telegram", "Отримуйте миттєві сповіщення про нові публікації в «ШІ»",
          "@clocks_bern"], Footer("@clocks_bern", "ШІ", 4)),
        (["Telegram", NEWS, "Отримуйте миттєві сповіщення про нові публікації в «ШІ»",
          "https://t.me/clocks_bern"], Footer("@clocks_bern", "ШІ", 4)),
        (["Свежие новости в нашем Telegram-канале", "@clocks_bern", "Подписаться"], Footer("@clocks_bern", None, 3)),
        ([f"{ALERTS} in «AI»", "@clocks_bern", "Share", "© 2026 Clocks"], Footer("@clocks_bern", "AI", 4)),
    ],
)  # fmt: skip
def test_the_footer_ends_the_page_even_straight_after_the_body(lines: list[str], footer: Footer) -> None:
    assert footer_of([PARAGRAPH, *lines]) == footer
    story = read_page_text(small_page("\n".join([PARAGRAPH, *lines])))
    assert (story.channel, story.channel_title) == (footer.channel, footer.channel_title)
    assert [block.text for block in story.sections[0].blocks] == [PARAGRAPH]


@pytest.mark.parametrize("line", ["Telegram", "Write to @clocks_bern", "She told us to follow “AI” too."])
def test_a_text_may_end_in_words_of_the_footer(line: str) -> None:
    assert footer_of([PARAGRAPH, line]) == Footer()


@pytest.mark.parametrize(
    ("sentence", "reporter"),
    [
        ("The Wire, reporting originally by Bloomberg, has the list.", "Bloomberg"),
        ("The news, originally by Bloomberg, spread.", "Bloomberg"),
        ("The news was first reported by The Wall Street Journal on Monday.", "The Wall Street Journal"),
        ("It was originally published in the Financial Times.", "Financial Times"),
        ("It was first reported by 404 Media, which saw the list.", "404 Media"),
        ("The list is long, Wired wrote, citing Reuters.", "Reuters"),
        ("The list is long, Wired wrote, citing Harbor Wire.", "Harbor Wire"),
        ("За даними Bloomberg, список довгий.", "Bloomberg"),
        ("Про це першим повідомив Reuters.", "Reuters"),
        ("Список довгий, пише видання «Українська правда».", "Українська правда"),
        ("Об этом со ссылкой на Reuters пишет газета.", "Reuters"),
        ("The list is long, Wired wrote, citing U.S. officials.", None),
        ("The list is long, citing Ann Lee.", None),
        ("За даними Міністерства культури, список довгий.", None),
        ("First reported by Wired, the list is long.", None),
    ],
)
def test_the_original_reporter_is_whom_the_text_credits(sentence: str, reporter: str | None) -> None:
    assert read_page_text(small_page(sentence)).original_reporter == reporter


def test_quoted_names_of_another_script_do_not_change_the_language() -> None:
    english = small_page(
        "The firm «Ромашка» and the firm «Українська кава» gave the clocks. Both were thanked by the city."
    )
    assert read_page_text(english).language == "en"
    ukrainian = "Музей\n\nУ музеї відкрили залу Microsoft Azure OpenAI GPT. Вона ще порожня, бо годинники їдуть."
    assert read_page_text(ukrainian).language == "uk"
