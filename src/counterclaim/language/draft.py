"""An attribution while the rules still work on it, in token indices."""

from dataclasses import dataclass, field

from counterclaim.language.clause import Range
from counterclaim.language.cues import CueForm
from counterclaim.records.tagging import Stance


@dataclass(slots=True)
class Draft:
    """``forward`` is true while the last content range still runs to its window's end and later cues may cut it.
    ``territory`` is what belongs to the attribution besides its content. ``pronoun`` is a pronoun inside a token
    ("dit-il"), in characters. ``shared`` is true where the source is the previous cue's; ``anaphoric`` where the
    content is what was said before ("he said so"), ``countered`` where the content answers in the denier's own words
    ("Moscow denied this: the town had not fallen"), ``called_false`` where it calls a lie what was said before.
    """

    form: CueForm
    cue: list[Range]
    territory: Range
    source: list[Range] = field(default_factory=list)
    content: list[Range] = field(default_factory=list)
    forward: bool = False
    shared: bool = False
    left: bool = False
    sibling: bool = False
    anaphoric: bool = False
    negated: bool = False
    countered: bool = False
    own_words: bool = False
    called_false: bool = False
    pronoun: Range | None = None
    confidence: float = 0.8
    parent: "Draft | None" = None
    carried: "Draft | None" = None

    @property
    def stance(self) -> Stance:
        """The cue's stance; "did not confirm" cannot verify, "did not deny" asserts nothing more than the words."""
        if self.called_false:
            return Stance.DENIES
        if not self.cue or self.countered:
            return Stance.ASSERTS
        if not self.negated:
            return self.form.cue.stance
        return Stance.ASSERTS if self.form.cue.stance is Stance.DENIES else Stance.CANNOT_VERIFY
