"""What is true in a generated world: events, what is said of them, and the reports that say it."""

from dataclasses import dataclass, field
from datetime import date

from counterclaim.records.event_type import EventType, PropositionKind
from counterclaim.records.tagging import Stance


@dataclass(frozen=True, slots=True)
class Happening:
    """One event. ``place`` is a name of the stage (None: over ``regions``), ``attacker`` and ``defender`` are sides,
    ``blow`` is by what it was done, ``dead`` and ``hurt`` the true toll, ``holder`` who holds the place afterwards.
    """

    id: str
    stage: str
    plot: str
    place: str | None
    day: date
    attacker: str
    defender: str
    blow: str
    dead: int
    hurt: int
    regions: tuple[str, ...] = ()
    holder: str | None = None


@dataclass(frozen=True, slots=True)
class Word:
    """One statement on a happening: ``content`` names the wording; ``speaker`` is who speaks on the stage, ``party``
    for whom, both None for the report itself; ``subject`` is the side whose deed or hold is meant. ``parts`` are the
    kinds of its propositions, one a claim, with ``counts`` beside them, exact or ``at_least`` so many. ``dated`` is
    false where the words give no day, ``lag`` is how many days after the event they are spoken, ``thing`` chooses
    what was hit.
    """

    content: str
    event: Happening
    speaker: str | None
    party: str | None
    side: str | None
    stance: Stance
    parts: tuple[PropositionKind, ...]
    type: EventType
    counts: tuple[int | None, ...] = ()
    at_least: bool = False
    subject: str | None = None
    dated: bool = True
    lag: int = 0
    thing: int = 0


@dataclass(frozen=True, slots=True)
class Said:
    """One claim as printed: part ``part`` of ``word`` at ``text[start:end]``, passed on by ``agency``; ``dated`` where
    the sentence gives the day.
    """

    id: str
    word: Word
    part: int
    start: int
    end: int
    agency: str | None = None
    dated: bool = False

    @property
    def kind(self) -> PropositionKind:
        """What kind of proposition it is."""
        return self.word.parts[self.part]

    @property
    def count(self) -> int | None:
        """The number told, if any."""
        return self.word.counts[self.part] if self.part < len(self.word.counts) else None


@dataclass(frozen=True, slots=True)
class Printed:
    """A report as an outlet prints it. ``root`` is the report that it goes back to, itself where it is no reprint;
    ``how`` says how it was made: own, exact, cut, retitled, translated. ``agency`` is whose copy it is.
    """

    id: str
    stage: str
    outlet: str
    language: str
    published: date
    title: str
    text: str = field(repr=False)
    said: tuple[Said, ...]
    root: str
    how: str = "own"
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class World:
    """All reports in order of publication."""

    seed: int
    happenings: tuple[Happening, ...]
    reports: tuple[Printed, ...]
