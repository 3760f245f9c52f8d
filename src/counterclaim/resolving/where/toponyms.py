"""Place names of a report, found without a model and resolved to places."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from counterclaim.records.place import Precision, Toponym
from counterclaim.records.report import Report
from counterclaim.records.span import Span
from counterclaim.records.tagging import Sentence
from counterclaim.resolving.where.checks import checks
from counterclaim.resolving.where.choose import Choice, Context, accepted, choose, vote
from counterclaim.resolving.where.cues import Cues, cues
from counterclaim.resolving.where.gazetteer import Candidate, Gazetteer
from counterclaim.resolving.where.keys import loose_key
from counterclaim.resolving.where.mention import Hint, Mention
from counterclaim.resolving.where.mentions import Scanner
from counterclaim.resolving.where.metonyms import is_metonym
from counterclaim.resolving.where.powers import acts, peoples
from counterclaim.words.tokens import Token

_QUALIFIER = re.compile(
    r"\s?[,(]?\s?(?:(?:in|of|im|en|au|aux|dans|du|de|des|в|во|у|на|що|der|den|de|d['’])\s?)?(?:the|la|le|les|l['’]|der|dem|den)?\s?"
    r"(?:(?:région|gouvernorat|Region|Provinz|Gebiet|Oblast|Gouvernement|Bundesstaat|state|province"
    r"|провинции|провінції|штате|штаті)\s?(?:of\s|de\s|du\s|d['’])?)?"
)
_BESIDE = re.compile(
    r",?\s(?:near|close to|outside|(?:just )?(?:north|south|east|west) of|près de|près d['’]|non loin de|bei|nahe"
    r"|unweit(?: von)?|(?:nörd|süd|öst|west)lich von|под|возле|около|близ|недалеко от|рядом с|біля|під|поблизу"
    r"|неподалік(?: від)?)\s(?:the (?:city|town) of |la ville de |der Stadt |города |міста )?"
)
_DATELINE = re.compile(r"[^\n.!?]{2,60}?(?:\([^)\n]{2,40}\)\s*[-—–:.]?|[—–]|\s-)\s")
_QUOTES = ("«", '"', "“", "„", "'", "‘")
_DEMONYM_WEIGHT = 0.5
_WELL_KNOWN = 50_000


@dataclass(frozen=True, slots=True)
class _Scan:
    mentions: list[Mention]
    streams: dict[int, tuple[Token, ...]]
    lower: frozenset[str]
    nations: Counter[tuple[str, bool]]


def find_toponyms(
    report: Report,
    sentences: Sequence[Sentence],
    gazetteer: Gazetteer,
    theatre: Sequence[str] = (),
    adjectives: bool = False,
    named: Sequence[Span] = (),
) -> tuple[Toponym, ...]:
    """Every place name in the sentences, in order of the text, each with its place and, where the choice was close,
    its rivals. ``theatre`` are country codes in which names are looked for first; it may be empty. ``adjectives``
    adds nations' adjectives ("Russian") as their countries, which public corpora count as place names. ``named`` are
    spans that a tagger takes for place names: those that are not found without it are added, without a place where
    the gazetteer has none.
    """
    scan = _scanned(report, sentences, gazetteer)
    found = [*_resolved(report, sentences, scan, gazetteer, frozenset(theatre))]
    if adjectives:
        found += _nations(report, scan, found, gazetteer)
    taken = {i for t in found for i in range(t.start, t.end)}
    missed = [s for s in named if taken.isdisjoint(range(s.start, s.end))]
    found += _placed(report, missed, scan, gazetteer, frozenset(theatre))
    return tuple(sorted(found, key=lambda t: (t.start, t.end)))


def _nations(report: Report, scan: _Scan, found: Sequence[Toponym], gazetteer: Gazetteer) -> list[Toponym]:
    """Capitalised adjectives of nations outside the place names already found."""
    words = cues(report.language)
    taken = {i for t in found for i in range(t.start, t.end)}
    out = []
    for stream in scan.streams.values():
        for token in stream:
            nation = (
                words.nation(token.low) if report.text[token.start].isupper() and token.start not in taken else None
            )
            land = gazetteer.country(nation) if nation else None
            if land:
                out.append(Toponym(token.start, token.end, land.place, reasons=("a nation's adjective",)))
    return out


def resolve_spans(
    report: Report, sentences: Sequence[Sentence], spans: Iterable[Span], gazetteer: Gazetteer
) -> tuple[Toponym, ...]:
    """Places for names whose spans are known. One answer a span; ``place`` is None where no place has the name."""
    return _placed(report, list(spans), _scanned(report, sentences, gazetteer), gazetteer, frozenset())


def _placed(
    report: Report, spans: Sequence[Span], scan: _Scan, gazetteer: Gazetteer, theatre: frozenset[str]
) -> tuple[Toponym, ...]:
    given = [_given(report, s, scan, gazetteer) for s in spans]
    context = _context(theatre, scan, cues(report.language))
    _settle(context, given, scan, cues(report.language))
    said = checks(given, scan.streams, (report.language, cues(report.language), gazetteer))
    picked = (choose(m, context, _qualifiers(given, i, report.text), said[i]) for i, m in enumerate(given))
    chosen = _consistent(list(zip(given, picked, strict=True)))
    return tuple(_toponym(m, c, False, False) if c else Toponym(m.start, m.end, None) for m, c in chosen)


def _scanned(report: Report, sentences: Sequence[Sentence], gazetteer: Gazetteer) -> _Scan:
    words = cues(report.language)
    scanner = Scanner(report.text, report.language, words, gazetteer)
    mentions: list[Mention] = []
    streams: dict[int, tuple[Token, ...]] = {}
    lower: set[str] = set()
    nations: Counter[tuple[str, bool]] = Counter()
    for number, sentence in enumerate(sentences):
        mentions += scanner.scan(sentence.start, sentence.end, number)
        streams[number] = scanner.stream
        lower |= {t.low for t in scanner.stream if report.text[t.start].islower()}
        nations.update(peoples(scanner.stream, words))
    return _Scan(mentions, streams, frozenset(lower), nations)


def _given(report: Report, span: Span, scan: _Scan, gazetteer: Gazetteer) -> Mention:
    """The mention of a known span, with the hints that scanning found there."""
    over = [m for m in scan.mentions if m.start < span.end and span.start < m.end]
    surface = " ".join(span.of(report.text).split())
    found = gazetteer.candidates(surface, report.language)
    near = max(over, key=lambda m: min(m.end, span.end) - max(m.start, span.start), default=None)
    hint = near.hint if near else Hint.NONE
    if not found and near:
        found = near.candidates
    nation = cues(report.language).nation(surface.casefold())
    land = gazetteer.country(nation) if nation else None
    if land:
        found = (land,)
    for part in () if found else _parts(surface):
        found = found or gazetteer.candidates(part, report.language)
    base = near or Mention(span.start, span.end, 0, 0, 0, -1, ())
    return replace(base, start=span.start, end=span.end, candidates=tuple(found[:24]), hint=hint, person=False)


def _parts(surface: str) -> list[str]:
    """Shorter names inside a longer one, longest first ("Norfolk County" → "Norfolk")."""
    words = re.split(r"[\s,]+", surface)
    sizes = range(len(words) - 1, 0, -1)
    return [" ".join(words[i : i + n]) for n in sizes for i in range(len(words) - n + 1) if words[i][:1].isupper()][:12]


def _context(theatre: frozenset[str], scan: _Scan, words: Cues) -> Context:
    """Votes of the nations' adjectives. A power that acts in the war says nothing of on whose land it acts."""
    context = Context(theatre)
    counted: Counter[str] = Counter()
    for (nation, power), count in scan.nations.items():
        counted[nation] += 0 if power and nation in theatre else count
    for nation, count in counted.items():
        context.countries[nation] += _DEMONYM_WEIGHT * min(count, 10)
    return context


