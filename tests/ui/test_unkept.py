"""What was typed and kept by nobody is there again when the field is about the same thing."""

from ui.unkept import Unkept


def test_words_are_there_again_until_they_are_kept_or_taken_back():
    unkept = Unkept[str]()
    unkept.note("Kade", "mijn woorden", "gegeven")
    assert (unkept.of("Kade", "nieuw"), unkept.of("Dijk", "nieuw")) == ("mijn woorden", "nieuw")
    unkept.note("Kade", "nieuw", "nieuw")  # typed back by hand
    assert unkept.of("Kade", "later") == "later"
    unkept.note("Kade", "", "gegeven")  # nothing at all is something else too
    assert unkept.of("Kade", "gegeven") == ""
    unkept.forget("Kade")
    assert unkept.of("Kade", "gegeven") == "gegeven"
