"""Families of faithful rewording that grounding lets pass, each with an invention of the same shape that it refuses."""

from __future__ import annotations

import pytest

from postwright.grounding.lexicon import lexicon_of
from postwright.grounding.verify import verify
from postwright.guidelines.load import load_guidelines
from postwright.model.statement import BriefField, Source, Statement
from postwright.model.words import SectionKind


@pytest.mark.parametrize(
    ("field", "source", "section", "faithful", "invented"),
    [
        (
            "benefit", "dental and medical, we pay 70%", "benefits",
            "We pay 70% of your medical and dental insurance.",
            "We pay 70% of your medical and life insurance.",
        ),
        (
            "workplace", "remote: TX, NM or AZ", "location",
            "Remote from Texas, New Mexico or Arizona.",
            "Remote from Texas, Nevada or Arizona.",
        ),
        (
            "hours", "PPA time 8%", "schedule",
            "Eight per cent of your time is for planning, preparation and assessment.",
            "Eight per cent of your time is for planning, preparation and parents.",
        ),
        (
            "must_have", "four years as a baker, early starts", "requirements",
            "We'd love to hear from you if you have four years as a baker behind you and make early starts.",
            "We'd love it if you had four years as a baker behind you and made early starts.",
        ),
        (
            "responsibility", "the head gardener draws up the rota, you report gaps", "responsibilities",
            "You report gaps; drawing up the rota is up to the head gardener.",
            "You draw up the rota and the head gardener reports gaps.",
        ),
        (
            "must_have", "welding, soldering and riveting", "requirements",
            "Welding, soldering and riveting: you have done all three.",
            "Welding, soldering and riveting: you have done it at three sites.",
        ),
        (
            "benefit", "free swimming lessons", "benefits",
            "Swimming lessons won't cost you anything.",
            "Swimming lessons cost you half.",
        ),
        (
            "other_compensation", "yearly bonus, depending on the results of the company", "pay",
            "Depending on how the company does, your yearly bonus follows.",
            "You get a yearly bonus and a share of the company.",
        ),
        (
            "must_have", "BS in geology, or MS", "requirements",
            "A Bachelor of Science in geology or a Master of Science.",
            "A Bachelor of Science in geology and a doctorate.",
        ),
    ],
)  # fmt: skip
def test_a_family_of_rewording_passes_and_an_invention_of_its_shape_does_not(
    field: BriefField, source: str, section: SectionKind, faithful: str, invented: str
) -> None:
    lexicon = lexicon_of(load_guidelines())
    judged = [
        verify(Statement(text, (Source(field, source),), section), lexicon=lexicon) for text in (faithful, invented)
    ]
    assert [judgement.supported for judgement in judged] == [True, False], judged
