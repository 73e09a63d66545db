"""Which edition of a story a reader gets: the original, or our translation of its current revision."""

from collections.abc import Sequence

from knowledge.store.story_rows import StoryRow


def editions(rows: Sequence[StoryRow], language: str | None) -> list[StoryRow]:
    """One row of each story: the edition in the reader's language (Russian readers get the Ukrainian one).

    Where no edition is in that language, the original; a translation without its original stands for itself.
    """
    wanted = "uk" if language == "ru" else language
    slugs = {row.slug for row in rows}
    groups: dict[str, list[StoryRow]] = {}
    for row in rows:
        original = row.translation_of
        groups.setdefault(original if original in slugs and original is not None else row.slug, []).append(row)
    chosen = []
    for original, group in groups.items():
        spoken = [row for row in group if row.language == wanted]
        first = [row for row in group if row.slug == original]
        chosen.append((spoken or first or group)[0])
    return chosen
