"""The keyed hash that recognises somebody of whom nothing is kept."""

from console.store.keyed_hash import find_key, keyed_hash, make_key
from console.store.session import Store


def test_the_key_is_made_once_for_each_store_and_no_two_stores_have_the_same() -> None:
    with Store.throwaway() as store, Store.throwaway() as other:
        with store.reading() as connection:
            assert find_key(connection) is None
        with store.writing() as connection:
            key = make_key(connection)
            assert make_key(connection) == key
        with store.reading() as connection:
            assert find_key(connection) == key
        with other.writing() as connection:
            assert make_key(connection) != key


def test_the_same_words_give_the_same_hash_under_the_same_key_only() -> None:
    assert keyed_hash(b"k", "name", "Anja de Vries") == keyed_hash(b"k", "name", "Anja de Vries")
    assert keyed_hash(b"k", "name", "Anja de Vries") != keyed_hash(b"l", "name", "Anja de Vries")
    assert keyed_hash(b"k", "name", "Anja de Vries") != keyed_hash(b"k", "phone", "Anja de Vries")
    assert keyed_hash(b"k", "a", "bc") != keyed_hash(b"k", "ab", "c")
    assert "Anja" not in keyed_hash(b"k", "name", "Anja de Vries")
