"""How often money comes round, as its words say it: "800/wk", "$15 an hour", "60 a week", "a la quincena".

What several readers take differently is open: "biweekly" is every two weeks for one and twice a month for another.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from planner.model.choice import Choice
from planner.model.message import say
from planner.words.days.name_patterns import a_weekday, weekdays
from planner.words.fold import plain


class Every(Choice):
    """How often it comes round."""

    DAY = "day", say("every day")
    WEEK = "week", say("every week")
    FORTNIGHT = "two weeks", say("every two weeks")
    TWICE_A_MONTH = "twice a month", say("twice a month")
    MONTH = "month", say("every month")
    YEAR = "year", say("every year")


MONTHLY = {
    Every.DAY: Decimal(365) / 12,
    Every.WEEK: Decimal(52) / 12,
    Every.FORTNIGHT: Decimal(26) / 12,
    Every.TWICE_A_MONTH: Decimal(2),
    Every.MONTH: Decimal(1),
    Every.YEAR: Decimal(1) / 12,
}
"""How many times each comes round in an average month."""


@dataclass(frozen=True, slots=True)
class StatedPeriod:
    """What the words say about how often: the periods they could mean, and whether they say anything at all."""

    could_be: frozenset[Every]
    is_clear: bool

    @property
    def clear(self) -> Every | None:
        """The one period that the words say."""
        return next(iter(self.could_be)) if self.is_clear else None


_PER = r"(?:\b(?:a|an|per|each|every|p)[ -]?|/ ?)"
_TWICE_A_MONTH = (
    r"\b(?:twice|two times|2 times|2 ?x) (?:a|per|each|every) month\b|\bsemi[- ]?monthly\b"
    r"|\b(?:dos|2) veces (?:al|por|cada) mes\b"
    r"|(?:\bon )?(?:\bthe )?\b(?:1st|first|1) (?:and|&) (?:the )?15(?:th)?\b"
    r"|(?:\bon )?(?:\bthe )?\b15(?:th)? (?:and|&) (?:the )?(?:30(?:th)?|last|end of the month)\b"
    r"|\b(?:el |los )?(?:dias )?(?:1|primero) y (?:el )?15\b|\b(?:el |los )?(?:dias )?15 y (?:el )?(?:30|ultimo)\b"
)
_FORTNIGHT = (
    r"\b(?:every|each) (?:two|2|other|second) (?:weeks?|wks?)\b|\b(?:every|each) 14 days\b|/ ?2 ?(?:weeks|wks?)\b"
    rf"|\bevery other (?:week|{a_weekday('en')})\b|\b(?:per|a|each|every) fortnight\b|\bfortnightly\b"
    r"|\bcada (?:dos|2) semanas\b|\bcada (?:14|catorce) dias\b|\bsemana por medio\b|\bcatorcenal(?:es|mente)?\b"
)
_BIWEEKLY = (
    r"\b(?:bi|semi)[- ]?weekly\b|\bevery (?:15|fifteen) days\b|\bcada (?:15|quince) dias\b|\bquincenal(?:es|mente)?\b"
    r"|(?:/ ?|\b(?:a la |por |cada |la )?)quincena\b"
)
_PAYDAY = rf"{_PER}(?:pay ?check|check|paycheque|cheque|pay ?period|pay ?day)s?\b|\b(?:por|cada) (?:cheque|pago)\b"
_DAY = rf"{_PER}day\b|\bdaily\b|\b(?:al|por|cada) dia\b|\bdiari[oa]s?\b|\bdiariamente\b|\btodos los dias\b"
_WEEK = (
    rf"{_PER}(?:week|wk)\b|\bweekly\b|\bwkly\b|\b(?:every|each) {a_weekday('en')}\b|/ ?semana\b"
    rf"|\b(?:on )?{weekdays('en')}\b|\blos {weekdays('es')}\b"
    rf"|\b(?:a la|por|cada) semana\b|\bsemanal(?:es|mente)?\b|\bcada {a_weekday('es')}\b"
)
_MONTH = (
    rf"{_PER}(?:month|mo|mth)\b|(?<=[0-9] )(?:mo|mth|pcm)\b|\bmonthly\b"
    r"|\b(?:al|por|cada) mes\b|\bmensual(?:es|mente)?\b|/ ?mes\b"
)
_YEAR = rf"{_PER}(?:year|yr)\b|\byearly\b|\bannual(?:ly)?\b|\b(?:al|por|cada) ano\b|\banual(?:es|mente)?\b"

_PERIODS = tuple(
    (re.compile(pattern), StatedPeriod(frozenset(could_be), is_clear))
    for pattern, could_be, is_clear in (
        (_TWICE_A_MONTH, {Every.TWICE_A_MONTH}, True),
        (_FORTNIGHT, {Every.FORTNIGHT}, True),
        (_BIWEEKLY, {Every.FORTNIGHT, Every.TWICE_A_MONTH}, False),
        (r"\bbi[- ]?monthly\b", {Every.TWICE_A_MONTH}, False),
        (_PAYDAY, {Every.WEEK, Every.FORTNIGHT, Every.TWICE_A_MONTH}, False),
        (_DAY, {Every.DAY}, False),
        (_WEEK, {Every.WEEK}, True),
        (_MONTH, {Every.MONTH}, True),
        (_YEAR, {Every.YEAR}, True),
    )
)
"""The first that fits takes its words: "twice a month" before "a month". A day of work is not every day."""

_SEVERAL_TIMES = re.compile(
    r"\b(?:once|twice|thrice|[a-z0-9]+ (?:times|veces)|[0-9]+ ?x|una vez)\b"
    r"(?! (?:a|per|each|every|al|por|cada) (?:month|mes)\b)"
)
_SOME_OTHER = re.compile(
    r"\b(?:hours?|hrs?|hourly|days?|nights?|weeks?|wks?|weekends?|weekdays?|months?|quarter(?:s|ly)?|years?|yrs?|shifts?"
    r"|horas?|dias?|noches?|semanas?|fines|mes|meses|trimestres?|trimestral|anos?|turnos?|visits?"
    rf"|{a_weekday()}"
    r"|per|each|every|cada|por|once|twice|times|veces|vez|one-time|now and then|sometimes|a veces)\b|/"
    r"|[0-9$] ?(?:dollars|bucks|usd|dolares)? ?\b(?:an?|la) (?!month)[a-z]+"
    r"|\b(?:mon|tues?|wed|thu|thurs?|fri|sat|sun|lun|mie|jue|vie|sab|mwf|tth|fds|nightly|fortnights?|qtrs?)\b"
    r"|\b(?:we?e?k|bi-?w|mo?nth|seman|quinc|mensu)[a-z]*"
    r"|(?<=[0-9] )(?:[dwhm]|p[dhw]|pp|ea|c/u|a ?piece)\b|\b(?:apiece|when|whenever|if|cuando|one[- ]time|gigs?)\b|\bsi "
    r"|\b(?:ow(?:e|es|ed|ing)|debts?|balance|deposit|down|deb[oe]|debemos|deudas?|saldo|deposito|enganche)\b"
)
"""What says that it comes round in a way that is none of ours, or once: a debt and a deposit are for no month."""

_OTHER_MONEY = re.compile(
    r"[£¤¥֏؋৳฿₠-⃀﷼]|(?<![a-z])(?!us\$)[a-z]{1,2}\$"
    r"|\b(?:[sb]/\.?|(?:bs|rs|kr|fr|q|l)\.?) ?[0-9]|[0-9] ?(?:kr|bs|m\.?n\.?|fr)(?![a-z])"
    r"|\b(?:eur|gbp|mxn|cad|aud|nzd|jpy|cny|rmb|inr|php|htg|dop|gtq|hnl|nio|crc|cop|pen|clp|ars|brl|uyu|pyg|bob|ves|jmd|ttd"
    r"|xcd|bzd|etb|ngn|ghs|kes|zar|sek|nok|dkk|chf|pln|rub|uah|vnd|krw|thb|hkd|sgd|btc)\b"
    r"|\b(?:euros?|pounds?|quid|pes(?:os?|itos?)|quetzal(?:es)?|lempiras?|colon(?:es)?|soles|bolivares|bolivianos?|yen|yuan"
    r"|rup(?:ees?|ias?)|gourdes?|birr|nairas?|francs?|francos?|reais|reales|guaranies|cordobas?|balboas?|rands?|cedis?"
    r"|kron(?:or|er|as?)|rubles?|rublos?|zlotys?|dinars?|riyals?|bitcoins?|dimes?|nickels?|quarters?|penn(?:y|ies))\b"
)
"""Another currency by its sign, its letters or its name, and coins."""

_GLUED = re.compile(r"[0-9](?!(?:x|st|nd|rd|th|usd|us|dollars?|bucks|dolares|dls|dlls)\b)[a-z]+")


@lru_cache(maxsize=512)
def stated_period(words: str) -> StatedPeriod | None:
    """Return what the words of an amount say about how often; nothing where they do not speak of it."""
    text = plain(words[:200])
    rest, said = _taken_apart(text)
    if _SOME_OTHER.search(rest) or len(said) > 1:
        return StatedPeriod(frozenset(), is_clear=False)
    return said[0] if said else None


def without_period(text: str) -> str:
    """Return the plain text of an amount without what it says about how often."""
    return _taken_apart(text)[0]


def _taken_apart(text: str) -> tuple[str, list[StatedPeriod]]:
    said: list[StatedPeriod] = []
    if _SEVERAL_TIMES.search(text):
        said.append(StatedPeriod(frozenset(), is_clear=False))
    for pattern, stated in _PERIODS:
        rest = pattern.sub(" ", text)
        if rest != text:
            said.append(stated)
            text = rest
    return " ".join(text.split()), said


def is_other_money(text: str) -> bool:
    """Whether plain text names another currency than the agency's, or a unit that is no money."""
    return bool(_OTHER_MONEY.search(text) or _GLUED.search(text))


def period(words: str, chosen: Every) -> Every | None:
    """Return how often an amount comes round by its words and by what was chosen beside them; nothing while it is open.

    A month stands there before anybody chooses: clear words go before it, and what is open in them is asked about.
    """
    said = stated_period(words)
    if said is None:
        return chosen
    if said.is_clear:
        return said.clear if chosen in {said.clear, Every.MONTH} else None
    return chosen if chosen in said.could_be else None
