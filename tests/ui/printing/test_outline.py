from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.ui.printing.outline import OutlineItem, outline

if TYPE_CHECKING:
    from desktop.pack.model import Pack
    from desktop.ui.printing.page_layout import PageLayout


def below(entry: OutlineItem) -> list[str]:
    return [child.title for child in entry.children]


def test_the_booklet_has_languages_topics_and_questions(
    set_booklet: PageLayout, flagship: Pack
) -> None:
    root = outline(set_booklet)
    assert below(root) == ["Questions and answers", "Preguntas y respuestas"]
    spanish = root.children[1]
    topics = [topic.title["es"] for topic in flagship.topics]
    assert below(spanish) == [*topics, "A quién puede llamar", "Fuentes"]
    assert len(below(spanish.children[0])) == 4


def test_an_answer_has_one_line(set_answer: PageLayout) -> None:
    assert below(outline(set_answer)) == ["What are the signs that someone is being trafficked?"]


def test_lines_lead_to_the_page_of_their_heading(set_booklet: PageLayout) -> None:
    contacts = outline(set_booklet).children[0].children[-2]
    assert contacts.page == set_booklet.page_of["en contacts"]
