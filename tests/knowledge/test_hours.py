import datetime as dt

import pytest
from pydantic import BaseModel, ConfigDict, ValidationError

from knowledge.hours import SEOUL, Hours


class Desk(BaseModel):
    model_config = ConfigDict(frozen=True)
    hours: Hours


def seoul(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=SEOUL)


@pytest.mark.parametrize(
    "written",
    [
        "24/7",
        "unknown",
        "mon-fri 09:00-18:00",
        "mon-fri 09:00-12:00,13:00-18:00; sat 10:00-14:00",
        "sat,sun 22:00-02:00; holidays open",
        "tue-thu,sat 09:00-24:00",
    ],
)
def test_hours_go_into_json_and_come_back_the_same(written):
    desk = Desk(hours=written)

    again = Desk.model_validate_json(desk.model_dump_json())

    assert again == desk
    assert str(again.hours) == written
    assert desk.model_dump_json() == f'{{"hours":"{written}"}}'


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("2026-11-25T08:59", False),
        ("2026-11-25T09:00", True),
        ("2026-11-25T12:30", False),
        ("2026-11-25T17:59", True),
        ("2026-11-25T18:00", False),
        ("2026-11-28T11:00", True),
        ("2026-11-29T11:00", False),
    ],
)
def test_a_desk_is_open_within_its_ranges_alone(when, expected):
    hours = Hours.parse("mon-fri 09:00-12:00,13:00-18:00; sat 10:00-14:00")

    assert hours.open_at(seoul(when)) is expected


def test_the_clock_is_seouls_wherever_one_asks_from():
    hours = Hours.parse("mon-fri 09:00-18:00")

    assert hours.open_at(dt.datetime(2026, 11, 25, 0, 0, tzinfo=dt.UTC)) is True
    assert hours.open_at(dt.datetime(2026, 11, 24, 23, 59, tzinfo=dt.UTC)) is False


def test_a_night_desk_stays_open_past_midnight_but_not_on_the_next_night():
    hours = Hours.parse("fri 22:00-02:00")

    assert hours.open_at(seoul("2026-11-27T23:00")) is True
    assert hours.open_at(seoul("2026-11-28T01:59")) is True
    assert hours.open_at(seoul("2026-11-28T02:00")) is False
    assert hours.open_at(seoul("2026-11-27T01:00")) is False


def test_days_may_wrap_around_the_week():
    hours = Hours.parse("sat-mon 10:00-12:00")

    assert [hours.open_at(seoul(f"2026-11-{day}T11:00")) for day in (27, 28, 29, 30)] == [False, True, True, True]
    assert hours.open_at(seoul("2026-12-01T11:00")) is False


def test_on_a_public_holiday_a_desk_is_closed_unless_it_says_otherwise():
    christmas = seoul("2026-12-25T11:00")

    assert Hours.parse("mon-fri 09:00-18:00").open_at(christmas) is False
    assert Hours.parse("mon-fri 09:00-18:00; holidays open").open_at(christmas) is True
    assert Hours.parse("mon-fri 09:00-18:00; holidays closed").open_at(christmas) is False
    assert Hours.parse("24/7").open_at(christmas) is True


def test_the_lunar_new_year_is_a_holiday():
    assert Hours.parse("mon-sun 09:00-18:00").open_at(seoul("2026-02-17T11:00")) is False


def test_nobody_knows_whether_a_desk_of_unknown_hours_is_open():
    assert Hours.parse("unknown").open_at(seoul("2026-11-25T11:00")) is None


def test_a_moment_without_a_time_zone_is_refused():
    with pytest.raises(ValueError, match=r"^open_at needs a moment with a time zone$"):
        Hours.parse("24/7").open_at(dt.datetime(2026, 11, 25, 11, 0))  # noqa: DTZ001


@pytest.mark.parametrize(
    "written",
    [
        "",
        "sometimes",
        "mon-fri",
        "mon-fri 9-18",
        "mon-fri 09:00-25:00",
        "mon 09:00-09:00",
        "mon 09:60-10:00",
        "09:00-18:00",
        "holidays open",
        "mon 24:00-02:00",
    ],
)
def test_hours_that_mean_nothing_are_refused(written):
    with pytest.raises(ValidationError):
        Desk(hours=written)
