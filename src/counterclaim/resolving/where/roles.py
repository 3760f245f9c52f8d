"""What part a place name plays in its clause: where something was, or only whose office, origin or side."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from enum import IntEnum

from counterclaim.records.place import Precision, Toponym
from counterclaim.resolving.where.cues import Cues, Words
from counterclaim.words.tokens import Token

_ARTICLES = Words.of(
    "the a an of la le l' les un une de du d' des die der den dem das eines einer dieser « \" “ „ city town village"
    " neighbouring neighboring nearby adjacent voisin* proche* benachbart* nahegelegen* nahen соседн* близлежащ*"
    " сусідн*"
)
_CARDINAL = (
    "восток", "север", "юг", "юге", "запад", "центр", "окраин", "территори", "границ", "схід", "сход", "північ",
    "півноч", "півд", "захід", "заход", "околиц", "кордон", "територі", "побереж", "узбереж", "пригород", "передміст",
    "süden", "norden", "osten", "westen", "südost", "nordost", "südwest", "nordwest", "zentrum", "stadtrand", "umland",
    "vorort", "innenstadt", "banlieue", "périphérie", "outskirt", "suburb", "centre", "center",
)  # fmt: skip
_SHARES = Words.of(
    "part parts half partie parties moitié teil teile teilen hälfte часть части частью частина частині частину"
)
_NEAR = Words.of(
    "near close from outside towards toward près loin vers nahe unweit richtung возле около близ вблизи недалеко рядом"
    " біля поблизу неподалік поряд з from с kilometres kilometers km км"
)
_BEARINGS = Words.of(
    "north south east west northeast northwest southeast southwest nord sud est ouest nördlich südlich östlich westlich"
    " nordöstlich nordwestlich südöstlich südwestlich севернее южнее восточнее западнее північніше південніше східніше"
    " західніше"
)
_CLOSE_BY = Words.of("far неподалік недалеко вблизи поблизу рядом поряд навпроти напротив loin près unweit")
_DIRECTIONS = Words.of("direction axis sector напрям* направлени* direction secteur richtung abschnitt frontabschnitt")
_VEHICLES = Words.of(
    "train trains bus buses flight flights ferry поезд* поїзд* потяг* рейс* автобус* электричк* електричк* паром* zug"
    " züge bus busse flug flüge fähre train trains vol vols bus autocar ferry"
)
_NAMESAKES = Words.of(
    "regime patriarchate metro club stadium time times junta режим* патриархат* патріархат* хунт* régime patriarcat"
    " junte regime patriarchat"
)
_ROUTES = Words.of(
    "highway motorway road railway route line train шоссе трасс* автодорог* автотрас* дорог* залізниц* поезд* поїзд*"
    " потяг* рейс* маршрут* autoroute route ligne train autobahn landstraße fernstraße straße strecke bahnstrecke zug"
)
_TO = Words.of("to for from bound pour vers de depuis à nach aus von в во на до из з із")
# "A fire is reported from Dolmen": the news comes from where it happened.
_REPORTED = Words.of("reported gemeldet berichtet signalé signalée signalés signalées сообщают повідомляють")
_DASHES = frozenset("-–—")
_BREAKS = Words.of("that and but while when as which who dass und aber während que et mais что и но а що та але і")

_SEATS = Words.of("brussels genf geneva genève bruxelles brüssel женеве женеві брюсселе брюсселі haag hague haye")
_BODIES = (
    "ministr", "ministère", "ministry", "ministerium", "міністерств", "минобороны", "міноборони", "mid", "embassy",
    "ambassade", "botschaft", "посольств", "staff", "état-major", "generalstab", "генштаб", "luftwaffe", "government",
    "gouvernement", "regierung", "headquarter", "hauptquartier", "siège", "court", "gericht", "tribunal", "parlament",
    "parliament", "думе", "behörde", "authorities", "autorités", "official", "diplomat", "bureau", "büro", "presidency",
    "présidence", "führung", "junta", "junte", "conference", "conférence", "konferenz", "конференци", "sitzung",
    "meeting", "summit", "gipfel", "sommet", "брифинг", "брифінг", "саммит", "саміт", "talks", "gespräch", "переговор",
)  # fmt: skip
_TOLD = Words.of(
    "said says told added sprach sagte sagten erklärte erklärten hieß hiess heißt betonte versicherte mitteilte"
    " déclaré affirmé dit assuré indiqué заявил* сказал* говорил* добавил* рассказал* подчеркнул*"
    " заявив заявила заявили сказав сказала розповів розповіла додав додала наголосив наголосила"
)
_HEARERS = Words.of("reporters journalists journalisten reportern reporter journalistes журналистам журналістам es")
_BETWEEN = Words.of("he she they er sie er dagegen on dienstag montag mittwoch donnerstag freitag he он она він вона")
_DEEDS = (
    "involvement", "implication", "responsibilit", "responsabilit", "role", "rôle", "hand", "participation", "share",
    "beteiligung", "verwicklung", "verantwortung", "schuld", "guilt", "culpabilit", "complicit", "denial", "claim",
    "version", "affirmation", "accusation", "help", "aide", "hilfe", "support", "soutien", "allie", "allié",
)  # fmt: skip
_OWNERS = Words.of("of de d' du des von")
_PERSONS = Words.of(
    "citizen* national nationals soldier* resident* passport* dollar* dollars sailor* contractor* mercenar* envoy*"
    " lawmaker* senator* congress* intelligence sanction* weapons weapon arms aid"
)
_HOSPITALS = (
    "hospital", "hôpital", "hôpitaux", "clinic", "clinique", "krankenh", "klinik", "лікарн", "больниц", "госпитал",
    "госпіталь", "шпитал", "morgue", "morgu", "leichen", "морг",
)  # fmt: skip
_CARED = (
    "received", "receiving", "admitted", "taken", "brought", "rushed", "treated", "treating", "transferred",
    "evacuated", "hospitali", "airlifted", "reçu", "accueilli", "soign", "évacué", "transféré", "transporté", "admis",
    "eingeliefert", "gebracht", "behandelt", "aufgenommen", "versorgt", "verlegt", "прийня", "приня", "доставл",
    "доставил", "доправ", "госпитализ", "госпіталіз", "поступил", "надійшл", "лечат", "лікую", "перевез", "привез",
)  # fmt: skip


class Role(IntEnum):
    """Smaller is a better claim to be the event's place. ``CARE`` is where the wounded were taken to."""

    LOCATIVE = 0
    PLAIN = 1
    OBJECT = 2
    NEAR = 3
    DIRECTION = 4
    FAR = 5
    CARE = 6
    SUBJECT = 7
    OFFICE = 8
    ORIGIN = 9
    NO_PLACE = 10