def _settle(context: Context, mentions: Sequence[Mention], scan: _Scan, words: Cues) -> None:
    """Fills the context with first choices, taken without each other."""
    bare = Context(context.theatre)
    bare.countries |= context.countries
    first = [
        c
        for m in mentions
        if not m.person
        and (c := choose(m, bare)) is not None
        and c.chosen.exact
        and not acts(m, c, scan.streams.get(m.sentence, ()), (words, context.theatre))
    ]
    vote(context, first)


def _resolved(
    report: Report, sentences: Sequence[Sentence], scan: _Scan, gazetteer: Gazetteer, theatre: frozenset[str]
) -> tuple[Toponym, ...]:
    words = cues(report.language)
    context = _context(theatre, scan, words)
    persons = {loose_key(report.text[m.start : m.end])[:6] for m in scan.mentions if m.person}
    mentions = [
        m
        for m in scan.mentions
        if _plausible(m, report, scan, persons) and not _thing(m, report, scan, (words, bool(theatre)))
    ]
    strong = [m for m in mentions if (c := choose(m, context)) and accepted(m, c, context, report.language)]
    _settle(context, strong, scan, words)
    taken = []
    said = checks(mentions, scan.streams, (report.language, words, gazetteer))
    for i, mention in enumerate(mentions):
        beside = _qualifiers(mentions, i, report.text)
        choice = choose(mention, context, beside, said[i])
        if choice and accepted(mention, choice, context, report.language) and not _elsewhere(mention, choice, beside):
            taken.append((mention, choice))
    out = []
    for mention, choice in _consistent(taken):
        if choice is None:
            continue
        stream = scan.streams[mention.sentence]
        metonym = is_metonym(mention, choice.chosen, stream, words)
        dateline = _in_dateline(report.text, sentences[mention.sentence], mention)
        out.append(_toponym(mention, choice, metonym, dateline))
    return tuple(sorted(out, key=lambda t: (t.start, t.end)))


