"""A parsed story as JSON, for `check --json`, `show --json` and whoever reads them."""

from knowledge.model.story import Story
from knowledge.stories.units import units_of


def story_json(story: Story) -> dict[str, object]:
    """`story` as plain values; what its source does not give is None. `units` hold every quotable piece to the byte."""
    picture = story.picture
    return {
        "language": story.language,
        "category": story.category,
        "source": story.source,
        "original_reporter": story.original_reporter,
        "minutes": story.minutes,
        "views": story.views,
        "title": story.title,
        "lead": story.lead,
        "image": {"alt": picture.alt, "credit": picture.credit} if picture else None,
        "sections": [
            {
                "heading": section.heading,
                "blocks": [
                    {"kind": block.kind.value, "name": block.name, "text": block.text} for block in section.blocks
                ],
            }
            for section in story.sections
        ],
        "faq": [{"question": entry.question, "answer": entry.answer} for entry in story.faq],
        "channel": story.channel,
        "url": story.url,
        "published": story.published.isoformat() if story.published else None,
        "slug": story.slug,
        "units": [
            {"key": unit.key, "kind": unit.kind.value, "section": unit.heading, "text": unit.text}
            for unit in units_of(story)
        ],
    }