def role(toponym: Toponym, power: bool, stream: Sequence[Token], text: str, cues: Cues) -> Role:
    """The part that ``toponym`` plays among the tokens of its sentence. ``power`` is true of a country or a country's
    capital: bare, it mostly is who acts.
    """
    first = min(bisect_right(stream, toponym.start, key=lambda t: t.end), max(0, len(stream) - 1))
    last = bisect_left(stream, toponym.end, key=lambda t: t.start)
    if toponym.metonym or toponym.dateline or _in_name(first, last, stream, text):
        return Role.NO_PLACE
    if _office(first, last, stream, cues):
        return Role.OFFICE
    if _modifies(first, last, stream):
        return Role.NO_PLACE
    if power and _belongs(first, last, stream, text):
        return Role.NO_PLACE
    if _seat(first, stream, power, cues):
        return Role.ORIGIN
    if _takes_in(first, last, stream):
        return Role.CARE
    if _on_route(first, last, stream, text):
        return Role.FAR
    if _direction(first, last, stream):
        return Role.DIRECTION
    head = _head_before(first, stream, cues)
    if head is None:
        return _bare(power, None, text, cues)
    before = stream[head]
    noun = stream[head - 1].low if head else ""
    if _place_noun(before.low, cues) or (before.low == "von" and _place_noun(noun, cues)):
        return Role.LOCATIVE
    if before.low in cues.origin and noun in _CLOSE_BY:
        return Role.NEAR
    if before.low in cues.origin and noun in _REPORTED:
        return Role.LOCATIVE
    if before.low in cues.origin:
        return Role.FAR if _distance(first, stream) else Role.ORIGIN
    if before.low in cues.against and (power or before.low not in cues.locative):
        return Role.SUBJECT
    if before.low == "um" and any(t.low == "zu" for t in stream[last : last + 4]):
        return _bare(power, None, text, cues)
    if before.low in _NEAR:
        return Role.FAR if _distance(first, stream) else Role.NEAR
    if before.low in _BEARINGS and toponym.place and toponym.place.precision is Precision.SETTLEMENT:
        return Role.NEAR
    if any(before.low in words for words in (cues.locative, cues.settlement_nouns, cues.district_nouns)):
        return Role.LOCATIVE
    return _bare(power, before, text, cues)


def _modifies(first: int, last: int, stream: Sequence[Token]) -> bool:
    """Whether the name only tells which train, flight or regime: "the Kyiv train", "Zug nach Kiew"."""
    behind = stream[last].low if last < len(stream) else ""
    if behind in _NAMESAKES or behind in _VEHICLES:
        return True
    if first < 2:
        return False
    noun = stream[first - 2].low
    return (noun in _VEHICLES and stream[first - 1].low in _TO) or (
        noun in _NAMESAKES and stream[first - 1].low in ("de", "d'", "von")
    )


def _belongs(first: int, last: int, stream: Sequence[Token], text: str) -> bool:
    """Whether a power's name only tells whose something is: "a US citizen", "US Central Command", "the involvement of
    Moscow"; not "the skies of Ukraine".
    """
    behind = stream[last] if last < len(stream) else None
    if behind and behind.is_word and behind.start - stream[last - 1].end == 1:
        titled = text[behind.start].isupper() and text[stream[first].start : stream[last - 1].end].isupper()
        if behind.low in _PERSONS or titled:
            return True
    at = first - 1
    owned = first >= 2 and stream[at].low in _OWNERS
    noun = stream[at - 1].low if owned else ""
    return noun.startswith(_DEEDS)


