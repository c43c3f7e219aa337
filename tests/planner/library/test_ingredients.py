"""One comparison of medicine names: what is the same or alike leads to a question, what is unread is said to be."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from planner.library.ingredients import Effect, effects_in, named_in, opioid_treatment, says_none

OPIOID, SEDATIVE, BLOCKER = Effect.OPIOID, Effect.SEDATIVE, Effect.BLOCKER


@dataclass(frozen=True)
class Pair:
    reaction: str
    medicine: str
    alike: bool = True


PAIRS = (
    Pair("Ibuprofen.", "ibuprofen 800"),
    Pair("ibuprofeno", "Motrin IB 200mg"),
    Pair("penicillin, sulfa", "Penicillin VK"),
    Pair("penicillin / sulfa / codeine", "SMX-TMP DS"),
    Pair("penicilina y sulfa", "Bactrim DS"),
    Pair("sulfa and latex", "Septra"),
    Pair("Amoxicillin (rash)", "amoxicillin 500 mg"),
    Pair("Amoxicillin", "Amoxicillin‑clavulanate 875 mg"),  # noqa: RUF001
    Pair("penicillin", "Augmentin"),
    Pair("PCN", "Amox-Clav"),
    Pair("penicillin", "Keflex"),
    Pair("Haldol", "Haldol, 5 mg"),
    Pair("haloperidol decanoate shot", "HALDOL"),
    Pair("Naproxen", "Aleve generic for naproxen"),
    Pair("Naproxen", "Aleve"),
    Pair("aspirin", "Excedrin"),
    Pair("NSAIDs", "Toradol"),
    Pair("anti-inflammatories", "Advil PM"),
    Pair("AINEs", "naproxeno"),
    Pair("opioids", "Percocet"),
    Pair("narcotics", "Suboxone 8-2 mg film"),
    Pair("opiáceos", "metadona"),
    Pair("codeine", "Tylenol #3"),
    Pair("Tylenol", "Vicodin"),
    Pair("acetaminophen", "Percocet 5/325"),
    Pair("benzos", "Klonopin"),
    Pair("benzodiacepinas", "diazepam"),
    Pair("Valium", "lorazepam 1mg prn"),
    Pair("naloxone", "Zubsolv"),
    Pair("hydrochlorothiazide", "Zestoretic"),
    Pair("sulfa drugs", "furosemide"),
    Pair("antibiotics", "Z-Pak"),
    Pair("statins", "Lipitor"),
    Pair("amoxicilin", "Amoxil"),
    Pair("codiene", "codeine"),
    Pair("ibuprofin", "Advil"),
    Pair("I'm allergic to penicillin, I think", "amoxicillin"),
    Pair("penicillin", "azithromycin", alike=False),
    Pair("Vitamin D", "Vitamin B12", alike=False),
    Pair("Tylenol 3 times a day", "codeine", alike=False),
    Pair("sertraline", "lithium", alike=False),
    Pair("trazodone", "diazepam", alike=False),
)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair.reaction} / {pair.medicine}")
def test_one_medicine_is_known_by_any_name_either_way_round(pair: Pair) -> None:
    one, other = named_in(pair.reaction), named_in(pair.medicine)
    assert one.may_be_like(other) is pair.alike
    assert other.may_be_like(one) is pair.alike


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("Lisinopril 10 mg tablets, once daily", True),
        ("amoxicillin and clavulanate potassium", True),
        ("Metoprolol succinate ER", True),
        ("peanuts", False),
        ("sulfur soap", False),
        ("penicillin and Zorbaxil", False),
        ("the blue pill", False),
        ("Ядовитый", False),
        ("x" * 5000, False),
        ("penicillin " * 300, False),
    ],
    ids=lambda value: str(value)[:30],
)
def test_what_is_no_name_of_the_table_leaves_it_unread(words: str, whole: bool) -> None:  # noqa: FBT001 (a case)
    assert named_in(words).is_known is whole


@pytest.mark.parametrize("words", ["", "800 mg", "my shot", "pills", "pastilla"])
def test_words_that_name_nothing_are_no_known_medicine(words: str) -> None:
    assert not named_in(words).is_known


@pytest.mark.parametrize(
    "words",
    [
        *("methadone", "Methadone 80mg/day liquid", "metadona", "methodone", "METHADOSE", "my suboxone strips", "Subs"),
        *("buprenorphine-naloxone 8‑2", "buprenorfina", "Vivitrol shot", "inyección de naltrexona", "Sublocade"),  # noqa: RUF001
        *("Brixadi weekly", "three days of Suboxone left", "Zubsolv, Prozac", "bupe", "naltrexone"),
    ],
)
def test_a_medicine_for_opioid_use_disorder_is_known_by_its_name(words: str) -> None:
    assert opioid_treatment(words)


@pytest.mark.parametrize(
    "words", ["", "naloxone", "Narcan spray", "diazepam", "Butrans", "Contrave", "Percocet", "method", "sub"]
)
def test_other_names_are_no_medicine_for_opioid_use_disorder(words: str) -> None:
    assert not opioid_treatment(words)


@pytest.mark.parametrize(
    ("words", "effects"),
    [
        ("Percocet", {OPIOID}),
        ("oxy 30", {OPIOID}),
        ("Tylenol with codeine", {OPIOID}),
        ("Xanax", {SEDATIVE}),
        ("gabapentina", {SEDATIVE}),
        ("Ambien CR", {SEDATIVE}),
        ("Vivitrol", {BLOCKER}),
        ("Embeda", {OPIOID, BLOCKER}),
        ("Suboxone", {OPIOID}),
        ("Narcan", set[Effect]()),
        ("Opvee", set[Effect]()),
        ("sertraline", set[Effect]()),
        ("zzz", set[Effect]()),
    ],
)
def test_a_rescue_medicine_is_neither_an_opioid_nor_what_blocks_one_for_long(words: str, effects: set[Effect]) -> None:
    assert effects_in(words) == effects


@pytest.mark.parametrize(
    "words",
    [
        *("none", "None.", "NKDA", "nka", "no known allergies", "No known drug allergies.", "n/a", "N/A", "nothing"),
        *("Nothing that I know of", "ninguna", "Ninguno", "nada", "sin alergias conocidas", "No se conocen alergias"),
    ],
)
def test_that_there_is_none_is_an_answer(words: str) -> None:
    assert says_none(words)


@pytest.mark.parametrize("words", ["", "?", "unknown", "not sure", "no sé", "no penicillin", "known allergies"])
def test_what_is_not_sure_is_no_such_answer(words: str) -> None:
    assert not says_none(words)