def _plausible(mention: Mention, report: Report, scan: _Scan, persons: set[str]) -> bool:
    """Leaves out surnames met before with a first name, and ordinary words at the head of a sentence."""
    surface = report.text[mention.start : mention.end]
    if mention.fixed or mention.adjective:
        return True
    if loose_key(surface)[:6] in persons and mention.hint is Hint.NONE and not _country(mention):
        return False
    ordinary = surface.casefold() in scan.lower and report.language != "de" and surface[0].isupper()
    return not (ordinary and not mention.cue)


def _thing(mention: Mention, report: Report, scan: _Scan, reading: tuple[Cues, bool]) -> bool:
    """Whether the name is a weapon's or a ship's ("подлодка «Ростов-на-Дону»"), and nothing calls it a place. Where
    the second of ``reading`` says that there is no theatre of war, a preposition of place is enough ("in Bradley").
    """
    words, war = reading
    if mention.hint in (Hint.SETTLEMENT, Hint.REGION, Hint.DISTRICT):
        return False
    before = [t.low for t in scan.streams[mention.sentence][max(0, mention.first - 2) : mention.first]]
    while before and before[-1] in _QUOTES:
        before.pop()
    named = bool(before) and before[-1] in words.vessels
    armed = report.text[mention.start : mention.end].casefold() in words.weapons
    return named or (armed and (war or not mention.cue))


def _country(mention: Mention) -> bool:
    return any(c.place.precision is Precision.COUNTRY for c in mention.candidates)


def _qualifiers(mentions: Sequence[Mention], at: int, text: str) -> tuple[Candidate, ...]:
    """Regions and countries that the next mention may be, where it stands right behind ("Kstovo (Nizhny Novgorod
    region)", "Paris, Texas"), or towns that it is said to be near.
    """
    if at + 1 >= len(mentions):
        return ()
    here, behind = mentions[at], mentions[at + 1]
    gap = text[here.end : behind.start]
    if behind.start >= here.end and len(gap) < 50 and _BESIDE.fullmatch(gap):
        return tuple(c for c in behind.candidates[:2] if c.place.precision is Precision.SETTLEMENT)
    bracketed = 0 < len(gap) <= 3 and "(" in gap
    linked = len(gap) <= 30 and bool(gap.strip(" (")) and _QUALIFIER.fullmatch(gap) is not None
    if behind.start < here.end or not (bracketed or linked):
        return ()
    kinds = (Precision.REGION, Precision.COUNTRY)
    return tuple(c for c in behind.candidates[:6] if c.place.precision in kinds and c.exact)


def _elsewhere(mention: Mention, choice: Choice, beside: Sequence[Candidate]) -> bool:
    """Whether a village lies outside the region or country named right behind it: then it is another one, which the
    gazetteer lacks, and the region is all that is known.
    """
    best = choice.chosen
    large = best.seat > 0 or (best.exact and best.population >= _WELL_KNOWN)
    if best.place.precision is not Precision.SETTLEMENT or (large and mention.hint is not Hint.SETTLEMENT):
        return False
    areas = [c for c in beside if c.place.precision in (Precision.REGION, Precision.COUNTRY)]
    lands = {c.place.country for c in areas}
    codes = {c.admin1_code for c in areas}
    if not areas or None in lands:
        return False
    return best.place.country not in lands or (not best.exact and None not in codes and best.admin1_code not in codes)


def _consistent(picked: Sequence[tuple[Mention, Choice | None]]) -> list[tuple[Mention, Choice | None]]:
    """One name means one place all through a report: the surest choice goes for all of its mentions alike."""
    best: dict[tuple[frozenset[int], Hint], Choice] = {}
    groups: dict[tuple[frozenset[int], Hint], list[Choice]] = defaultdict(list)
    for mention, choice in picked:
        if choice:
            groups[_same(mention)].append(choice)
    for key, choices in groups.items():
        best[key] = max(choices, key=lambda c: (len(c.reasons) > 0 and "beside" in c.reasons[0], c.confidence))
    return [(m, best[_same(m)] if c else None) for m, c in picked]


def _same(mention: Mention) -> tuple[frozenset[int], Hint]:
    hint = Hint.NONE if mention.hint is Hint.SETTLEMENT else mention.hint
    return frozenset(hash(c.place) for c in mention.candidates[:6]), hint


def _in_dateline(text: str, sentence: Sentence, mention: Mention) -> bool:
    if mention.start - sentence.start > 40:
        return False
    found = _DATELINE.match(text, sentence.start, min(sentence.end, sentence.start + 110))
    return found is not None and mention.end <= found.end() and text[sentence.start : mention.end].count(" ") < 5


def _toponym(mention: Mention, choice: Choice, metonym: bool, dateline: bool) -> Toponym:
    return Toponym(
        mention.start,
        mention.end,
        choice.chosen.place,
        tuple(c.place for c in choice.rivals),
        metonym,
        dateline,
        choice.confidence,
        choice.reasons,
    )
