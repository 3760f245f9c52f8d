"""Attributions by a verb of saying: its source and its content, before or after it."""

from dataclasses import replace

from counterclaim.language.adjuncts import apposition, clause_start
from counterclaim.language.cases import inflected
from counterclaim.language.clause import (
    Edge,
    Range,
    left_edge,
    phrase_end,
    right_edge,
    skip_fillers,
    strip_lead,
    window,
    without,
    without_circumstance,
)
from counterclaim.language.cues import CueForm
from counterclaim.language.draft import Draft
from counterclaim.language.falsehoods import calls_it_false
from counterclaim.language.footage import in_relative_clause
from counterclaim.language.grammar import Scene
from counterclaim.language.subject import Subject
from counterclaim.language.subjects import subject_before
from counterclaim.language.tails import find_tail
from counterclaim.language.word_order import apposes, subject_start
from counterclaim.records.tagging import Stance
from counterclaim.words.lexicon import Hit


class VerbOfSaying:
    """A verb of saying: finds its subject and its content."""

    def __init__(self, scene: Scene, hit: Hit[CueForm], earlier: Draft | None) -> None:
        self.frames = hit.key.cue.frames
        if "head" in self.frames:
            hit = replace(hit, last=hit.first + 1)
        self.scene, self.hit, self.earlier = scene, hit, earlier
        self.lo, self.hi = window(scene, hit.first)
        self.flags = scene.grammar.flags

    def read(self) -> Draft | None:
        """The attribution, None where the word makes none here."""
        scene, hit = self.scene, self.hit
        if seen := in_relative_clause(scene, hit, (self.lo, self.hi)):
            return seen
        tail = find_tail(scene, hit, self.hi)
        if hit.key.tail and tail is None:
            return None
        if "between" in self.frames and tail is not None:
            return self._between(tail)
        subject = subject_before(scene, hit, self.lo, self.earlier)
        if subject.kind == "none of it" or self._own_mind(subject) or not self._speaks(subject):
            return None
        negated = "n" in scene.kinds[subject.cue_first : hit.first]
        if negated and hit.key.cue.stance is Stance.ASSERTS:
            return None
        draft = Draft(hit.key, [(subject.cue_first, hit.last)], (subject.first, hit.last))
        draft.source, draft.shared, draft.pronoun = list(subject.source), subject.kind == "shared", subject.pronoun
        draft.sibling = subject.kind == "shared"
        if "relay" in self.frames and tail is not None:
            draft.cue.append(tail)
            if before := self._left_content(subject):
                draft.content.append(before)
                draft.left = True
            self._forward(draft, tail[1])
            return draft if draft.content else None
        draft.negated = negated or self._negated_behind()
        if self._around(draft):
            return draft
        if hit.key.cue.id == "retract" and (spoken := self._retracted(draft)):
            draft.content = [spoken]
            return draft
        if tail is not None:
            draft.cue.append(tail)
        if "silent" in self.frames:
            return draft if draft.source else None
        self._content(draft, subject, tail)
        if draft.negated and not negated:
            last = right_edge(scene, hit.last, self.hi).at
            draft.content = [c for piece in draft.content for c in without(piece, (last - 1, last))]
            draft.cue.append((last - 1, last))
        if tail is not None:
            draft.content = [c for piece in draft.content for c in without(piece, tail)]
        if len(draft.content) == 1 and self._stands_for(draft.content[0]) and draft.stance is not Stance.ASSERTS:
            draft.content, draft.forward = [], False
        if (
            draft.stance is Stance.ASSERTS
            and draft.source
            and calls_it_false(scene, draft, self._left_content(subject))
        ):
            draft.content, draft.forward, draft.anaphoric, draft.called_false = [], False, True, True
        if not draft.content and draft.source and draft.stance is not Stance.ASSERTS and "noun" in self.frames:
            draft.anaphoric = True
        if hit.key.cue.id == "retract" and not self._takes_words_back(draft):
            return None
        return draft if draft.content or draft.anaphoric else None

    def _takes_words_back(self, draft: Draft) -> bool:
        """Whether what is retracted is something said or shown: "withdrew its claim", not "withdrew from Dolmen"."""
        own = [i for a, b in (*draft.content, (self.hit.first, self.hit.last)) for i in range(a, b)]
        return any(self.scene.grammar.begins("taken back", self.scene.low(i)) for i in own)

    def _negated_behind(self) -> bool:
        """ "Den Verlust bestätigte Karsk nicht"."""
        if "verb final" not in self.flags or self.hit.key.cue.stance not in (Stance.CONFIRMS, Stance.DENIES):
            return False
        last = right_edge(self.scene, self.hit.last, self.hi).at
        return last - 1 > self.hit.last and self.scene.low(last - 1) == "nicht"

    def _around(self, draft: Draft) -> bool:
        """ "Редакция подтвердить эти данные не может": whether the cue stands around its content, which is then set."""
        first, last = self.hit.first, self.hit.last
        negation = self.scene.kinds.find("n", first + 2, last)
        opened = negation >= 0 and self.scene.kinds[first] == "w"
        if not opened or not inflected(self.scene.grammar.language) or draft.stance is not Stance.CANNOT_VERIFY:
            return False
        draft.cue = [(first, first + 1), (negation, last)]
        draft.content = [(first + 1, negation)]
        return bool(draft.source)

    def _retracted(self, draft: Draft) -> Range | None:
        """ "The adviser, who had spoken of a rocket, went back on his words": what he had said."""
        lo = self.scene.bounds[self.scene.sentence[self.hit.first]][0]
        first = next((i for i in range(lo, self.hit.first) if self.scene.kinds[i] == "r"), None)
        if first is None or not draft.source or draft.source[0][0] > first:
            return None
        draft.source = [(draft.source[0][0], min(draft.source[0][1], first - (self.scene.kinds[first - 1] == ",")))]
        stop = self.scene.kinds.find(",", first, self.hit.first)
        return (first, stop if stop > first else draft.cue[0][0])

    def _between(self, tail: Range) -> Draft | None:
        """ "Ответственность Минобороны возложило на …": who lays it stands between, on whom behind."""
        start = subject_start(self.scene, self.hit.last, tail[0], range(*tail))
        if start >= tail[0] or set(self.scene.kinds[start : tail[0]]) & set(",;:"):
            return None
        content = (tail[1], right_edge(self.scene, tail[1], self.hi, ";:").at)
        cue = [(self.hit.first, self.hit.last), tail]
        return Draft(self.hit.key, cue, (self.hit.first, tail[1]), [(start, tail[0])], [content])

    def _stands_for(self, content: Range) -> bool:
        """Whether the content is only "it", "this": what was said before."""
        start, end = content
        return end - start == 1 and self.scene.grammar.has("objects", self.scene.low(start))

    def _own_mind(self, subject: Subject) -> bool:
        """ "I think": no statement of somebody's that the text passes on."""
        words = [self.scene.low(i) for a, b in subject.source for i in range(a, b)]
        return "bare" in self.frames and len(words) == 1 and self.scene.grammar.has("self", words[0])

    def _speaks(self, subject: Subject) -> bool:
        """Whether the subject is one who speaks where the cue asks for it ("the mayor raised the toll", no strike)."""
        if "spoken" not in self.frames:
            return True
        at = [i for a, b in subject.source for i in range(a, b)]
        return subject.pronoun is not None or any(
            self.scene.grammar.begins("speakers", self.scene.low(i)) or self.scene.institution(i) for i in at
        )

    def _content(self, draft: Draft, subject: Subject, tail: Range | None) -> None:
        scene = self.scene
        start = self.hit.last
        if "told" in self.frames:
            start = self._audience(start)
        lows = scene.kinds[start : start + 3 : 2], scene.low(start + 1) if start + 2 < self.hi else ""
        if lows[0] == ",," and scene.grammar.has("emphatic", lows[1]):  # "dément, elle, la perte"
            start += 3
        if tail is not None and tail[0] == start:
            start, tail = tail[1], None
        edge = right_edge(scene, start, self.hi)
        if edge.kind == "," and edge.at + 1 < self.hi and scene.kinds[edge.at + 1] == "c":
            edge = Edge(edge.at + 1, "c")
        if (
            "zero that" in self.flags
            and edge.kind == "c"
            and start < edge.at < self.hi - 1
            and scene.kinds[edge.at + 1] in "vx"
        ):
            relative = right_edge(scene, edge.at + 1, self.hi)  # "says the helicopters that took them left"
            edge = relative if scene.low(edge.at) == "that" else edge
        if tail is not None and tail[0] < edge.at:
            middle = (start, tail[0])
        else:
            middle = (start, edge.at - (edge.kind == "c" and edge.at > start and scene.kinds[edge.at - 1] == ","))
        lead = skip_fillers(scene, middle[0], middle[1])
        if "upon" in self.frames and "t" not in scene.kinds[middle[0] : lead]:
            lead = middle[0]  # "laid the blame on Karsk": a name behind a preposition, but no venue
        if subject.first > self.lo and scene.grammar.has("as", scene.low(subject.first - 1)) and edge.kind in ",.-":
            self._as(draft, subject, edge, (lead, middle[1]))
            return
        if subject.anaphor:
            if not draft.source:
                self._inverted_source(draft, (lead, middle[1]))
            draft.anaphoric = True
            draft.left = True
            return
        if draft.source:
            self._after_subject(draft, subject, edge, (lead, middle[1]))
        elif subject.kind == "infinitive":
            return
        else:
            self._inverted(draft, subject, edge, (lead, middle[1]))

    def _audience(self, start: int) -> int:
        """Past whom it was told to."""
        scene, at = self.scene, start
        end = min(self.hi, start + 8)
        while at < end and scene.kinds[at] == "d":
            at += 1
        named = at
        while at < end and scene.kinds[at] in "wt" and scene.capital(at):
            at += 1
        if at == named and at < end:
            at += 1
            while at < end and scene.grammar.has("audiences", scene.low(at)):
                at += 1
        if at < end and scene.low(at) == "'s":
            at += 1
            while at < end and scene.capital(at):
                at += 1
        return at

    def _as(self, draft: Draft, subject: Subject, edge: Edge, middle: Range) -> None:
        """ "As the mayor reported, …" and "…, as the mayor reported"."""
        if not draft.source:
            self._inverted_source(draft, middle)
        at = subject.first - 1
        draft.territory = (at, edge.at)
        if strip_lead(self.scene, self.lo, at) < at:
            start = clause_start(self.scene, self.lo, self.lo, self.earlier)
            draft.content.append((start, at))
            draft.left = True
        if edge.kind != "." and edge.at + 1 < self.hi:
            draft.content.append((edge.at + 1, self.hi))
            draft.forward = True

    # ---- the subject is known

    def _after_subject(self, draft: Draft, subject: Subject, edge: Edge, middle: Range) -> None:
        scene = self.scene
        lead, end = middle
        if subject.object and skip_fillers(scene, *subject.object) < subject.object[1]:
            draft.content.append((skip_fillers(scene, *subject.object), subject.object[1]))
            if edge.kind in ",c" and edge.at + 1 < self.hi and self.frames & {"clause", "noun"}:
                self._forward(draft, edge.at + (edge.kind == ","))
            return
        parenthetical = self._left_content(subject)
        if "zero that" in self.flags:
            zero = lead < end and bool(self.frames & {"clause", "noun", "bare"}) and scene.low(lead) != "by"
        else:
            zero = lead < end and bool(self.frames & {"noun", "bare"} or self._infinitive(lead))
        if zero and edge.kind == ":" and self._stands_for((lead, end)):  # "denied it: …"
            zero = False
        if zero and parenthetical and scene.kinds[lead] == "i":  # "…, he said on Friday at a rally in Lozove"
            zero = False
        if edge.kind == "c" and (lead >= end or "noun" not in self.frames or "clause" in self.frames):
            self._forward(draft, lead if zero and "zero that" in self.flags and self._verbal(lead, end) else edge.at)
        elif edge.kind in ':"' and not (zero and "noun" in self.frames and edge.kind == ":"):
            self._forward(draft, lead if zero and edge.kind == '"' else edge.at + (edge.kind == ":"))
            draft.countered = edge.kind == ":" and draft.form.cue.stance is Stance.DENIES and not subject.object
        elif zero:
            self._forward(draft, lead)
        elif parenthetical and subject.kind != "shared" and (lead >= end or scene.low(lead) != "by"):
            self._left(draft, parenthetical, edge)
        elif edge.kind in ",-" and edge.at + 1 < self.hi:
            self._beyond(draft, edge)
        if subject.antecedent and draft.content:
            draft.content.insert(0, subject.antecedent)
        if parenthetical and draft.content and self._takes_up():
            draft.content.insert(0, parenthetical)

    def _takes_up(self) -> bool:
        """ "La perte de la ville, il ne la nie pas": the verb's pronoun stands for what was named in front."""
        lows = (self.scene.low(i) for i in range(self.hit.first, self.hit.last))
        return self.scene.grammar.language == "fr" and any(low in ("la", "le", "les", "l'") for low in lows)

    def _infinitive(self, lead: int) -> set[str]:
        if lead + 1 < self.hi and self.scene.kinds[lead] in "dx":
            lead += 1
        low = self.scene.low(lead) if lead < self.hi else ""
        infinitive = low.endswith(("er", "ir", "oir", "re")) or low in ("ne", "n'")
        return {"noun"} if self.scene.grammar.language == "fr" and infinitive else set()

    def _verbal(self, lead: int, end: int) -> bool:
        return any(k in "vx" for k in self.scene.kinds[lead:end])

    def _beyond(self, draft: Draft, edge: Edge) -> None:
        """The content stands behind an insertion (", on Tuesday, that …") or, without a conjunction, behind a comma."""
        scene = self.scene
        for at in range(edge.at + 1, min(self.hi, edge.at + 25)):
            if at in scene.verbs:
                break
            infinitive = scene.kinds[at] == ":" and any(scene.low(i) == "zu" for i in range(edge.at, at))
            if infinitive and "comma" in self.flags:
                break  # "bestreitet, das Lager getroffen zu haben: …"
            if scene.kinds[at] == "c" or scene.kinds[at] == ":":
                self._forward(draft, at + (scene.kinds[at] == ":"))
                return
            if scene.quote[at] != scene.quote[edge.at]:
                self._forward(draft, at)
                return
        if "comma" in self.flags and "clause" in self.frames:
            self._forward(draft, edge.at + 1)
            draft.confidence = 0.6

    # ---- the subject may stand behind the verb

    def _inverted(self, draft: Draft, subject: Subject, edge: Edge, middle: Range) -> None:
        lead, end = middle
        parenthetical = self._left_content(subject)
        named = lead < end
        if subject.kind == "shared" and named and (not parenthetical or "inversion" not in self.flags):
            self._forward(draft, edge.at if edge.kind == "c" and "noun" not in self.frames else lead)
            return
        if subject.kind == "shared" and edge.kind in 'c:"':
            self._forward(draft, edge.at + (edge.kind == ":"))
            return
        if subject.object:
            draft.content.append(subject.object)
        if edge.kind in "c:" and (named or "inversion" in self.flags) and not parenthetical:
            self._inverted_source(draft, middle)
            countered = edge.kind == ":" and draft.form.cue.stance is Stance.DENIES
            draft.countered = countered and not subject.object
            self._forward(draft, edge.at + (edge.kind == ":"))
        elif parenthetical:
            if named and "zero that" in self.flags and self._verbal(lead, end):
                return
            self._inverted_source(draft, middle)
            self._left(draft, parenthetical, self._past_apposition(draft, edge))
        elif subject.object and named:
            self._inverted_source(draft, middle)
            last = draft.source[-1][1] if draft.source else lead
            if last < end:
                draft.content.append((last, end))
        elif subject.object:
            draft.content = []
        elif named and edge.kind in ',"' and edge.at + 1 < self.hi and "inversion" in self.flags:
            self._inverted_source(draft, middle)
            if draft.source and draft.source[-1][1] > edge.at:  # past an apposition
                edge = right_edge(self.scene, draft.source[-1][1], self.hi)
            if edge.at + 1 < self.hi:
                self._forward(draft, edge.at + (edge.kind == ","))
            draft.confidence = 0.6
        elif named and "noun" in self.frames and "inversion" in self.flags:
            last = phrase_end(self.scene, lead, end)
            if last < end:
                draft.source.append((lead, last))
                draft.content.append((last, end))
                draft.confidence = 0.5

    def _inverted_source(self, draft: Draft, middle: Range) -> None:
        scene = self.scene
        lead, end = middle
        if "document" in self.frames:
            lead = self.hit.last
        elif lead >= end > self.hit.last and scene.kinds[self.hit.last] == "i":
            named = any(
                scene.kinds[i] == "w" and not scene.grammar.has("venues", scene.low(i))
                for i in range(self.hit.last, end)
            )
            lead = self.hit.last if named else end
        if draft.pronoun or lead >= end:
            return
        if inflected(scene.grammar.language):
            if "document" not in self.frames:
                lead = subject_start(scene, lead, end, range(self.hit.first, self.hit.last))
            while lead < end - 1 and scene.kinds[lead] in "at":
                lead += 1
        last = phrase_end(scene, lead, end)
        if last == end:
            last = apposition(scene, lead, last, self.hi)
        if "document" not in self.frames:
            last = without_circumstance(scene, lead, last)
        if last > lead:
            draft.source.append((lead, last))
            draft.territory = (draft.territory[0], max(draft.territory[1], last))

    def _past_apposition(self, draft: Draft, edge: Edge) -> Edge:
        """The edge behind ", a spokesman for the army" after an inverted subject, which it joins to the source."""
        scene = self.scene
        if edge.kind != "," or not draft.source or edge.at + 1 >= self.hi or scene.kinds[edge.at + 1] not in "dwi":
            return edge
        after = right_edge(scene, edge.at + 1, self.hi, ",;:-cs&xv")
        first, last = draft.source[-1]
        pronoun = last - first == 1 and scene.kinds[first] == "p"
        reach = 7 if "inversion" in self.flags else 20
        if scene.low(edge.at + 1).endswith("ing") or pronoun or after.at - edge.at > reach or after.kind in "xv":
            return edge
        if self._opens_news(edge.at + 1, after.at):
            return edge
        if inflected(scene.grammar.language) and not apposes(scene, edge.at + 1, after.at):
            return edge
        draft.source[-1] = (first, after.at)
        draft.territory = (draft.territory[0], after.at)
        return after

    def _opens_news(self, first: int, last: int) -> bool:
        """Whether the words behind the speaker are more of what is said ("…, two wounded", "пострадавших нет")."""
        opening = self.scene.low(first)
        counted = opening[0].isdigit() or self.scene.grammar.has("news_openers", opening)
        return counted or "n" in self.scene.kinds[first:last]

    # ---- where the content stands

    def _left_content(self, subject: Subject) -> Range | None:
        """What stands left of the cue and its subject, if a comma, dash or quotation mark parts them."""
        scene, first = self.scene, subject.first
        if scene.quote[first - 1 if first else 0] != scene.quote[first] and first > self.lo:
            end = first
        elif first - 1 > self.lo and scene.kinds[first - 1] in ",-":
            end = first - 1
            while end > self.lo and scene.kinds[end - 1] in ",-":
                end -= 1
        else:
            return None
        inside = left_edge(scene, end, self.lo, ",;:-").at
        start = clause_start(scene, self.lo, max(inside, self.lo), self.earlier)
        if scene.quote[end - 1] != scene.quote[first]:
            start = self._quote_start(start, end)
        if strip_lead(scene, start, end) >= end:
            return None
        return (start, end)

    def _quote_start(self, start: int, end: int) -> int:
        """Back to where the quotation opens, also in an earlier sentence of the paragraph."""
        opened = self.scene.quotes[self.scene.quote[end - 1]][0]
        return min(start, opened)

    def _left(self, draft: Draft, content: Range, edge: Edge) -> None:
        draft.content.append(content)
        draft.left = True
        rest = edge.at + (edge.kind in ",-:")
        if edge.kind in ',-:"' and rest < self.hi and not self._parts(rest, edge):
            draft.content.append((rest, self.hi))
            draft.forward = True

    def _parts(self, rest: int, edge: Edge) -> bool:
        """Whether a clause behind the speaker is no longer his ("…, he said, while …"), unlike one of time."""
        scene = self.scene
        if edge.kind != "," or scene.kinds[rest] not in "rs":
            return False
        told = any(at in scene.verbs for at in range(rest, self.hi))
        return told or not scene.grammar.has("times of events", scene.low(rest))

    def _forward(self, draft: Draft, start: int) -> None:
        scene, end = self.scene, self.hi
        if start >= end:
            return
        last = scene.quote[end - 1]
        if last >= 0 and last != scene.quote[self.hit.first]:
            end = max(end, scene.quotes[last][1])
        draft.content.append((start, end))
        draft.forward = True
