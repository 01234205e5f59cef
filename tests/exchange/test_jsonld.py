"""JobPosting: every fact from the brief, the description from the text, and what is missing said."""

from __future__ import annotations

import datetime as dt
import json

from postwright.exchange.jsonld import Missing, export, google_missing, job_posting, script
from postwright.model.brief import Brief, Organisation

ACME = Organisation.model_validate(
    {
        "name": "Acme",
        "careers_address": "https://acme.example/jobs",
        "logo_address": "https://acme.example/logo.png",
        "benefits": ["401(k) match"],
    }
)
FULL = Brief.model_validate(
    {
        "title": "Senior Nurse",
        "requisition_id": "R-7",
        "openings": 2,
        "levels": [{"level": "mid", "years": {"minimum": 2}}, {"level": "senior", "years": {"minimum": 4}}],
        "locations": [
            {"city": "Denver", "place": "US-CO", "postal_code": "80202", "street": "1 Main St"},
            {"city": "Berlin", "place": "DE"},
        ],
        "workplace": "on_site",
        "employment_type": "full_time",
        "hours": "40 hours a week",
        "closing": {"date": "2027-03-31"},
        "date_posted": dt.date(2026, 12, 1),
        "pay": [{"minimum": 80_000, "maximum": 95_500.5, "currency": "USD", "period": "year"}],
        "benefits": ["Free lunch"],
        "must_have": [{"text": "ward care", "years": {"minimum": 2}}, {"alternatives": ["Epic", "Cerner"]}],
        "nice_to_have": ["Spanish"],
        "responsibilities": ["Care for patients"],
        "education": {"level": "bachelor", "equivalent": True},
        "licences": [{"name": "RN licence"}, {"name": "ACLS", "strength": "preferred"}],
        "languages": [{"name": "English", "level": "fluent"}],
        "physical": [{"text": "stand for four hours"}],
        "clearance": "Public trust",
        "apply": {"address": "https://acme.example/7", "direct": True},
    }
)
TEXT = "# Senior Nurse\n\nCare for </script> patients.\n\n- One\n- Two\n"


def test_a_full_brief_gives_a_full_job_posting():
    assert job_posting(TEXT, FULL, ACME) == {
        "@context": "https://schema.org/",
        "@type": "JobPosting",
        "title": "Senior Nurse",
        "description": "<p>Care for &lt;/script&gt; patients.</p>\n<ul>\n<li>One</li>\n<li>Two</li>\n</ul>",
        "datePosted": "2026-12-01",
        "validThrough": "2027-03-31T23:59:59",
        "hiringOrganization": {
            "@type": "Organization",
            "name": "Acme",
            "sameAs": "https://acme.example/jobs",
            "logo": "https://acme.example/logo.png",
        },
        "identifier": {"@type": "PropertyValue", "name": "Acme", "value": "R-7"},
        "jobLocation": [
            {
                "@type": "Place",
                "address": {
                    "@type": "PostalAddress",
                    "streetAddress": "1 Main St",
                    "addressLocality": "Denver",
                    "addressRegion": "CO",
                    "postalCode": "80202",
                    "addressCountry": "US",
                },
            },
            {
                "@type": "Place",
                "address": {"@type": "PostalAddress", "addressLocality": "Berlin", "addressCountry": "DE"},
            },
        ],
        "employmentType": "FULL_TIME",
        "baseSalary": {
            "@type": "MonetaryAmount",
            "currency": "USD",
            "value": {"@type": "QuantitativeValue", "minValue": 80_000, "maxValue": 95_500.5, "unitText": "YEAR"},
        },
        "directApply": True,
        "educationRequirements": {
            "@type": "EducationalOccupationalCredential",
            "credentialCategory": "bachelor degree",
        },
        "experienceRequirements": {"@type": "OccupationalExperienceRequirements", "monthsOfExperience": 24},
        "experienceInPlaceOfEducation": True,
        "skills": ["ward care", "Epic or Cerner", "Spanish"],
        "responsibilities": ["Care for patients"],
        "qualifications": ["ward care: 2 or more years", "Epic or Cerner", "RN licence", "English (fluent)"],
        "jobBenefits": ["Free lunch", "401(k) match"],
        "workHours": "40 hours a week",
        "physicalRequirement": ["stand for four hours"],
        "securityClearanceRequirement": "Public trust",
        "totalJobOpenings": 2,
    }
    assert google_missing(FULL, ACME, text=TEXT) == ()


