"""Short texts with all the demands that they make, or none: what counts as experience asked of the candidate."""

from __future__ import annotations

import pytest

from postwright.guidelines.load import load_guidelines
from postwright.guidelines.records import Guidelines
from postwright.model.reading import Demand
from postwright.reading.reader import read


@pytest.fixture(scope="module")
def guidelines() -> Guidelines:
    return load_guidelines()


def in_words(demand: Demand) -> str:
    """Say a whole demand on one line: quote, years, strength, kind, subject, group, part."""
    most = "" if demand.max_years is None else f"{demand.max_years:g}"
    line = f"{demand.quote} | {demand.min_years:g}..{most} | {demand.strength} | {demand.kind} | {demand.subject}"
    line += f" | group {demand.group}" if demand.group is not None else ""
    return line + (f" | part of {demand.part_of}" if demand.part_of is not None else "")


DEMANDS: dict[str, tuple[str, ...]] = {
    # digits and marks
    "Requirements: 5+ years of experience in bookkeeping.": ("5+ years | 5.. | required | general | bookkeeping",),
    "Requirements:\n- 3-5 years of experience as a payroll clerk": (
        "3-5 years | 3..5 | required | general | payroll clerk",
    ),
    "Requirements:\n- 3 – 5 yrs of experience with Tableau": ("3 – 5 yrs | 3..5 | required | skill | Tableau",),
    "Requirements:\n- 2 to 4 years experience in a call centre": (
        "2 to 4 years | 2..4 | required | general | call centre",
    ),
    "Requirements:\n- 7 years or more of experience in fire safety engineering": (
        "7 years or more | 7.. | required | general | fire safety engineering",
    ),
    "Requirements:\n- 6+ yrs. experience in freight forwarding": (
        "6+ yrs | 6.. | required | general | freight forwarding",
    ),
    "Requirements:\n- 5 years + of experience in contract law": (
        "5 years + | 5.. | required | general | contract law",
    ),
    "Requirements:\n- 4 YOE in Rust": ("4 YOE | 4.. | required | general | Rust",),
    "Requirements:\n- 3&ndash;6 years of experience in quality assurance": (
        "3&ndash;6 years | 3..6 | required | general | quality assurance",
    ),
    "Requirements:\n- 10 plus years of experience in hotel operations": (
        "10 plus years | 10.. | required | general | hotel operations",
    ),
    "Requirements:\n- **5+ years** of experience with PostgreSQL": ("5+ years | 5.. | required | skill | PostgreSQL",),
    "Requirements:\n- 2.5 years of experience in beekeeping": ("2.5 years | 2.5.. | required | general | beekeeping",),
    "Requirements:\n- 1½ years of experience in glass blowing": (
        "1½ years | 1.5.. | required | general | glass blowing",
    ),
    # words
    "You must have eight (8) years of experience in surveying.": (
        "eight (8) years | 8.. | required | general | surveying",
    ),
    "A minimum of three years of experience in dental nursing is required.": (
        "three years | 3.. | required | general | dental nursing",
    ),
    "Candidates need at least two years' experience in arboriculture.": (
        "two years | 2.. | required | general | arboriculture",
    ),
    "We ask for no less than four years of experience in customs clearance.": (
        "four years | 4.. | required | general | customs clearance",
    ),
    "The successful candidate will have three to five years of experience in museum education.": (
        "three to five years | 3..5 | required | general | museum education",
    ),
    "You should have twenty-five years of experience in shipbuilding.": (
        "twenty-five years | 25.. | required | general | shipbuilding",
    ),
    "You bring a decade of experience in typography.": ("a decade | 10.. | required | general | typography",),
    "Applicants must have half a decade of experience in ceramics.": (
        "half a decade | 5.. | required | general | ceramics",
    ),
    "You need six months of experience as a barista.": ("six months | 0.5.. | required | general | barista",),
    "Applicants must have 18 months of experience in telesales.": (
        "18 months | 1.5.. | required | general | telesales",
    ),
    "You have at least a year of experience in a nursery.": ("a year | 1.. | required | general | nursery",),
    "You need one and a half years of experience in upholstery.": (
        "one and a half years | 1.5.. | required | general | upholstery",
    ),
    "At least 1 year and 6 months of forklift experience is required.": (
        "1 year and 6 months | 1.5.. | required | general | forklift experience",
    ),
    "Six months to one year of warehouse experience is required.": (
        "Six months to one year | 0.5..1 | required | general | warehouse experience",
    ),
    "You should have ten or more years of experience in orchestral management.": (
        "ten or more years | 10.. | required | general | orchestral management",
    ),
    "Between 3 and 6 years of experience in claims handling is required.": (
        "3 and 6 years | 3..6 | required | general | claims handling",
    ),
    "More than 5 years of experience in land management is required.": (
        "5 years | 5.. | required | general | land management",
    ),
    "Up to 3 years of experience in digital marketing is expected of candidates.": (
        "Up to 3 years | 0..3 | required | general | digital marketing",
    ),
    "Candidates with no more than 5 years of experience in consulting are preferred.": (
        "no more than 5 years | 0..5 | preferred | general | consulting",
    ),
    "Less than 2 years of experience in audit is required.": ("Less than 2 years | 0..2 | required | general | audit",),
    # the other way round
    "Experience: 5 years": ("5 years | 5.. | required | general | ",),
    "Experience Required: 4 to 6 Years": ("4 to 6 Years | 4..6 | required | general | ",),
    "Requirements\nYears of experience: 3-5": ("Years of experience: 3-5 | 3..5 | required | general | ",),
    "Requirements\nTotal experience - 8+ years": ("8+ years | 8.. | required | general | ",),
    "Experience:\nBookkeeping: 1 year (Required)\nXero: 2 years (Preferred)": (
        "1 year | 1.. | required | skill | Bookkeeping",
        "2 years | 2.. | preferred | skill | Xero",
    ),
    "Requirements\nKubernetes: 3 years\nTerraform: 2+ years": (
        "3 years | 3.. | required | skill | Kubernetes",
        "2+ years | 2.. | required | skill | Terraform",
    ),
    "Requirements\nPython 6+ years\nSpark 2+ years": (
        "6+ years | 6.. | required | skill | Python",
        "2+ years | 2.. | required | general | Spark",
    ),
    "Requirements\nExperience with Python (3+ years), SQL (2+ years) and Airflow (1 year preferred).": (
        "3+ years | 3.. | required | skill | Python",
        "2+ years | 2.. | required | skill | SQL",
        "1 year | 1.. | preferred | skill | Airflow",
    ),
    "You must have worked as a land surveyor for at least four years.": (
        "four years | 4.. | required | general | a land surveyor",
    ),
    "Requirements\nProven experience in retail merchandising, minimum 3 years.": (
        "3 years | 3.. | required | general | retail merchandising",
    ),
    "Requirements\nExperience working in sales for 9 plus years.": ("9 plus years | 9.. | required | general | sales",),
    # several in one sentence
    "Requirements\n3+ years with Go and 5 in distributed systems.": (
        "3+ years | 3.. | required | skill | Go",
        "5 | 5.. | required | skill | distributed systems",
    ),
    "Requirements\n10+ years Kubernetes and 5-7 years Python.": (
        "10+ years | 10.. | required | skill | Kubernetes",
        "5-7 years | 5..7 | required | skill | Python",
    ),
    "Requirements\n8 years of experience in engineering, including two years supervising staff.": (
        "8 years | 8.. | required | general | engineering",
        "two years | 2.. | required | management | supervising staff | part of 0",
    ),
    "Requirements\n7 years of experience in finance, at least three of which in a leadership role.": (
        "7 years | 7.. | required | general | finance",
        "three | 3.. | required | management | leadership role | part of 0",
    ),
    "Requirements\nFive years of experience in housing, two years of which must have been in a supervisory role.": (
        "Five years | 5.. | required | general | housing",
        "two years | 2.. | required | management | supervisory role | part of 0",
    ),
    "Requirements\n5 years of sales experience required, 7 preferred.": (
        "5 years | 5.. | required | general | sales experience",
        "7 | 7.. | preferred | general | ",
    ),
    "Requirements\n4 years of experience in logistics and 2 years of experience managing teams.": (
        "4 years | 4.. | required | general | logistics",
        "2 years | 2.. | required | management | managing teams",
    ),
    "Requirements: BS + 5 or MS + 3 years of experience in signal processing.": (
        "5 | 5.. | required | credential_path |  | group 1",
        "3 years | 3.. | required | credential_path | signal processing | group 1",
    ),
    "Requirements\nBachelor's degree and 6 years of experience, or Master's degree and 4 years of experience.": (
        "6 years | 6.. | required | credential_path |  | group 1",
        "4 years | 4.. | required | credential_path |  | group 1",
    ),
    "Requirements\nMaster's degree and 2 years, or Bachelor's degree and 4 years, or 8 years of relevant experience.": (
        "2 years | 2.. | required | credential_path |  | group 1",
        "4 years | 4.. | required | credential_path |  | group 1",
        "8 years | 8.. | required | credential_path | relevant experience | group 1",
    ),
    "Requirements\n8 years of experience with a BS, or 5 with a Master's.": (
        "8 years | 8.. | required | credential_path |  | group 1",
        "5 | 5.. | required | credential_path |  | group 1",
    ),
    "Requirements\nBS/5+ years or MS/3+ years": (
        "5+ years | 5.. | required | credential_path |  | group 1",
        "3+ years | 3.. | required | credential_path |  | group 1",
    ),
    "Requirements\nA bachelor's degree in accounting or four years of equivalent experience.": (
        "four years | 4.. | required | credential_path | equivalent experience",
    ),
    "Requirements\n6 years of experience in lieu of a degree.": ("6 years | 6.. | required | credential_path | ",),
    # strength
    "Requirements\n5 years of experience in brewing is a plus.": ("5 years | 5.. | preferred | general | brewing",),
    "Requirements\nIdeally, 3 years of experience in floristry.": ("3 years | 3.. | preferred | general | floristry",),
    "Requirements\n2+ years of experience in upholstery preferred.": (
        "2+ years | 2.. | preferred | general | upholstery",
    ),
    "Requirements\n2+ years of experience in upholstery, velvet preferred.": (
        "2+ years | 2.. | required | general | upholstery, velvet",
    ),
    "Requirements\n4 years of experience in nursing, preferably in a hospice.": (
        "4 years | 4.. | required | general | nursing",
    ),
    "Preferred: 5 years of experience with SAP.": ("5 years | 5.. | preferred | skill | SAP",),
    "Nice to have\n- 3 years of experience with Kafka": ("3 years | 3.. | preferred | skill | Kafka",),
    "Nice to have\n- 3 years of experience with Kafka is required for the senior post": (
        "3 years | 3.. | required | skill | Kafka",
    ),
    "Requirements\nBachelor's degree preferred and 5 years of experience in banking.": (
        "5 years | 5.. | required | general | banking",
    ),
    "Requirements\nDegree preferred. 5 years of experience in banking required.": (
        "5 years | 5.. | required | general | banking",
    ),
    "Desired Skills:\n- 2 years of experience in video editing": (
        "2 years | 2.. | preferred | general | video editing",
    ),
    "Requirements\n3 years of experience in tiling would be an advantage.": (
        "3 years | 3.. | preferred | general | tiling",
    ),
    "Requirements\n3 years of experience in tiling, but it is not essential.": (
        "3 years | 3.. | preferred | general | tiling",
    ),
    "Bonus points for 2+ years of experience with Rust.": ("2+ years | 2.. | preferred | skill | Rust",),
    # glued
    "What we look forBachelor's degree in physics5 years of experience in opticsStrong communication skills": (
        "5 years | 5.. | required | general | optics",
    ),
    "Our teamRequirements:5+ years of experience in mapping.Knowledge of QGIS.": (
        "5+ years | 5.. | required | general | mapping",
    ),
    "Requirements\nDegree in law required. 3+ years of experience in litigation required Knowledge of the courts": (
        "3+ years | 3.. | required | general | litigation",
    ),
    "Requirements: * Forklift licence * 2 years of warehouse experience * Good eyesight": (
        "2 years | 2.. | required | general | warehouse experience",
    ),
    "Must have:Bachelor's Degree4 years of experience in forestry": ("4 years | 4.. | required | general | forestry",),
    # shapes around the world
    "Experience: 4 - 8 Yrs\nLocation: Pune": ("4 - 8 Yrs | 4..8 | required | general | ",),
    "Exp: 3-5 yrs in Java and Spring": ("3-5 yrs | 3..5 | required | skill | Java and Spring",),
    "Solicitor with 2-4 years' PQE": ("2-4 years | 2..4 | required | general | ",),
    "You will have two years' post-qualification experience.": (
        "two years | 2.. | required | general | post-qualification experience",
    ),
    "Must be having 5+ yrs exp in SAP FICO.": ("5+ yrs | 5.. | required | skill | SAP FICO",),
    "Minimum of 2 years' relevant experience gained in a commercial kitchen.": (
        "2 years | 2.. | required | general | commercial kitchen",
    ),
    "To qualify, you must have one (1) year of specialized experience equivalent to the next lower grade.": (
        "one (1) year | 1.. | required | general | specialized experience",
    ),
    "Senior Java Developer (8+ years)": ("8+ years | 8.. | required | general | Senior Java Developer",),
    "Do you have at least 3 years of experience in payroll?": ("3 years | 3.. | required | general | payroll",),
    "Hiring: backend engineer for our ledger. 3–5 yrs exp. Remote.": ("3–5 yrs | 3..5 | required | general | ",),
    "With 5+ years of experience in search, you will own our ranking.": (
        "5+ years | 5.. | required | general | search",
    ),
    "Our ideal candidate has 6 years of experience in textile design.": (
        "6 years | 6.. | required | general | textile design",
    ),
    # kinds
    "Requirements\n3 years of experience leading a team of nurses": (
        "3 years | 3.. | required | management | leading a team of nurses",
    ),
    "Requirements\n5 years of supervisory experience": (
        "5 years | 5.. | required | management | supervisory experience",
    ),
    "Requirements\n4 years of product management experience": (
        "4 years | 4.. | required | general | product management experience",
    ),
    "Requirements\n3 years of people management experience": (
        "3 years | 3.. | required | management | people management experience",
    ),
    "Requirements\n2 years of experience writing Python": ("2 years | 2.. | required | skill | writing Python",),
    "Requirements\n2 years of experience as a paralegal": ("2 years | 2.. | required | general | paralegal",),
    "Requirements\n3 years of relevant experience": ("3 years | 3.. | required | general | relevant experience",),
    # ways to the job: an education with years beside it, or years instead of one
    "Requirements\nPhD, or a master's degree plus 4 years of experience in hydrology": (
        "4 years | 4.. | required | credential_path | hydrology",
    ),
    "Requirements\nBachelor's or master's degree with 4 years of experience in hydrology": (
        "4 years | 4.. | required | general | hydrology",
    ),
    "Requirements\nA diploma and one year of clerical experience may be substituted for the experience above.": (
        "one year | 1.. | required | credential_path | clerical experience",
    ),
    "Requirements\nIn lieu of a graduate degree, 5+ years of experience in lake surveys.": (
        "5+ years | 5.. | required | credential_path | lake surveys",
    ),
    "Requirements\nBSc with at least 5 years of work experience or with a master's degree": (
        "5 years | 5.. | required | credential_path | work experience",
    ),
    # what a later line says of doing is a part of the work
    "Requirements\n- 8 years of experience as a museum registrar\n- 2 years of experience preparing loan contracts": (
        "8 years | 8.. | required | general | museum registrar",
        "2 years | 2.. | required | skill | preparing loan contracts",
    ),
    "Experience: Citrus grading: 5 years (Required) Cold storage: 2 years (Preferred)": (
        "5 years | 5.. | required | skill | Citrus grading",
        "2 years | 2.. | preferred | skill | Cold storage",
    ),
}

