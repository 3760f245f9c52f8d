"""The patterns by which pages name agencies, photographers and picture houses."""

import re
from collections.abc import Iterable
from functools import cache

from counterclaim.reading.furniture import rules

UPPER = "A-ZÀ-ÖØ-ÞĀĆČĎĐĘĚĞİŁŃŇŐŘŚŞŠŤŰŹŻŽА-ЯЁІЇЄҐ"
PERSON = rf"[{UPPER}][\w.'’\-]*(?:\s+(?:de|del|al|von|van|da|bin|la|le|du)?\s?[{UPPER}][\w.'’\-]*){{0,3}}"


def any_of(forms: Iterable[str]) -> str:
    """A pattern for any of ``forms`` as whole words, the longest first."""
    inner = "|".join(re.escape(form).replace(r"\ ", r"\s") for form in sorted(forms, key=lambda f: (-len(f), f)))
    return rf"(?<![\w])(?:{inner})(?![\w])"


@cache
def agency_names() -> str:
    """A pattern for the wire services' names."""
    return any_of(rules.names().agencies)


@cache
def houses() -> str:
    """A pattern for whoever pictures are credited to: wire services and picture houses."""
    return any_of({*rules.names().agencies, *rules.names().photo})


@cache
def agency_name() -> re.Pattern[str]:
    """Finds a wire service's name."""
    return re.compile(agency_names())


@cache
def sign_off() -> re.Pattern[str]:
    """An agency in brackets or strokes that closes a text: "(dpa/lnw)", "/Укрінформ/", "(avec AFP)"."""
    first = rf"(?:avec|with|mit|за матеріалами|по материалам)?\s{{0,2}}(?:l['’])?(?:{agency_names()})"
    more = r"(?:\s{0,2}[/,;+&\-]\s{0,2}[\w.\-]{2,20}){0,4}"
    return re.compile(rf"(?:[(\[]\s{{0,2}}{first}{more}\s{{0,2}}[)\]]|(?<!\S)/{first}{more}/)\.?\s{{0,3}}$")


@cache
def bare_agency() -> re.Pattern[str]:
    """A line that is nothing but agencies: "AFP", "(dpa)", "Quelle: dpa", "Source: AFP/Reuters"."""
    label = r"(?:(?:source|sources|quelle|quellen|джерело|источник|von|par|by|avec|mit|with)\s{0,2}:?\s{1,2})?"
    one = rf"(?:l['’])?(?:{agency_names()})"
    return re.compile(rf"[(\[/]?\s?(?i:{label}){one}(?:\s{{0,2}}[/,;|&\-]\s{{0,2}}{one}){{0,4}}\s?[)\]/]?\.?$")


@cache
def desk_line() -> re.Pattern[str]:
    """A desk's initials with its agencies, or an outlet "with" them: "bbr/dpa/AFP", "dh/sms (AFP, Reuters)", "Le Monde
    avec AFP".
    """
    one = rf"(?:l['’])?(?:{agency_names()})"
    some = rf"{one}(?:\s{{0,2}}[/,&]\s{{0,2}}(?:{one}|[a-zäöüß]{{2,4}})){{0,4}}"
    initials = r"[a-zäöüß]{2,5}(?:/[a-zäöüß]{2,5}){0,3}"
    outlet = r"[(\[]?[^\W\d_][^.:;,()\[\]\n]{0,30}\s(?:avec|with|mit|and|et|und|та|и)\s"
    return re.compile(rf"(?:{initials}/{some}|{initials}\s?[(\[]{some}[)\]]|{outlet}{some}[)\]]?)$")


@cache
def bare_credit() -> re.Pattern[str]:
    """A line that is nothing but a picture's credit: "Getty Images", "Name / Reuters", "AFP/Name"."""
    side = rf"(?:{houses()}|{PERSON})"
    one = rf"(?:{houses()})"
    return re.compile(
        rf"[(\[©]?\s?(?:{one}|{PERSON}\s?[/|]\s?{one}|{one}\s?[/|–—]\s?{side})(?:\s?[/,|]\s?{side}){{0,3}}\s?[)\]]?\.?$"
    )


@cache
def credit_at_end() -> re.Pattern[str]:
    """A picture's credit at the end of a line: "… REUTERS/Name", "… Name / AFP", "… © AFP – Name"."""
    one = rf"(?:{houses()})"
    gap = r"(?:\s{0,2}/\s{0,2}|\s[–—-]\s|\s?\|\s?)"
    more = rf"(?:\s{{0,2}}[/,|]\s{{0,2}}(?:{one}|{PERSON})){{0,4}}"
    return re.compile(
        rf"(?:{one}{gap}(?:{one}|{PERSON}){more}|{PERSON}\s{{0,2}}/\s{{0,2}}{one}{more}|{_labelled()})[)\].]*$"
    )


def _labelled() -> str:
    """ "(Photo: Name)", "Фото: Name", "Photo by Name" after a stop, a bracket or a dash."""
    labels = "|".join(sorted((re.escape(w) for w in rules.words("caption", "labels")), key=len, reverse=True))
    by = "|".join(sorted(re.escape(w) for w in rules.words("caption", "by")))
    return rf"(?:(?<=[.!?)»”\"\]|(\[–—])\s?|^)(?i:{labels})(?:\s(?i:{by})\s|\s?[:©]\s?)[^\n.]{{2,90}}"