def _seat(first: int, stream: Sequence[Token], power: bool, cues: Cues) -> bool:
    """Where a body sits or somebody speaks: "the ministry in Delhi", "sagte er in Brüssel"."""
    if first < 2 or not (power or stream[first].low in _SEATS) or stream[first - 1].low not in cues.locative:
        return False
    before = [t for t in stream[max(0, first - 5) : first - 1] if t.is_word]
    if before and before[-1].low.startswith(_BODIES):
        return True
    if before and before[-1].low in _HEARERS:
        before.pop()
    spoken = [t.low in _TOLD for t in before[-2:]]
    return any(spoken[-1:]) or (bool(spoken) and any(spoken) and before[-1].low in _BETWEEN)


def _takes_in(first: int, last: int, stream: Sequence[Token]) -> bool:
    """The town of a hospital that took in the wounded: "l'hôpital de Kaya en a reçu", "taken to hospital in Lviv"."""
    around = stream[max(0, first - 4) : last + 2]
    if not any(t.low.startswith(_HOSPITALS) for t in around):
        return False
    return any(t.low.startswith(_CARED) for t in stream[max(0, first - 12) : last + 10])


def _on_route(first: int, last: int, stream: Sequence[Token], text: str) -> bool:
    """One end of a road or line: "the Kyiv–Kharkiv highway"."""
    around = [at for at in (first - 1, last) if 0 <= at < len(stream) and stream[at].low in _DASHES]
    ends = [
        at
        for at in around
        if 0 < at < len(stream) - 1 and all(text[stream[i].start].isupper() for i in (at - 1, at + 1))
    ]
    return bool(ends) and any(t.low in _ROUTES for t in stream[max(0, first - 4) : last + 4])


def _direction(first: int, last: int, stream: Sequence[Token]) -> bool:
    """ "the Pokrovsk direction", "на Авдіївському напрямку", "in Richtung Sumy": whither, hardly where."""
    around = (*stream[max(first, last - 1) : last + 1], *stream[max(0, first - 1) : first])
    return any(t.low in _DIRECTIONS for t in around)


def _place_noun(low: str, cues: Cues) -> bool:
    """A noun whose genitive is a place: "the fall of", "пригород", "im Süden"."""
    return low.startswith(_CARDINAL) or low in _SHARES or low in cues.taking or low in cues.site_nouns


def _bare(power: bool, before: Token | None, text: str, cues: Cues) -> Role:
    """A name without a preposition: a town is where it was, a power acts unless a verb stands right before it."""
    if not power:
        return Role.PLAIN
    if before is None or not before.is_word or not cues.takes_objects:
        return Role.SUBJECT
    verb = before.low not in _BREAKS and before.low not in cues.speech and not text[before.start].isupper()
    return Role.OBJECT if verb else Role.SUBJECT


def _head_before(first: int, stream: Sequence[Token], cues: Cues) -> int | None:
    """The number of the word that governs the name: articles, compass words, nouns such as "city of" left out."""
    at = first - 1
    steps = 0
    while at >= 0 and steps < 5:
        low = stream[at].low
        if low in cues.locative or low in cues.origin or low in _NEAR or low.startswith(_CARDINAL):
            return at
        skip = low in _ARTICLES or low in cues.compass or low in cues.settlement_nouns or low in cues.region_nouns
        if not skip and not cues.nation(low):
            return at
        at -= 1
        steps += 1
    return None


def _distance(first: int, stream: Sequence[Token]) -> bool:
    return any(
        t.low in ("km", "км", "kilometers", "kilometres", "kilomètres", "kilometer")
        for t in stream[max(0, first - 5) : first]
    )


def _office(first: int, last: int, stream: Sequence[Token], cues: Cues) -> bool:
    """ "Kursk governor", "governor of the Kursk region", "губернатор Орловской области", "Gaza health ministry"."""
    behind = stream[last : last + 2]
    if behind and behind[0].low in ("'s",):
        behind = stream[last + 1 : last + 3]
    names = any(t.low in cues.offices for t in behind[:2]) and behind[0].is_word
    if names and behind[0].low not in cues.locative and behind[0].low not in _BREAKS:
        return True
    at = first - 1
    while at >= 0 and (
        stream[at].low in _ARTICLES
        or stream[at].low in ("von", "im")
        or stream[at].low in cues.region_nouns
        or stream[at].low in cues.compass
    ):
        at -= 1
    return at >= 0 and stream[at].low in cues.offices and stream[at].low not in cues.locative


def _in_name(first: int, last: int, stream: Sequence[Token], text: str) -> bool:
    """Part of a unit's or body's name: "Freedom of Russia Legion", "Bank of Moscow"."""
    linked = first > 1 and stream[first - 1].low in ("of", "de", "d'", "du", "von")
    if not linked or not text[stream[first - 2].start].isupper():
        return False
    joined = (
        last < len(stream) and text[stream[last].start].isupper() and stream[last].start - stream[last - 1].end <= 1
    )
    return joined or stream[first - 2].low in ("legion", "légion", "bank", "university", "université")
