"""Recognising an export, asking what it does not tell, and taking it into a group."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select

from console.desk import intake, judging, triage
from console.desk.console import Console
from console.desk.intake import Answers, ChatQuestion, ColumnsQuestion, DateOrderQuestion, Preview, YearQuestion
from console.desk.judging import judge_waiting
from console.domain.judgement import Attention
from console.errors import CancelledError, ExpectedError
from console.jobs import CancelToken, Progress
from console.store.tables import groups, imports, messages

from .conftest import ALL_RIGHT, Clock

DATA = Path(__file__).parents[2] / "data" / "chats"
URGENT = "Er wordt NU ingebroken op de Kade 18!!"


def chat(*said: tuple[str, str]) -> str:
    return "".join(f"{moment} - {line}\n" for moment, line in said)


def count(console: Console) -> int:
    with console.store.reading() as connection:
        return connection.scalar(select(func.count()).select_from(messages)) or 0


# --- recognising -----------------------------------------------------------------------------------------------------


def test_preview_tells_what_a_file_is(console: Console) -> None:
    preview = intake.preview_file(console, DATA / "synth" / "zip_android_nl.zip")
    assert isinstance(preview, Preview)
    assert (preview.format, preview.title, preview.count) == ("whatsapp", "Buurtpreventie Noord", 3)
    assert preview.first == preview.last
    assert preview.from_at == preview.first[0].sent_at
    assert not preview.is_cut_off


def test_preview_keeps_nothing(console: Console) -> None:
    intake.preview_file(console, DATA / "synth" / "zip_android_nl.zip")
    assert count(console) == 0


def test_preview_asks_what_the_file_does_not_tell(console: Console) -> None:
    dates = intake.preview_file(console, DATA / "dateorder" / "us_one_day_undecidable.txt")
    assert isinstance(dates, DateOrderQuestion)
    assert [sample.first.text for sample in dates.samples] == ["Goedemorgen"] * 2
    answered = intake.preview_file(
        console, DATA / "dateorder" / "us_one_day_undecidable.txt", Answers(date_order=dates.samples[1].order)
    )
    assert isinstance(answered, Preview)

    chats = intake.preview_file(console, DATA / "telegram" / "result_all_chats.json")
    assert isinstance(chats, ChatQuestion)
    assert [(choice.name, choice.is_private) for choice in chats.choices][:2] == [
        ("Anja", True),
        ("Buurtwacht Noord", False),
    ]
    assert isinstance(
        intake.preview_file(console, DATA / "quotes" / "phone_multiselect_copy_no_year.txt"), YearQuestion
    )


def test_preview_asks_which_column_is_which(console: Console, tmp_path: Path) -> None:
    path = tmp_path / "groep.csv"
    path.write_text("wanneer;wie;wat\n13-11-2026 21:03;Anja;Hoi\n", encoding="utf-8")
    assert intake.preview_file(console, path) == ColumnsQuestion(("wanneer", "wie", "wat"))
    columns = (("date", "wanneer"), ("author", "wie"), ("text", "wat"))
    answered = intake.preview_file(console, path, Answers(columns=columns))
    assert isinstance(answered, Preview)
    assert answered.count == 1


def test_table_without_enough_columns_is_refused(console: Console, tmp_path: Path) -> None:
    path = tmp_path / "groep.csv"
    path.write_text("wanneer;wat\n13-11-2026 21:03;Hoi\n", encoding="utf-8")
    with pytest.raises(ExpectedError) as refused:
        intake.preview_file(console, path)
    assert refused.value.key == "table_columns_unknown"


def test_preview_recognises_a_known_group_by_its_name_and_by_its_people(console: Console) -> None:
    people = [("01-05-2024 20:00", f"{name}: dag") for name in ("Anja", "Bert", "Carla", "Dirk")]
    intake.import_text(console, chat(*people), "Buurtpreventie Noord")
    by_name = intake.preview_file(console, DATA / "synth" / "zip_android_nl.zip")
    by_people = intake.preview_text(console, chat(*people[:3], ("02-05-2024 20:00", "Els: hoi")))
    strangers = intake.preview_text(console, chat(*(("02-05-2024 20:00", f"{name}: hoi") for name in "XYZ")))
    assert isinstance(by_name, Preview)
    assert isinstance(by_people, Preview)
    assert isinstance(strangers, Preview)
    assert by_name.suggested_group == by_people.suggested_group == "Buurtpreventie Noord"
    assert strangers.suggested_group is None


def test_preview_knows_a_group_by_its_name_whatever_the_capitals(console: Console, tmp_path: Path) -> None:
    path = tmp_path / "WhatsApp-chat met ÉÉNHOORN.txt"
    path.write_text(chat(("01-05-2024 20:00", "Anja: dag")), encoding="utf-8")
    intake.import_file(console, path, "Éénhoorn", judge=False)
    preview = intake.preview_file(console, path)
    assert isinstance(preview, Preview)
    assert preview.suggested_group == "Éénhoorn"


def test_the_same_people_under_another_name_are_another_group(console: Console, tmp_path: Path) -> None:
    said = [(f"01-05-2024 20:0{minute}", f"{name}: dag") for minute, name in enumerate(["Anja", "Bert", "Carla"] * 2)]

    def suggested(name: str, *lines: tuple[str, str]) -> str | None:
        path = tmp_path / f"{name}.txt"
        path.write_text(chat(*lines), encoding="utf-8")
        preview = intake.preview_file(console, path)
        assert isinstance(preview, Preview)
        return preview.suggested_group

    intake.import_text(console, chat(*said), "Lindenhof", judge=False)
    elsewhere = [*said[:4], ("01-05-2024 20:09", "Carla: dag")]  # four were said in both groups in the same minute
    assert suggested("WhatsApp-chat met Kadebuurt", *elsewhere) is None
    assert suggested("WhatsApp Chat with Lindenhof", *elsewhere) == "Lindenhof"
    renamed = [*said, ("02-05-2024 20:00", "Bert: hoi")]
    assert suggested("WhatsApp-chat met Lindenhof 2027", *renamed) == "Lindenhof"  # it begins with the same


def test_export_at_whatsapps_limit_is_said_to_be_cut_off(console: Console) -> None:
    line = "01-05-2024 20:00 - Anja: dag\n"
    long = intake.preview_text(console, line * 40_000)
    assert isinstance(long, Preview)
    assert long.is_cut_off


# --- taking in -------------------------------------------------------------------------------------------------------


def test_import_flags_and_queues(console: Console) -> None:
    result = intake.import_text(
        console,
        chat(("01-11-2026 20:00", f"Anja: {URGENT}"), ("01-11-2026 20:05", "Bert: Wat een mooie avond was het")),
        "Alarm",
        "wabp_alarm",
    )
    assert (result.read, result.new, result.flagged) == (2, 2, 1)
    assert result.from_at == datetime(2026, 11, 1, 20, 0)
    (item,) = triage.week(console)
    assert (item.group, item.author, item.attention, item.text) == ("Alarm", "Anja", Attention.NOW, URGENT)


def test_what_was_said_before_counts(console: Console) -> None:
    said = chat(("01-11-2026 20:00", "Bert: 112 is gebeld, ze komen eraan"), ("01-11-2026 20:01", f"Anja: {URGENT}"))
    intake.import_text(console, said, "Alarm", "wabp_alarm")
    assert triage.week(console) == ()


def test_history_of_a_new_group_is_no_backlog(console: Console) -> None:
    old = [(f"{day:02d}-01-2026 20:00", f"Anja: {URGENT}") for day in range(1, 10)]
    new = [(f"{day:02d}-11-2026 20:00", f"Anja: {URGENT}") for day in (12, 14)]
    result = intake.import_text(console, chat(*old, *new), "Alarm", "wabp_alarm")
    assert result.flagged == 11
    assert [item.at.day for item in triage.week(console)] == [14, 12]
    assert triage.older_flags(console) == 9


def test_few_flags_are_all_shown(console: Console) -> None:
    said = chat(("01-01-2026 20:00", f"Anja: {URGENT}"), ("12-11-2026 20:00", "Bert: Wat een mooie avond was het"))
    intake.import_text(console, said, "Alarm", "wabp_alarm")
    assert len(triage.week(console)) == 1


def test_person_says_from_when(console: Console) -> None:
    said = chat(("01-01-2026 20:00", f"Anja: {URGENT}"), ("12-11-2026 20:00", f"Anja: {URGENT}"))
    intake.import_text(console, said, "Alarm", "wabp_alarm", review_from=datetime(2026, 6, 1, tzinfo=UTC))
    assert len(triage.week(console)) == 1


def test_decided_item_is_not_opened_by_the_next_import(console: Console) -> None:
    said = chat(("12-11-2026 20:00", f"Anja: {URGENT}"))
    intake.import_text(console, said, "Alarm", "wabp_alarm")
    triage.decide(console, triage.week(console)[0].id, ALL_RIGHT)
    intake.import_text(console, said + chat(("13-11-2026 20:00", "Bert: dank voor het opletten")), "Alarm")
    assert triage.week(console) == ()


def test_date_order_is_known_from_what_the_group_holds(console: Console) -> None:
    path = DATA / "dateorder" / "us_one_day_undecidable.txt"
    with pytest.raises(ExpectedError, match="--date-order"):
        intake.import_file(console, path, "Noord")
    assert count(console) == 0
    from console.chats.reading import DateOrder

    intake.import_file(console, path, "Noord", answers=Answers(date_order=DateOrder.MDY))
    again = intake.import_file(console, path, "Noord")
    assert (again.new, again.known) == (0, 2)
    assert isinstance(intake.preview_file(console, path), Preview)


def test_date_order_of_another_phone_is_no_answer(console: Console) -> None:
    """A Dutch and an English phone in one group write 2 May as 02-05 and 5/2: what the one tells is a guess here."""
    intake.import_text(console, chat(("13-05-2022 16:08", "Anja: dag")), "Noord", judge=False)
    with pytest.raises(ExpectedError, match="--date-order"):
        intake.import_file(console, DATA / "dateorder" / "us_one_day_undecidable.txt", "Noord")


def test_older_export_of_a_group_that_was_shown_whole_is_no_backlog(console: Console) -> None:
    intake.import_text(console, chat(("12-11-2026 20:00", f"Anja: {URGENT}")), "Alarm", "wabp_alarm")
    old = [(f"{day:02d}-01-2026 20:00", f"Anja: {URGENT}") for day in range(1, 20)]
    intake.import_text(console, chat(*old), "Alarm")
    assert len(triage.week(console)) == 1
    assert triage.older_flags(console) == 19


def test_unjudged_import_is_judged_later(console: Console) -> None:
    said = chat(("12-11-2026 20:00", f"Anja: {URGENT}"))
    assert intake.import_text(console, said, "Alarm", "wabp_alarm", judge=False).flagged == 0
    assert triage.week(console) == ()
    assert intake.judge_pending(console) == 1
    assert intake.judge_pending(console) == 0
    assert len(triage.week(console)) == 1


class CancelAt(Progress):
    """Presses cancel when a stage has come."""

    def __init__(self, stage: str, token: CancelToken) -> None:
        super().__init__()
        self._stage, self._token = stage, token

    def report(self, stage: str, fraction: float | None, count: int) -> None:
        """Cancel in the second step of the stage."""
        if stage == self._stage and count:
            self._token.cancel()


def test_cancelled_import_leaves_nothing(console: Console) -> None:
    token = CancelToken()
    said = chat(*[("12-11-2026 20:00", "Anja: dag")] * 5_000)
    with pytest.raises(CancelledError):
        intake.import_text(console, said, "Alarm", progress=CancelAt("importing", token), cancel=token)
    with console.store.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(groups)) == 0
        assert connection.scalar(select(func.count()).select_from(imports)) == 0


def test_cancel_while_judging_keeps_the_import_and_goes_on_later(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(judging, "BATCH", 2)
    token = CancelToken()
    said = chat(*[("12-11-2026 20:00", f"Anja: {URGENT}")] * 5)
    result = intake.import_text(console, said, "Alarm", "wabp_alarm", progress=CancelAt("judging", token), cancel=token)
    assert result.new == count(console) == 5
    assert intake.judge_pending(console) == 3


@pytest.mark.parametrize(("group", "profile", "key"), [(" ", "hic", "group_name_empty"), ("A", "x", "profile_unknown")])
def test_wrong_wish_is_refused_before_anything_is_read(console: Console, group: str, profile: str, key: str) -> None:
    with pytest.raises(ExpectedError) as error:
        intake.import_text(console, chat(("12-11-2026 20:00", "Anja: dag")), group, profile)
    assert error.value.key == key
    assert count(console) == 0


def test_decided_message_that_is_edited_into_a_threat_waits_again(console: Console, clock: Clock) -> None:
    def said(text: str) -> str:
        return chat(("12-11-2026 20:00", f"Anja: {text}"))

    intake.import_text(console, said(URGENT), "Alarm", "wabp_alarm")
    triage.decide(console, triage.week(console)[0].id, ALL_RIGHT)
    clock.forward(days=1)
    intake.import_text(console, said("Ik weet waar je woont, ik sla je <Dit bericht is bewerkt>"), "Alarm")
    (item,) = triage.week(console)
    assert item.text == "Ik weet waar je woont, ik sla je"
    triage.decide(console, item.id, ALL_RIGHT)
    assert intake.judge_pending(console) == 0
    assert triage.week(console) == ()


def test_what_waits_is_judged_and_the_pages_hear_of_it(console: Console) -> None:
    assert not judge_waiting(console).items
    intake.import_text(console, chat(("12-11-2026 20:00", f"Anja: {URGENT}")), "Alarm", "wabp_alarm", judge=False)
    assert judge_waiting(console).items
    assert len(triage.week(console)) == 1
