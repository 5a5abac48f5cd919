import datetime as dt

import pytest

from knowledge.directory import REGIONS, State, reachable, region_name, region_of
from knowledge.hours import SEOUL
from knowledge.model import Audience, Region

WEDNESDAY_AT_ELEVEN = dt.datetime(2026, 11, 25, 11, tzinfo=SEOUL)
WEDNESDAY_AT_THREE_AT_NIGHT = dt.datetime(2026, 11, 25, 3, tzinfo=SEOUL)


def reached(base, *arguments, **named):
    return [(each.center.id, str(each.state)) for each in reachable(base, *arguments, **named)]


def test_those_that_never_close_come_first_and_closed_ones_last(shelf):
    text = (shelf.folder / "centers/seoul.yaml").read_text("utf-8")
    unknown = text.replace("id: kcsvrc", "id: ksvrc").replace("hours: mon-fri 10:00-12:00,13:00-17:00", "hours: unknown")
    shelf.write("centers/seoul.yaml", text + unknown)
    base = shelf.load().base

    day = reached(base, WEDNESDAY_AT_ELEVEN)
    night = reached(base, WEDNESDAY_AT_THREE_AT_NIGHT)

    assert day == [("police-112", "always"), ("women-1366", "always"), ("kcsvrc", "open"), ("ksvrc", "unknown")]
    assert night == [("police-112", "always"), ("women-1366", "always"), ("ksvrc", "unknown"), ("kcsvrc", "closed")]


def test_a_region_keeps_its_own_and_the_national_centers(sample):
    assert reached(sample.base, WEDNESDAY_AT_ELEVEN, Region.BUSAN) == [("police-112", "always"), ("women-1366", "always")]
    assert ("kcsvrc", "open") in reached(sample.base, WEDNESDAY_AT_ELEVEN, Region.SEOUL)


def test_language_and_person_narrow_it_down(sample):
    assert reached(sample.base, WEDNESDAY_AT_ELEVEN, language="en") == [("kcsvrc", "open")]
    assert reached(sample.base, WEDNESDAY_AT_ELEVEN, audience=Audience.MEN) == [
        ("police-112", "always"),
        ("women-1366", "always"),
    ]
    assert len(reached(sample.base, WEDNESDAY_AT_ELEVEN, audience=Audience.MINORS)) == 3


def test_a_number_of_low_confidence_never_comes_along(shelf):
    shelf.change(
        "centers/seoul.yaml",
        "serves: [women, minors]\n  confidence: medium",
        "serves: [women, minors]\n  url: https://a.kr\n  confidence: low",
    )

    found = {each.center.id: each for each in reachable(shelf.load().base, WEDNESDAY_AT_ELEVEN)}

    assert found["kcsvrc"].phones == ()
    assert found["kcsvrc"].state is State.OPEN


def test_a_center_that_has_nothing_but_an_unsure_number_is_not_offered(shelf):
    shelf.change(
        "centers/seoul.yaml", "serves: [women, minors]\n  confidence: medium", "serves: [women, minors]\n  confidence: low"
    )

    assert "kcsvrc" not in dict(reached(shelf.load().base, WEDNESDAY_AT_ELEVEN))


def test_a_form_is_nobody_to_reach(shelf):
    shelf.change("centers/seoul.yaml", "kind: ngo", "kind: platform")

    assert "kcsvrc" not in dict(reached(shelf.load().base, WEDNESDAY_AT_ELEVEN))


@pytest.mark.parametrize(
    ("typed", "region"),
    [
        ("서울", Region.SEOUL),
        ("서울특별시", Region.SEOUL),
        ("경기도", Region.GYEONGGI),
        ("전북", Region.JEONBUK),
        ("전라북도", Region.JEONBUK),
        ("전북특별자치도", Region.JEONBUK),
        ("제주도", Region.JEJU),
        ("세종시", Region.SEJONG),
        ("광주광역시", Region.GWANGJU),
        ("수원", Region.GYEONGGI),
        ("부산에서 살아요", Region.BUSAN),
        ("경남인데요", Region.GYEONGNAM),
        ("Busan", Region.BUSAN),
        ("pusan city", Region.BUSAN),
        ("Gyeonggi-do", Region.GYEONGGI),
        ("South Gyeongsang Province", Region.GYEONGNAM),
        ("Jeollabuk-do", Region.JEONBUK),
        ("i live in daegu", Region.DAEGU),
        ("Jeju Island", Region.JEJU),
        ("전국", Region.NATIONAL),
        ("전라도", None),
        ("도", None),
        ("", None),
        ("hello", None),
    ],
)
def test_a_region_is_understood_as_people_type_it(typed, region):
    assert region_of(typed) is region


@pytest.mark.parametrize("region", Region)
def test_every_region_is_understood_by_the_names_it_is_shown_with(region):
    assert region_of(region_name(region, "ko")) is region
    assert region_of(region_name(region, "en")) is region
    assert region_of(region.value) is region
    assert set(REGIONS) == set(Region)
