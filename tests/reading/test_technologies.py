"""Which technologies a text names, and common words that only look like one."""

from __future__ import annotations

import pytest

from postwright.guidelines.load import load_guidelines
from postwright.reading.document import parse
from postwright.reading.technologies import find_technologies

GUIDELINES = load_guidelines()


def named(text: str) -> list[tuple[str, str]]:
    return [(mention.name, text[mention.start : mention.end]) for mention in find_technologies(parse(text), GUIDELINES)]


FOUND = [
    ("Experience with Kubernetes and Terraform", [("Kubernetes", "Kubernetes"), ("Terraform", "Terraform")]),
    ("You write k8s manifests", [("Kubernetes", "k8s")]),
    ("PYTHON, postgresql", [("Python", "PYTHON"), ("PostgreSQL", "postgresql")]),
    ("Java 21 or Java", [("Java 21", "Java 21"), ("Java", "Java")]),
    ("C++20 and C++", [("C++20", "C++20"), ("C++", "C++")]),
    ("C, C++ or Rust", [("C", "C"), ("C++", "C++"), ("Rust", "Rust")]),
    ("C# and .NET", [("C#", "C#"), (".NET", ".NET")]),
    ("Python, Go, Java", [("Python", "Python"), ("Go", "Go"), ("Java", "Java")]),
    ("Five years of Golang", [("Go", "Golang")]),
    ("Three years of experience with Go", [("Go", "Go")]),
    ("Statistics in R or Python", [("R", "R"), ("Python", "Python")]),
    ("Hadoop and Spark pipelines", [("Apache Hadoop", "Hadoop"), ("Apache Spark", "Spark")]),
    ("Ansible, Chef, Puppet", [("Ansible", "Ansible"), ("Chef", "Chef"), ("Puppet", "Puppet")]),
    ("Swift and Kotlin for mobile apps", [("Swift", "Swift"), ("Kotlin", "Kotlin")]),
    ("React, TypeScript and Node.js", [("React", "React"), ("TypeScript", "TypeScript"), ("Node.js", "Node.js")]),
    ("Strong SQL skills", [("SQL", "SQL")]),
    ("Microsoft Excel", [("Microsoft Excel", "Microsoft Excel")]),
    ("Python,Docker;Git/Linux", [("Python", "Python"), ("Docker", "Docker"), ("Git", "Git"), ("Linux", "Linux")]),
    ("We use Docker.", [("Docker", "Docker")]),
    ("CI/CD with GitLab", [("CI/CD", "CI/CD"), ("GitLab", "GitLab")]),
    ("- Python\n- Spark\n- Hadoop", [("Python", "Python"), ("Apache Spark", "Spark"), ("Apache Hadoop", "Hadoop")]),
    ("İ Kubernetes", [("Kubernetes", "Kubernetes")]),
]

NONE = [
    "Go the extra mile for our guests",
    "You are ready to go live with us",
    "Go-getters welcome; our go-to-market plan is bold",
    "React quickly when a customer calls",
    "Excel in a fast-moving kitchen",
    "You have access to our gym",
    "Access control at the gate",
    "Express interest by Friday",
    "Lead teams of up to ten people",
    "Our teams are spread over two cities",
    "A spark of curiosity",
    "The spring season starts in March",
    "Sous Chef with pastry experience",
    "Swift action in an emergency",
    "Vitamin C and hepatitis C screening",
    "We closed our Series C",
    "C-level presentations",
    "Work in R&D",
    "A safe and clean workplace",
    "The rest of the team",
    "Make a difference",
    "Slack time is rare",
    "A notion of fairness",
    "Write to jobs@docker.com or see www.terraform.io",
    "Javanese cooking",
    "Pythonesque humour",
    "Salt the roads in winter",
    "An epic journey",
    "",
]


@pytest.mark.parametrize(("text", "mentions"), FOUND)
def test_technologies_are_found_by_name_alias_and_version(text: str, mentions: list[tuple[str, str]]) -> None:
    assert named(text) == mentions


@pytest.mark.parametrize("text", NONE)
def test_a_common_word_is_no_technology(text: str) -> None:
    assert named(text) == []
