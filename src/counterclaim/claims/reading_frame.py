"""One sentence with everything that was found in it: what the rules of this room look at."""

from bisect import bisect_left
from dataclasses import dataclass

from counterclaim.claims.chunks import Chunk
from counterclaim.claims.grammar import Grammar
from counterclaim.records.claim import Trigger
from counterclaim.records.span import Span
from counterclaim.records.tagging import Attribution
from counterclaim.words.tokens import Token


@dataclass(frozen=True, slots=True)
class Frame:
    """``number`` is the sentence's index; ``attributions`` those that touch it, by their index in the tagging."""

    text: str
    number: int
    stream: tuple[Token, ...]
    pieces: tuple[Chunk, ...]
    attributions: dict[int, Attribution]
    words: Grammar

    def tokens_of(self, chunk: Chunk) -> tuple[Token, ...]:
        """The tokens of ``chunk``."""
        return self.stream[chunk.first : chunk.last]

    def in_content(self, index: int, trigger: Trigger) -> bool:
        """Whether ``trigger`` stands in the content of attribution ``index``."""
        return any(s.start <= trigger.start < s.end for s in self.attributions[index].content)

    def first_word(self, trigger: Trigger) -> str:
        """The first word of ``trigger``, lower case."""
        at = bisect_left(self.stream, trigger.start, key=lambda t: t.start)
        return self.stream[at].low if at < len(self.stream) and self.stream[at].start == trigger.start else ""

    def cue_here(self, chunk: Chunk, index: int) -> Span | None:
        """The cue of attribution ``index`` where it stands in ``chunk``."""
        return next((c for c in self.attributions[index].cue if chunk.span.covers(c)), None)
