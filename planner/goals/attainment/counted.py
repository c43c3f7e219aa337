"""What a ladder counts, said of one and of many: "1 visit", "2 visits"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from planner.words.fold import plain

_ODD = {
    "people": "person",
    "children": "child",
    "men": "man",
    "women": "woman",
    "feet": "foot",
    "movies": "movie",
    "cookies": "cookie",
    "selfies": "selfie",
    "veces": "vez",
    "meses": "mes",
    "clases": "clase",
    "noches": "noche",
    "tardes": "tarde",
    "viajes": "viaje",
    "bailes": "baile",
    "padres": "padre",
    "postres": "postre",
    "mensajes": "mensaje",
    "dulces": "dulce",
    "restaurantes": "restaurante",
    "dolares": "dólar",
    "talleres": "taller",
    "deberes": "deber",
    "favores": "favor",
    "papeles": "papel",
    "examenes": "examen",
    "lunes": "lunes",
    "martes": "martes",
    "miercoles": "miércoles",
    "jueves": "jueves",
    "viernes": "viernes",
}
"""Many to one, where no ending tells; written plain, without accents."""

_FROM_HERE = re.compile(
    r"(?<=\w)(?= (?:of|with|at|in|on|to|for|from|by|without|about|before|after|around|outside"
    r"|de|del|con|en|a|al|para|por|sin|sobre)\b)",
    re.IGNORECASE,
)
"""What is counted stands before the first preposition: "nights of sleep", "llamadas a mi mamá"."""

_SPANISH = re.compile(
    r"\b(?:de|del|con|en|al|para|por|sin|mi|mis|la|las|los)\b|[áéíóúñ]|(?:cion|sion|reunion)(?:es)?\b"
    r"|\b(?:caminatas?|juntas?|horas?|minutos?|dias?|noches?|veces|vez|vasos?|libros?|clases?|llamadas?|paginas?"
    r"|visitas?|cigarros?|cervezas?|semanas?|meses|mes|tareas?|citas?|comidas?|cenas?|desayunos?|copas?|tragos?)\b",
    re.IGNORECASE,
)
_NO_NOUN = re.compile(
    r"^(?:my|the|our|his|her|their|a|an|mi|mis|el|la|los|las|un|una)\b|\d"
    r"|\b(?:a|an|per|each|every|al?|por|cada) (?:la )?(?:day|night|week|month|year|dia|noche|semana|mes|ano)s?\b",
)
"""Somebody or something of its own, a number, or a period: no plain name of what is counted."""

_LONGEST = 5
_TIMES = frozenset(("x", "times", "time", "vez", "veces"))


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted: its words for one, and for many."""

    one: str
    """Empty where it would be a guess."""

    many: str


def counted(measure: str, *, is_one: bool, language: str = "en") -> Counted | None:
    """Return the forms of a measure as it was typed; `is_one` where it stands beside the number one."""
    words = " ".join(measure.split())
    if (
        (len(words) == 1 and words != "x")
        or not words
        or len(words.split()) > _LONGEST
        or _NO_NOUN.search(plain(words))
    ):
        return None
    is_spanish = language == "es" or _SPANISH.search(words) is not None
    if plain(words) in _TIMES:
        return Counted("vez", "veces") if is_spanish else Counted("time", "times")
    cut = _FROM_HERE.search(words)
    head, rest = (words[: cut.start()], words[cut.start() :]) if cut else (words, "")
    forms = _spanish(head, is_one=is_one) if is_spanish else _english(head, is_one=is_one)
    return Counted(forms.one and forms.one + rest, forms.many + rest)


def _english(head: str, *, is_one: bool) -> Counted:
    """Return the forms of an English name: only its last word changes."""
    before, blank, word = head.rpartition(" ")
    known = plain(word) in _ODD or re.search(r"[^su]s$", plain(word)) is not None
    if not known and not is_one:
        return Counted(head, head)  # "min", "sleep": said the same of one
    one, many = (_singular(word), word) if known else (word, _plural(word))
    return Counted(before + blank + one, before + blank + many)


def _singular(word: str) -> str:
    small = plain(word)
    if small in _ODD:
        return _ODD[small]
    if small.endswith("ies") and len(small) > len("ties"):
        return f"{word[:-3]}y"
    return word[:-2] if re.search(r"(?:ss|sh|ch|x|zz|to|ro)es$", small) else word[:-1]


def _plural(word: str) -> str:
    small = plain(word)
    if many := next((many for many, one in _ODD.items() if one == small), ""):
        return many
    if re.search(r"[^aeiou]y$", small):
        return f"{word[:-1]}ies"
    return f"{word}es" if re.search(r"(?:s|sh|ch|x|z)$", small) else f"{word}s"


def _spanish(head: str, *, is_one: bool) -> Counted:
    """Return the forms of a Spanish name of one word; one with an adjective behind it would change twice."""
    small = plain(head)
    if " " in head:
        return Counted("", head)
    if small.endswith("s"):
        return Counted(_ODD.get(small) or _one_in_spanish(head), head)
    return Counted(head, _many_in_spanish(head)) if is_one else Counted(head, head)


def _one_in_spanish(word: str) -> str:
    small = plain(word)
    if small.endswith("iones"):
        return f"{word[:-4]}ón"
    if small.endswith("dades"):
        return word[:-2]
    return word[:-1] if re.search(r"(?:[ao]|ch?e|[cj]e)s$", small) else ""


def _many_in_spanish(word: str) -> str:
    if plain(word).endswith("ion"):
        return f"{word[:-2]}ones"
    if many := next((many for many, one in _ODD.items() if plain(one) == plain(word)), ""):
        return many
    return f"{word}s" if plain(word)[-1:] in "aeiou" else f"{word}es"
