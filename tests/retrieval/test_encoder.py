"""The bundled encoder, and any other one."""

from pathlib import Path

import numpy as np
import pytest

from retrieval.encoder import BUNDLED, BundledEncoder, EncoderMissing, load_encoder

QUESTIONS = [
    "제 얼굴로 딥페이크가 만들어졌어요 어떡해요",
    "someone made a fake nude of me, what now",
    "그 방에 내 사진 있대",
    "elqvpdlzm",
    "witness인데 내 identity 보호돼요?",
    "ㅠㅠ",
    "a" * 5000,
]


def test_rows_are_unit_and_an_empty_text_is_near_nothing(bundled: BundledEncoder) -> None:
    rows = bundled.rows([*QUESTIONS, "", " \n "])

    assert rows.dtype == np.float32
    assert np.allclose(np.linalg.norm(rows[: len(QUESTIONS)], axis=1), 1, atol=1e-5)
    assert not rows[-2:].any()


def test_the_same_text_has_the_same_row_alone_or_among_others(bundled: BundledEncoder) -> None:
    assert np.array_equal(bundled.rows(QUESTIONS)[1], bundled.rows(QUESTIONS[1:2])[0])


def test_a_typing_slip_stays_near_and_another_subject_is_far(bundled: BundledEncoder) -> None:
    meant, slipped, other = bundled.rows(
        ["텔레그램 방에 내 사진이 있대요", "텔레그랩 방에 내사진이 있데요", "내일 서울 날씨 알려줘"]
    )

    assert meant @ slipped > 0.6
    assert meant @ slipped > meant @ other + 0.3


def test_a_question_is_near_its_translation(bundled: BundledEncoder) -> None:
    korean = bundled.rows(["경찰에 신고하려면 뭘 가져가야 하나요", "딥페이크 사진을 지우고 싶어요"])
    english = bundled.rows(["what should I bring to report to the police", "I want the deepfake photo deleted"])

    assert (korean @ english.T).argmax(axis=1).tolist() == [0, 1]


def test_the_identity_changes_with_the_tables(bundled: BundledEncoder, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    copy.mkdir()
    for file in BUNDLED.iterdir():
        if file.is_file():
            (copy / file.name).write_bytes(file.read_bytes())
    config = (copy / "config.json").read_text("utf-8")
    (copy / "config.json").write_text(config + " ", "utf-8")

    assert BundledEncoder(copy).identity.split(":")[1] != bundled.identity.split(":")[1]


def test_a_folder_that_is_not_whole_is_told(tmp_path: Path) -> None:
    with pytest.raises(EncoderMissing, match=r"can't be read \(\w+\): put the folder back whole$"):
        BundledEncoder(tmp_path)


def test_without_the_extra_a_named_model_ends_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "sentence_transformers", None)

    with pytest.raises(EncoderMissing) as missing:
        load_encoder("some/model")

    assert str(missing.value) == "GYEOT_MODEL=some/model needs the extra `models`: pip install 'gyeot[models]'"


def test_the_repository_holds_at_most_thirty_megabytes_of_models() -> None:
    assert sum(file.stat().st_size for file in BUNDLED.parent.rglob("*") if file.is_file()) < 30_000_000


@pytest.mark.needs_torch
def test_sentence_transformers_and_numpy_agree(bundled: BundledEncoder, monkeypatch: pytest.MonkeyPatch) -> None:
    sentence_transformers = pytest.importorskip("sentence_transformers", reason="the extra `models` is not installed")
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")

    model = sentence_transformers.SentenceTransformer(str(BUNDLED), device="cpu", trust_remote_code=True)

    assert np.abs(model.encode(QUESTIONS) - bundled.rows(QUESTIONS)).max() < 1e-5


@pytest.mark.needs_torch
def test_any_sentence_transformers_folder_works_from_setting_to_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sentence_transformers = pytest.importorskip("sentence_transformers", reason="the extra `models` is not installed")
    from tokenizers import Tokenizer

    from retrieval.index import open_index
    from retrieval.search import search
    from tests.retrieval.conftest import SAMPLE

    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    tokenizer = Tokenizer.from_file(str(BUNDLED / "tokenizer.json"))
    words = np.random.default_rng(5).normal(size=(tokenizer.get_vocab_size(), 32)).astype(np.float32)
    modules = sentence_transformers.sentence_transformer.modules
    sentence_transformers.SentenceTransformer(modules=[modules.StaticEmbedding(tokenizer, embedding_weights=words)]).save(
        str(tmp_path / "tiny")
    )

    index = open_index(SAMPLE, str(tmp_path / "tiny"), tmp_path / "cache")

    assert index.note is None
    assert index.vectors is not None
    assert search(index, "돈 안 보내면 사진 퍼뜨린대요").hits[0].guide == "blackmail"


@pytest.mark.needs_torch
def test_a_hub_name_that_cannot_be_fetched_ends_in_lexical_service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("sentence_transformers", reason="the extra `models` is not installed")
    from retrieval.index import open_index
    from retrieval.search import search
    from tests.retrieval.conftest import SAMPLE

    monkeypatch.setenv("HF_HUB_OFFLINE", "1")

    index = open_index(SAMPLE, "nobody/nothing-here", tmp_path / "cache")

    assert index.note is not None
    assert index.note.startswith("GYEOT_MODEL=nobody/nothing-here can't be loaded (")
    assert search(index, "돈 안 보내면 사진 퍼뜨린대요").hits[0].guide == "blackmail"
