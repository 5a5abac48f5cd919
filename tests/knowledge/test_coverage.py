from knowledge.coverage import coverage, markdown
from knowledge.model import KnowledgeBase


def test_the_table_counts_guides_sections_phrasings_and_sources(sample):
    covered = coverage(sample.base)

    assert markdown(covered, "en") == (
        "| Category | Guides | Sections | Phrasings (Korean) | Phrasings (English) | Sources | Oldest review |\n"
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n"
        "| Protecting yourself now | 1 | 3 | 17 | 17 | 1 | 2026-11-22 |\n"
        "| Reporting and taking down | 1 | 3 | 17 | 17 | 1 | 2026-11-22 |\n"
        "| What the law says | 1 | 3 | 17 | 17 | 1 | 2026-11-22 |\n"
        "| All | 3 | 9 | 51 | 51 | 3 | 2026-11-22 |\n"
        "\n"
        "3 centers and 0 platform forms, 3 numbers shown, 1 not yet certain, oldest review 2026-11-22. "
        "1 events, 2 numbers and addresses never shown."
    )
    assert markdown(covered, "ko").splitlines()[2] == "| 지금 나를 지키기 | 1 | 3 | 17 | 17 | 1 | 2026-11-22 |"


def test_an_empty_base_has_an_empty_table():
    covered = coverage(KnowledgeBase(categories=(), guides=(), centers=()))

    assert covered.total.guides == 0
    assert covered.directory.oldest is None
    assert markdown(covered, "ko").splitlines()[2] == "| 모두 | 0 | 0 | 0 | 0 | 0 | – |"