NO_DEMANDS: dict[str, tuple[str, ...]] = {
    "the employer's own years": (
        "About us\nFounded 25 years ago, we build pianos.",
        "About us\nWe have over 40 years of experience in logistics.",
        "About us\nWith more than 30 years of experience, Larkspur Mills is the leading maker of felt.",
        "About us\nOur team has 100+ years of combined experience in tax.",
        "About us\nFor the past 12 years we have been named a top workplace.",
        "Larkspur Mills has 25 years of experience in dyeing.",
        "Over the last 15 years, our customers have trusted us with their archives.",
        "We are a 20-year-old company with the energy of a start-up.",
        "Celebrating 50 years of service to the valley.",
        "In business for 30 years, we know our trade.",
        "Our founders have spent 15 years building robots.",
        "We have 20+ years of real-world shipping data to explore.",
        "Our consultants bring 10 years of experience to every client.",
        "Our company has 25 years of history in stone masonry.",
    ),
    "ages": (
        "You must be at least 18 years old.",
        "Applicants must be 21 years or older.",
        "You must be 18 years of age.",
        "We look after children aged 3 to 5 years.",
        "Must be over 18 years.",
        "Government funding is open to 16-18 year olds.",
        "You will teach pupils between the ages of 11 and 16 years.",
        "The ward cares for patients under 2 years of age.",
        "Candidates must be 23 y/o or older.",
    ),
    "contracts, programmes, projects": (
        "This is a 12-month fixed-term contract.",
        "Contract length: 6 months",
        "Duration: 12+ months",
        "We offer a 2-year contract with a possible extension of 12 months.",
        "This position is funded for three years.",
        "The post is a maternity cover for 9 months.",
        "Join our two-year graduate programme.",
        "You will complete a four-year apprenticeship.",
        "The internship lasts 6 months.",
        "You will deliver our five-year plan.",
        "You will run an 18-month project to renew the archive.",
        "The appointment is for a period of 3 years, renewable once.",
        "The position is not to exceed 24 months and may be extended for 2 years.",
        "You will own a three-year roadmap.",
        "There is a 6-month probation period.",
        "Notice period: 3 months",
        "Selected candidates sign a bond of two years.",
        "The rotation moves you every 6 months.",
        "The product comes with a 10-year warranty, which you will administer.",
    ),
    "what one gets": (
        "Benefits\nShares vest over 4 years with a 1-year cliff.",
        "Benefits\n25 days of holiday, rising to 30 after 5 years of service.",
        "Benefits\nAfter 1 year of employment you join the pension plan.",
        "Benefits\nA paid sabbatical every 5 years.",
        "Benefits\nA bonus on your 10 year anniversary.",
        "Within 2 years you will be leading your own branch.",
        "You will gain 2 years of experience in consulting.",
        "In your first 6 months you will learn the trade.",
        "Future manager track (2-3 years)",
        "The course gives you 6 months of online training.",
        "Longevity pay: 3 years but less than 5 years $300.",
    ),
    "education": (
        "Requirements\nA four-year degree in chemistry.",
        "Requirements\nGraduation from an accredited 4-year college or university.",
        "Requirements\nTwo years of college coursework in biology.",
        "Requirements\nA 2-year technical diploma.",
        "Requirements\nThree years of study in a related subject.",
        "Requirements\nA 3-year apprenticeship as an electrician.",
        "Requirements\nCurrently enrolled in a 4-year programme.",
        "Requirements\nMust obtain the licence within 6 months of hire.",
        "Requirements\nCertification is required within one year of employment.",
    ),
    "windows, residence, driving": (
        "Requirements\nA clean driving record for the past 3 years.",
        "Requirements\nNo accidents within the last 36 months.",
        "Requirements\nA full driving licence held for at least 2 years.",
        "Requirements\nYou must have lived in the UK for the last 5 years.",
        "Requirements\nFive years of residence in the country are required for clearance.",
        "Requirements\nA checkable employment history of 5 years.",
        "Requirements\nReferences must cover the last three years.",
        "Requirements\nKnowledge of the tools released in the last 2 years.",
        "Requirements\nSurgery performed in the previous 12 months.",
    ),
    "forms and filing": (
        "Applications are kept on file for two years.",
        "Your score is valid for 18 months.",
        "You may reapply after 6 months.",
        "Names are removed from the eligible list after one year.",
        "Applicants who lack six months or less of the required experience may file.",
        "How many years of experience do you have with Excel?\nNone\nUnder 1 year\n1-3 years\n3-5 years\nOver 5 years",
        "Which best describes you?\n0-1 years of experience\n2-3 years of experience\n4+ years of experience",
        "A master's degree may be substituted for one year of experience.",
        "Each year of college counts as 12 months.",
    ),
    "vague or no amount": (
        "Requirements\nSeveral years of experience in marketing.",
        "Requirements\nA few years of experience in sales.",
        "Requirements\nMany years of experience in catering.",
        "Requirements\nPrevious experience in 2 locations.",
        "Requirements\nYears of experience are less important to us than curiosity.",
        "Pay is reviewed once a year.",
        "Salary: $60,000 a year plus bonus twice a year.",
        "Grade 5, step 3.",
        "We ship to 20 countries and 1,000 years of history look at you.",
        "You forecast demand for the next 5 years.",
        "You analyse 10 years of sales data.",
    ),
}


@pytest.mark.parametrize(("text", "demands"), DEMANDS.items())
def test_reads_exactly_the_demands_of(text: str, demands: tuple[str, ...], guidelines: Guidelines) -> None:
    reading = read(text, guidelines=guidelines)
    assert tuple(map(in_words, reading.demands)) == demands
    assert all(text[demand.start : demand.end] == demand.quote for demand in reading.demands)


@pytest.mark.parametrize("text", [text for texts in NO_DEMANDS.values() for text in texts])
def test_reads_no_demand_in(text: str, guidelines: Guidelines) -> None:
    assert [in_words(demand) for demand in read(text, guidelines=guidelines).demands] == []


@pytest.mark.parametrize("text", list(DEMANDS))
def test_subjects_stand_in_the_text_where_they_say(text: str, guidelines: Guidelines) -> None:
    for demand in read(text, guidelines=guidelines).demands:
        if demand.subject_span is not None:
            start, end = demand.subject_span
            assert demand.subject == " ".join(text[start:end].split())
