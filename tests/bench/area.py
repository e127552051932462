"""How long it takes to find the groups of an address, among nine thousand groups of about fifteen streets each.

    python tests/bench/area.py [--groups 9000] [--rounds 9] [--keep FILE]

Each figure is the middle of so many rounds, after the first, which is told too. Its ratio is to the reference, reading
the area of every group and asking it, in the same run; in processor time, so that other work on the machine counts for
neither. ``--keep`` uses the store of an earlier run, or leaves it there.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from sqlalchemy import func, insert, select

from console.desk import areas
from console.desk.area_match import match
from console.desk.console import Console
from console.domain.group import GroupId
from console.domain.work_area import Address, Answer, Postcodes, Side, Stretch, WorkArea
from console.store import tables
from console.store.session import Store

KEY: Final = "0123456789abcdef" * 4
NOW: Final = datetime(2026, 11, 22, 12, tzinfo=UTC)
LIMIT_MS: Final = 50

KINDS: Final = (
    ("straat",) * 9 + ("laan",) * 5 + ("weg",) * 4 + ("plein", "hof", "singel", "kade", "pad", "dijk", "plantsoen")
)
COMMON: Final = """
Kerkstraat Schoolstraat Molenstraat Dorpsstraat Molenweg Nieuwstraat Julianastraat Parallelweg Wilhelminastraat
Industrieweg Stationsstraat Beatrixstraat Kerkweg Raadhuisstraat Eikenlaan Beukenlaan Stationsweg Irenestraat
Wilgenstraat Hoofdstraat Kastanjelaan Julianalaan Emmastraat Marktstraat Lindenlaan Berkenlaan Esdoornstraat
Populierenlaan Nassaustraat Merelstraat Lijsterstraat Ringbaan Markt Kerkplein Hoogstraat Havenstraat Meidoornlaan
"""  # the names that many towns have, here still more of them, the most frequent first
PEOPLE: Final = (
    "Burgemeester",
    "Prins",
    "Pastoor",
    "Dokter",
    "Wethouder",
    "Professor",
    "Burg.",
    "Jan",
    "Pieter",
    "Anna",
)
BEFORE: Final = ("Lange ", "Korte ", "1e ", "2e ", "Oude ", "Nieuwe ", "")
STARTS: Final = """
ach al am ba be ber bi blo bo bra bre bu dam de dor dri du ee el en ev fa fe fli fre ga ge gla go gra gro ha hee hel hi
hoe hol hu ja ka ke kla kol kro la lee lin lo maa mei mer mo mui na nij noo oos ou pa pee pol ra ree rie roo sa schaa
schie slo sta ste ta ter to tu va ve vlie voo wa wee wil wou zaa zee zil zui zwa
"""
MIDDLES: Final = "a be da de ge ke ker la le lo ma me na ne per ra ren sche se ste te ter ve wer ze"
ENDS: Final = """
berg bos brink broek dal donk dorp en er gaard hage ham hof hout huis kamp land lo man meer mond oord s sel stein veld
"""


def name(rng: random.Random) -> str:
    """Make up the name of a street: a common one, one after somebody, or one that only this town has."""
    chance, common, kind = rng.random(), COMMON.split(), rng.choice(KINDS)
    if chance < 0.12:
        return rng.choices(common, [1 / (place + 2) for place in range(len(common))])[0]
    middle = rng.choice(MIDDLES.split()) if rng.random() < 0.6 else ""
    own = f"{rng.choice(STARTS.split())}{middle}{rng.choice(ENDS.split())}{kind}".capitalize()
    if chance < 0.4:
        return f"{rng.choice(PEOPLE)} {rng.choice(('', 'van ', 'van der ', 'de '))}{own}"
    return rng.choice(BEFORE) + own if chance < 0.5 else own


def area(rng: random.Random) -> WorkArea:
    """Make up an area: about fifteen streets, some in part, and the postcodes of every third group."""
    stretches = tuple(Stretch(name(rng), *numbers(rng)) for _ in range(rng.randint(8, 22)))
    if rng.random() < 0.67:
        return WorkArea(stretches)
    four = rng.randint(1000, 9990)
    return WorkArea(stretches, (Postcodes(f"{four}AA", f"{four}ZZ"),))


def numbers(rng: random.Random) -> tuple[int | None, int | None, Side]:
    """Make up which numbers of a street."""
    if rng.random() < 0.6:
        return None, None, Side.ALL
    first = rng.randint(1, 150)
    return first, first + rng.randint(10, 200), rng.choice(tuple(Side))


def build(store: Store, count: int) -> None:
    """Fill a store with groups that have an area."""
    rng = random.Random(1)
    rows = [
        {"name": f"Groep {number}", "profile": "broad", "created_at": NOW, "work_area": areas.as_stored(area(rng))}
        for number in range(1, count + 1)
    ]
    with store.writing() as connection:
        connection.execute(insert(tables.groups), rows)


def middle_group(console: Console) -> GroupId:
    """Return a group to take streets from."""
    with console.store.reading() as connection:
        return GroupId((connection.scalar(select(func.max(tables.groups.c.id))) or 2) // 2)


def addresses(console: Console) -> Iterator[tuple[str, Address]]:
    """Yield what people write: as it is, with a slip in every place, short, not there, of the commonest street."""
    with console.store.reading() as connection:
        stored = connection.execute(
            select(tables.groups.c.work_area).where(tables.groups.c.id == middle_group(console))
        ).scalar_one()
    streets = [one.street for one in areas.of_row(stored).stretches]
    street = max((one for one in streets if " " not in one), key=len)
    long = max(streets, key=len)
    yield "as it is", Address(street, "20")
    yield "the commonest street", Address("Kerkstraat", "12")
    yield "  that with a number nobody has", Address("Kerkstraat", "9999")
    yield "  that with a slip", Address("Kekrstraat", "12")
    for place in (0, 1, len(street) // 2, len(street) - 2):
        yield f"a letter missing, place {place + 1}", Address(street[:place] + street[place + 1 :], "20")
    yield "two letters missing", Address(long[:4] + long[5:9] + long[10:], "20")
    yield "two swapped", Address(street[:3] + street[4] + street[3] + street[5:], "20")
    yield "a beginning that many have", Address("Burgemeester van der Xstraat", "1")
    yield "with initials", Address("J. van der Meerhofstraat", "1")
    yield "a street that is nowhere", Address("Qwxzstraat", "1")
    yield "only a postcode", Address(None, None, "3021 AB")
    yield "street and postcode", Address("Kerkstraat", "12", "3021 AB")
    yield "2,000 letters", Address("straat" * 333, "1")


def every_group(console: Console, address: Address) -> list[int]:
    """The reference: ask the area of every group, one after the other."""
    with console.store.reading() as connection:
        rows = connection.execute(select(tables.groups.c.id, tables.groups.c.work_area)).all()
    return [row.id for row in rows if match(areas.of_row(row.work_area), address).answer is Answer.YES]


def took(call: Callable[[], object], rounds: int) -> tuple[float, float, float]:
    """Return the first and the middle time of a call, and what of the middle one the processor worked: milliseconds."""
    walls, processors = [], []
    for _ in range(rounds + 1):
        wall, processor = time.perf_counter(), time.process_time()
        call()
        walls.append((time.perf_counter() - wall) * 1000)
        processors.append((time.process_time() - processor) * 1000)
    return walls[0], statistics.median(walls[1:]), statistics.median(processors[1:])


def main() -> None:
    """Build and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--groups", type=int, default=9_000)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--keep", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = arguments.keep or Path(folder) / "bench.db"
        is_new = not path.exists()
        with Store.open(path, KEY, create=is_new) as store:
            if is_new:
                start = time.perf_counter()
                build(store, arguments.groups)
                print(f"built in {time.perf_counter() - start:.0f} s, {path.stat().st_size / 1e6:.0f} MB")
            measure(Console(store, lambda: NOW, "nl", "bench"), arguments.rounds)


