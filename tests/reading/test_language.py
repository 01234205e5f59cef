"""Which language a text is written in."""

from __future__ import annotations

import pytest

from postwright.reading.language import detect_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("We are looking for a baker who will open the shop with us and look after the ovens in the morning.", "en"),
        (
            "Python, Go, Kubernetes, Terraform, AWS, Kafka, Spark, Airflow, dbt, Snowflake, Looker, Grafana, SAP FICO",
            "en",
        ),
        ("SQL, ETL, de-duplication, Power BI, DAX, La Carte, Del, Den, Die casting, Van driver", "en"),
        ("Senior Java Developer (m/f/d)", "en"),
        ("Bäcker gesucht", "en"),
        ("", "en"),
        ("12345 67890 " * 20, "en"),
        ("Wir suchen eine Bäckerin, die mit uns am Morgen den Laden öffnet und sich um die Öfen kümmert.", "de"),
        (
            "Cloud Engineer: Du entwickelst mit deinem Team neue Services in Go und Kubernetes für unsere Kunden.",
            "de",
        ),
        ("Nous cherchons un boulanger pour ouvrir la boutique avec nous et s'occuper des fours le matin.", "fr"),
        ("Buscamos un panadero que abra la tienda con nosotros y se ocupe de los hornos por la mañana.", "es"),
        ("Procuramos um padeiro para abrir a loja connosco e tratar dos fornos pela manhã, com experiência.", "pt"),
        (
            "Cerchiamo un fornaio che apra il negozio con noi e si occupi dei forni presso la nostra sede.",
            "it",
        ),
        ("Wij zoeken een bakker die met ons de winkel opent en zich 's ochtends om de ovens bekommert.", "nl"),
        ("Vi söker en bagare som vill öppna butiken med oss och ta hand om ugnarna på morgonen.", "sv"),
        ("Szukamy piekarza, który rano otworzy z nami sklep i zajmie się piecami. Praca w naszym zespole.", "pl"),
        ("Hledáme pekaře, který s námi ráno otevře obchod a postará se o pece. Nabízíme práci v našem týmu.", "cs"),
        ("Мы ищем пекаря, который будет утром открывать магазин вместе с нами.", "ru"),
        ("私たちは朝お店を開けるパン職人を募集しています。", "ja"),
        ("我们正在寻找一位早上开店的面包师，并照看烤箱。", "zh"),
        ("نبحث عن خباز يفتح المتجر معنا في الصباح", "ar"),
    ],
)
def test_the_language_of_a_text_is_recognised_and_short_ones_count_as_english(text: str, language: str) -> None:
    assert detect_language(text) == language