def test_remote_work_names_where_a_person_may_live_and_no_office():
    brief = FULL.model_copy(update={"workplace": "remote", "remote_from": ("US-CO", "US-NY", "DE")})
    value = job_posting(TEXT, brief, ACME)
    assert (value.get("jobLocation"), value["jobLocationType"], value["applicantLocationRequirements"]) == (
        None,
        "TELECOMMUTE",
        [
            {"@type": "State", "name": "Colorado, US"},
            {"@type": "State", "name": "New York, US"},
            {"@type": "Country", "name": "DE"},
        ],
    )
    from_offices = job_posting(TEXT, FULL.model_copy(update={"workplace": "remote"}), ACME)
    assert from_offices["applicantLocationRequirements"] == [
        {"@type": "Country", "name": "US"},
        {"@type": "Country", "name": "DE"},
    ]


def test_a_single_figure_is_a_value_and_pay_without_currency_is_no_salary():
    single = Brief.model_validate({"pay": [{"minimum": 19, "currency": "GBP", "period": "hour"}]})
    assert job_posting("", single, ACME)["baseSalary"] == {
        "@type": "MonetaryAmount",
        "currency": "GBP",
        "value": {"@type": "QuantitativeValue", "value": 19, "unitText": "HOUR"},
    }
    without = Brief.model_validate({"pay": [{"minimum": 19}]})
    assert "baseSalary" not in job_posting("", without, ACME)
    assert Missing("pay", "recommended", "the pay, with its currency") in google_missing(without, ACME)


def test_pay_that_differs_by_level_is_given_for_each():
    levels = [
        {"level": "mid", "pay": {"minimum": 10, "currency": "EUR", "period": "day"}},
        {"level": "senior", "pay": {"minimum": 20, "currency": "EUR", "period": "day"}},
    ]
    value = job_posting("", Brief.model_validate({"levels": levels}), ACME)
    assert [amount["value"]["value"] for amount in value["baseSalary"]] == [10, 20]


def test_an_empty_brief_says_nothing_and_all_that_is_missing_is_named():
    assert json.loads(export(None, "", None, Organisation())) == {
        "@context": "https://schema.org/",
        "@type": "JobPosting",
        "totalJobOpenings": 1,
    }
    assert google_missing(Brief(), Organisation(), text="") == (
        Missing("title", "required", "the job title"),
        Missing("summary", "required", "the description: the text is empty"),
        Missing("date_posted", "required", "the day of posting"),
        Missing("organisation.name", "required", "the employer's name"),
        Missing("locations", "required", "where the work is"),
        Missing("pay", "recommended", "the pay, with its currency"),
        Missing("employment_type", "recommended", "the employment type"),
        Missing("requisition_id", "recommended", "your own number for the opening"),
        Missing("closing", "recommended", "a closing date"),
        Missing("apply", "recommended", "whether the address leads straight to the form"),
        Missing("levels", "recommended", "the years of experience"),
        Missing("education", "recommended", "the education"),
        Missing("organisation.careers_address", "recommended", "the careers address"),
        Missing("organisation.logo_address", "recommended", "the address of the logo"),
    )


def test_nothing_in_the_text_can_close_the_script_element():
    element = script(TEXT + "<!--", FULL.model_copy(update={"title": "</script><script>alert(1)"}), ACME)
    assert element.count("</script>") == 1
    assert element.count("<") == 2
    content = element.removeprefix('<script type="application/ld+json">\n').removesuffix("\n</script>\n")
    assert json.loads(content)["title"] == "</script><script>alert(1)"
