"""What a decision changed of a report, in plain words."""

from collections.abc import Iterator

from console import texts
from console.desk.journal import RowChange
from console.desk.reports.threads import COLUMNS


def tell_report(change: RowChange, language: str) -> Iterator[str]:
    """Yield which heads of a report (a row of ``reports``) a person filled in, or gave back to the suggestion."""
    before, after = change.before, change.after
    if "by_hand" not in after:
        return
    for head, columns in COLUMNS.items():
        values = [side.get(columns[0]) for side in (before, after)]
        is_touched = (columns[0] in before["by_hand"]) != (columns[0] in after["by_hand"]) or (
            columns[0] in before and columns[0] in after and values[0] != values[1]
        )
        if is_touched:
            name = texts.say(f"reports.head_{head}", language)
            key = "told_head" if columns[0] in after["by_hand"] else "told_head_back"
            yield texts.say(f"reports.{key}", language, head=name)


def tell_message(change: RowChange, language: str) -> Iterator[str]:
    """Yield where a message went (a row of ``report_messages``), or that it leads its report now."""
    before, after = change.before, change.after
    if before["report_id"] != after["report_id"]:
        yield texts.say(f"reports.told_{'out' if after['report_id'] is None else 'moved'}", language)
    elif after["is_primary"] and not before["is_primary"]:
        yield texts.say("reports.told_primary", language)