def measure(console: Console, rounds: int) -> None:
    """Print what each way of writing costs, the reference first."""
    first, usual, reference = took(lambda: every_group(console, Address("Kerkstraat", "12")), 2)
    print(
        f"{'reference: every group in turn':36} {'':>3}  first {first:7.1f}  then {usual:7.1f}  cpu {reference:7.1f} ms"
    )
    slowest = busiest = 0.0
    for told, address in addresses(console):
        found = areas.groups_at(console, address)
        first, middle, busy = took(lambda address=address: areas.groups_at(console, address), rounds)
        slowest, busiest = max(slowest, middle), max(busiest, busy)
        times = f"first {first:7.1f}  then {middle:7.1f}  cpu {busy:7.1f} ms  1:{reference / busy:.0f}"
        print(f"{told:36} {len(found):>3}  {times}", flush=True)
    group_id = middle_group(console)
    shared = areas.overlaps(console, group_id)
    first, middle, busy = took(lambda: areas.overlaps(console, group_id), rounds)
    times = f"first {first:7.1f}  then {middle:7.1f}  cpu {busy:7.1f} ms"
    print(f"{'what other groups share with one':36} {len(shared):>3}  {times}")
    is_quick = "yes" if slowest < LIMIT_MS else "on a quiet machine" if busiest < LIMIT_MS else "NO"
    print(f"slowest search {slowest:.1f} ms (cpu {busiest:.1f}), wanted under {LIMIT_MS} ms: {is_quick}")


if __name__ == "__main__":
    main()
