"""Stories cut into units, and stories as JSON."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from knowledge.model.story import Story, Unit, UnitKind
from knowledge.stories.as_json import story_json
from knowledge.stories.bundled_stories import bundled_stories
from knowledge.stories.page_text import read_page_text
from knowledge.stories.story_file import read_story_file
from knowledge.stories.units import units_of
from tests.knowledge.stories.page_texts import page
from tests.knowledge.stories.test_story_file import STORY


def by_key(story: Story) -> dict[str, Unit]:
    return {unit.key: unit for unit in units_of(story)}


def test_a_page_is_cut_into_sentences_named_by_their_place() -> None:
    units = by_key(read_page_text(page("battery.uk")))
    assert units["title"].kind is UnitKind.TITLE
    assert units["lead-1"].text == "Завод «Іскра» у Львові подвоїв випуск батарей за рік."
    assert units["s1-p1-1"].text == "Завод ім. Івана Пулюя відкрили у 2019 р. на околиці міста."
    assert units["s2-p1-2"].heading == "Чому це важливо?"
    assert (units["s3-p1-1"].text, units["s3-p1-1"].name) == (
        "Укрзалізниця: Бере 40 % випуску для вагонів.", "Укрзалізниця",
    )  # fmt: skip
    assert (units["faq-1"].question, units["faq-1"].text) == (
        "На скільки зріс виторг заводу?", "Виторг зріс на 12,5 % за рік.",
    )  # fmt: skip


def test_units_of_one_paragraph_share_its_number_and_follow_each_other() -> None:
    units = units_of(read_page_text(page("seawall.en")))
    numbers = [unit.paragraph for unit in units]
    assert numbers == sorted(numbers)
    lead = [unit.paragraph for unit in units if unit.kind is UnitKind.LEAD]
    assert lead == [1, 1]
    bullets = [unit.paragraph for unit in units if unit.kind is UnitKind.BULLET]
    assert len(set(bullets)) == len(bullets) == 3


@pytest.mark.parametrize(
    ("name", "furniture"),
    [
        ("seawall.en", ["4 min read", "Views: 1204", "A gray stone wall at low tide, seen from a fishing boat.",
                        "Image source: Lena Brandt / Harbor-Wire", "«Coast Watch» @coastwatch_news",
                        "Read the original on The Harbor-Wire.com", "Originally reported by The Ellery Gazette",
                        "Climate & Cities"]),
        ("bridge.ru", ["5 мин чтения", "Просмотры: 77", "«Наука и мы» @nauka_i_my",
                       "Читать оригинал на Наука.Сегодня", "Первоисточник: Полдень", "Наука"]),
    ],
)  # fmt: skip
def test_furniture_is_worded_as_the_channel_words_it_and_only_where_known(name: str, furniture: list[str]) -> None:
    units = units_of(read_page_text(page(name)))
    assert [unit.text for unit in units if unit.kind is UnitKind.FURNITURE] == furniture


def test_a_date_at_midnight_is_a_day() -> None:
    story = read_page_text(page("bridge.ru"))
    day, moment = datetime(2026, 1, 5, tzinfo=UTC), datetime(2026, 1, 5, 8, 30, tzinfo=UTC)
    assert by_key(replace(story, published=day))["furniture-date"].text == "Опубликовано: 2026-01-05"
    assert by_key(replace(story, published=moment))["furniture-date"].text == "Опубликовано: 2026-01-05 08:30 UTC"
    linked = by_key(replace(story, url="https://example.org/a?b=c&d"))
    assert linked["furniture-link"].text == "https://example.org/a?b=c&d"


def test_an_authored_bullet_is_one_unit_with_all_its_asks() -> None:
    unit = by_key(read_story_file(STORY))["ann-lee"]
    assert (unit.kind, unit.text, unit.asks) == (UnitKind.BULLET, "Ann Lee: Gave two.", ("What did Ann Lee give?",))
    assert (unit.heading, unit.name) == ("Who gave them", "Ann Lee")


@pytest.mark.parametrize("name", ["seawall.en", "battery.uk", "bridge.ru"])
def test_every_unit_stands_in_the_story_to_the_byte(name: str) -> None:
    story = read_page_text(page(name))
    texts = [story.title, story.lead or "", *(entry.answer for entry in story.faq)]
    texts += [
        f"{block.name}: {block.text}" if block.name else block.text
        for section in story.sections
        for block in section.blocks
    ]
    for unit in units_of(story):
        if unit.kind is not UnitKind.FURNITURE:
            assert any(unit.text in text for text in texts)


def test_a_story_as_json_has_every_key_and_null_for_what_is_missing() -> None:
    values = json.loads(json.dumps(story_json(read_page_text(page("bridge.ru")))))
    assert list(values) == [
        "language", "category", "source", "original_reporter", "minutes", "views", "title", "lead", "image", "sections",
        "faq", "channel", "url", "published", "slug", "units",
    ]  # fmt: skip
    assert (values["image"], values["url"], values["published"]) == (None, None, None)
    assert values["sections"][1]["heading"] == "Что дальше?"
    assert values["sections"][1]["blocks"][0] == {
        "kind": "paragraph", "name": None, "text": "Второй мост построят в порту. Ему дадут имя ул. Садовой, 5.",
    }  # fmt: skip
    assert values["faq"] == [{"question": "Сколько груза выдержал мост?", "answer": "Мост выдержал 40 т груза."}]
    assert values["units"][0] == {"key": "title", "kind": "title", "section": None, "text": values["title"]}


def test_a_picture_and_a_date_are_written_out() -> None:
    values = story_json(read_story_file(STORY))
    assert values["image"] == {"alt": "A round hall.", "credit": "Ann Lee"}
    assert values["published"] == "2026-01-01T00:30:00+00:00"


def test_every_bundled_translation_follows_its_original_and_has_its_keys() -> None:
    stories = bundled_stories()
    seen: dict[str, Story] = {}
    for story in stories:
        if story.translation_of is not None:
            original = seen[story.translation_of]
            assert original.translation_of is None
            assert [unit.key for unit in units_of(story)] == [unit.key for unit in units_of(original)]
            assert story.language != original.language
        seen[story.slug] = story
    assert len(seen) == len(stories) >= 2
