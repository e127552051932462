"""A spot is read from whatever a person copied from a map, and from nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.desk.feedback.map_links import link_to, read_spot, told
from console.domain.forward import Spot
from console.errors import ExpectedError

HERE = Spot(51.9225, 4.47917)


@pytest.mark.parametrize(
    "pasted",
    [
        "51.9225, 4.47917",
        " 51.9225 4.47917\n",
        "51,9225 4,47917",
        "51,9225; 4,47917",
        "4.47917, 51.9225",  # the east first
        "51.922500 N, 4.479170 E",
        "51.9225° N 4.47917° E",
        "geo:51.9225,4.47917?z=19",
        "https://www.openstreetmap.org/#map=18/51.92250/4.47917",
        "https://www.openstreetmap.org/?mlat=51.9225&mlon=4.47917#map=17/52.1/4.9",
        "https://www.openstreetmap.org/directions?to=x&ll=51.9225,4.47917",
        "https://www.google.nl/maps/place/Straat+1/@51.9,4.4,17z/data=!3m1!4b1!4m6!8m2!3d51.9225!4d4.47917",
        "https://www.google.com/maps/@51.9225,4.47917,17z",
        "https://www.google.com/maps?q=51.9225,4.47917",
        "https://maps.google.com/?q=51.9225%2C4.47917",
        "https://www.google.com/maps/search/?api=1&query=51.9225%2C4.47917",
        "https://www.google.com/maps/search/51.9225,+4.47917?entry=tts",
        "https://maps.apple.com/?ll=51.9225,4.47917&q=Dropped%20Pin",
    ],
)
def test_a_spot_is_read(pasted):
    assert read_spot(pasted) == HERE


@pytest.mark.parametrize(
    "pasted",
    [
        "51°55'21.0\"N 4°28'45.0\"E",
        "51°55′21″N 4°28′45″O",
        "https://www.google.com/maps/place/51%C2%B055'21.0%22N+4%C2%B028'45.0%22E/@51.9,4.4765,17z",
    ],
)
def test_degrees_with_minutes_and_seconds_are_read(pasted):
    assert read_spot(pasted) == Spot(51.9225, 4.479167)


@pytest.mark.parametrize(
    ("pasted", "key"),
    [
        ("  ", "forward_place_empty"),
        ("Kerkstraat 12", "forward_place_wrong"),
        ("51.9225", "forward_place_wrong"),
        ("06-12345678", "forward_place_wrong"),
        ("https://www.voorbeeld.nl/nieuws/2026", "forward_place_wrong"),
        ("https://maps.app.goo.gl/AbCdEf", "forward_place_short"),
        ("https://osm.org/go/0EvGnW", "forward_place_short"),
        ("40.7128, -74.0060", "forward_place_abroad"),
        ("50.1, 4.4", "forward_place_abroad"),
    ],
)
def test_what_is_no_spot_in_the_netherlands_is_told(pasted, key):
    with pytest.raises(ExpectedError) as raised:
        read_spot(pasted)
    assert raised.value.key == key
    assert raised.value.sentence("nl")


def test_the_link_to_a_spot_is_read_back():
    assert read_spot(link_to(HERE)) == HERE
    assert read_spot(told(HERE)) == HERE


@given(st.floats(50.71, 53.79), st.floats(3.21, 7.29))
def test_any_spot_here_is_read_back(latitude, longitude):
    spot = Spot(round(latitude, 6), round(longitude, 6))
    assert read_spot(f"{spot.latitude:.6f}, {spot.longitude:.6f}") == spot


@given(st.text(max_size=400))
def test_no_text_breaks_it(text):
    try:
        spot = read_spot(text)
    except ExpectedError:
        return
    assert 50 < spot.latitude < 54
