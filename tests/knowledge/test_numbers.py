import pytest

from knowledge.numbers import Number, NumberState, digits, find, look_up


@pytest.mark.parametrize(
    "written",
    [
        "02-817-7959",
        "02) 817.7959",
        "(02)817-7959",
        "028177959",
        "02 817 7959",
        "０２－８１７－７９５９",
        "+82-2-817-7959",
        "+82 2 817 7959",
        "+82(0)2-817-7959",
        "0082-2-817-7959",
    ],
)
def test_a_number_is_known_however_it_is_written(sample, written):
    (number,) = look_up(f"여기로 걸라는데 {written} 진짜예요?", sample.base)

    assert (number.state, number.centers) == (NumberState.KNOWN, ("kcsvrc",))


@pytest.mark.parametrize("written", ["1366", "１３６６", "1366번", "일삼육육", "+82-1366"])
def test_a_hotline_is_known_by_its_short_number(sample, written):
    (number,) = look_up(written, sample.base)

    assert (number.state, number.centers) == (NumberState.KNOWN, ("women-1366",))


def test_a_false_number_comes_with_why_and_what_to_use(sample):
    false = sample.base.false_numbers[0]

    assert look_up("1336 맞아요?", sample.base) == (Number("1336", "phone", NumberState.FALSE, ("women-1366",), false.why),)


@pytest.mark.parametrize("written", ["www.d4u.or.kr", "https://d4u.or.kr/report?x=1", "HTTP://WWW.D4U.OR.KR", "help@d4u.or.kr"])
def test_a_false_address_is_false_with_all_that_is_on_it(sample, written):
    (number,) = look_up(written, sample.base)

    assert number.state is NumberState.FALSE


@pytest.mark.parametrize("written", ["https://www.women1366.kr", "women1366.kr/main?a=1", "m.women1366.kr", "www.112.go.kr."])
def test_a_centers_website_is_known(sample, written):
    (number,) = look_up(written, sample.base)

    assert number.state is NumberState.KNOWN


@pytest.mark.parametrize(
    "written",
    [
        "010-1234-5678",
        "070-8888-1234",
        "women1366.kr.evil.com",
        "https://women1366.kr@evil.com/login",
        "https://evil.com/women1366.kr",
        "mywomen1366.kr",
        "a@b.com",
        "1588-9999",
    ],
)
def test_what_only_looks_like_it_is_unknown(sample, written):
    (number,) = look_up(written, sample.base)

    assert (number.state, number.centers) == (NumberState.UNKNOWN, ())


def test_several_numbers_are_told_in_order_and_each_once(sample):
    found = look_up("112랑 1366이랑 1336, 그리고 다시 112", sample.base)

    assert [(number.written, str(number.state)) for number in found] == [("112", "known"), ("1366", "known"), ("1336", "false")]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "안녕하세요",
        "2024년 10월 16일",
        "7년 이하",
        "제14조의2",
        "117건",
        "1366명",
        "112 people",
        "5,000만 원",
        "since 2019",
        "2024-10-16",
        "20241016",
        "2024-2025",
        "10:30",
        "만 14세",
        "100%",
        "이일은 삼일 동안",
    ],
)
def test_years_amounts_and_counts_are_no_numbers_to_look_up(sample, text):
    assert look_up(text, sample.base) == ()


def test_a_number_of_low_confidence_is_not_vouched_for(shelf):
    shelf.change("centers/seoul.yaml", "confidence: medium\n      abroad", "confidence: low\n      abroad")

    (number,) = look_up("02-817-7959", shelf.load().base)

    assert number.state is NumberState.UNKNOWN


def test_short_numbers_are_found_only_on_request():
    assert find("1366") == ()
    assert [found.bare for found in find("1366", short=True)] == ["1366"]


def test_addresses_end_before_the_sentence_does():
    assert [found.written for found in find("(https://a.kr/b). 그리고 a.kr, https://c.com/d한글")] == [
        "https://a.kr/b",
        "a.kr",
        "https://c.com/d",
    ]


@pytest.mark.parametrize(
    ("written", "dialled"),
    [("+82-2-735-8994", "027358994"), ("+82-1345", "1345"), ("+82-1577-1366", "15771366"), ("#1366", "1366")],
)
def test_digits_are_those_dialled_in_korea(written, dialled):
    assert digits(written) == dialled


@pytest.mark.parametrize(
    "text",
    ["1" * 100_000, "0-" * 50_000, "a." * 50_000, "https://[::1" + "x" * 50_000, "일" * 50_000, "+82" * 30_000, "\x00\ud800"],
)
def test_hostile_text_is_looked_up_without_a_crash_or_a_wait(sample, text):
    assert len(look_up(text, sample.base)) < 50_000
